package org.zhijian.etl.ingest;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.zhijian.schema.raw.Entity;
import org.zhijian.schema.text.UserError;

/**
 * A landing file that has been looked at.
 *
 * @param file where it is
 * @param path its path below the landing folder, with forward slashes
 * @param bytes its size
 * @param modifiedAt when it was last written
 * @param checksum SHA-256 of its content in hex
 * @param entity what it holds, null when that is not known
 * @param mapping the mapping it is read through, null when it has the entity's own columns
 * @param options how it is read, its columns included
 * @param records how many records it has
 * @param rejection why it is no file that can be read, or null
 * @param unknownColumns columns that are not read
 */
record FoundFile(
        Path file,
        String path,
        long bytes,
        Instant modifiedAt,
        String checksum,
        Entity entity,
        Mapping mapping,
        SourceOptions options,
        long records,
        UserError rejection,
        List<String> unknownColumns) {

    boolean rejected() {
        return rejection != null;
    }
}
