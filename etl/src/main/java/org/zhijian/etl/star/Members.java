package org.zhijian.etl.star;

import static org.apache.spark.sql.functions.lit;
import static org.zhijian.etl.io.Schemas.col;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.zhijian.etl.io.Schemas;
import org.zhijian.schema.Table;

/** Members of dimensions that have no landing record: the unknown one, and those known only from facts. */
final class Members {
    /** What stands for the natural key of the unknown member. */
    static final String UNKNOWN = "unknown";

    private Members() {}

    /** The unknown member's natural key, one row. */
    static Dataset<Row> unknown(Dataset<Row> any, org.zhijian.schema.Column natural) {
        return any.sparkSession().range(1).select(lit(UNKNOWN).as(natural.name()));
    }

    /** Of the natural keys that facts name, those without a landing record. */
    static Dataset<Row> inferred(Dataset<Row> referred, Dataset<Row> landed, org.zhijian.schema.Column natural) {
        return referred.select(col(natural))
                .where(col(natural).isNotNull())
                .distinct()
                .join(landed.select(col(natural)), natural.name(), "left_anti");
    }

    /** The rows with every other column of the table blank. */
    static Dataset<Row> withBlanks(Dataset<Row> rows, Table table) {
        List<String> there = List.of(rows.columns());
        Column[] columns = table.columns().stream()
                .map(column -> there.contains(column.name())
                        ? col(column)
                        : lit(null).cast(column.type().sql()).as(column.name()))
                .toArray(Column[]::new);
        return rows.select(columns).select(Schemas.columns(table));
    }
}
