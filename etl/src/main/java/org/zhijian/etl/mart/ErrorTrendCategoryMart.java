package org.zhijian.etl.mart;

import static org.apache.spark.sql.functions.lit;
import static org.zhijian.etl.mart.Declared.field;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.zhijian.schema.mart.ErrorTrend;
import org.zhijian.schema.mart.ErrorTrendCategory;
import org.zhijian.schema.settings.Settings;
import org.zhijian.schema.star.DimErrorType;
import org.zhijian.schema.star.FactError;

/**
 * {@link ErrorTrendCategory}: errors per 100 evaluations by the category of QA and by the category of errors (R9).
 *
 * <p>A category of QA is held against its own evaluations and has a row where it has any. A category of errors is held
 * against all evaluations and has a row wherever there are any.
 */
public final class ErrorTrendCategoryMart {
    private static final List<org.zhijian.schema.Column> BY_CATEGORY = List.of(ErrorTrendCategory.CATEGORY);
    private static final List<org.zhijian.schema.Column> BY_BOTH =
            List.of(ErrorTrendCategory.CATEGORY_TYPE, ErrorTrendCategory.CATEGORY);

    private ErrorTrendCategoryMart() {}

    /** Computes the rows of the periods that begin in whole months; the arguments are those of {@link ErrorTrendMart}. */
    public static Dataset<Row> compute(
            DailyErrors daily, Dataset<Row> dimErrorType, Collection<LocalDate> months, Settings settings) {
        Column wanted = TrendSeries.withPast(months, settings);
        Dataset<Row> points = ofQa(daily, wanted).unionByName(ofErrors(daily, dimErrorType, wanted));
        Dataset<Row> series = TrendSeries.withHistory(points, BY_BOTH, settings);
        return TrendFacts.beginningIn(series, months).select(Declared.columns(ErrorTrendCategory.TABLE));
    }

    private static Dataset<Row> ofQa(DailyErrors daily, Column wanted) {
        Dataset<Row> inspected = TrendFacts.counted(daily.evaluations(), ErrorTrend.EVALUATIONS, BY_CATEGORY);
        Dataset<Row> found = TrendFacts.counted(daily.errors(), ErrorTrend.ERRORS, BY_CATEGORY);
        return points(inspected, found, "qa", wanted);
    }

    private static Dataset<Row> ofErrors(DailyErrors daily, Dataset<Row> dimErrorType, Column wanted) {
        Dataset<Row> types = dimErrorType
                .filter(field(DimErrorType.CATEGORY).isNotNull())
                .select(
                        field(DimErrorType.ERROR_TYPE_KEY).as(FactError.ERROR_TYPE_KEY.name()),
                        field(DimErrorType.CATEGORY).as(ErrorTrendCategory.CATEGORY.name()));
        Dataset<Row> inspected = TrendFacts.counted(daily.evaluations(), ErrorTrend.EVALUATIONS, List.of())
                .crossJoin(types.select(field(ErrorTrendCategory.CATEGORY)).distinct());
        Dataset<Row> categorised = daily.errors()
                .drop(ErrorTrendCategory.CATEGORY.name())
                .join(types, Declared.names(FactError.ERROR_TYPE_KEY));
        Dataset<Row> found = TrendFacts.counted(categorised, ErrorTrend.ERRORS, BY_CATEGORY);
        return points(inspected, found, "error", wanted);
    }

    private static Dataset<Row> points(Dataset<Row> inspected, Dataset<Row> found, String categoryType, Column wanted) {
        return TrendSeries.withErrors(inspected, found, BY_CATEGORY, wanted)
                .withColumn(ErrorTrendCategory.CATEGORY_TYPE.name(), lit(categoryType))
                .select(TrendFacts.fields(
                        TrendFacts.both(TrendFacts.PERIOD_AND_SCOPE, BY_BOTH),
                        List.of(ErrorTrend.ERRORS, ErrorTrend.EVALUATIONS)));
    }
}
