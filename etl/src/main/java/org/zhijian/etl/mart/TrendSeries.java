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

import java.util.List;
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
    private static final String FOUND = "found_";

    private TrendSeries() {}

    /**
     * The evaluations with the errors found in them, 0 where there are none.
     *
     * @param evaluations one row a period, scope and value of the columns: {@link ErrorTrend#EVALUATIONS}
     * @param errors at most one row for each: {@link ErrorTrend#ERRORS}
     * @param by the columns besides period and scope
     */
    static Dataset<Row> withErrors(Dataset<Row> evaluations, Dataset<Row> errors, List<org.zhijian.schema.Column> by) {
        Dataset<Row> found = errors;
        Column same = lit(true);
        for (org.zhijian.schema.Column key : TrendFacts.both(TrendFacts.PERIOD_AND_SCOPE, by)) {
            found = found.withColumnRenamed(key.name(), FOUND + key.name());
            same = same.and(field(key).eqNullSafe(col(FOUND + key.name())));
        }
        return evaluations
                .join(found, same, "left")
                .withColumn(ErrorTrend.ERRORS.name(), coalesce(field(ErrorTrend.ERRORS), lit(0L)));
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
        Column rate = ControlChart.rate(errors, evaluations);
        Column point = ControlChart.point(col(NUMBER), errors, evaluations);
        ControlChart chart =
                new ControlChart(col(NUMBER), errors, evaluations, col(PAST_ERRORS), col(PAST_EVALUATIONS));
        return points.withColumn(
                        NUMBER, TrendPeriod.number(field(ErrorTrend.PERIOD_TYPE), field(ErrorTrend.PERIOD_START)))
                .withColumn(ErrorTrend.RATE_PER_100.name(), rate)
                .withColumn(ErrorTrend.PREVIOUS_RATE.name(), max(rate).over(periodsBefore(series, 1)))
                .withColumn(
                        ErrorTrend.LAST_YEAR_RATE.name(),
                        when(
                                        field(ErrorTrend.PERIOD_TYPE).equalTo(TrendPeriod.WEEK),
                                        max(rate).over(periodsBefore(series, TrendPeriod.WEEKS_OF_YEAR)))
                                .otherwise(max(rate).over(periodsBefore(series, TrendPeriod.MONTHS_OF_YEAR))))
                .withColumn(PAST_ERRORS, sum(errors).over(controlled))
                .withColumn(PAST_EVALUATIONS, sum(evaluations).over(controlled))
                .withColumn(
                        ErrorTrend.CONTROL_PERIODS.name(), count(evaluations).over(controlled))
                .withColumn(
                        POINTS, sort_array(collect_list(point).over(series.rangeBetween(1 - ControlChart.POINTS, 0))))
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
