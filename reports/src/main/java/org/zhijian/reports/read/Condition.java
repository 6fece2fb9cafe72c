package org.zhijian.reports.read;

import io.delta.kernel.data.ColumnVector;
import io.delta.kernel.expressions.AlwaysFalse;
import io.delta.kernel.expressions.AlwaysTrue;
import io.delta.kernel.expressions.Expression;
import io.delta.kernel.expressions.In;
import io.delta.kernel.expressions.Predicate;
import io.delta.kernel.types.StructType;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.zhijian.schema.Column;

/**
 * What a row has to satisfy to be read. Where the condition is about a partition, or excludes a file by its statistics,
 * the file is not opened. A row whose value is missing satisfies none but {@link #missing}.
 */
public final class Condition {
    private final Column column;
    private final Predicate predicate;
    private final Test present;
    private final boolean missing;

    private Condition(Column column, Predicate predicate, Test present, boolean missing) {
        this.column = column;
        this.predicate = predicate;
        this.present = present;
        this.missing = missing;
    }

    /** What a value that is there has to be, as {@link KernelValues#stored} has it. */
    private interface Test extends java.util.function.Predicate<Comparable<?>> {}

    public static Condition equal(Column column, Object value) {
        Comparable<?> wanted = KernelValues.stored(column, value);
        return compare(column, "=", value, wanted::equals);
    }

    /** At least that value. */
    public static Condition from(Column column, Object lowest) {
        Comparable<Object> bound = KernelValues.stored(column, lowest);
        return compare(column, ">=", lowest, value -> bound.compareTo(value) <= 0);
    }

    /** At most that value. */
    public static Condition upTo(Column column, Object highest) {
        Comparable<Object> bound = KernelValues.stored(column, highest);
        return compare(column, "<=", highest, value -> bound.compareTo(value) >= 0);
    }

    public static Condition oneOf(Column column, Collection<?> values) {
        List<Expression> literals = values.stream()
                .<Expression>map(value -> KernelValues.literal(column, value))
                .toList();
        Set<Comparable<Object>> wanted =
                values.stream().map(value -> KernelValues.stored(column, value)).collect(Collectors.toSet());
        return new Condition(column, new In(reference(column), literals), wanted::contains, false);
    }

    /** The value is missing. */
    public static Condition missing(Column column) {
        return new Condition(column, new Predicate("IS_NULL", reference(column)), value -> false, true);
    }

    Column column() {
        return column;
    }

    /** Whether a row satisfies it by this column of its batch, or by having no such column, which is null. */
    boolean holds(ColumnVector vector, int place) {
        boolean isMissing = vector == null || vector.isNullAt(place);
        return isMissing ? missing : present.test(KernelValues.stored(column, vector, place));
    }

    /**
     * The condition over a table that is stored with this schema, by which files are left out; a column that it does not
     * have is missing.
     */
    Predicate predicate(StructType stored) {
        if (stored.indexOf(column.name()) >= 0) {
            return predicate;
        }
        return missing ? AlwaysTrue.ALWAYS_TRUE : AlwaysFalse.ALWAYS_FALSE;
    }

    private static Condition compare(Column column, String operator, Object value, Test present) {
        Predicate predicate = new Predicate(operator, reference(column), KernelValues.literal(column, value));
        return new Condition(column, predicate, present, false);
    }

    private static Expression reference(Column column) {
        return new io.delta.kernel.expressions.Column(column.name());
    }

    @Override
    public String toString() {
        return predicate.toString();
    }
}
