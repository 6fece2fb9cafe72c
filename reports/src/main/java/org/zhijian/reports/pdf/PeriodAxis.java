package org.zhijian.reports.pdf;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.axis.AxisState;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTick;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.chart.ui.TextAnchor;

/** Periods 0, 1, 2 … with their labels. Where there is no room for all, every second or third has one, the last always. */
final class PeriodAxis extends NumberAxis {
    private static final long serialVersionUID = 1;
    private static final int GAP = 6;

    private final ArrayList<String> labels;

    PeriodAxis(List<String> labels) {
        this.labels = new ArrayList<>(labels.stream().map(ShownText::inAChart).toList());
        setAutoRange(false);
        setRange(-0.5, Math.max(1, labels.size()) - 0.5);
        setTickMarksVisible(false);
        ChartLook.quiet(this);
    }

    @Override
    public List<NumberTick> refreshTicks(Graphics2D graphics, AxisState state, Rectangle2D area, RectangleEdge edge) {
        double room = area.getWidth() / Math.max(1, labels.size());
        int step = (int) Math.max(1, Math.ceil((widest() + GAP) / room));
        List<NumberTick> ticks = new ArrayList<>();
        for (int i = labels.size() - 1; i >= 0; i -= step) {
            ticks.add(0, new NumberTick((double) i, labels.get(i), TextAnchor.TOP_CENTER, TextAnchor.TOP_CENTER, 0));
        }
        return ticks;
    }

    /** What a plot of that width leaves blank around it, so that the last label is not cut. */
    RectangleInsets insets(int width) {
        double half = widest() / 2 - width / 2.0 / Math.max(1, labels.size());
        return new RectangleInsets(2, 0, 0, Math.max(4, half + 2));
    }

    private double widest() {
        return labels.stream().mapToDouble(ChartLook.LABEL::width).max().orElse(0);
    }
}
