package org.zhijian.etl.io;

import java.time.LocalDate;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.zhijian.schema.Table;

/** The months a table is partitioned by, known from its log without reading a file. */
public final class Partitions {
    private static final int SCATTERED = 16;

    private Partitions() {}

    /** The months that have files. */
    public static NavigableSet<LocalDate> of(Warehouse warehouse, Table table) {
        return warehouse.files(table).stream()
                .map(file -> file.month(table))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The months that lie in so many files that they had better be written again than added to. */
    public static NavigableSet<LocalDate> scattered(Warehouse warehouse, Table table) {
        if (table.partition() == null) {
            return new TreeSet<>();
        }
        return warehouse.files(table).stream()
                .collect(Collectors.groupingBy(file -> file.month(table), Collectors.counting()))
                .entrySet()
                .stream()
                .filter(month -> month.getValue() >= SCATTERED)
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Whether a month, or a table without months, lies in that many files. */
    public static boolean isScattered(Warehouse warehouse, Table table) {
        return table.partition() == null
                ? warehouse.files(table).size() >= SCATTERED
                : !scattered(warehouse, table).isEmpty();
    }

    /** The months that the last commit wrote; none for a table without months. */
    public static NavigableSet<LocalDate> writtenLast(Warehouse warehouse, Table table) {
        return table.partition() == null
                ? new TreeSet<>()
                : writtenSince(warehouse, table, warehouse.version(table) - 1);
    }

    /** The months that have files which a version did not have. */
    public static NavigableSet<LocalDate> writtenSince(Warehouse warehouse, Table table, long version) {
        var old = warehouse.files(table, version);
        return warehouse.files(table).stream()
                .filter(file -> !old.contains(file))
                .map(file -> file.month(table))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
