package org.zhijian.etl.io;

import java.time.LocalDate;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.apache.spark.sql.delta.actions.AddFile;
import org.zhijian.schema.Table;

/** The months a table is partitioned by, known from its log without reading a file. */
public final class Partitions {
    private Partitions() {}

    public static NavigableSet<LocalDate> of(Warehouse warehouse, Table table) {
        NavigableSet<LocalDate> months = new TreeSet<>();
        for (AddFile file : warehouse.snapshot(table).allFiles().collectAsList()) {
            months.add(month(file, table));
        }
        return months;
    }

    static LocalDate month(AddFile file, Table table) {
        return LocalDate.parse(file.partitionValues().apply(table.partition().name()));
    }
}
