package org.zhijian.etl.run;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.zhijian.etl.io.Partitions;
import org.zhijian.etl.io.SideBySide;
import org.zhijian.etl.io.Warehouse;
import org.zhijian.schema.Layer;
import org.zhijian.schema.Table;
import org.zhijian.schema.WarehouseSchema;
import org.zhijian.schema.raw.LandingFile;

/** Checks what a run wrote before it is published: keys, references and sums; the constraints Delta held on writing. */
final class Checks {
    private final Warehouse warehouse;
    private final ReferenceTargets targets;

    Checks(Warehouse warehouse) {
        this.warehouse = warehouse;
        this.targets = new ReferenceTargets(warehouse::readSmall);
    }

    /**
     * What does not hold in what was written since those versions, a table without one having been empty: of a table by
     * month, in the months written; of the ledger of landing files, in the rows added, whose key holds the run.
     */
    List<Violation> sinceVersions(Map<String, Long> versions) {
        Map<Table, Collection<LocalDate>> written = new HashMap<>();
        List<Table> changed = new ArrayList<>();
        for (Table table : WarehouseSchema.ALL) {
            long before = versions.getOrDefault(table.path(), 0L);
            if (isChecked(table) && warehouse.version(table) != before) {
                changed.add(table);
                if (table.partition() != null) {
                    written.put(table, Partitions.writtenSince(warehouse, table, before));
                }
            }
        }
        List<Callable<List<Violation>>> checks = new ArrayList<>();
        for (Table table : changed) {
            checks.add(() -> {
                Collection<LocalDate> months = written.get(table);
                Dataset<Row> rows = table.layer() == Layer.RAW
                        ? warehouse.readSince(table, versions.getOrDefault(table.path(), 0L))
                        : read(table, months);
                // Both tables of an agreement keep an evaluation in the same month.
                TableChecks check =
                        new TableChecks(table, rows, targets, agreement -> read(agreement.details(), months));
                check.checkRelations();
                return check.violations();
            });
        }
        return SideBySide.run(checks).stream().flatMap(List::stream).toList();
    }

    /** Of the raw layer the ledger alone: all else in it stands under a file's number, which the ledger gives once. */
    private static boolean isChecked(Table table) {
        return table.layer() != Layer.RAW || table.equals(LandingFile.TABLE);
    }

    private Dataset<Row> read(Table table, Collection<LocalDate> months) {
        return months == null || table.partition() == null ? warehouse.read(table) : warehouse.read(table, months);
    }
}
