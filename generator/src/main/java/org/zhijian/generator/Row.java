package org.zhijian.generator;

import java.io.IOException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.zhijian.schema.Column;
import org.zhijian.schema.raw.Entity;

/** One record of an entity, set column by column; what is not set is blank. */
final class Row {
    private final List<Column> columns;
    private final String[] values;

    private Row(List<Column> columns) {
        this.columns = columns;
        values = new String[columns.size()];
    }

    static Row of(Entity entity) {
        return new Row(entity.columns());
    }

    Row set(Column column, String value) {
        values[position(column)] = value;
        return this;
    }

    Row set(Column column, LocalDate value) {
        return set(column, value == null ? null : value.toString());
    }

    /** Without an offset, so that the reader takes it in the centre's zone. */
    Row set(Column column, LocalDateTime value) {
        return set(column, value == null ? null : DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(value));
    }

    /** Hundredths as a decimal number without needless zeros; null is blank. */
    Row setHundredths(Column column, Integer hundredths) {
        return set(column, hundredths == null ? null : decimal(hundredths));
    }

    void writeTo(CsvFile file) throws IOException {
        for (String value : values) {
            file.text(value);
        }
        file.endRow();
    }

    static String decimal(int hundredths) {
        int whole = hundredths / 100;
        int rest = hundredths % 100;
        if (rest == 0) {
            return Integer.toString(whole);
        }
        return rest % 10 == 0 ? whole + "." + rest / 10 : whole + (rest < 10 ? ".0" : ".") + rest;
    }

    @SuppressWarnings("ReferenceEquality") // a column is declared once; its value would be costly to compare
    private int position(Column column) {
        for (int i = 0; i < values.length; i++) {
            if (columns.get(i) == column) {
                return i;
            }
        }
        throw new IllegalArgumentException("No column " + column);
    }
}
