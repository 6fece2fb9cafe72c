package org.zhijian.reports.read;

import io.delta.kernel.expressions.AlwaysFalse;
import io.delta.kernel.expressions.AlwaysTrue;
import io.delta.kernel.expressions.Expression;
import io.delta.kernel.expressions.In;
import io.delta.kernel.expressions.Predicate;
import io.delta.kernel.types.StructType;
import java.util.Collection;
import java.util.List;
import org.zhijian.schema.Column;

/**
 * What a row has to satisfy to be read. Where the condition is about a partition, or excludes a file by its statistics,
 * the file is not opened. A row whose value is missing satisfies none but {@link #missing}.
 */
public final class Condition {
    private final Column column;
    private final Predicate predicate;
    private final Predicate withoutColumn;

    private Condition(Column column, Predicate predicate, Predicate withoutColumn) {
        this.column = column;
        this.predicate = predicate;
        this.withoutColumn = withoutColumn;
    }

    public static Condition equal(Column column, Object value) {
        return compare(column, "=", value);
    }

    /** At least that value. */
    public static Condition from(Column column, Object lowest) {
        return compare(column, ">=", lowest);
    }

    /** At most that value. */
    public static Condition upTo(Column column, Object highest) {
        return compare(column, "<=", highest);
    }

    public static Condition oneOf(Column column, Collection<?> values) {
        List<Expression> literals = values.stream()
                .<Expression>map(value -> KernelValues.literal(column, value))
                .toList();
        return new Condition(column, new In(reference(column), literals), AlwaysFalse.ALWAYS_FALSE);
    }

    /** The value is missing. */
    public static Condition missing(Column column) {
        return new Condition(column, new Predicate("IS_NULL", reference(column)), AlwaysTrue.ALWAYS_TRUE);
    }

    Column column() {
        return column;
    }

    /** The condition over a table that is stored with this schema; a column that it does not have is missing. */
    Predicate predicate(StructType stored) {
        return stored.indexOf(column.name()) < 0 ? withoutColumn : predicate;
    }

    private static Condition compare(Column column, String operator, Object value) {
        return new Condition(
                column,
                new Predicate(operator, reference(column), KernelValues.literal(column, value)),
                AlwaysFalse.ALWAYS_FALSE);
    }

    private static Expression reference(Column column) {
        return new io.delta.kernel.expressions.Column(column.name());
    }

    @Override
    public String toString() {
        return predicate.toString();
    }
}
