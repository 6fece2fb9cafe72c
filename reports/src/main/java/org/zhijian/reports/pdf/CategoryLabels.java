package org.zhijian.reports.pdf;

import java.util.Arrays;
import java.util.List;
import org.jfree.chart.axis.CategoryAxis;
import org.jfree.chart.axis.CategoryLabelPosition;
import org.jfree.chart.axis.CategoryLabelPositions;
import org.jfree.chart.axis.CategoryLabelWidthType;
import org.jfree.chart.plot.PlotOrientation;
import org.jfree.chart.text.TextBlockAnchor;
import org.jfree.chart.ui.RectangleAnchor;
import org.jfree.chart.ui.RectangleInsets;

/**
 * The labels of bars, and where they stand: below bars that stand, while every label fits there in a few lines; else at
 * the left of bars that lie, where there is room for a name of any length.
 */
final class CategoryLabels {
    private static final int MOST_STANDING = 16;
    private static final int MOST_LINES = 4;
    /** The axis of values and the margins take this of the width. */
    private static final int BESIDE = 64;
    /** The widest that labels at the left are. */
    private static final double WIDEST = 190;

    private static final double GAP = 6;
    private static final int FEW = 20;
    private static final double ROOMY_ROW = 16;

    private final List<String> labels;
    private final int width;
    private final boolean standing;

    private CategoryLabels(List<String> labels, int width, PlotOrientation orientation) {
        this.labels = labels;
        this.width = width;
        this.standing = orientation.isVertical();
    }

    /** Labels of two parts: the second stands below the first, or behind it where bars lie. */
    static CategoryLabels of(List<String> names, List<String> additions, int width) {
        double room = (width - BESIDE) / (double) Math.max(1, names.size()) - 3;
        List<String> below = joined(names, additions, "\n");
        boolean fits = names.size() <= MOST_STANDING
                && below.stream()
                        .flatMap(String::lines)
                        .allMatch(line -> Wrapping.widestPiece(line, ChartLook.LABEL) <= room)
                && below.stream()
                        .allMatch(label ->
                                Wrapping.lines(label, ChartLook.LABEL, room).size() <= MOST_LINES);
        return fits
                ? new CategoryLabels(wrapped(below, room), width, PlotOrientation.VERTICAL)
                : new CategoryLabels(
                        wrapped(joined(names, additions, "  "), WIDEST), width, PlotOrientation.HORIZONTAL);
    }

    static CategoryLabels of(List<String> names, int width) {
        return of(names, names.stream().map(name -> "").toList(), width);
    }

    /** The key of a bar, which is shown as its label. */
    NamedKey key(int bar) {
        return new NamedKey(bar, labels.get(bar));
    }

    PlotOrientation orientation() {
        return standing ? PlotOrientation.VERTICAL : PlotOrientation.HORIZONTAL;
    }

    boolean standing() {
        return standing;
    }

    /** How high the row of a bar that lies is. */
    double row() {
        long lines =
                labels.stream().mapToLong(label -> label.lines().count()).max().orElse(1);
        double text = lines * ChartLook.LABEL.lineHeight() + 0.2;
        return labels.size() <= FEW ? Math.max(text, ROOMY_ROW) : text;
    }

    /** The width of the longest line of a label. */
    double widest() {
        return labels.stream()
                .flatMap(String::lines)
                .mapToDouble(ChartLook.LABEL::width)
                .max()
                .orElse(0);
    }

    CategoryAxis axis() {
        CategoryAxis axis = new CategoryAxis();
        ChartLook.quiet(axis);
        axis.setTickMarksVisible(false);
        axis.setLowerMargin(0.005);
        axis.setUpperMargin(0.005);
        axis.setCategoryMargin(0.25);
        axis.setMaximumCategoryLabelLines(Integer.MAX_VALUE);
        axis.setMaximumCategoryLabelWidthRatio(standing ? 2 : (float) ((widest() + GAP) / width * 2));
        axis.setTickLabelInsets(new RectangleInsets(2, 0, 0, 2));
        if (!standing) {
            axis.setCategoryLabelPositions(CategoryLabelPositions.replaceLeftPosition(
                    CategoryLabelPositions.STANDARD,
                    new CategoryLabelPosition(
                            RectangleAnchor.RIGHT, TextBlockAnchor.CENTER_RIGHT, CategoryLabelWidthType.RANGE, 1)));
        }
        return axis;
    }

    private static List<String> joined(List<String> names, List<String> additions, String between) {
        String[] joined = new String[names.size()];
        Arrays.setAll(
                joined, i -> additions.get(i).isEmpty() ? names.get(i) : names.get(i) + between + additions.get(i));
        return List.of(joined);
    }

    private static List<String> wrapped(List<String> labels, double room) {
        return labels.stream()
                .map(label -> String.join("\n", Wrapping.lines(label, ChartLook.LABEL, room)))
                .toList();
    }
}
