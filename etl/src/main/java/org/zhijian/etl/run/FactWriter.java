package org.zhijian.etl.run;

import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.to_date;
import static org.apache.spark.sql.functions.trunc;
import static org.zhijian.etl.io.Schemas.col;

import java.sql.Date;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.zhijian.etl.ingest.LoadedEntity;
import org.zhijian.etl.io.Partitions;
import org.zhijian.etl.io.Warehouse;
import org.zhijian.schema.Table;

/** Writes facts: appended where all are new, merged into the months they were and are in where some are known. */
final class FactWriter {
    private final Warehouse warehouse;

    FactWriter(Warehouse warehouse) {
        this.warehouse = warehouse;
    }

    /**
     * Writes the facts of changed records.
     *
     * @return the months the facts were and are in; empty for a table without months
     */
    Set<LocalDate> write(Table table, Dataset<Row> facts, LoadedEntity loaded) {
        Dataset<Row> known = loaded.changed().where(LoadedEntity.known());
        boolean allNew = known.isEmpty();
        Set<LocalDate> months = new TreeSet<>();
        if (table.partition() == null) {
            write(table, facts, allNew, lit(true));
            return months;
        }
        if (!allNew) {
            collectMonths(known.select(trunc(to_date(LoadedEntity.oldMoment()), "month")), months);
        }
        collectMonths(facts.select(col(table.partition())), months);
        write(table, facts, allNew, in(table, months));
        return months;
    }

    /** Puts these facts in the place of all that are there; the months they are in. */
    Set<LocalDate> rebuild(Table table, Dataset<Row> facts) {
        warehouse.overwrite(table, facts);
        return table.partition() == null ? Set.of() : Partitions.of(warehouse, table);
    }

    /** A condition on the merge's target: its month is one of these. */
    static Column in(Table table, Collection<LocalDate> months) {
        return functions.col("old." + table.partition().name()).isInCollection(months);
    }

    private void write(Table table, Dataset<Row> facts, boolean allNew, Column within) {
        if (allNew) {
            warehouse.append(table, facts);
        } else {
            warehouse.merge(table, facts, within);
        }
    }

    static void collectMonths(Dataset<Row> months, Set<LocalDate> into) {
        for (Row row : months.distinct().collectAsList()) {
            Date month = row.getDate(0);
            if (month != null) {
                into.add(month.toLocalDate());
            }
        }
    }
}
