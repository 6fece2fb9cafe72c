package org.zhijian.reports.excel;

import java.awt.Color;
import java.util.List;
import org.apache.poi.xddf.usermodel.XDDFColor;
import org.apache.poi.xddf.usermodel.XDDFFillProperties;
import org.apache.poi.xddf.usermodel.XDDFLineProperties;
import org.apache.poi.xddf.usermodel.XDDFNoFillProperties;
import org.apache.poi.xddf.usermodel.XDDFPresetLineDash;
import org.apache.poi.xddf.usermodel.XDDFShapeProperties;
import org.apache.poi.xddf.usermodel.XDDFSolidFillProperties;
import org.apache.poi.xddf.usermodel.chart.AxisCrossBetween;
import org.apache.poi.xddf.usermodel.chart.AxisCrosses;
import org.apache.poi.xddf.usermodel.chart.AxisOrientation;
import org.apache.poi.xddf.usermodel.chart.AxisPosition;
import org.apache.poi.xddf.usermodel.chart.AxisTickLabelPosition;
import org.apache.poi.xddf.usermodel.chart.AxisTickMark;
import org.apache.poi.xddf.usermodel.chart.BarDirection;
import org.apache.poi.xddf.usermodel.chart.BarGrouping;
import org.apache.poi.xddf.usermodel.chart.ChartTypes;
import org.apache.poi.xddf.usermodel.chart.DisplayBlanks;
import org.apache.poi.xddf.usermodel.chart.Grouping;
import org.apache.poi.xddf.usermodel.chart.LegendPosition;
import org.apache.poi.xddf.usermodel.chart.MarkerStyle;
import org.apache.poi.xddf.usermodel.chart.XDDFBarChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFCategoryAxis;
import org.apache.poi.xddf.usermodel.chart.XDDFCategoryDataSource;
import org.apache.poi.xddf.usermodel.chart.XDDFChartAxis;
import org.apache.poi.xddf.usermodel.chart.XDDFChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFDataSourcesFactory;
import org.apache.poi.xddf.usermodel.chart.XDDFLineChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFNumericalDataSource;
import org.apache.poi.xddf.usermodel.chart.XDDFValueAxis;
import org.apache.poi.xssf.usermodel.XSSFChart;
import org.zhijian.reports.document.Format;
import org.zhijian.reports.excel.Plot.Arrangement;
import org.zhijian.reports.excel.Plot.Drawn;
import org.zhijian.reports.excel.Plot.Pen;
import org.zhijian.reports.excel.Plot.Shape;
import org.zhijian.reports.look.Look;

/** Draws a plot as a chart of Excel's own, which follows its numbers. */
final class NativeChart {
    private static final short MARKER = 6;
    private static final short SIGNAL_MARKER = 11;
    private static final int GAP = 55;
    private static final byte FULL_OVERLAP = 100;

    /** More numbers at the bars than that hide each other. */
    private static final int MOST_LABELS = 30;

    private final XSSFChart chart;
    private final ChartData.Table table;
    private final Plot plot;
    private final SafeText safe;

    NativeChart(XSSFChart chart, ChartData.Table table, SafeText safe) {
        this.chart = chart;
        this.table = table;
        this.plot = table.plot();
        this.safe = safe;
        ChartText.write(chart, safe.of(plot.title()), safe.of(plot.unit()));
    }

    void draw() {
        chart.setAutoTitleDeleted(false);
        chart.displayBlanksAs(DisplayBlanks.GAP);
        chart.setPlotOnlyVisibleCells(false);
        XDDFCategoryAxis labels = chart.createCategoryAxis(
                plot.arrangement() == Arrangement.LYING ? AxisPosition.LEFT : AxisPosition.BOTTOM);
        XDDFValueAxis values = chart.createValueAxis(
                plot.arrangement() == Arrangement.LYING ? AxisPosition.BOTTOM : AxisPosition.LEFT);
        ruled(labels, values);
        drawBars(labels, values);
        drawLines(labels, values);
        drawShares();
        if (plot.series().size() > 1) {
            chart.getOrAddLegend().setPosition(LegendPosition.BOTTOM);
        }
        ChartText.unframe(chart);
        XDDFShapeProperties ground = chart.getOrAddShapeProperties();
        ground.setFillProperties(fill(Look.COLD));
        ground.setLineProperties(line(Look.RULE, 0.75));
    }

    private void ruled(XDDFCategoryAxis labels, XDDFValueAxis values) {
        plain(labels, line(Look.MUTED, 0.75));
        plain(values, new XDDFLineProperties(new XDDFNoFillProperties()));
        labels.setTickLabelPosition(AxisTickLabelPosition.LOW);
        values.setCrossBetween(AxisCrossBetween.BETWEEN);
        values.setNumberFormat(plot.format().pattern());
        values.getOrAddMajorGridProperties().setLineProperties(line(Look.RULE, 0.5));
        if (plot.arrangement() == Arrangement.LYING) {
            labels.setOrientation(AxisOrientation.MAX_MIN);
            values.setCrosses(AxisCrosses.MAX);
            ChartText.showEveryLabel(chart);
        }
        if (plot.series().stream().anyMatch(series -> series.shape() == Shape.BAR)
                && values(Shape.BAR).stream().allMatch(value -> value == null || value >= 0)) {
            values.setMinimum(0);
        }
    }

    private List<Double> values(Shape shape) {
        return plot.series().stream()
                .filter(series -> series.shape() == shape)
                .flatMap(series -> series.values().stream())
                .toList();
    }

    private static void plain(XDDFChartAxis axis, XDDFLineProperties line) {
        axis.setMajorTickMark(AxisTickMark.NONE);
        axis.setMinorTickMark(AxisTickMark.NONE);
        axis.getOrAddShapeProperties().setLineProperties(line);
    }

    private void drawBars(XDDFCategoryAxis labels, XDDFValueAxis values) {
        List<Drawn> bars = of(Shape.BAR);
        if (bars.isEmpty()) {
            return;
        }
        XDDFBarChartData data = (XDDFBarChartData) chart.createData(ChartTypes.BAR, labels, values);
        data.setBarDirection(plot.arrangement() == Arrangement.LYING ? BarDirection.BAR : BarDirection.COL);
        data.setBarGrouping(bars.size() > 1 ? BarGrouping.STACKED : BarGrouping.CLUSTERED);
        if (bars.size() > 1) {
            data.setOverlap(FULL_OVERLAP);
        }
        data.setGapWidth(GAP);
        data.setVaryColors(false);
        for (Drawn bar : bars) {
            XDDFBarChartData.Series series = (XDDFBarChartData.Series) add(data, bar);
            series.setInvertIfNegative(false);
            series.setFillProperties(fill(bar.pen().color()));
            series.setLineProperties(line(Look.COLD, bar.pen().width()));
        }
        chart.plot(data);
        if (plot.series().size() == 1 && plot.categories().size() <= MOST_LABELS) {
            ChartText.labelBars(chart, plot.format().pattern());
        }
    }

    private void drawLines(XDDFCategoryAxis labels, XDDFValueAxis values) {
        List<Drawn> lines = of(Shape.LINE);
        if (!lines.isEmpty()) {
            draw(lines, (XDDFLineChartData) chart.createData(ChartTypes.LINE, labels, values));
        }
    }

    /** Shares have an axis of their own at the right, from 0 to 100 %. */
    private void drawShares() {
        List<Drawn> shares = of(Shape.SHARE);
        if (shares.isEmpty()) {
            return;
        }
        XDDFCategoryAxis hidden = chart.createCategoryAxis(AxisPosition.BOTTOM);
        XDDFValueAxis right = chart.createValueAxis(AxisPosition.RIGHT);
        hidden.setVisible(false);
        plain(right, new XDDFLineProperties(new XDDFNoFillProperties()));
        right.setCrosses(AxisCrosses.MAX);
        right.setCrossBetween(AxisCrossBetween.BETWEEN);
        right.setMinimum(0);
        right.setMaximum(1);
        right.setMajorUnit(0.2);
        right.setNumberFormat(Format.WHOLE_PERCENT.pattern());
        hidden.crossAxis(right);
        right.crossAxis(hidden);
        draw(shares, (XDDFLineChartData) chart.createData(ChartTypes.LINE, hidden, right));
    }

    private void draw(List<Drawn> lines, XDDFLineChartData data) {
        data.setVaryColors(false);
        data.setGrouping(Grouping.STANDARD);
        for (Drawn line : lines) {
            XDDFLineChartData.Series series = (XDDFLineChartData.Series) add(data, line);
            Pen pen = line.pen();
            series.setSmooth(false);
            series.setMarkerStyle(pen.marker());
            XDDFLineProperties stroke = pen.width() == 0
                    ? new XDDFLineProperties(new XDDFNoFillProperties())
                    : line(pen.color(), pen.width());
            if (pen.width() > 0) {
                stroke.setPresetDash(new XDDFPresetLineDash(pen.dash()));
            }
            series.setLineProperties(stroke);
            if (pen.marker() != MarkerStyle.NONE) {
                series.setMarkerSize(pen.width() == 0 ? SIGNAL_MARKER : MARKER);
                ChartText.colorMarker(series.getCTLineSer().getMarker(), pen.color());
            }
        }
        chart.plot(data);
    }

    private List<Drawn> of(Shape shape) {
        return plot.series().stream().filter(series -> series.shape() == shape).toList();
    }

    private XDDFChartData.Series add(XDDFChartData data, Drawn drawn) {
        int index = plot.series().indexOf(drawn);
        XDDFCategoryDataSource labels = XDDFDataSourcesFactory.fromArray(
                plot.categories().stream().map(safe::of).toArray(String[]::new), table.labels());
        XDDFNumericalDataSource<Double> values =
                XDDFDataSourcesFactory.fromArray(drawn.values().toArray(Double[]::new), table.values(index));
        values.setFormatCode(drawn.format().pattern());
        XDDFChartData.Series series = data.addSeries(labels, values);
        series.setTitle(safe.of(drawn.name()), table.name(index));
        return series;
    }

    private static XDDFFillProperties fill(Color color) {
        return new XDDFSolidFillProperties(
                XDDFColor.from(new byte[] {(byte) color.getRed(), (byte) color.getGreen(), (byte) color.getBlue()}));
    }

    private static XDDFLineProperties line(Color color, double width) {
        XDDFLineProperties line = new XDDFLineProperties(fill(color));
        line.setWidth(width);
        return line;
    }
}
