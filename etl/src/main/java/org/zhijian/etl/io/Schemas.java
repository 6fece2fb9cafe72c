package org.zhijian.etl.io;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.StructType;
import org.zhijian.schema.Table;

/** A declared table in Spark's words. */
public final class Schemas {
    private Schemas() {}

    /** The table's columns as a schema. */
    public static StructType struct(Table table) {
        StructType struct = new StructType();
        for (org.zhijian.schema.Column column : table.columns()) {
            struct = struct.add(
                    column.name(), DataType.fromDDL(column.type().sql()), !column.isRequired(), column.meaning());
        }
        return struct;
    }

    /** The table's columns, in order, for a select. */
    public static Column[] columns(Table table) {
        return columns(table.columns());
    }

    /** Those columns, in order, for a select. */
    public static Column[] columns(List<org.zhijian.schema.Column> columns) {
        return columns.stream().map(Schemas::col).toArray(Column[]::new);
    }

    /** A declared column. */
    public static Column col(org.zhijian.schema.Column column) {
        return functions.col("`" + column.name() + "`");
    }
}
