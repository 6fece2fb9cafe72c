package org.zhijian.etl.io;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.zhijian.schema.Table;
import org.zhijian.schema.WarehouseSchema;
import org.zhijian.schema.publication.Publication;

/**
 * Data files of the warehouse that neither the tables as they are now nor some publications need. The tables' logs say which
 * files those are; the logs themselves are not touched. Of a table that lacks a file it needs nothing is spare: what is left
 * may help to mend it.
 */
public final class SpareFiles {
    private static final String DATA = ".parquet";

    private final Path warehouse;
    private final TableFiles log = new TableFiles();

    public SpareFiles(Path warehouse) {
        this.warehouse = warehouse.toAbsolutePath().normalize();
    }

    /**
     * A file that can go.
     *
     * @param path where it lies
     * @param bytes its size
     */
    public record SpareFile(Path path, long bytes) {
        /** Removes it, and before it the checksum that Hadoop keeps beside it. */
        public void delete() {
            try {
                Files.deleteIfExists(path.resolveSibling("." + path.getFileName() + ".crc"));
                Files.deleteIfExists(path);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /**
     * The files that can go when only those publications are kept.
     *
     * @param kept publications that stay whole
     * @param leftBefore a file that no version of its table ever had goes when it was written before; a newer one may belong
     *     to a commit that is being made
     */
    public List<SpareFile> beside(Collection<Publication> kept, Instant leftBefore) {
        List<SpareFile> spare = new ArrayList<>();
        for (Table table : WarehouseSchema.ALL) {
            Path folder = warehouse.resolve(table.path());
            if (Files.isDirectory(folder.resolve("_delta_log"))) {
                List<Long> versions = kept.stream()
                        .map(Publication::tables)
                        .map(tables -> tables.get(table.path()))
                        .filter(Objects::nonNull)
                        .toList();
                spare.addAll(beside(log.uses(folder, versions), folder, leftBefore));
            }
        }
        return spare;
    }

    private static List<SpareFile> beside(TableFiles.Uses uses, Path folder, Instant leftBefore) {
        Map<Path, BasicFileAttributes> files = dataFiles(folder);
        if (!files.keySet().containsAll(uses.needed())) {
            return List.of();
        }
        files.keySet().removeAll(uses.needed());
        files.entrySet()
                .removeIf(file -> !uses.known().contains(file.getKey())
                        && !file.getValue().lastModifiedTime().toInstant().isBefore(leftBefore));
        return files.entrySet().stream()
                .map(file -> new SpareFile(file.getKey(), file.getValue().size()))
                .toList();
    }

    /** The data files in a table's folder, by path. */
    private static Map<Path, BasicFileAttributes> dataFiles(Path folder) {
        Map<Path, BasicFileAttributes> files = new TreeMap<>();
        try {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path inside, BasicFileAttributes attributes) {
                    return isHidden(inside) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    if (isData(file)) {
                        files.put(file, attributes);
                    }
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
    }

    private static boolean isData(Path file) {
        return !isHidden(file) && file.getFileName().toString().endsWith(DATA);
    }

    /** What Delta and Hadoop keep for themselves begins like this. */
    private static boolean isHidden(Path path) {
        String name = path.getFileName().toString();
        return name.startsWith("_") || name.startsWith(".");
    }
}
