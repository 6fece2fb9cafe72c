package org.zhijian.reports.read;

import java.util.List;
import java.util.stream.Stream;
import org.zhijian.schema.Column;
import org.zhijian.schema.Table;

/**
 * Which columns of which rows of a table are read.
 *
 * @param table the table
 * @param columns the columns that the rows will have
 * @param conditions what a row has to satisfy, all of them
 */
public record Selection(Table table, List<Column> columns, List<Condition> conditions) {

    public Selection {
        columns = List.copyOf(columns);
        conditions = List.copyOf(conditions);
    }

    /** All columns of the rows that satisfy all of these; without any, of all rows. */
    public static Selection of(Table table, Condition... conditions) {
        return new Selection(table, table.columns(), List.of(conditions));
    }

    /** Only these columns, in this order. */
    public Selection columns(Column... only) {
        return new Selection(table, List.of(only), conditions);
    }

    /** Only rows that satisfy this as well. */
    public Selection where(Condition condition) {
        return new Selection(
                table,
                columns,
                Stream.concat(conditions.stream(), Stream.of(condition)).toList());
    }
}
