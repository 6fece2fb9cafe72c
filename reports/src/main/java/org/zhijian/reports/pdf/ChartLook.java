package org.zhijian.reports.pdf;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.Stroke;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.text.DecimalFormat;
import java.util.List;
import java.util.Locale;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.Axis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.plot.Plot;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.title.LegendTitle;
import org.jfree.chart.title.TextTitle;
import org.jfree.chart.ui.HorizontalAlignment;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;
import org.zhijian.reports.document.Format;
import org.zhijian.reports.look.Look;

/** What all charts have in common. Lines and marks can be told apart without colour. */
final class ChartLook {
    static final Lettering LABEL = Fonts.regular(Look.SMALL_SIZE);

    /** How high a chart over periods is: four with their titles stand on a page below the title of their section. */
    static final int HEIGHT_OVER_PERIODS = 144;

    /** The colours of lines: each is dark enough for a thin line. */
    static final List<Color> LINES =
            List.of(Look.PRIMARY, Look.SERIES.get(3), Look.SERIES.get(1), Look.SERIES.get(4), Look.MUTED);

    private static final List<float[]> DASHES = List.of(
            new float[] {}, new float[] {5, 2.5f}, new float[] {1.5f, 2}, new float[] {6, 2, 1.5f, 2}, new float[] {9, 3
            });
    private static final List<Shape> MARKS =
            List.of(circle(2.4), square(2.2), triangle(2.8), diamond(3), new Ellipse2D.Double(-1.4, -1.4, 2.8, 2.8));

    /** The axis spans at least this share of the values, so that a line of equal values stays level. */
    private static final double LEAST_SPAN = 0.05;
    /** Of the axis, less than from one number to the next. */
    private static final double ROOM_FOR_MARK = 0.04;

    /** What the last number of an axis that lies takes beyond it. */
    private static final double HALF_NUMBER = 14;

    private ChartLook() {}

    static Color line(int series) {
        return LINES.get(series % LINES.size());
    }

    static Color area(int series) {
        return Look.SERIES.get(series % Look.SERIES.size());
    }

    static Stroke stroke(int series, float width) {
        float[] dashes = DASHES.get(series % DASHES.size());
        return dashes.length == 0
                ? new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND)
                : new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, dashes, 0);
    }

    static Shape mark(int series) {
        return MARKS.get(series % MARKS.size());
    }

    static Shape diamond(double radius) {
        Path2D path = new Path2D.Double();
        path.moveTo(0, -radius);
        path.lineTo(radius, 0);
        path.lineTo(0, radius);
        path.lineTo(-radius, 0);
        path.closePath();
        return path;
    }

    /** The plot with what its values are above it and a legend below it. */
    static JFreeChart chart(Plot plot, String valueName) {
        plot.setBackgroundPaint(null);
        plot.setOutlineVisible(false);
        plot.setInsets(new RectangleInsets(2, 0, 0, HALF_NUMBER));
        plot.setNoDataMessage(null);
        JFreeChart chart = new JFreeChart(null, LABEL.font(), plot, false);
        chart.setBackgroundPaint(null);
        chart.setAntiAlias(true);
        chart.setPadding(RectangleInsets.ZERO_INSETS);
        TextTitle name = new TextTitle(ShownText.inAChart(valueName), LABEL.font());
        name.setPaint(Look.MUTED);
        name.setHorizontalAlignment(HorizontalAlignment.LEFT);
        name.setTextAlignment(HorizontalAlignment.LEFT);
        name.setPadding(0, 0, 1, 0);
        chart.addSubtitle(name);
        return chart;
    }

    /** Adds a legend at the foot. */
    static void addLegend(JFreeChart chart) {
        LegendTitle legend = new LegendTitle(chart.getPlot());
        legend.setItemFont(LABEL.font());
        legend.setItemPaint(Look.INK);
        legend.setPosition(RectangleEdge.BOTTOM);
        legend.setBackgroundPaint(null);
        legend.setItemLabelPadding(new RectangleInsets(0, 3, 0, 10));
        legend.setPadding(2, 0, 0, 0);
        chart.addLegend(legend);
    }

    /** An axis of numbers, written the same everywhere. */
    static NumberAxis valueAxis() {
        NumberAxis axis = new NumberAxis();
        axis.setStandardTickUnits(NumberAxis.createStandardTickUnits(Locale.ROOT));
        axis.setNumberFormatOverride(new DecimalFormat("#,##0.######", Format.symbols()));
        axis.setAxisLineVisible(false);
        axis.setTickMarksVisible(false);
        axis.setUpperMargin(0.08);
        quiet(axis);
        return axis;
    }

    static void quiet(Axis axis) {
        axis.setTickLabelFont(LABEL.font());
        axis.setTickLabelPaint(Look.INK);
        axis.setAxisLinePaint(Look.MUTED);
        axis.setTickMarkPaint(Look.MUTED);
    }

    static void grid(XYPlot plot) {
        plot.setDomainGridlinesVisible(false);
        plot.setRangeGridlinePaint(Look.RULE);
        plot.setRangeGridlineStroke(new BasicStroke(0.4f));
        plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
    }

    static void grid(CategoryPlot plot) {
        plot.setDomainGridlinesVisible(false);
        plot.setRangeGridlinePaint(Look.RULE);
        plot.setRangeGridlineStroke(new BasicStroke(0.4f));
        plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
    }

    /** The chart as a picture of that height. */
    static Picture picture(JFreeChart chart, int height) {
        return new Picture() {
            @Override
            public int height() {
                return height;
            }

            @Override
            public void draw(Graphics2D graphics, int width) {
                chart.draw(graphics, new Rectangle2D.Double(0, 0, width, height));
            }
        };
    }

    /** Starts the axis at 0 where the least value is not far above it; a line of scores has more to show without. */
    static void includeZero(NumberAxis axis, double least, double most) {
        axis.setAutoRangeIncludesZero(least < most / 2);
        if (most > 0) {
            axis.setAutoRangeMinimumSize(most * LEAST_SPAN);
        }
    }

    /**
     * No number beyond 100 stands at the axis where no value lies there, be they percent or points; there is room for a mark.
     * The axis has to belong to its plot.
     */
    static void endAtHundred(NumberAxis axis, double most) {
        double end = 100 + (100 - axis.getLowerBound()) * ROOM_FOR_MARK;
        if (most <= 100 && axis.getUpperBound() > end) {
            axis.setUpperBound(end);
        }
    }

    /** The axis of all parts of a chart ends here. */
    static void end(ValueAxis axis, double most) {
        axis.setRange(0, most <= 0 ? 1 : most * 1.08);
    }

    private static Shape circle(double radius) {
        return new Ellipse2D.Double(-radius, -radius, 2 * radius, 2 * radius);
    }

    private static Shape square(double half) {
        return new Rectangle2D.Double(-half, -half, 2 * half, 2 * half);
    }

    private static Shape triangle(double radius) {
        Path2D path = new Path2D.Double();
        path.moveTo(0, -radius);
        path.lineTo(radius, radius);
        path.lineTo(-radius, radius);
        path.closePath();
        return path;
    }
}
