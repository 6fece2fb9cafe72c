package org.zhijian.reports.document;

import java.util.List;

/**
 * A table: in a PDF with its header on every page, in a workbook with filters and frozen headers.
 *
 * @param title what it shows
 * @param columns the columns
 * @param rows the rows in the order to read them, each iteration from the first; a workbook reads them one by one
 */
public record Grid(String title, List<Heading> columns, Iterable<Line> rows) implements Block {

    /**
     * A column.
     *
     * @param name the heading
     * @param format how its values are written
     * @param width the usual width, in Latin characters; a Chinese one counts two
     */
    public record Heading(String name, Format format, int width) {}

    /**
     * A row.
     *
     * @param role what it is
     * @param values one a column: of the type that the column's format states, {@link Judged}, or null
     */
    public record Line(Role role, List<Object> values) {

        /** What a row is. */
        public enum Role {
            USUAL,
            /** Sums up the others. */
            TOTAL
        }

        /** A usual row. */
        public static Line of(Object... values) {
            return new Line(Role.USUAL, java.util.Arrays.asList(values));
        }

        /** A row that sums up the others. */
        public static Line total(Object... values) {
            return new Line(Role.TOTAL, java.util.Arrays.asList(values));
        }
    }

    /**
     * A value with its judgement.
     *
     * @param value the value, or null
     * @param tone how it is judged
     */
    public record Judged(Object value, Tone tone) {}

    public Grid {
        columns = List.copyOf(columns);
    }
}
