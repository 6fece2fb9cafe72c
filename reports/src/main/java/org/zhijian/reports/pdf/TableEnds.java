package org.zhijian.reports.pdf;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.zhijian.reports.document.Grid;

/**
 * What of a table is kept together: its first rows with its header, and its last rows, so that none of a few begins or
 * ends a page alone. A table of few rows is kept together whole.
 *
 * @param beginning how high the rows are that stay with the header, in points
 * @param end how high the last rows are that stay together, in points; 0 where there are none beside the first
 * @param firstOfEnd the number of the first of the last rows, counted from 0; beyond all rows where there are none
 */
record TableEnds(int beginning, int end, long firstOfEnd) {
    /** So many rows are kept together. */
    private static final int KEPT = 4;
    /** A row's padding and its line. */
    static final int AROUND = 5;

    /** The ends of a table that stands on sheets of that height. */
    static TableEnds of(Grid grid, Columns.Layout layout, Sheet sheet) {
        List<Grid.Line> first = new ArrayList<>();
        Deque<Grid.Line> last = new ArrayDeque<>();
        long rows = 0;
        for (Grid.Line line : grid.rows()) {
            rows++;
            if (first.size() < 2 * KEPT - 1) {
                first.add(line);
            }
            last.addLast(line);
            if (last.size() > KEPT) {
                last.removeFirst();
            }
        }
        int most = sheet.height() / 2;
        int whole = height(grid, first, layout);
        if (rows == first.size() && whole <= most) {
            return new TableEnds(whole, 0, rows);
        }
        int beginning = Math.min(most, height(grid, first.subList(0, Math.min(KEPT, first.size())), layout));
        int end = height(grid, last, layout);
        boolean endsApart = rows >= 2 * KEPT && end <= most;
        return new TableEnds(beginning, endsApart ? end : 0, endsApart ? rows - KEPT : rows);
    }

    private static int height(Grid grid, Iterable<Grid.Line> rows, Columns.Layout layout) {
        int height = 0;
        for (Grid.Line row : rows) {
            boolean isTotal = row.role() == Grid.Line.Role.TOTAL;
            Lettering lettering = isTotal ? Fonts.bold(layout.size()) : Fonts.regular(layout.size());
            long lines = 1;
            for (int i = 0; i < layout.columns().size(); i++) {
                int column = layout.columns().get(i);
                String text = TableRows.text(grid.columns().get(column), row, column);
                lines = Math.max(
                        lines,
                        Wrapping.wrapped(text, lettering, layout.room(i))
                                .lines()
                                .count());
            }
            height += (int) Math.ceil(lines * lettering.lineHeight()) + AROUND;
        }
        return height;
    }
}
