package org.zhijian.reports.pdf;

import java.util.List;
import java.util.Objects;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;
import org.zhijian.reports.document.Chart;

/** Lines over periods. */
final class LinesPicture {
    /** With more periods the marks would touch. */
    private static final int MOST_MARKED = 31;

    private LinesPicture() {}

    static List<Picture> of(Chart.Lines lines, int width) {
        List<Double> values = lines.series().stream()
                .flatMap(series -> series.values().stream())
                .filter(Objects::nonNull)
                .toList();
        if (values.isEmpty()) {
            return List.of();
        }
        XYSeriesCollection data = new XYSeriesCollection();
        XYLineAndShapeRenderer renderer =
                new XYLineAndShapeRenderer(true, lines.categories().size() <= MOST_MARKED);
        for (int i = 0; i < lines.series().size(); i++) {
            data.addSeries(series(i, lines.series().get(i)));
            renderer.setSeriesPaint(i, ChartLook.line(i));
            renderer.setSeriesStroke(i, ChartLook.stroke(i, 1.5f));
            renderer.setSeriesShape(i, ChartLook.mark(i));
        }
        NumberAxis axis = ChartLook.valueAxis();
        double least = values.stream().mapToDouble(Double::doubleValue).min().orElse(0);
        double most = values.stream().mapToDouble(Double::doubleValue).max().orElse(0);
        ChartLook.includeZero(axis, least, most);
        PeriodAxis periods = new PeriodAxis(lines.categories());
        XYPlot plot = new XYPlot(data, periods, axis, renderer);
        ChartLook.endAtHundred(axis, most);
        ChartLook.grid(plot);
        JFreeChart chart = ChartLook.chart(plot, lines.valueName());
        plot.setInsets(periods.insets(width));
        if (lines.series().size() > 1) {
            ChartLook.addLegend(chart);
        }
        return List.of(ChartLook.picture(chart, ChartLook.HEIGHT_OVER_PERIODS));
    }

    private static XYSeries series(int key, Chart.Series values) {
        XYSeries series = new XYSeries(new NamedKey(key, ShownText.inAChart(values.name())), false);
        for (int i = 0; i < values.values().size(); i++) {
            series.add(i, values.values().get(i));
        }
        return series;
    }
}
