package org.zhijian.etl.run;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.zhijian.etl.io.Partitions;
import org.zhijian.etl.io.Warehouse;
import org.zhijian.schema.Table;

/** Writes marts, each as a step of the run; when everything is made anew, what is written takes the place of all there is. */
final class MartWriter {
    private final Warehouse warehouse;
    private final Scope scope;
    private final Steps steps;

    MartWriter(Warehouse warehouse, Scope scope, Steps steps) {
        this.warehouse = warehouse;
        this.scope = scope;
        this.steps = steps;
    }

    /** Puts rows of whole months in the place of what there is of them; nothing is done without months. */
    Table replace(Table table, Collection<LocalDate> months, Supplier<Dataset<Row>> rows) {
        if (!months.isEmpty()
                || (scope.rebuild() && !Partitions.of(warehouse, table).isEmpty())) {
            steps.write(warehouse, table, () -> {
                Dataset<Row> together = warehouse.inFewFiles(table, rows.get());
                if (scope.rebuild()) {
                    warehouse.overwrite(table, together);
                } else {
                    warehouse.replaceMonths(table, months, together);
                }
            });
        }
        return table;
    }

    /** Removes whole months. */
    void remove(Table table, Collection<LocalDate> months) {
        Set<LocalDate> written = Partitions.of(warehouse, table);
        written.retainAll(months);
        if (!written.isEmpty()) {
            warehouse.replaceMonths(table, written, warehouse.read(table, Set.of()));
        }
    }

    /** Puts rows that meet a condition in the place of those that do; the other rows of this small table stay. */
    Table replaceWhere(Table table, Column condition, Supplier<Dataset<Row>> rows) {
        if (scope.rebuild()) {
            return overwrite(table, rows);
        }
        steps.write(warehouse, table, () -> warehouse.replaceWhere(table, condition, rows.get()));
        return table;
    }

    /** Puts rows in the place of all there are. */
    Table overwrite(Table table, Supplier<Dataset<Row>> rows) {
        steps.write(warehouse, table, () -> warehouse.overwrite(table, warehouse.inFewFiles(table, rows.get())));
        return table;
    }
}
