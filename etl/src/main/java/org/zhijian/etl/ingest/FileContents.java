package org.zhijian.etl.ingest;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What a file holds.
 *
 * @param columns its columns; none where nothing names them because there are no records
 * @param records how many records
 * @param unreadable columns of a type that cannot be read, each with what the file says of it
 */
record FileContents(List<String> columns, long records, Map<String, String> unreadable) {
    /** The names of all columns. */
    List<String> all() {
        return Stream.concat(columns.stream(), unreadable.keySet().stream()).toList();
    }
}
