package org.zhijian.reports.read;

import io.delta.kernel.data.ColumnVector;
import io.delta.kernel.expressions.Literal;
import java.time.Instant;
import java.time.LocalDate;
import org.zhijian.schema.Column;

/** Values as Delta Kernel has them, and as rows have them. */
final class KernelValues {

    /** The value in that place of the column's vector, null where it is missing. */
    static Object decode(Column column, ColumnVector vector, int place) {
        if (vector.isNullAt(place)) {
            return null;
        }
        return switch (column.type()) {
            case STRING -> vector.getString(place);
            case INT -> vector.getInt(place);
            case LONG -> vector.getLong(place);
            case DOUBLE -> vector.getDouble(place);
            case BOOLEAN -> vector.getBoolean(place);
            case DATE -> LocalDate.ofEpochDay(vector.getInt(place));
            case TIMESTAMP -> Micros.toInstant(vector.getLong(place));
        };
    }

    static Literal literal(Column column, Object value) {
        return switch (column.type()) {
            case STRING -> Literal.ofString((String) value);
            case INT -> Literal.ofInt((Integer) value);
            case LONG -> Literal.ofLong((Long) value);
            case DOUBLE -> Literal.ofDouble((Double) value);
            case BOOLEAN -> Literal.ofBoolean((Boolean) value);
            case DATE -> Literal.ofDate(Math.toIntExact(((LocalDate) value).toEpochDay()));
            case TIMESTAMP -> Literal.ofTimestamp(Micros.of((Instant) value));
        };
    }

    private KernelValues() {}
}
