package org.zhijian.etl.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
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

    /** Every file in any subfolder, in the order of their paths, which is the order in which they count as later. */
    List<Path> files() {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !isPassing(file))
                    .sorted(Comparator.comparing(this::path))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
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
        for (Path part : folder.relativize(file)) {
            if (part.toString().startsWith(".") || part.toString().startsWith("_")) {
                return true;
            }
        }
        String name = file.toString();
        return name.endsWith(".tmp") || name.endsWith(".part");
    }
}
