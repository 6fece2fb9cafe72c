package org.zhijian.etl.mart;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.sort_array;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;
import static org.zhijian.etl.mart.Declared.field;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import org.zhijian.etl.rule.ControlChart;
import org.zhijian.etl.rule.TrendPeriod;
import org.zhijian.schema.mart.ErrorTrend;
import org.zhijian.schema.settings.Settings;

/** Series of errors and evaluations over weeks and months, each period held against those before it (R9). */
final class TrendSeries {
    private static final String NUMBER = "number";
    private static final String PAST_ERRORS = "past_errors";
    private static final String PAST_EVALUATIONS = "past_evaluations";
    private static final String POINTS = "points";
    private static final String SAME_WEEK_LAST_YEAR = "same_week_last_year";
    private static final String SAME_MONTH_LAST_YEAR = "same_month_last_year";
    private static final String FOUND = "found_";

    private TrendSeries() {}

    /**
     * The evaluations with the errors found in them, 0 where there are none.
     *
     * @param evaluations one row a period, scope and value of the columns: {@link ErrorTrend#EVALUATIONS}
     * @param errors at most one row for each: {@link ErrorTrend#ERRORS}
     * @param by the columns besides period and scope
     * @param wanted which periods
     */
    static Dataset<Row> withErrors(
            Dataset<Row> evaluations, Dataset<Row> errors, List<org.zhijian.schema.Column> by, Column wanted) {
        Dataset<Row> found = errors.filter(wanted);
        Column same = lit(true);
        for (org.zhijian.schema.Column key : TrendFacts.both(TrendFacts.PERIOD_AND_SCOPE, by)) {
            found = found.withColumnRenamed(key.name(), FOUND + key.name());
            same = same.and(field(key).eqNullSafe(col(FOUND + key.name())));
        }
        return evaluations
                .filter(wanted)
                .join(found, same, "left")
                .withColumn(ErrorTrend.ERRORS.name(), coalesce(field(ErrorTrend.ERRORS), lit(0L)));
    }

    /** The periods that begin in those months, and those that they are held against. */
    static Column withPast(Collection<LocalDate> months, Settings settings) {
        int past = Math.max(settings.get(Settings.CONTROL_PERIODS), ControlChart.POINTS - 1);
        Set<LocalDate> wantedMonths = new TreeSet<>();
        Set<LocalDate> wantedWeeks = new TreeSet<>();
        for (LocalDate month : months) {
            IntStream.rangeClosed(0, past).mapToObj(month::minusMonths).forEach(wantedMonths::add);
            wantedMonths.add(month.minusMonths(TrendPeriod.MONTHS_OF_YEAR));
            LocalDate monday = month.with(TemporalAdjusters.nextOrSame(DayOfWeek.MONDAY));
            for (LocalDate week = monday; week.isBefore(month.plusMonths(1)); week = week.plusWeeks(1)) {
                IntStream.rangeClosed(0, past).mapToObj(week::minusWeeks).forEach(wantedWeeks::add);
                wantedWeeks.add(week.minusWeeks(TrendPeriod.WEEKS_OF_YEAR));
            }
        }
        Column start = field(ErrorTrend.PERIOD_START);
        return when(field(ErrorTrend.PERIOD_TYPE).equalTo(TrendPeriod.WEEK), start.isInCollection(wantedWeeks))
                .otherwise(start.isInCollection(wantedMonths));
    }

    /**
     * Adds the rates, the changes, the control limits and the signal.
     *
     * @param points one row a period, scope and value of the columns, with errors and evaluations
     * @param by the columns besides period and scope
     */
    static Dataset<Row> withHistory(Dataset<Row> points, List<org.zhijian.schema.Column> by, Settings settings) {
        WindowSpec series = Window.partitionBy(TrendFacts.fields(List.of(ErrorTrend.PERIOD_TYPE, ErrorTrend.TEAM), by))
                .orderBy(col(NUMBER));
        WindowSpec controlled = series.rangeBetween(-settings.get(Settings.CONTROL_PERIODS), -1);
        Column errors = field(ErrorTrend.ERRORS);
        Column evaluations = field(ErrorTrend.EVALUATIONS);
        Column rate = field(ErrorTrend.RATE_PER_100);
        Column point = ControlChart.point(col(NUMBER), errors, evaluations);
        ControlChart chart = new ControlChart(evaluations, col(PAST_ERRORS), col(PAST_EVALUATIONS));
        return points.withColumn(
                        NUMBER, TrendPeriod.number(field(ErrorTrend.PERIOD_TYPE), field(ErrorTrend.PERIOD_START)))
                .withColumn(ErrorTrend.RATE_PER_100.name(), ControlChart.rate(errors, evaluations))
                // Added together: each addition on its own would go through the series once more.
                .withColumns(Map.of(
                        ErrorTrend.PREVIOUS_RATE.name(),
                        max(rate).over(periodsBefore(series, 1)),
                        SAME_WEEK_LAST_YEAR,
                        max(rate).over(periodsBefore(series, TrendPeriod.WEEKS_OF_YEAR)),
                        SAME_MONTH_LAST_YEAR,
                        max(rate).over(periodsBefore(series, TrendPeriod.MONTHS_OF_YEAR)),
                        PAST_ERRORS,
                        sum(errors).over(controlled),
                        PAST_EVALUATIONS,
                        sum(evaluations).over(controlled),
                        ErrorTrend.CONTROL_PERIODS.name(),
                        count(evaluations).over(controlled),
                        POINTS,
                        sort_array(collect_list(point).over(series.rangeBetween(1 - ControlChart.POINTS, 0)))))
                .withColumn(
                        ErrorTrend.LAST_YEAR_RATE.name(),
                        when(field(ErrorTrend.PERIOD_TYPE).equalTo(TrendPeriod.WEEK), col(SAME_WEEK_LAST_YEAR))
                                .otherwise(col(SAME_MONTH_LAST_YEAR)))
                .withColumn(ErrorTrend.CENTER_LINE.name(), chart.centerLine())
                .withColumn(ErrorTrend.LOWER_LIMIT.name(), chart.lowerLimit())
                .withColumn(ErrorTrend.UPPER_LIMIT.name(), chart.upperLimit())
                .withColumn(ErrorTrend.SIGNAL.name(), chart.signal(col(POINTS), settings));
    }

    /** The period so many before, if it has a row. */
    private static WindowSpec periodsBefore(WindowSpec series, int periods) {
        return series.rangeBetween(-periods, -periods);
    }
}
