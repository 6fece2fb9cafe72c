package org.zhijian.reports.pdf;

import java.awt.BasicStroke;
import java.awt.Paint;
import java.awt.Shape;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.LegendItem;
import org.jfree.chart.LegendItemCollection;
import org.jfree.chart.axis.AxisLocation;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.plot.DatasetRenderingOrder;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.renderer.category.BarRenderer;
import org.jfree.chart.renderer.category.LineAndShapeRenderer;
import org.jfree.chart.renderer.category.StandardBarPainter;
import org.jfree.chart.ui.Layer;
import org.jfree.data.category.DefaultCategoryDataset;
import org.zhijian.reports.document.Chart;
import org.zhijian.reports.document.Format;
import org.zhijian.reports.look.Look;
import org.zhijian.schema.text.Text;

/**
 * Bars by size, the vital few darker, with the line of the cumulative share. A bar's number stands with its name, where
 * the line can't cross it.
 */
final class ParetoPicture {
    private static final int STANDING_HEIGHT = 196;
    private static final int AROUND = 70;

    private ParetoPicture() {}

    /** One picture, or several with the same scale where the bars would not fit on a page. */
    static List<Picture> of(Chart.Pareto pareto, Text text, int width, int room) {
        if (pareto.bars().isEmpty()) {
            return List.of();
        }
        List<String> names = pareto.bars().stream()
                .map(bar -> ShownText.inAChart(bar.label()))
                .toList();
        List<String> counts = pareto.bars().stream()
                .map(bar -> Format.INTEGER.text(bar.count()))
                .toList();
        CategoryLabels all = CategoryLabels.of(names, counts, width);
        if (all.standing()) {
            return List.of(part(pareto, text, 0, names.size(), all, STANDING_HEIGHT));
        }
        int inAPart = Math.max(1, (int) ((room - AROUND) / all.row()));
        int parts = (names.size() + inAPart - 1) / inAPart;
        List<Picture> pictures = new ArrayList<>();
        for (int i = 0; i < parts; i++) {
            int first = i * names.size() / parts;
            int end = (i + 1) * names.size() / parts;
            int height = AROUND + (int) Math.ceil((end - first) * all.row());
            pictures.add(part(pareto, text, first, end, all, height));
        }
        return pictures;
    }

    private static Picture part(Chart.Pareto pareto, Text text, int first, int end, CategoryLabels labels, int height) {
        DefaultCategoryDataset counts = new DefaultCategoryDataset();
        DefaultCategoryDataset shares = new DefaultCategoryDataset();
        for (int i = first; i < end; i++) {
            Chart.Pareto.Bar bar = pareto.bars().get(i);
            NamedKey key = labels.key(i);
            counts.addValue((double) bar.count(), "", key);
            shares.addValue(bar.cumulativeShare() * 100, "", key);
        }
        CategoryPlot plot = new CategoryPlot(counts, labels.axis(), countAxis(pareto), bars(pareto, first));
        plot.setDataset(1, shares);
        plot.setRenderer(1, line());
        plot.setRangeAxis(1, shareAxis());
        plot.mapDatasetToRangeAxis(1, 1);
        plot.setDatasetRenderingOrder(DatasetRenderingOrder.FORWARD);
        plot.setOrientation(labels.orientation());
        plot.setRangeAxisLocation(0, AxisLocation.TOP_OR_LEFT);
        plot.setRangeAxisLocation(1, AxisLocation.BOTTOM_OR_RIGHT);
        plot.addRangeMarker(1, vitalLine(pareto), Layer.FOREGROUND);
        plot.setFixedLegendItems(legend(pareto, text));
        ChartLook.grid(plot);
        JFreeChart chart = ChartLook.chart(plot, pareto.countName());
        ChartLook.addLegend(chart);
        return ChartLook.picture(chart, height);
    }

    private static BarRenderer bars(Chart.Pareto pareto, int first) {
        BarRenderer renderer = new BarRenderer() {
            private static final long serialVersionUID = 1;

            @Override
            public Paint getItemPaint(int row, int column) {
                return pareto.bars().get(first + column).vital() ? ChartLook.area(0) : ChartLook.area(2);
            }
        };
        renderer.setBarPainter(new StandardBarPainter());
        renderer.setShadowVisible(false);
        renderer.setMaximumBarWidth(0.12);
        return renderer;
    }

    private static LineAndShapeRenderer line() {
        LineAndShapeRenderer renderer = new LineAndShapeRenderer(true, true);
        renderer.setSeriesPaint(0, Look.SERIES.get(3));
        renderer.setSeriesStroke(0, new BasicStroke(1.4f));
        renderer.setSeriesShape(0, ChartLook.mark(0));
        return renderer;
    }

    private static NumberAxis countAxis(Chart.Pareto pareto) {
        NumberAxis axis = ChartLook.valueAxis();
        axis.setStandardTickUnits(NumberAxis.createIntegerTickUnits(Locale.ROOT));
        long most =
                pareto.bars().stream().mapToLong(Chart.Pareto.Bar::count).max().orElse(0);
        ChartLook.end(axis, (double) most);
        return axis;
    }

    private static NumberAxis shareAxis() {
        NumberAxis axis = ChartLook.valueAxis();
        axis.setRange(0, 104);
        axis.setTickUnit(new NumberTickUnit(20) {
            private static final long serialVersionUID = 1;

            @Override
            public String valueToString(double value) {
                return Math.round(value) + "%";
            }
        });
        return axis;
    }

    private static ValueMarker vitalLine(Chart.Pareto pareto) {
        ValueMarker marker = new ValueMarker(pareto.vitalShare() * 100);
        marker.setPaint(Look.MUTED);
        marker.setStroke(ChartLook.stroke(1, 0.8f));
        return marker;
    }

    private static LegendItemCollection legend(Chart.Pareto pareto, Text text) {
        LegendItemCollection items = new LegendItemCollection();
        Shape box = new Rectangle2D.Double(-3.5, -3.5, 7, 7);
        items.add(new LegendItem(text.of("reports.pdf.vital"), null, null, null, box, ChartLook.area(0)));
        if (pareto.bars().stream().anyMatch(bar -> !bar.vital())) {
            items.add(new LegendItem(text.of("reports.pdf.other"), null, null, null, box, ChartLook.area(2)));
        }
        LegendItem line = new LegendItem(
                ShownText.inAChart(pareto.shareName()),
                null,
                null,
                null,
                new Line2D.Double(-7, 0, 7, 0),
                new BasicStroke(1.4f),
                Look.SERIES.get(3));
        items.add(line);
        return items;
    }
}
