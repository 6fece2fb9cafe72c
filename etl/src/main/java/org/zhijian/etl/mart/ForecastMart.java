package org.zhijian.etl.mart;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.inline;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.udf;
import static org.apache.spark.sql.functions.when;
import static org.zhijian.etl.mart.Declared.field;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.api.java.UDF4;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.zhijian.etl.rule.Forecast;
import org.zhijian.etl.rule.Means;
import org.zhijian.etl.rule.TrendPeriod;
import org.zhijian.schema.mart.AgentMonthScore;
import org.zhijian.schema.mart.AgentMonthVolume;
import org.zhijian.schema.mart.VolumeForecast;
import org.zhijian.schema.settings.Settings;
import scala.collection.Seq;
import scala.jdk.javaapi.CollectionConverters;

/**
 * {@link VolumeForecast}: next month's volume and mean score (R9).
 *
 * <p>A forecast is made from all months of a measure at once, which column functions cannot say; so the values, one a
 * month, are collected into an array for a function on it.
 */
public final class ForecastMart {
    private static final String VOLUME = "volume";
    private static final String MEAN_SCORE = "mean_score";
    private static final String PAST_MONTH = "past_month";
    private static final String VALUE = "value";
    private static final String HISTORY = "history";

    private static final StructType FORECAST = new StructType()
            .add(VolumeForecast.FORECAST.name(), DataTypes.DoubleType)
            .add(VolumeForecast.LOWER.name(), DataTypes.DoubleType)
            .add(VolumeForecast.UPPER.name(), DataTypes.DoubleType)
            .add(VolumeForecast.LOWER_80.name(), DataTypes.DoubleType)
            .add(VolumeForecast.UPPER_80.name(), DataTypes.DoubleType)
            .add(VolumeForecast.METHOD.name(), DataTypes.StringType)
            .add(VolumeForecast.HISTORY_MONTHS.name(), DataTypes.LongType)
            .add(VolumeForecast.BACKTEST_MONTHS.name(), DataTypes.LongType)
            .add(VolumeForecast.MEAN_ABSOLUTE_PERCENTAGE_ERROR.name(), DataTypes.DoubleType);

    private static final UserDefinedFunction FORECASTS = udf(
            (UDF4<Seq<Row>, Integer, Double, Integer, List<Row>>) ForecastMart::forecasts,
            DataTypes.createArrayType(FORECAST));

    private ForecastMart() {}

    /**
     * Computes the rows of whole months: for each of these whose month before is closed, one for every measure that has
     * data in the month before. The history of a measure goes back to the first month without data.
     *
     * @param agentMonthVolume the volume of all months before these
     * @param agentMonthScore the scores of all months before these
     * @param months first days of the months that are forecast
     * @param runDate the last day; a month is closed when that is its last day or later
     */
    public static Dataset<Row> compute(
            Dataset<Row> agentMonthVolume,
            Dataset<Row> agentMonthScore,
            Collection<LocalDate> months,
            LocalDate runDate,
            Settings settings) {
        LocalDate[] due = months.stream()
                .filter(month -> !month.minusDays(1).isAfter(runDate))
                .toArray(LocalDate[]::new);
        Dataset<Row> histories = volumes(agentMonthVolume)
                .unionByName(scores(agentMonthScore))
                .withColumn(VolumeForecast.MONTH.name(), explode(lit(due)))
                .filter(col(PAST_MONTH).lt(field(VolumeForecast.MONTH)))
                .groupBy(field(VolumeForecast.MONTH), field(VolumeForecast.MEASURE))
                .agg(collect_list(
                                struct(TrendPeriod.monthNumber(col(PAST_MONTH)).as(PAST_MONTH), col(VALUE)))
                        .as(HISTORY));
        Column highest = when(field(VolumeForecast.MEASURE).equalTo(MEAN_SCORE), lit(100.0))
                .otherwise(lit(Double.POSITIVE_INFINITY));
        Column forecasts = FORECASTS.apply(
                col(HISTORY),
                TrendPeriod.monthNumber(field(VolumeForecast.MONTH)),
                highest,
                lit(settings.get(Settings.BACKTEST_MONTHS)));
        return histories
                .select(field(VolumeForecast.MONTH), field(VolumeForecast.MEASURE), inline(forecasts))
                .select(Declared.columns(VolumeForecast.TABLE));
    }

    private static Dataset<Row> volumes(Dataset<Row> agentMonthVolume) {
        return agentMonthVolume
                .groupBy(field(AgentMonthVolume.MONTH).as(PAST_MONTH))
                .agg(sum(field(AgentMonthVolume.INTERACTIONS)).cast("double").as(VALUE))
                .withColumn(VolumeForecast.MEASURE.name(), lit(VOLUME));
    }

    private static Dataset<Row> scores(Dataset<Row> agentMonthScore) {
        Column mean = Means.mean(field(AgentMonthScore.SCORE_MEAN), field(AgentMonthScore.EVALUATIONS));
        return agentMonthScore
                .groupBy(field(AgentMonthScore.QA_MONTH).as(PAST_MONTH))
                .agg(mean.as(VALUE))
                .withColumn(VolumeForecast.MEASURE.name(), lit(MEAN_SCORE));
    }

    /** The forecast of a month from a measure's months before it, none where the last of these has no data. */
    private static List<Row> forecasts(Seq<Row> history, Integer month, Double highest, Integer backtestMonths) {
        TreeMap<Integer, Double> values = new TreeMap<>();
        for (Row past : CollectionConverters.asJava(history)) {
            values.put(past.getInt(0), past.getDouble(1));
        }
        int first = month;
        while (values.containsKey(first - 1)) {
            first--;
        }
        double[] unbroken = values.tailMap(first, true).values().stream()
                .mapToDouble(Double::doubleValue)
                .toArray();
        return unbroken.length == 0
                ? List.of()
                : List.of(
                        row(Forecast.next(unbroken, new Forecast.Range(0, highest), backtestMonths), unbroken.length));
    }

    private static Row row(Forecast forecast, long months) {
        Forecast.Interval wide = forecast.wide();
        Forecast.Interval narrow = forecast.narrow();
        return RowFactory.create(
                forecast.value(),
                wide == null ? null : wide.lower(),
                wide == null ? null : wide.upper(),
                narrow == null ? null : narrow.lower(),
                narrow == null ? null : narrow.upper(),
                forecast.method().word(),
                months,
                (long) forecast.tests(),
                forecast.percentageError());
    }
}
