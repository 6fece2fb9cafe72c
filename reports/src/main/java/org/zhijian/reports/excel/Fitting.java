package org.zhijian.reports.excel;

import java.util.List;
import org.zhijian.reports.document.Format;
import org.zhijian.reports.document.Grid.Heading;
import org.zhijian.reports.document.Grid.Judged;
import org.zhijian.reports.document.Grid.Line;

/** Makes a table's columns as wide as its values need: texts by the first rows, numbers by all of them. */
final class Fitting {
    /** A text that is longer than the column's usual width by more than that is no reason to widen it: it is wrapped. */
    private static final double MOST = 1.5;

    private static final double EDGES = 3;

    /** A sign before the value, and bold digits. */
    private static final double SIGN = 4;

    private final List<Heading> headings;
    private final Columns columns;

    /** The number in each column that needs the most digits. */
    private final double[] longest;

    Fitting(List<Heading> headings, Columns columns) {
        this.headings = headings;
        this.columns = columns;
        longest = new double[headings.size()];
    }

    /** Widens the columns a little where texts of these rows would just not fit. */
    void fitTexts(List<Line> rows) {
        for (Line row : rows) {
            for (int i = 0; i < Math.min(headings.size(), row.values().size()); i++) {
                Object value = row.values().get(i) instanceof Judged judged
                        ? judged.value()
                        : row.values().get(i);
                if (value instanceof String text) {
                    fitText(i, text);
                }
            }
        }
    }

    private void fitText(int column, String text) {
        double needed = TextWidth.of(text) + EDGES;
        if (needed <= columns.width(column) * MOST) {
            columns.widen(column, Math.min(needed, headings.get(column).width() * MOST));
        }
    }

    /** Takes note of a number. */
    void see(int column, double number) {
        // a minus takes as much room as a digit
        double length = number < 0 ? -10 * number : number;
        if (length > longest[column]) {
            longest[column] = length;
        }
    }

    /** Widens the columns to the numbers that were seen: one that does not fit is shown as crosses. */
    void fitNumbers() {
        for (int i = 0; i < longest.length; i++) {
            Format format = headings.get(i).format();
            if (format.isNumber() && Double.isFinite(longest[i])) {
                columns.widen(i, format.text(longest[i]).length() + SIGN);
            }
        }
    }
}
