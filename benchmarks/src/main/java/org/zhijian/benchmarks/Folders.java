package org.zhijian.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Whole folders. */
final class Folders {
    private Folders() {}

    /** Deletes a folder with what is in it, if it is there. */
    static void delete(Path folder) {
        if (Files.exists(folder)) {
            for (Path path :
                    all(folder).stream().sorted(Comparator.reverseOrder()).toList()) {
                try {
                    Files.delete(path);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }

    /** A warehouse once more. Its Parquet files, which are never written again, are linked rather than copied. */
    static void copyWarehouse(Path from, Path to) {
        delete(to);
        for (Path path : all(from).stream().sorted().toList()) {
            Path copy = to.resolve(from.relativize(path).toString());
            try {
                if (Files.isDirectory(path)) {
                    Files.createDirectories(copy);
                } else if (path.toString().endsWith(".parquet")) {
                    Files.createLink(copy, path);
                } else {
                    Files.copy(path, copy);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** How many files below a folder have names that end so. */
    static long files(Path folder, String end) {
        return ending(folder, end).count();
    }

    /**
     * How many files a second were written below a folder, of those whose names end so: of all but the first quarter, when
     * whoever writes them is warm.
     */
    static double warmPace(Path folder, String end) {
        List<Long> millis = ending(folder, end)
                .map(file -> file.toFile().lastModified())
                .sorted()
                .toList();
        int first = millis.size() / 4;
        int last = millis.size() - 1;
        return (last - first) * 1000.0 / (millis.get(last) - millis.get(first));
    }

    private static Stream<Path> ending(Path folder, String end) {
        return all(folder).stream().filter(file -> file.toString().endsWith(end));
    }

    private static List<Path> all(Path folder) {
        try (Stream<Path> walk = Files.walk(folder)) {
            return walk.toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
