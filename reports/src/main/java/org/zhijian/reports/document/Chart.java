package org.zhijian.reports.document;

import java.util.List;

/** A picture of numbers. It can be read in black and white. */
public sealed interface Chart extends Block {
    /** What it shows. */
    String title();

    /**
     * A u-chart: a rate by period with its limits and the points that break a rule. A missing value leaves a gap.
     *
     * @param title what it shows
     * @param rateName the name of the rate, with its unit
     * @param points the periods, the oldest first
     */
    record Control(String title, String rateName, List<Point> points) implements Chart {

        /**
         * One period.
         *
         * @param period its label
         * @param rate the rate
         * @param center the centre line, or null
         * @param lower the lower limit, or null
         * @param upper the upper limit, or null
         * @param signal whether a rule of the control chart is broken here
         */
        public record Point(String period, Double rate, Double center, Double lower, Double upper, boolean signal) {}

        public Control {
            points = List.copyOf(points);
        }
    }

    /**
     * Bars by size with the line of their cumulative share.
     *
     * @param title what it shows
     * @param countName the name of what is counted
     * @param shareName the name of the cumulative share
     * @param vitalShare the cumulative share that the vital few reach, from 0 to 1
     * @param bars the bars, the longest first
     */
    record Pareto(String title, String countName, String shareName, double vitalShare, List<Bar> bars)
            implements Chart {

        /**
         * One bar.
         *
         * @param label what is counted
         * @param count how many
         * @param cumulativeShare the share of this and all longer bars, from 0 to 1
         * @param vital whether it belongs to the vital few
         */
        public record Bar(String label, long count, double cumulativeShare, boolean vital) {}

        public Pareto {
            bars = List.copyOf(bars);
        }
    }

    /**
     * A field of values, the higher the darker, each with its number.
     *
     * @param title what it shows
     * @param format how the values are written
     * @param columns the labels of the columns
     * @param rows the rows
     */
    record Heatmap(String title, Format format, List<String> columns, List<HeatRow> rows) implements Chart {

        /**
         * One row.
         *
         * @param label its label
         * @param values one a column, null where there is none
         */
        public record HeatRow(String label, List<Double> values) {}

        public Heatmap {
            columns = List.copyOf(columns);
            rows = List.copyOf(rows);
        }
    }

    /**
     * Bars beside each other or, where there is more than one series, stacked.
     *
     * @param title what it shows
     * @param valueName what the values are, with their unit
     * @param categories the labels of the bars
     * @param series the parts
     */
    record Bars(String title, String valueName, List<String> categories, List<Series> series) implements Chart {
        public Bars {
            categories = List.copyOf(categories);
            series = List.copyOf(series);
        }
    }

    /**
     * Lines over the same periods, such as this year and last. A missing value leaves a gap.
     *
     * @param title what it shows
     * @param valueName what the values are, with their unit
     * @param categories the labels of the periods, the oldest first
     * @param series the lines
     */
    record Lines(String title, String valueName, List<String> categories, List<Series> series) implements Chart {
        public Lines {
            categories = List.copyOf(categories);
            series = List.copyOf(series);
        }
    }

    /**
     * The values of one name, one a category.
     *
     * @param name what they are
     * @param values the values, null where there is none
     */
    record Series(String name, List<Double> values) {}
}
