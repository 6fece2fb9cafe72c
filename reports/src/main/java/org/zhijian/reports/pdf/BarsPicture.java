package org.zhijian.reports.pdf;

import java.awt.BasicStroke;
import java.awt.Color;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.AxisLocation;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.labels.ItemLabelAnchor;
import org.jfree.chart.labels.ItemLabelPosition;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.renderer.category.BarRenderer;
import org.jfree.chart.renderer.category.StackedBarRenderer;
import org.jfree.chart.renderer.category.StandardBarPainter;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.category.DefaultCategoryDataset;
import org.zhijian.reports.document.Chart;
import org.zhijian.reports.look.Look;

/** Bars, stacked where there is more than one series; a part that has room for its number shows it. */
final class BarsPicture {
    private static final int STANDING_HEIGHT = 176;
    /** What the axis, the name of the values and the legend take of the height. */
    private static final int AROUND = 52;
    /** What the numbers of the axis and the margins take of the width. */
    private static final int BESIDE = 50;
    /** Between the end of a bar and its number. */
    private static final int GAP = 5;
    /** The axis goes on a little beyond the longest bar. */
    private static final double HEADROOM = 1.08;

    private final Chart.Bars bars;
    private final int width;
    private final double most;
    private final double least;

    private BarsPicture(Chart.Bars bars, int width) {
        this.bars = bars;
        this.width = width;
        this.most = Arrays.stream(lengths(bars)).max().orElse(0);
        this.least = Arrays.stream(lengths(bars)).min().orElse(0);
    }

    /** One picture, or several with the same scale where the bars would not fit on a page. */
    static List<Picture> of(Chart.Bars bars, int width, int room) {
        if (bars.series().stream().flatMap(series -> series.values().stream()).allMatch(Objects::isNull)) {
            return List.of();
        }
        BarsPicture picture = new BarsPicture(bars, width);
        List<String> labels =
                bars.categories().stream().map(ShownText::inAChart).toList();
        CategoryLabels all = CategoryLabels.of(labels, width);
        if (all.standing()) {
            return List.of(picture.part(0, labels.size(), all, STANDING_HEIGHT));
        }
        int inAPart = Math.max(1, (int) ((room - AROUND) / all.row()));
        int parts = (labels.size() + inAPart - 1) / inAPart;
        List<Picture> pictures = new ArrayList<>();
        for (int i = 0; i < parts; i++) {
            int first = i * labels.size() / parts;
            int end = (i + 1) * labels.size() / parts;
            int height = AROUND + (int) Math.ceil((end - first) * all.row());
            pictures.add(picture.part(first, end, all, height));
        }
        return pictures;
    }

    private Picture part(int first, int end, CategoryLabels labels, int height) {
        DefaultCategoryDataset data = new DefaultCategoryDataset();
        boolean isStacked = bars.series().size() > 1;
        BarRenderer renderer = isStacked ? new StackedBarRenderer() : new BarRenderer();
        renderer.setBarPainter(new StandardBarPainter());
        renderer.setShadowVisible(false);
        renderer.setDrawBarOutline(isStacked);
        renderer.setMaximumBarWidth(labels.standing() ? 0.1 : 1);
        for (int i = 0; i < bars.series().size(); i++) {
            add(data, i, labels, first, end);
            renderer.setSeriesPaint(i, ChartLook.area(i));
            renderer.setSeriesOutlinePaint(i, Color.WHITE);
            renderer.setSeriesOutlineStroke(i, new BasicStroke(0.6f));
            renderer.setSeriesItemLabelPaint(i, isStacked ? Contrast.readableOn(ChartLook.area(i)) : Look.INK);
        }
        renderer.setDefaultItemLabelsVisible(true);
        renderer.setDefaultItemLabelFont(ChartLook.LABEL.font());
        renderer.setDefaultItemLabelGenerator(numbers(labels, end - first, height));
        renderer.setDefaultPositiveItemLabelPosition(position(labels, isStacked));
        renderer.setDefaultNegativeItemLabelPosition(positionBelowZero(labels, isStacked));
        // Which parts have room for their numbers, the generator of the numbers has said: lines are higher than digits.
        renderer.setPositiveItemLabelPositionFallback(position(labels, isStacked));
        renderer.setNegativeItemLabelPositionFallback(positionBelowZero(labels, isStacked));
        NumberAxis axis = ChartLook.valueAxis();
        scale(axis, labels, height);
        CategoryPlot plot = new CategoryPlot(data, labels.axis(), axis, renderer);
        plot.setOrientation(labels.orientation());
        plot.setRangeAxisLocation(AxisLocation.TOP_OR_LEFT);
        ChartLook.grid(plot);
        JFreeChart chart = ChartLook.chart(plot, bars.valueName());
        if (isStacked) {
            ChartLook.addLegend(chart);
        }
        return ChartLook.picture(chart, height);
    }

    private void add(DefaultCategoryDataset data, int number, CategoryLabels labels, int first, int end) {
        Chart.Series series = bars.series().get(number);
        NamedKey key = new NamedKey(number, ShownText.inAChart(series.name()));
        for (int i = first; i < end; i++) {
            Double value = i < series.values().size() ? series.values().get(i) : null;
            data.addValue(value, key, labels.key(i));
        }
    }

    /** Gives all parts of a chart the same axis; one that goes below 0 has room for the numbers at both its ends. */
    private void scale(NumberAxis axis, CategoryLabels labels, int height) {
        if (least >= 0) {
            ChartLook.end(axis, most);
            return;
        }
        double room = labels.standing() ? height - AROUND : width - BESIDE - labels.widest();
        double number = labels.standing()
                ? ChartLook.LABEL.lineHeight() + GAP
                : Math.max(BarLabels.width(least), BarLabels.width(most)) + GAP;
        double beyond = (Math.max(most, 0) - least) * number / (room - 2 * number);
        axis.setRange(least - beyond, most > 0 ? most + beyond : 0);
    }

    private BarLabels numbers(CategoryLabels labels, int count, int height) {
        double barRoom = (width - BESIDE) / (double) count;
        if (bars.series().size() == 1) {
            return BarLabels.atEnd(labels.standing() ? barRoom : width);
        }
        double unit = 1 / Math.max(most, Double.MIN_NORMAL) / HEADROOM;
        return labels.standing()
                ? BarLabels.withinStanding((height - AROUND) * unit, Math.min(barRoom * 0.75, width * 0.1))
                : BarLabels.alongLying((width - BESIDE - labels.widest()) * unit);
    }

    private static ItemLabelPosition position(CategoryLabels labels, boolean isStacked) {
        if (isStacked) {
            return new ItemLabelPosition(ItemLabelAnchor.CENTER, TextAnchor.CENTER);
        }
        return labels.standing()
                ? new ItemLabelPosition(ItemLabelAnchor.OUTSIDE12, TextAnchor.BOTTOM_CENTER)
                : new ItemLabelPosition(ItemLabelAnchor.OUTSIDE3, TextAnchor.CENTER_LEFT);
    }

    private static ItemLabelPosition positionBelowZero(CategoryLabels labels, boolean isStacked) {
        if (isStacked) {
            return position(labels, true);
        }
        return labels.standing()
                ? new ItemLabelPosition(ItemLabelAnchor.OUTSIDE6, TextAnchor.TOP_CENTER)
                : new ItemLabelPosition(ItemLabelAnchor.OUTSIDE9, TextAnchor.CENTER_RIGHT);
    }

    /** The lengths of the whole bars. */
    private static double[] lengths(Chart.Bars bars) {
        double[] lengths = new double[bars.categories().size()];
        for (Chart.Series series : bars.series()) {
            for (int i = 0; i < Math.min(lengths.length, series.values().size()); i++) {
                lengths[i] +=
                        series.values().get(i) == null ? 0 : series.values().get(i);
            }
        }
        return lengths;
    }
}
