package org.zhijian.etl.run;

import static org.apache.spark.sql.functions.abs;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;
import static org.zhijian.etl.io.Schemas.col;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.concurrent.Callable;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.zhijian.etl.io.Partitions;
import org.zhijian.etl.io.Schemas;
import org.zhijian.etl.io.SideBySide;
import org.zhijian.etl.io.Warehouse;
import org.zhijian.schema.Agreement;
import org.zhijian.schema.Layer;
import org.zhijian.schema.Reference;
import org.zhijian.schema.Table;
import org.zhijian.schema.WarehouseSchema;

/** Checks what a run wrote before it is published: keys, references and sums; the rest Delta holds on its own. */
final class Checks {
    /** How many rows that break a check are shown. */
    private static final int SHOWN = 5;

    /** Sums of decimals that came as doubles agree to this. */
    private static final double SAME = 1e-6;

    private final Warehouse warehouse;

    Checks(Warehouse warehouse) {
        this.warehouse = warehouse;
    }

    /** What does not hold in what was written since those versions, a table without one having been empty: of a table by month,
     * in the months written. */
    List<Violation> sinceVersions(Map<String, Long> versions) {
        List<Callable<List<Violation>>> checks = new ArrayList<>();
        for (Table table : WarehouseSchema.ALL) {
            long before = versions.getOrDefault(table.path(), 0L);
            // Raw rows are only ever added, under a file number and line of their own.
            if (table.layer() == Layer.RAW || warehouse.version(table) == before) {
                continue;
            }
            checks.add(() -> {
                Dataset<Row> rows = warehouse.read(table);
                if (table.partition() != null) {
                    NavigableSet<LocalDate> months = Partitions.writtenSince(warehouse, table, before);
                    rows = rows.where(col(table.partition()).isInCollection(months));
                }
                return relations(table, rows);
            });
        }
        return SideBySide.run(checks).stream().flatMap(List::stream).toList();
    }

    private List<Violation> relations(Table table, Dataset<Row> rows) {
        List<Violation> violations = new ArrayList<>();
        Dataset<Row> repeated = rows.groupBy(Schemas.columns(table.key()))
                .agg(count(lit(1)).as("rows"))
                .where(functions.col("rows").gt(1));
        show(table, "key", repeated, violations);
        if (!table.references().isEmpty()) {
            show(table, "reference", astray(table, rows), violations);
        }
        for (Agreement agreement : table.agreements()) {
            show(table, agreement.name(), disagreeing(rows, agreement), violations);
        }
        return violations;
    }

    /** The references that lead nowhere, for all references of a table in one pass over its rows. */
    private Dataset<Row> astray(Table table, Dataset<Row> rows) {
        List<Column> broken = new ArrayList<>();
        for (Reference reference : table.references()) {
            List<Object> targets =
                    warehouse
                            .readSmall(reference.target())
                            .select(col(reference.targetColumn()))
                            .collectAsList()
                            .stream()
                            .map(row -> row.get(0))
                            .toList();
            Column value = col(reference.column());
            broken.add(when(
                    value.isNotNull().and(functions.not(value.isInCollection(targets))),
                    concat_ws(" = ", lit(reference.column().name()), value)));
        }
        Column names = concat_ws(", ", broken.toArray(Column[]::new));
        return rows.select(names.as("references"))
                .where(functions.col("references").notEqual(""))
                .distinct();
    }

    private Dataset<Row> disagreeing(Dataset<Row> rows, Agreement agreement) {
        Dataset<Row> totals = rows.where(col(agreement.total()).isNotNull())
                .select(col(agreement.by()).as("by"), col(agreement.total()).as("total"));
        Dataset<Row> details = warehouse.read(agreement.details());
        if (agreement.details().partition() != null) {
            // Both tables keep an evaluation in the same month.
            Dataset<Row> months =
                    rows.select(col(agreement.details().partition())).distinct();
            details = details.join(
                    broadcast(months), agreement.details().partition().name(), "left_semi");
        }
        Dataset<Row> sums = details.groupBy(col(agreement.by()).as("details_by"))
                .agg(sum(col(agreement.detail())).as("details_sum"));
        return totals.join(sums, functions.col("by").equalTo(functions.col("details_by")), "left")
                .where(abs(functions.col("total").minus(coalesce(functions.col("details_sum"), lit(0))))
                        .gt(SAME))
                .select("by", "total", "details_sum");
    }

    private static void show(Table table, String check, Dataset<Row> breaking, List<Violation> violations) {
        List<Row> rows = breaking.limit(SHOWN).collectAsList();
        if (!rows.isEmpty()) {
            violations.add(
                    new Violation(table, check, rows.stream().map(Row::toString).toList()));
        }
    }
}
