package org.zhijian.app.night;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * Logs of runs of a warehouse that nothing has been added to for long.
 *
 * @param files where they lie
 */
public record OldLogs(List<Path> files) {

    public OldLogs {
        files = List.copyOf(files);
    }

    /** The logs that were last written before a moment. */
    public static OldLogs in(Path warehouse, Instant before) {
        Path folder = warehouse.resolve(RunLog.FOLDER);
        if (!Files.isDirectory(folder)) {
            return new OldLogs(List.of());
        }
        try (Stream<Path> files = Files.list(folder)) {
            return new OldLogs(files.filter(file -> file.toString().endsWith(RunLog.SUFFIX))
                    .filter(file -> lastWritten(file).isBefore(before))
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Removes them. */
    public void delete() {
        try {
            for (Path file : files) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Instant lastWritten(Path file) {
        try {
            return Files.getLastModifiedTime(file).toInstant();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
