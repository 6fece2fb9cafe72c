package org.zhijian.etl.run;

import java.time.LocalDate;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.zhijian.etl.ingest.LoadedEntity;
import org.zhijian.etl.io.Partitions;
import org.zhijian.etl.io.Schemas;
import org.zhijian.etl.io.Warehouse;
import org.zhijian.schema.Column;
import org.zhijian.schema.Table;

/** Writes facts: added where all are new; where some are known, the months they were and are in are written again. */
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
        if (loaded.known() || Partitions.isScattered(warehouse, table)) {
            return replace(table, facts, loaded.oldMonths());
        }
        warehouse.append(table, facts.coalesce(1));
        return Partitions.writtenLast(warehouse, table);
    }

    /**
     * Puts facts in the place of those with the same keys.
     *
     * @param oldMonths the months those are in
     * @return the months the facts were and are in; empty for a table without months
     */
    Set<LocalDate> replace(Table table, Dataset<Row> facts, Set<LocalDate> oldMonths) {
        Set<LocalDate> rewritten = new TreeSet<>(oldMonths);
        rewritten.addAll(Partitions.scattered(warehouse, table));
        Dataset<Row> rows = facts.persist();
        warehouse.replaceKeys(table, rewritten, rows.select(Schemas.columns(table.key())), rows);
        rows.unpersist();
        Set<LocalDate> months = new TreeSet<>(oldMonths);
        months.addAll(Partitions.writtenLast(warehouse, table));
        return months;
    }

    /** What there is of facts with the same keys, in a table without months. */
    Dataset<Row> old(Table table, Dataset<Row> facts) {
        String[] key = table.key().stream().map(Column::name).toArray(String[]::new);
        return warehouse.read(table).join(facts.select(Schemas.columns(table.key())), key, "left_semi");
    }
}
