package org.zhijian.reports.pdf;

import java.text.DecimalFormat;
import org.jfree.chart.labels.StandardCategoryItemLabelGenerator;
import org.jfree.data.category.CategoryDataset;
import org.zhijian.reports.document.Format;

/** The number of a bar, where it has room. */
final class BarLabels extends StandardCategoryItemLabelGenerator {
    private static final long serialVersionUID = 1;
    private static final double GAP = 3;

    private final boolean measuredAlong;
    private final double pointsAUnit;
    private final double across;

    private BarLabels(boolean measuredAlong, double pointsAUnit, double across) {
        this.measuredAlong = measuredAlong;
        this.pointsAUnit = pointsAUnit;
        this.across = across;
    }

    /** For parts of bars that lie: a number has to fit into its part's length. */
    static BarLabels alongLying(double pointsAUnit) {
        return new BarLabels(true, pointsAUnit, Double.MAX_VALUE);
    }

    /** For parts of bars that stand: a number has to fit into its part's height and into the bar's width. */
    static BarLabels withinStanding(double pointsAUnit, double barWidth) {
        return new BarLabels(false, pointsAUnit, barWidth);
    }

    /** For numbers at the end of whole bars: a number has to fit into the bar's room. */
    static BarLabels atEnd(double room) {
        return new BarLabels(false, Double.MAX_VALUE, room);
    }

    @Override
    public String generateLabel(CategoryDataset data, int row, int column) {
        Number value = data.getValue(row, column);
        if (value == null || value.doubleValue() == 0) {
            return null;
        }
        String text = text(value);
        double length = Math.abs(value.doubleValue()) * pointsAUnit;
        double width = width(value);
        boolean fits = measuredAlong ? width <= length : width <= across && ChartLook.LABEL.lineHeight() <= length;
        return fits ? text : null;
    }

    /** How much room the number takes beside another. */
    static double width(Number value) {
        return ChartLook.LABEL.width(text(value)) + GAP;
    }

    private static String text(Number value) {
        return new DecimalFormat("#,##0.##", Format.symbols()).format(value);
    }
}
