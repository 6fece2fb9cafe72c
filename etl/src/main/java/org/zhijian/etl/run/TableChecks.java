package org.zhijian.etl.run;

import static org.apache.spark.sql.functions.abs;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.sum;
import static org.zhijian.etl.io.Schemas.col;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.zhijian.etl.io.Schemas;
import org.zhijian.schema.Agreement;
import org.zhijian.schema.Check;
import org.zhijian.schema.Reference;
import org.zhijian.schema.Table;

/** All that one table declares, checked on all of its rows, the constraints that Delta holds on writing included. */
final class TableChecks {
    /** How many rows that break a check are shown. */
    private static final int SHOWN = 5;

    /** Sums of decimals that came as doubles agree to this. */
    private static final double SAME = 1e-6;

    private final Table table;
    private final Function<Table, Dataset<Row>> tables;
    private final Dataset<Row> rows;
    private final Map<String, Column> broken = new LinkedHashMap<>();

    /**
     * Checks a table.
     *
     * @param table the table
     * @param tables gives the rows of this table and of those it refers to
     */
    TableChecks(Table table, Function<Table, Dataset<Row>> tables) {
        this.table = table;
        this.tables = tables;
        this.rows = tables.apply(table);
        for (org.zhijian.schema.Column column : table.columns()) {
            if (column.isRequired()) {
                broken.put("not_null." + column.name(), col(column).isNull());
            }
        }
        for (Check check : table.checks()) {
            broken.put(check.name(), not(coalesce(functions.expr(check.condition()), lit(true))));
        }
    }

    WarehouseCheck.Checked run() {
        List<Violation> violations = new ArrayList<>();
        long count = checkRows(violations);
        if (count > 0) {
            checkRelations(violations);
        }
        int checks = broken.size()
                + 1
                + table.references().size()
                + table.agreements().size();
        return new WarehouseCheck.Checked(table, count, checks, List.copyOf(violations));
    }

    /** Counts in one pass the rows, and those that break each check of a row by itself. */
    private long checkRows(List<Violation> violations) {
        List<Column> counts = new ArrayList<>();
        broken.values().forEach(condition -> counts.add(count_if(condition)));
        Row counted = rows.agg(count(lit(1)), counts.toArray(Column[]::new)).head();
        int position = 1;
        for (Map.Entry<String, Column> check : broken.entrySet()) {
            if (counted.getLong(position) > 0) {
                show(check.getKey(), rows.where(check.getValue()), violations);
            }
            position++;
        }
        return counted.getLong(0);
    }

    private void checkRelations(List<Violation> violations) {
        show(
                "key",
                rows.groupBy(Schemas.columns(table.key()))
                        .agg(count(lit(1)).as("rows"))
                        .where(functions.col("rows").gt(1)),
                violations);
        for (Reference reference : table.references()) {
            show("reference", astray(reference), violations);
        }
        for (Agreement agreement : table.agreements()) {
            show(agreement.name(), disagreeing(agreement), violations);
        }
    }

    /** Values that refer to nothing. */
    private Dataset<Row> astray(Reference reference) {
        Dataset<Row> targets = tables.apply(reference.target())
                .select(col(reference.targetColumn()).as("target"));
        return rows.where(col(reference.column()).isNotNull())
                .select(col(reference.column()))
                .distinct()
                .join(targets, col(reference.column()).equalTo(functions.col("target")), "left_anti")
                .select(concat_ws(" = ", lit(reference.column().name()), col(reference.column())));
    }

    /** Totals that are not the sum of their parts. */
    private Dataset<Row> disagreeing(Agreement agreement) {
        Dataset<Row> totals = rows.where(col(agreement.total()).isNotNull())
                .select(col(agreement.by()).as("by"), col(agreement.total()).as("total"));
        Dataset<Row> sums = tables.apply(agreement.details())
                .groupBy(col(agreement.by()).as("details_by"))
                .agg(sum(col(agreement.detail())).as("details_sum"));
        return totals.join(sums, functions.col("by").equalTo(functions.col("details_by")), "left")
                .where(abs(functions.col("total").minus(coalesce(functions.col("details_sum"), lit(0))))
                        .gt(SAME))
                .select("by", "total", "details_sum");
    }

    private void show(String check, Dataset<Row> breaking, List<Violation> violations) {
        List<Row> shown = breaking.limit(SHOWN).collectAsList();
        if (!shown.isEmpty()) {
            violations.add(new Violation(
                    table, check, shown.stream().map(Row::toString).toList()));
        }
    }
}
