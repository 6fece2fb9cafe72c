package org.zhijian.app.console;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A table of text for a terminal: columns as wide as their content, the last one wrapped to the line's end. */
public final class TextTable {
    private static final int LINE = 100;
    private static final int NARROWEST = 24;
    private static final String GAP = "  ";

    private final List<String> headers = new ArrayList<>();
    private final List<Side> sides = new ArrayList<>();
    private final List<List<String>> rows = new ArrayList<>();

    /** Adds a column of text. */
    public TextTable column(String header) {
        return column(header, Side.LEFT);
    }

    /** Adds a column of numbers, which stand to the right. */
    public TextTable number(String header) {
        return column(header, Side.RIGHT);
    }

    /** Adds a row; a null cell stays empty. */
    public TextTable row(Object... cells) {
        if (cells.length != headers.size()) {
            throw new IllegalArgumentException(cells.length + " cells for " + headers.size() + " columns");
        }
        rows.add(Arrays.stream(cells)
                .map(cell -> cell == null ? "" : cell.toString())
                .toList());
        return this;
    }

    public boolean isEmpty() {
        return rows.isEmpty();
    }

    public void print(PrintWriter out) {
        int[] widths = widths();
        print(headers, widths, out);
        print(Arrays.stream(widths).mapToObj("-"::repeat).toList(), widths, out);
        rows.forEach(row -> print(row, widths, out));
    }

    private TextTable column(String header, Side side) {
        headers.add(header);
        sides.add(side);
        return this;
    }

    private int[] widths() {
        int[] widths = headers.stream().mapToInt(DisplayWidth::of).toArray();
        int last = widths.length - 1;
        int before = 0;
        for (int i = 0; i <= last; i++) {
            for (List<String> row : rows) {
                widths[i] = Math.max(widths[i], DisplayWidth.of(row.get(i)));
            }
            before += i == last ? 0 : GAP.length() + widths[i];
        }
        widths[last] = Math.min(widths[last], Math.max(NARROWEST, LINE - GAP.length() - before));
        return widths;
    }

    private void print(List<String> row, int[] widths, PrintWriter out) {
        int last = widths.length - 1;
        List<String> wrapped = DisplayWidth.wrap(row.get(last), widths[last]);
        for (int line = 0; line < wrapped.size(); line++) {
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < last; i++) {
                text.append(GAP).append(sides.get(i).pad(line == 0 ? row.get(i) : "", widths[i]));
            }
            text.append(GAP).append(sides.get(last).pad(wrapped.get(line), widths[last]));
            out.println(text.toString().stripTrailing());
        }
    }

    private enum Side {
        LEFT {
            @Override
            String pad(String cell, int width) {
                return cell + blanks(cell, width);
            }
        },
        RIGHT {
            @Override
            String pad(String cell, int width) {
                return blanks(cell, width) + cell;
            }
        };

        abstract String pad(String cell, int width);

        private static String blanks(String cell, int width) {
            return " ".repeat(Math.max(0, width - DisplayWidth.of(cell)));
        }
    }
}
