package org.zhijian.reports.excel;

import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.apache.poi.xddf.usermodel.PresetLineDash;
import org.apache.poi.xddf.usermodel.chart.MarkerStyle;
import org.zhijian.reports.document.Chart;
import org.zhijian.reports.document.Chart.Bars;
import org.zhijian.reports.document.Chart.Control;
import org.zhijian.reports.document.Chart.Control.Point;
import org.zhijian.reports.document.Chart.Heatmap;
import org.zhijian.reports.document.Chart.Lines;
import org.zhijian.reports.document.Chart.Pareto;
import org.zhijian.reports.document.Chart.Pareto.Bar;
import org.zhijian.reports.document.Format;
import org.zhijian.reports.look.Look;
import org.zhijian.schema.text.Text;

/**
 * What a native chart draws: bars, lines, or both.
 *
 * @param title what it shows
 * @param unit what the values are, or an empty text where the series say it
 * @param categories the labels along the axis
 * @param series the bars and lines, those to be drawn first before the others
 * @param arrangement how the bars stand
 */
record Plot(String title, String unit, List<String> categories, List<Drawn> series, Arrangement arrangement) {

    /** Longer labels, or more of them, stand beside lying bars. */
    private static final int MOST_UPRIGHT = 14;

    private static final int LONGEST_UPRIGHT = 14;

    /** How bars stand. */
    enum Arrangement {
        UPRIGHT,
        LYING
    }

    /** How a series is drawn. */
    enum Shape {
        BAR,
        LINE,
        /** A line by the axis at the right, which runs from 0 to 100 %. */
        SHARE
    }

    /**
     * A series.
     *
     * @param name what it shows
     * @param values one a category, null where there is none
     * @param format how the values are written
     * @param shape how it is drawn
     * @param pen with what
     */
    record Drawn(String name, List<Double> values, Format format, Shape shape, Pen pen) {
        boolean isEmpty() {
            return values.stream().allMatch(Objects::isNull);
        }
    }

    /**
     * What a series is drawn with; two pens differ in more than their colour.
     *
     * @param color the colour
     * @param width the line's width in points, 0 for none
     * @param dash the line's pattern
     * @param marker the mark at each point
     */
    record Pen(Color color, double width, PresetLineDash dash, MarkerStyle marker) {}

    private static final Pen MEASURED = new Pen(Look.PRIMARY, 2, PresetLineDash.SOLID, MarkerStyle.CIRCLE);
    private static final Pen CENTRE = new Pen(Look.MUTED, 1.25, PresetLineDash.SOLID, MarkerStyle.NONE);
    private static final Pen LIMIT = new Pen(Look.BAD, 1.25, PresetLineDash.DASH, MarkerStyle.NONE);
    private static final Pen SIGNAL = new Pen(Look.BAD, 0, PresetLineDash.SOLID, MarkerStyle.DIAMOND);
    private static final Pen CUMULATED = new Pen(Look.SERIES.get(3), 2, PresetLineDash.SOLID, MarkerStyle.CIRCLE);
    private static final List<PresetLineDash> DASHES = List.of(
            PresetLineDash.SOLID,
            PresetLineDash.DASH,
            PresetLineDash.SYSTEM_DOT,
            PresetLineDash.LARGE_DASH,
            PresetLineDash.DASH_DOT);
    private static final List<MarkerStyle> MARKERS =
            List.of(MarkerStyle.CIRCLE, MarkerStyle.SQUARE, MarkerStyle.TRIANGLE, MarkerStyle.DIAMOND, MarkerStyle.X);

    /** What is drawn for a chart that is no heatmap. */
    static Plot of(Chart chart, Text messages) {
        if (chart instanceof Control control) {
            return of(control, messages);
        } else if (chart instanceof Pareto pareto) {
            return of(pareto, messages);
        } else if (chart instanceof Bars bars) {
            return of(bars);
        } else if (chart instanceof Lines lines) {
            return of(lines);
        }
        throw new IllegalArgumentException("A " + Heatmap.class.getSimpleName() + " is cells, not a drawing: " + chart);
    }

    /** Whether there is nothing to draw. */
    boolean isEmpty() {
        return series.stream().allMatch(Drawn::isEmpty);
    }

    /** How the values at the left axis are written. */
    Format format() {
        return series.get(0).format();
    }

    private static Plot of(Control chart, Text messages) {
        Format format = format(values(chart, Point::rate));
        List<Drawn> lines = new ArrayList<>();
        lines.add(line(chart.rateName(), values(chart, Point::rate), format, MEASURED));
        lines.add(line(messages.of("reports.excel.center"), values(chart, Point::center), format, CENTRE));
        lines.add(line(messages.of("reports.excel.upper"), values(chart, Point::upper), format, LIMIT));
        lines.add(line(messages.of("reports.excel.lower"), values(chart, Point::lower), format, LIMIT));
        lines.add(line(
                messages.of("reports.excel.signal"),
                values(chart, point -> point.signal() ? point.rate() : null),
                format,
                SIGNAL));
        return new Plot(
                chart.title(),
                chart.rateName(),
                chart.points().stream().map(Point::period).toList(),
                lines.stream().filter(line -> !line.isEmpty()).toList(),
                Arrangement.UPRIGHT);
    }

    private static List<Double> values(Control chart, Function<Point, Double> value) {
        return finite(chart.points().stream().map(value).toList());
    }

    private static Plot of(Pareto chart, Text messages) {
        List<Drawn> series = List.of(
                new Drawn(
                        messages.of("reports.excel.vital", chart.countName()),
                        chart.bars().stream()
                                .map(bar -> count(bar, bar.vital()))
                                .toList(),
                        Format.INTEGER,
                        Shape.BAR,
                        bar(0)),
                new Drawn(
                        messages.of("reports.excel.useful", chart.countName()),
                        chart.bars().stream()
                                .map(bar -> count(bar, !bar.vital()))
                                .toList(),
                        Format.INTEGER,
                        Shape.BAR,
                        bar(2)),
                new Drawn(
                        chart.shareName(),
                        finite(chart.bars().stream().map(Bar::cumulativeShare).toList()),
                        Format.PERCENT,
                        Shape.SHARE,
                        CUMULATED));
        return new Plot(
                chart.title(),
                chart.countName(),
                chart.bars().stream().map(Bar::label).toList(),
                series,
                Arrangement.UPRIGHT);
    }

    private static Plot of(Bars chart) {
        boolean isLying = chart.categories().size() > MOST_UPRIGHT
                || chart.categories().stream().anyMatch(label -> TextWidth.of(label) > LONGEST_UPRIGHT);
        Format format = format(all(chart.series()));
        List<Drawn> series = new ArrayList<>();
        for (Chart.Series part : chart.series()) {
            series.add(new Drawn(part.name(), finite(part.values()), format, Shape.BAR, bar(series.size())));
        }
        return new Plot(
                chart.title(),
                chart.valueName(),
                chart.categories(),
                List.copyOf(series),
                isLying ? Arrangement.LYING : Arrangement.UPRIGHT);
    }

    private static Plot of(Lines chart) {
        Format format = format(all(chart.series()));
        List<Drawn> series = new ArrayList<>();
        for (Chart.Series part : chart.series()) {
            int i = series.size();
            Pen pen = new Pen(
                    Look.SERIES.get(i % Look.SERIES.size()),
                    2,
                    DASHES.get(i % DASHES.size()),
                    MARKERS.get(i % MARKERS.size()));
            series.add(line(part.name(), finite(part.values()), format, pen));
        }
        return new Plot(chart.title(), chart.valueName(), chart.categories(), List.copyOf(series), Arrangement.UPRIGHT);
    }

    private static Drawn line(String name, List<Double> values, Format format, Pen pen) {
        return new Drawn(name, values, format, Shape.LINE, pen);
    }

    private static Pen bar(int i) {
        return new Pen(Look.SERIES.get(i % Look.SERIES.size()), 0.75, PresetLineDash.SOLID, MarkerStyle.NONE);
    }

    private static Double count(Bar bar, boolean isDrawn) {
        return isDrawn ? Double.valueOf((double) bar.count()) : null;
    }

    private static List<Double> all(List<Chart.Series> series) {
        return series.stream().flatMap(part -> finite(part.values()).stream()).toList();
    }

    private static List<Double> finite(List<Double> values) {
        return values.stream()
                .map(value -> value == null || Double.isFinite(value) ? value : null)
                .toList();
    }

    /** Whole numbers stay whole; the smaller the others are, the more decimals they have. */
    private static Format format(List<Double> values) {
        List<Double> known = values.stream().filter(Objects::nonNull).toList();
        if (known.stream().allMatch(value -> value == Math.rint(value))) {
            return Format.INTEGER;
        }
        double largest = known.stream().mapToDouble(Math::abs).max().orElse(0);
        return largest < 10 ? Format.TWO_DECIMALS : Format.ONE_DECIMAL;
    }
}
