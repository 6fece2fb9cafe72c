package org.zhijian.etl.run;

import static org.zhijian.etl.io.Schemas.col;

import java.time.LocalDate;
import java.util.Collection;
import java.util.function.Supplier;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.zhijian.etl.io.Warehouse;
import org.zhijian.schema.Table;

/** Writes marts, each as a step of the run. */
final class MartWriter {
    private final Warehouse warehouse;
    private final Steps steps;

    MartWriter(Warehouse warehouse, Steps steps) {
        this.warehouse = warehouse;
        this.steps = steps;
    }

    /** Puts rows of whole months in the place of what there is of them; nothing is done without months. */
    Table replace(Table table, Collection<LocalDate> months, Supplier<Dataset<Row>> rows) {
        if (!months.isEmpty()) {
            steps.run(
                    table.name(),
                    () -> warehouse.replaceMonths(table, months, rows.get().repartition(1, col(table.partition()))));
        }
        return table;
    }

    /** Puts rows that meet a condition in the place of those that do; the other rows of this small table stay. */
    void replaceWhere(Table table, Column condition, Supplier<Dataset<Row>> rows) {
        steps.run(table.name(), () -> warehouse.replaceWhere(table, condition, rows.get()));
    }

    /** Puts rows in the place of all there are. */
    Table overwrite(Table table, Supplier<Dataset<Row>> rows) {
        steps.run(table.name(), () -> warehouse.overwrite(table, rows.get().coalesce(1)));
        return table;
    }
}
