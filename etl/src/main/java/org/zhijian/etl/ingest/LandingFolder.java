package org.zhijian.etl.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.zhijian.schema.raw.Entities;
import org.zhijian.schema.raw.Entity;
import org.zhijian.schema.sheet.ScoreSheetLayout;
import org.zhijian.schema.text.UserError;

/** The landing folder: which files lie in it and what they are by their names. */
final class LandingFolder {
    private final Path folder;
    private final List<Mapping> mappings;

    LandingFolder(Path folder, List<Mapping> mappings) {
        if (!Files.isDirectory(folder)) {
            throw new UserError("etl.landing.missing", folder);
        }
        this.folder = folder;
        this.mappings = mappings;
    }

    /**
     * Every file in any subfolder, in the order of their paths, which is the order in which they count as later. The folder and
     * what lies in it can be links.
     */
    List<Path> files() {
        Finder finder = new Finder();
        try {
            Files.walkFileTree(folder, Set.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE, finder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        finder.found.sort(Comparator.comparing(this::path));
        return List.copyOf(finder.found);
    }

    /** Goes through all folders that are not hidden. */
    private final class Finder extends SimpleFileVisitor<Path> {
        private final List<Path> found = new ArrayList<>();

        @Override
        public FileVisitResult preVisitDirectory(Path subfolder, BasicFileAttributes attributes) {
            return isHidden(subfolder) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (attributes.isRegularFile() && !isPassing(file)) {
                found.add(file);
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
            if (!isHidden(file) && !(failure instanceof NoSuchFileException)) {
                throw unreachable(file, failure);
            }
            return FileVisitResult.CONTINUE;
        }
    }

    /**
     * What to say of a file or folder that cannot be reached.
     *
     * @throws IOException the failure itself, where nobody knows what to say
     */
    static UserError unreachable(Path file, IOException failure) throws IOException {
        if (failure instanceof FileSystemLoopException) {
            return new UserError("etl.landing.loop", file).causedBy(failure);
        }
        if (failure instanceof AccessDeniedException) {
            return new UserError("etl.landing.closed", file).causedBy(failure);
        }
        throw failure;
    }

    /** Whether a file is still itself when its path is written as text and read again. */
    static boolean hasNameInText(Path file) {
        try {
            return Path.of(file.toString()).equals(file);
        } catch (InvalidPathException e) {
            return false;
        }
    }

    /** The path below the landing folder, with forward slashes. */
    String path(Path file) {
        return folder.relativize(file).toString().replace('\\', '/');
    }

    Optional<Mapping> mapping(Path file) {
        Path relative = folder.relativize(file);
        return mappings.stream().filter(mapping -> mapping.matches(relative)).findFirst();
    }

    /** The entity that a file name begins with: {@code agents.csv}, {@code agents-2026-10.csv.gz}. */
    static Optional<Entity> entity(Path file) {
        String name = String.valueOf(file.getFileName());
        return Entities.ALL.stream()
                .filter(entity -> name.startsWith(entity.name() + ".") || name.startsWith(entity.name() + "-"))
                .findFirst();
    }

    /** Whether a file is a score sheet by its name. */
    static boolean isScoreSheet(Path file) {
        return ScoreSheetLayout.isFileName(String.valueOf(file.getFileName()));
    }

    /** Hidden files and those that are still being written. */
    private boolean isPassing(Path file) {
        String name = file.toString();
        return isHidden(file) || name.endsWith(".tmp") || name.endsWith(".part");
    }

    private boolean isHidden(Path file) {
        for (Path part : folder.relativize(file)) {
            if (part.toString().startsWith(".") || part.toString().startsWith("_")) {
                return true;
            }
        }
        return false;
    }
}
