package org.zhijian.reports.pdf;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.zhijian.reports.document.Format;
import org.zhijian.reports.document.Grid;
import org.zhijian.reports.look.Look;

/**
 * How wide the columns of a table are and how large its text is. A number, a date and a word are never broken; a text
 * takes further lines where it has to. All measures are in points; those of text are for a size of one.
 */
final class Columns {
    /** What is left blank at the left and at the right of a cell: less where the text is small. */
    private static final int PADDING = 5;

    private static final int NARROW_PADDING = 3;
    /** What rounding may take of a column. */
    private static final double ROUNDING = 1.6;
    /** The width of a Latin character of {@link Grid.Heading#width()}. */
    private static final double CHARACTER = 0.56;
    /** A text up to this width takes one line before the size goes down. */
    private static final double SHORT_TEXT = 12;
    /** A longer text gets at least this share of its usual width before the size goes down. */
    private static final double COMFORT = 0.6;
    /** A word is kept whole up to this width, which the number of a record has. */
    private static final double LONGEST_WORD = 9;
    /** A heading takes up to so many lines before the size goes down. */
    private static final int HEADING_LINES = 2;
    /** A heading up to this width, of two Chinese characters, takes one line. */
    private static final double SHORT_HEADING = 2.2;
    /** A column of text is at least so wide where its usual width and its longest text are. */
    private static final double LEAST_TEXT = 5;

    private static final double STEP = 0.5;
    private static final Lettering REGULAR = Fonts.regular(1);
    private static final Lettering BOLD = Fonts.bold(1);

    private final List<Need> needs;
    private final double[] longest;

    private Columns(List<Need> needs, double[] longest) {
        this.needs = needs;
        this.longest = longest;
    }

    /**
     * What a column needs.
     *
     * @param least with less, something is broken that should not be
     * @param comfortable with less, text takes more lines than it should
     * @param usual what its content takes in one line
     */
    private record Need(double least, double comfortable, double usual) {
        double least(double size) {
            return least * size + around(size);
        }

        double comfortable(double size) {
            return comfortable * size + around(size);
        }

        double usual(double size) {
            return usual * size + around(size);
        }
    }

    /**
     * The layout of some of a table's columns.
     *
     * @param columns their numbers
     * @param widths the width of each; together they are as wide as the sheet
     * @param size the size of the text
     */
    record Layout(List<Integer> columns, List<Integer> widths, float size) {
        /** What is left of a column's width for text. */
        int room(int position) {
            return widths.get(position) - 2 * padding(size);
        }
    }

    /** What is left blank at the left and at the right of a cell with text of that size. */
    static int padding(double size) {
        return size < Look.BODY_SIZE ? NARROW_PADDING : PADDING;
    }

    private static double around(double size) {
        return 2 * padding(size) + ROUNDING;
    }

    /** Reads the rows once to see what the columns need. */
    static Columns of(Grid grid) {
        double[] least = new double[grid.columns().size()];
        double[] longest = new double[least.length];
        for (Grid.Line line : grid.rows()) {
            for (int i = 0; i < least.length; i++) {
                String text = TableRows.text(grid.columns().get(i), line, i);
                least[i] = Math.max(least[i], leastOf(text, grid.columns().get(i)));
                longest[i] = Math.max(longest[i], REGULAR.width(text));
            }
        }
        List<Need> needs = new ArrayList<>();
        for (int i = 0; i < least.length; i++) {
            needs.add(need(grid.columns().get(i), least[i], longest[i]));
        }
        return new Columns(needs, longest);
    }

    /** Whether all columns stand side by side on the sheet without the text becoming as small as can be. */
    boolean readableOn(Sheet sheet) {
        List<Layout> layouts = layouts(sheet);
        return layouts.size() == 1 && layouts.get(0).size() > Look.SMALL_SIZE;
    }

    /** The table in one part or, where it is too wide for the sheet, in several; each begins with the first column. */
    List<Layout> layouts(Sheet sheet) {
        List<Layout> layouts = new ArrayList<>();
        List<Integer> part = new ArrayList<>();
        for (int column : all()) {
            part.add(column);
            boolean tooWide = sum(part, Look.SMALL_SIZE) > sheet.width() || part.size() > TableRows.MOST_COLUMNS;
            if (tooWide && part.size() > 2) {
                part.remove(part.size() - 1);
                layouts.add(layout(part, sheet));
                part = new ArrayList<>(List.of(0, column));
            }
        }
        layouts.add(layout(part, sheet));
        return layouts;
    }

    /** About how many lines the highest row has. */
    int mostLines(Layout layout) {
        double most = 1;
        for (int i = 0; i < layout.columns().size(); i++) {
            most = Math.max(most, longest[layout.columns().get(i)] * layout.size() / layout.room(i));
        }
        return (int) Math.ceil(most);
    }

    private Layout layout(List<Integer> columns, Sheet sheet) {
        double size = Look.BODY_SIZE;
        while (size > Look.SMALL_SIZE && comfortable(columns, size) > sheet.width()) {
            size -= STEP;
        }
        double least = sum(columns, size);
        double comfortable = comfortable(columns, size);
        double usual = 0;
        for (int column : columns) {
            usual += needs.get(column).usual(size);
        }
        double room = sheet.width();
        List<Integer> widths = new ArrayList<>();
        double end = 0;
        int before = 0;
        for (int column : columns) {
            Need need = needs.get(column);
            double width;
            if (usual <= room) {
                width = need.usual(size) * room / usual;
            } else if (comfortable <= room) {
                width = between(need.comfortable(size), need.usual(size), (room - comfortable) / (usual - comfortable));
            } else if (least <= room) {
                width = between(need.least(size), need.comfortable(size), (room - least) / (comfortable - least));
            } else {
                width = need.least(size) * room / least;
            }
            end += width;
            int edge = (int) Math.round(end);
            widths.add(edge - before);
            before = edge;
        }
        return new Layout(List.copyOf(columns), widths, (float) size);
    }

    private static double between(double less, double more, double share) {
        return less + (more - less) * share;
    }

    private double sum(List<Integer> columns, double size) {
        return columns.stream().mapToDouble(i -> needs.get(i).least(size)).sum();
    }

    private double comfortable(List<Integer> columns, double size) {
        return columns.stream().mapToDouble(i -> needs.get(i).comfortable(size)).sum();
    }

    private List<Integer> all() {
        return IntStream.range(0, needs.size()).boxed().toList();
    }

    private static Need need(Grid.Heading heading, double leastOfValues, double longest) {
        String name = ShownText.inOneLine(heading.name());
        double whole = BOLD.width(name);
        double word = whole <= SHORT_HEADING ? whole : Math.min(LONGEST_WORD, Wrapping.widestPiece(name, BOLD));
        double stated = heading.width() * CHARACTER;
        double inFewLines = Wrapping.narrowest(name, BOLD, HEADING_LINES);
        double least = Math.max(leastOfValues, word);
        if (heading.format() == Format.TEXT) {
            double leastText = Math.max(least, Math.min(Math.min(stated, longest), LEAST_TEXT));
            double ofText = Math.max(leastText, longest <= SHORT_TEXT ? longest : stated * COMFORT);
            double comfortable = Math.max(ofText, inFewLines);
            return new Need(leastText, comfortable, Math.max(comfortable, stated));
        }
        boolean isWritten = heading.format() == Format.HANDWRITING;
        double comfortable = Math.max(Math.max(least, inFewLines), isWritten ? stated : 0);
        return new Need(least, comfortable, Math.max(comfortable, stated));
    }

    private static double leastOf(String text, Grid.Heading heading) {
        return heading.format() == Format.TEXT
                ? Math.min(LONGEST_WORD, Wrapping.widestPiece(text, REGULAR))
                : BOLD.width(text);
    }
}
