package org.zhijian.reports.pdf;

import java.awt.BasicStroke;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.SeriesRenderingOrder;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;
import org.zhijian.reports.document.Chart;
import org.zhijian.reports.look.Look;
import org.zhijian.schema.text.Text;

/** A control chart: the limits step from period to period, a signal has a mark of another shape and size. */
final class ControlPicture {
    private static final int MOST_MARKED = 60;
    private static final int RATE = 1;
    private static final int SIGNAL = 0;
    private static final int CENTER = 2;
    private static final int UPPER = 3;
    private static final int LOWER = 4;

    private ControlPicture() {}

    static List<Picture> of(Chart.Control control, Text text, int width) {
        if (control.points().stream().allMatch(point -> point.rate() == null)) {
            return List.of();
        }
        XYSeriesCollection data = new XYSeriesCollection();
        data.addSeries(signals(control, text));
        data.addSeries(rates(control));
        data.addSeries(steps(control, CENTER, text.of("reports.pdf.center-line"), Chart.Control.Point::center));
        data.addSeries(steps(control, UPPER, text.of("reports.pdf.limits"), Chart.Control.Point::upper));
        data.addSeries(steps(control, LOWER, "", Chart.Control.Point::lower));
        NumberAxis axis = ChartLook.valueAxis();
        ChartLook.includeZero(axis, least(control), most(control));
        PeriodAxis periods = new PeriodAxis(
                control.points().stream().map(Chart.Control.Point::period).toList());
        XYPlot plot = new XYPlot(data, periods, axis, renderer(control));
        plot.setSeriesRenderingOrder(SeriesRenderingOrder.REVERSE);
        ChartLook.grid(plot);
        JFreeChart chart = ChartLook.chart(plot, control.rateName());
        plot.setInsets(periods.insets(width));
        ChartLook.addLegend(chart);
        return List.of(ChartLook.picture(chart, ChartLook.HEIGHT_OVER_PERIODS));
    }

    private static XYLineAndShapeRenderer renderer(Chart.Control control) {
        XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(true, false);
        renderer.setSeriesPaint(RATE, Look.PRIMARY);
        renderer.setSeriesStroke(RATE, new BasicStroke(1.5f));
        renderer.setSeriesShape(RATE, ChartLook.mark(0));
        renderer.setSeriesShapesVisible(RATE, control.points().size() <= MOST_MARKED);
        renderer.setSeriesPaint(SIGNAL, Look.BAD);
        renderer.setSeriesLinesVisible(SIGNAL, false);
        renderer.setSeriesShapesVisible(SIGNAL, true);
        renderer.setSeriesShape(SIGNAL, ChartLook.diamond(4.6));
        renderer.setSeriesVisibleInLegend(SIGNAL, control.points().stream().anyMatch(Chart.Control.Point::signal));
        renderer.setSeriesPaint(CENTER, Look.MUTED);
        renderer.setSeriesStroke(CENTER, new BasicStroke(0.8f));
        for (int limit : new int[] {UPPER, LOWER}) {
            renderer.setSeriesPaint(limit, Look.SERIES.get(3));
            renderer.setSeriesStroke(limit, ChartLook.stroke(1, 1));
        }
        renderer.setSeriesVisibleInLegend(LOWER, false);
        renderer.setSeriesVisibleInLegend(CENTER, exists(control, Chart.Control.Point::center));
        renderer.setSeriesVisibleInLegend(UPPER, exists(control, Chart.Control.Point::upper));
        return renderer;
    }

    private static XYSeries rates(Chart.Control control) {
        XYSeries series = new XYSeries(new NamedKey(RATE, ShownText.inAChart(control.rateName())), false);
        for (int i = 0; i < control.points().size(); i++) {
            series.add(i, control.points().get(i).rate());
        }
        return series;
    }

    private static XYSeries signals(Chart.Control control, Text text) {
        XYSeries series = new XYSeries(new NamedKey(SIGNAL, text.of("reports.pdf.signal")), false);
        for (int i = 0; i < control.points().size(); i++) {
            Chart.Control.Point point = control.points().get(i);
            if (point.signal() && point.rate() != null) {
                series.add(i, point.rate());
            }
        }
        return series;
    }

    /** A level line over the whole width of each period. */
    private static XYSeries steps(
            Chart.Control control, int key, String name, Function<Chart.Control.Point, Double> level) {
        XYSeries series = new XYSeries(new NamedKey(key, name), false);
        for (int i = 0; i < control.points().size(); i++) {
            Double value = level.apply(control.points().get(i));
            series.add(i - 0.5, value);
            series.add(i + 0.5, value);
        }
        return series;
    }

    private static boolean exists(Chart.Control control, Function<Chart.Control.Point, Double> level) {
        return control.points().stream().map(level).anyMatch(Objects::nonNull);
    }

    private static double least(Chart.Control control) {
        return all(control).mapToDouble(Double::doubleValue).min().orElse(0);
    }

    private static double most(Chart.Control control) {
        return all(control).mapToDouble(Double::doubleValue).max().orElse(0);
    }

    private static Stream<Double> all(Chart.Control control) {
        return control.points().stream()
                .flatMap(point -> Arrays.asList(point.rate(), point.lower(), point.upper()).stream())
                .filter(Objects::nonNull);
    }
}
