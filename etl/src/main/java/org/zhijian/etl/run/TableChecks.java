package org.zhijian.etl.run;

import static org.apache.spark.sql.functions.abs;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.sum;
import static org.zhijian.etl.io.Schemas.col;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.zhijian.etl.io.Repeated;
import org.zhijian.etl.io.Schemas;
import org.zhijian.schema.Agreement;
import org.zhijian.schema.Check;
import org.zhijian.schema.Reference;
import org.zhijian.schema.Table;

/** What one table declares, checked on some or all of its rows. */
final class TableChecks {
    /** How many rows that break a check are shown. */
    private static final int SHOWN = 5;

    /** Sums of decimals that came as doubles agree to this. */
    private static final double SAME = 1e-6;

    private final Table table;
    private final Dataset<Row> rows;
    private final ReferenceTargets targets;
    private final Function<Agreement, Dataset<Row>> details;
    private final List<Violation> violations = new ArrayList<>();

    /**
     * Checks rows of a table.
     *
     * @param rows whole months of it, or all
     * @param targets what its references lead to
     * @param details gives the rows whose sums are to agree with the table's totals
     */
    TableChecks(Table table, Dataset<Row> rows, ReferenceTargets targets, Function<Agreement, Dataset<Row>> details) {
        this.table = table;
        this.rows = rows;
        this.targets = targets;
        this.details = details;
    }

    /** How many checks a table declares. */
    static int declared(Table table) {
        return rowChecks(table).size()
                + 1
                + table.references().size()
                + table.agreements().size();
    }

    List<Violation> violations() {
        return violations;
    }

    private static Map<String, Column> rowChecks(Table table) {
        Map<String, Column> broken = new LinkedHashMap<>();
        for (org.zhijian.schema.Column column : table.columns()) {
            if (column.isRequired()) {
                broken.put("not_null." + column.name(), col(column).isNull());
            }
        }
        for (Check check : table.checks()) {
            broken.put(check.name(), not(coalesce(functions.expr(check.condition()), lit(true))));
        }
        return broken;
    }

    /** Counts in one pass the rows, and those that break a constraint, which Delta also holds on writing. */
    long checkRows() {
        Map<String, Column> broken = rowChecks(table);
        List<Column> counts = new ArrayList<>();
        broken.values().forEach(condition -> counts.add(count_if(condition)));
        Row counted = rows.agg(count(lit(1)), counts.toArray(Column[]::new)).head();
        int position = 1;
        for (Map.Entry<String, Column> check : broken.entrySet()) {
            if (counted.getLong(position) > 0) {
                show(check.getKey(), rows.where(check.getValue()));
            }
            position++;
        }
        return counted.getLong(0);
    }

    /** Checks the key, the references and the sums. */
    void checkRelations() {
        checkKey();
        if (!table.references().isEmpty()) {
            checkReferences();
        }
        for (Agreement agreement : table.agreements()) {
            show(agreement.name(), disagreeing(agreement));
        }
    }

    /** Compares the keys themselves only where some share a hash. */
    private void checkKey() {
        Column[] key = Schemas.columns(table.key());
        if (!Repeated.hashes(rows, key).isEmpty()) {
            show(
                    "key",
                    rows.groupBy(key)
                            .agg(count(lit(1)).as("rows"))
                            .where(functions.col("rows").gt(1)));
        }
    }

    /** Compares the values that refer to other tables, all of them collected in one pass, with those that are there. */
    private void checkReferences() {
        Column[] values = table.references().stream()
                .map(reference -> collect_set(col(reference.column())))
                .toArray(Column[]::new);
        Row referred = rows.agg(lit(1), values).head();
        for (int i = 0; i < values.length; i++) {
            Reference reference = table.references().get(i);
            Set<Object> astray = new LinkedHashSet<>(referred.getList(i + 1));
            astray.removeAll(targets.of(reference));
            if (!astray.isEmpty()) {
                violations.add(new Violation(
                        table,
                        "reference",
                        astray.stream()
                                .limit(SHOWN)
                                .map(value -> reference.column().name() + " = " + value)
                                .toList()));
            }
        }
    }

    /** Totals that are not the sum of their parts. */
    private Dataset<Row> disagreeing(Agreement agreement) {
        Dataset<Row> totals = rows.where(col(agreement.total()).isNotNull())
                .select(col(agreement.by()).as("by"), col(agreement.total()).as("total"));
        Dataset<Row> sums = details.apply(agreement)
                .groupBy(col(agreement.by()).as("details_by"))
                .agg(sum(col(agreement.detail())).as("details_sum"));
        return totals.join(sums, functions.col("by").equalTo(functions.col("details_by")), "left")
                .where(abs(functions.col("total").minus(coalesce(functions.col("details_sum"), lit(0))))
                        .gt(SAME))
                .select("by", "total", "details_sum");
    }

    private void show(String check, Dataset<Row> breaking) {
        List<Row> shown = breaking.limit(SHOWN).collectAsList();
        if (!shown.isEmpty()) {
            violations.add(new Violation(
                    table, check, shown.stream().map(Row::toString).toList()));
        }
    }
}
