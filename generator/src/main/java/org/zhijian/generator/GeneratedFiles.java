package org.zhijian.generator;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a call wrote.
 *
 * @param rows rows by entity name, in the order of {@link org.zhijian.schema.raw.Entities#ALL}; 0 where no file was written
 * @param files number of files
 * @param bytes their size on disk, in bytes
 */
public record GeneratedFiles(Map<String, Long> rows, int files, long bytes) {

    public GeneratedFiles {
        rows = Collections.unmodifiableMap(new LinkedHashMap<>(rows));
    }

    /** Rows of all entities. */
    public long totalRows() {
        return rows.values().stream().mapToLong(Long::longValue).sum();
    }
}
