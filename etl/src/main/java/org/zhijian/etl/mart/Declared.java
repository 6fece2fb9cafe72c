package org.zhijian.etl.mart;

import static org.apache.spark.sql.functions.col;

import org.apache.spark.sql.Column;
import org.zhijian.schema.Table;

/** Columns of datasets by their declaration. */
final class Declared {
    private Declared() {}

    /** The dataset's column of a declared name. */
    static Column field(org.zhijian.schema.Column declared) {
        return col(declared.name());
    }

    /** Every column of a table in the declared order, as the declared type. */
    static Column[] columns(Table table) {
        return table.columns().stream()
                .map(declared -> field(declared).cast(declared.type().sql()).as(declared.name()))
                .toArray(Column[]::new);
    }

    /** The names of declared columns, to join or group by. */
    static String[] names(org.zhijian.schema.Column... declared) {
        String[] names = new String[declared.length];
        for (int i = 0; i < declared.length; i++) {
            names[i] = declared[i].name();
        }
        return names;
    }
}
