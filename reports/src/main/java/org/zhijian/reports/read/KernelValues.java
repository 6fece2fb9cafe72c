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
        Comparable<?> stored = stored(column, vector, place);
        return switch (column.type()) {
            case STRING, INT, LONG, DOUBLE, BOOLEAN -> stored;
            case DATE -> LocalDate.ofEpochDay((Integer) stored);
            case TIMESTAMP -> Micros.toInstant((Long) stored);
        };
    }

    /** The value in that place of the column's vector, where it is not missing: a date as its day, a time as its micros. */
    static Comparable<?> stored(Column column, ColumnVector vector, int place) {
        return switch (column.type()) {
            case STRING -> vector.getString(place);
            case INT, DATE -> vector.getInt(place);
            case LONG, TIMESTAMP -> vector.getLong(place);
            case DOUBLE -> vector.getDouble(place);
            case BOOLEAN -> vector.getBoolean(place);
        };
    }

    /** A value that a row can have as it is stored. */
    @SuppressWarnings("unchecked") // it is only compared with values of the same column
    static Comparable<Object> stored(Column column, Object value) {
        Object stored =
                switch (column.type()) {
                    case STRING, INT, LONG, DOUBLE, BOOLEAN -> value;
                    case DATE -> Math.toIntExact(((LocalDate) value).toEpochDay());
                    case TIMESTAMP -> Micros.of((Instant) value);
                };
        return (Comparable<Object>) stored;
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
