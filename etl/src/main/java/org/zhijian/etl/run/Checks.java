package org.zhijian.etl.run;

import static org.zhijian.etl.io.Schemas.col;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.zhijian.etl.io.Partitions;
import org.zhijian.etl.io.SideBySide;
import org.zhijian.etl.io.Warehouse;
import org.zhijian.schema.Agreement;
import org.zhijian.schema.Layer;
import org.zhijian.schema.Reference;
import org.zhijian.schema.Table;
import org.zhijian.schema.WarehouseSchema;

/** Checks what a run wrote before it is published: keys, references and sums; the constraints Delta held on writing. */
final class Checks {
    private final Warehouse warehouse;
    private final Map<Reference, Set<Object>> targets = new ConcurrentHashMap<>();

    Checks(Warehouse warehouse) {
        this.warehouse = warehouse;
    }

    /**
     * What does not hold in what was written since those versions, a table without one having been empty: of a table by
     * month, in the months written.
     */
    List<Violation> sinceVersions(Map<String, Long> versions) {
        Map<Table, Collection<LocalDate>> written = new HashMap<>();
        List<Table> changed = new ArrayList<>();
        for (Table table : WarehouseSchema.ALL) {
            long before = versions.getOrDefault(table.path(), 0L);
            // Raw rows are only ever added, under a file number and line of their own.
            if (table.layer() != Layer.RAW && warehouse.version(table) != before) {
                changed.add(table);
                if (table.partition() != null) {
                    written.put(table, Partitions.writtenSince(warehouse, table, before));
                }
            }
        }
        List<Callable<List<Violation>>> checks = new ArrayList<>();
        for (Table table : changed) {
            checks.add(() -> {
                Dataset<Row> rows = read(table, written.get(table));
                TableChecks check = new TableChecks(table, rows, new TableChecks.Tables() {
                    @Override
                    public Set<Object> targets(Reference reference) {
                        return targets.computeIfAbsent(reference, Checks.this::values);
                    }

                    @Override
                    public Dataset<Row> details(Agreement agreement) {
                        // Both tables keep an evaluation in the same month.
                        return read(
                                agreement.details(),
                                agreement.details().partition() == null ? null : written.get(table));
                    }
                });
                check.checkRelations();
                return check.violations();
            });
        }
        return SideBySide.run(checks).stream().flatMap(List::stream).toList();
    }

    private Dataset<Row> read(Table table, Collection<LocalDate> months) {
        return months == null ? warehouse.read(table) : warehouse.read(table, months);
    }

    private Set<Object> values(Reference reference) {
        Set<Object> values = new HashSet<>();
        warehouse
                .readSmall(reference.target())
                .select(col(reference.targetColumn()))
                .collectAsList()
                .forEach(row -> values.add(row.get(0)));
        return values;
    }
}
