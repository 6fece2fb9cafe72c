package org.zhijian.etl.io;

import java.time.LocalDate;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.zhijian.schema.Table;

/** The months a table is partitioned by, known from its log without reading a file. */
public final class Partitions {
    private Partitions() {}

    /** The months that have files. */
    public static NavigableSet<LocalDate> of(Warehouse warehouse, Table table) {
        return warehouse.files(table).stream()
                .map(TableFiles.DataFile::month)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The months that have files which a version did not have, or other deletions in them. */
    public static NavigableSet<LocalDate> writtenSince(Warehouse warehouse, Table table, long version) {
        var old = warehouse.files(table, version);
        return warehouse.files(table).stream()
                .filter(file -> !old.contains(file))
                .map(TableFiles.DataFile::month)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
