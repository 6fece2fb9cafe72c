package org.zhijian.etl.mart;

import static org.apache.spark.sql.functions.lit;
import static org.zhijian.etl.mart.Declared.field;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.zhijian.schema.mart.ErrorTrend;
import org.zhijian.schema.settings.Settings;
import org.zhijian.schema.star.DimErrorType;

/** {@link ErrorTrend}: errors per 100 evaluations by week and month, by type, team and centre (R9). */
public final class ErrorTrendMart {
    private static final long UNKNOWN_TYPE = 0;
    private static final List<org.zhijian.schema.Column> BY_TYPE = List.of(ErrorTrend.ERROR_CODE);

    private ErrorTrendMart() {}

    /**
     * Computes the rows of the periods that begin in whole months.
     *
     * @param daily counted from at least the facts of {@link TrendPeriods#trendFactMonths}
     * @param months first days of the months
     */
    public static Dataset<Row> compute(
            DailyErrors daily, Dataset<Row> dimErrorType, Collection<LocalDate> months, Settings settings) {
        Dataset<Row> inspected = TrendFacts.counted(daily.evaluations(), ErrorTrend.EVALUATIONS, List.of());
        Dataset<Row> found = TrendFacts.counted(
                TrendFacts.withTotal(daily.errors(), ErrorTrend.ERROR_CODE), ErrorTrend.ERRORS, BY_TYPE);
        Dataset<Row> points = TrendSeries.withErrors(
                inspected.crossJoin(types(dimErrorType)), found, BY_TYPE, TrendSeries.withPast(months, settings));
        Dataset<Row> series = TrendSeries.withHistory(points, BY_TYPE, settings);
        return TrendFacts.beginningIn(series, months).select(Declared.columns(ErrorTrend.TABLE));
    }

    /** Every type, those known only from facts too, and null for all together. */
    private static Dataset<Row> types(Dataset<Row> dimErrorType) {
        Dataset<Row> known = dimErrorType
                .filter(field(DimErrorType.ERROR_TYPE_KEY).notEqual(UNKNOWN_TYPE))
                .select(field(DimErrorType.ERROR_CODE).as(ErrorTrend.ERROR_CODE.name()));
        Dataset<Row> all = dimErrorType.sparkSession().range(1).select(lit(null).as(ErrorTrend.ERROR_CODE.name()));
        return known.unionByName(all);
    }
}
