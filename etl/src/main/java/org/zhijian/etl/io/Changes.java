package org.zhijian.etl.io;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.sql.delta.actions.AddFile;
import org.zhijian.schema.Table;
import scala.Option;

/** What was written to a table since a version, known from its log. */
public final class Changes {
    private Changes() {}

    /** The months that have files which the version did not have. */
    public static NavigableSet<LocalDate> months(Warehouse warehouse, Table table, long since) {
        Set<String> old = new HashSet<>();
        if (since >= 0) {
            files(warehouse, table, since).forEach(file -> old.add(identity(file)));
        }
        NavigableSet<LocalDate> months = new TreeSet<>();
        for (AddFile file : files(warehouse, table, warehouse.version(table))) {
            if (!old.contains(identity(file))) {
                months.add(Partitions.month(file, table));
            }
        }
        return months;
    }

    private static List<AddFile> files(Warehouse warehouse, Table table, long version) {
        return warehouse
                .log(table)
                .getSnapshotAt(version, Option.empty(), Option.empty(), false)
                .allFiles()
                .collectAsList();
    }

    /** A file whose deletion vector changed is another file to its readers. */
    private static String identity(AddFile file) {
        return file.path() + (file.deletionVector() == null ? "" : file.deletionVector().uniqueId());
    }
}
