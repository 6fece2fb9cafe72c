package org.zhijian.reports.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;
import org.junit.jupiter.api.Test;

class ChartLookTest {
    @Test
    void anAxisOfPercentEndsAtAHundredWithRoomForAMark() {
        assertThat(endOf(97.7, 99.9)).isBetween(100.01, 100.2);
        assertThat(endOf(98, 100)).isBetween(100.01, 100.2);
        assertThat(endOf(40, 99.9)).isBetween(101.0, 105.0);
    }

    @Test
    void anAxisThatNeedsNoMoreThanAHundredOrNeedsMoreIsLeftAlone() {
        assertThat(endOf(80, 82)).isBetween(82.1, 85.0);
        assertThat(endOf(99, 120)).isBetween(121.0, 125.0);
    }

    private static double endOf(double least, double most) {
        XYSeries series = new XYSeries("rates");
        series.add(1, least);
        series.add(2, most);
        NumberAxis axis = ChartLook.valueAxis();
        ChartLook.includeZero(axis, least, most);
        XYPlot plot = new XYPlot(new XYSeriesCollection(series), new NumberAxis(), axis, new XYLineAndShapeRenderer());
        ChartLook.endAtHundred(axis, most);
        return plot.getRangeAxis().getUpperBound();
    }
}
