package org.zhijian.reports.excel;

import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.usermodel.Sheet;
import org.zhijian.reports.document.Chart.Heatmap;
import org.zhijian.reports.document.Format;
import org.zhijian.reports.document.Grid;
import org.zhijian.reports.document.Grid.Heading;

/** The columns of a sheet, as wide as the tables on it need; those beyond have a usual width. */
final class Columns {
    /** The width of a page on a usual screen. */
    static final double PAGE = 140;

    /** Where nothing else is asked for. */
    static final double USUAL = 11;

    /** As many usual columns as a page is wide. */
    private static final int BESIDE = (int) (PAGE / USUAL) + 1;

    private static final double WIDEST = 80;
    private static final double HEAT = 9;

    /** The button of a filter, and the edges. */
    private static final double BUTTON = 5;

    private static final double EDGES = 3;

    private final List<Double> widths = new ArrayList<>();

    /** Wide enough for all of these. */
    static Columns of(List<Grid> grids, List<Heatmap> heatmaps) {
        Columns columns = new Columns();
        for (Grid grid : grids) {
            for (int i = 0; i < grid.columns().size(); i++) {
                columns.widen(i, width(grid.columns().get(i)));
            }
        }
        heatmaps.forEach(columns::widen);
        return columns;
    }

    /** These widths. */
    static Columns of(double... widths) {
        Columns columns = new Columns();
        for (int i = 0; i < widths.length; i++) {
            columns.widen(i, widths[i]);
        }
        return columns;
    }

    private void widen(Heatmap heatmap) {
        heatmap.rows().forEach(row -> widen(0, Math.min(40, TextWidth.of(row.label()) + EDGES)));
        for (int i = 0; i < heatmap.columns().size(); i++) {
            widen(
                    i + 1,
                    Math.min(
                            18,
                            Math.max(HEAT, TextWidth.ofHeading(heatmap.columns().get(i)) + EDGES)));
        }
    }

    private static double width(Heading heading) {
        double needed = Math.max(heading.width(), narrowest(heading.format())) + EDGES;
        return Math.max(needed, TextWidth.ofHeading(heading.name()) + BUTTON);
    }

    /** A number or date that does not fit is shown as crosses. */
    private static int narrowest(Format format) {
        return switch (format) {
            case TEXT -> 4;
            case DATE -> 11;
            case MONTH -> 8;
            case DATE_TIME -> 17;
            default -> 7;
        };
    }

    /** Makes the column at least that wide, up to the widest that a screen takes. */
    void widen(int column, double width) {
        while (widths.size() < column) {
            widths.add(USUAL);
        }
        if (widths.size() == column) {
            widths.add(0.0);
        }
        widths.set(column, Math.min(WIDEST, Math.max(width, widths.get(column))));
    }

    double width(int column) {
        return column < widths.size() ? widths.get(column) : USUAL;
    }

    /** How many columns are given a width. */
    int count() {
        return widths.size();
    }

    /** The width of the columns from the first, which is included, to the last, which is not. */
    double between(int first, int last) {
        double sum = 0;
        for (int i = first; i < last; i++) {
            sum += width(i);
        }
        return sum;
    }

    /** The number of columns from that one on which together have at least the width. */
    int spanning(int first, double width) {
        int count = 1;
        while (between(first, first + count) < width - 0.5) {
            count++;
        }
        return count;
    }

    /** Sets the widths, also those that charts and texts beside the tables reckon with. */
    void applyTo(Sheet sheet) {
        for (int i = 0; i < widths.size() + BESIDE; i++) {
            sheet.setColumnWidth(i, (int) Math.round(width(i) * 256));
        }
    }
}
