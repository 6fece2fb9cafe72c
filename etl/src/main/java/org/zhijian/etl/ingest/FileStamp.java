package org.zhijian.etl.ingest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.zhijian.schema.text.UserError;

/**
 * What tells without reading it whether a landing file still lies as it lay.
 *
 * @param path its path below the landing folder, with forward slashes
 * @param bytes its size
 * @param modifiedAt when it was last written, in microseconds as the ledger keeps it
 */
record FileStamp(String path, long bytes, Instant modifiedAt) {
    /** The stamp of a file as it lies now. */
    static FileStamp of(String path, Path file) throws IOException {
        return new FileStamp(
                path,
                Files.size(file),
                Files.getLastModifiedTime(file).toInstant().truncatedTo(ChronoUnit.MICROS));
    }

    /** Whether the file still lies so; one that cannot be asked does not. */
    boolean isOf(Path file) {
        try {
            return equals(of(path, file));
        } catch (IOException e) {
            return false;
        }
    }

    /** What is said of a file that does not stay as it is while it is read. */
    UserError changed() {
        return new UserError("etl.file.changed", path);
    }
}
