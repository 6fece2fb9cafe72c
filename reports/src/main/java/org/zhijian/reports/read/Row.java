package org.zhijian.reports.read;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import org.zhijian.schema.Column;

/** One row of a table. A value that is missing is null; asking for a column that was not selected is a fault. */
public final class Row {
    private final Fields fields;
    private final Object[] values;

    private Row(Fields fields, Object[] values) {
        this.fields = fields;
        this.values = values;
    }

    /** A row of these values, in the order of the fields and each of the type that its column declares. */
    public static Row of(Fields fields, Object... values) {
        if (values.length != fields.size()) {
            throw new IllegalArgumentException(values.length + " values for " + fields.size() + " columns");
        }
        return new Row(fields, values.clone());
    }

    public Fields fields() {
        return fields;
    }

    public String string(Column column) {
        return (String) value(column);
    }

    public Integer integer(Column column) {
        return (Integer) value(column);
    }

    public Long bigint(Column column) {
        return (Long) value(column);
    }

    public Double number(Column column) {
        return (Double) value(column);
    }

    public Boolean bool(Column column) {
        return (Boolean) value(column);
    }

    public LocalDate date(Column column) {
        return (LocalDate) value(column);
    }

    public Instant timestamp(Column column) {
        return (Instant) value(column);
    }

    /** The value, of the Java type that belongs to the column's declared type. */
    public Object value(Column column) {
        return values[fields.position(column)];
    }

    /** The value at that place, from 0. */
    public Object value(int position) {
        return values[position];
    }

    /** Rows are equal when they have the same values in the same columns. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Row row
                && Arrays.equals(values, row.values)
                && fields.columns().equals(row.fields.columns());
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return Arrays.toString(values);
    }
}
