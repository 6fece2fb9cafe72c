package org.zhijian.schema.mart;

import static org.zhijian.schema.Column.string;

import org.zhijian.schema.Column;
import org.zhijian.schema.Layer;
import org.zhijian.schema.Table;

/** One row a period, scope (the centre or a team) and category, of QA or of errors (R9); figures as in error_trend. */
public final class ErrorTrendCategory {
    public static final Column CATEGORY_TYPE = string(
                    "category_type",
                    "qa: evaluations of that category and the errors in them; error: errors of that category in all evaluations",
                    "qa：该质检类别的质检及其差错；error：全部质检中该差错类别的差错")
            .required()
            .oneOf("qa", "error");
    public static final Column CATEGORY =
            string("category", "the category", "类别").required();

    public static final Table TABLE = Table.of(
                    Layer.MART,
                    "error_trend_category",
                    "One row a period, scope (the centre or a team) and category, of QA or of errors (R9); figures as in error_trend.",
                    "每个周期、每个范围（全中心或班组）、每个质检类别或差错类别一行（R9），指标同 error_trend。")
            .columns(
                    ErrorTrend.PERIOD_TYPE,
                    ErrorTrend.PERIOD_START,
                    CATEGORY_TYPE,
                    CATEGORY,
                    ErrorTrend.TEAM,
                    ErrorTrend.ERRORS,
                    ErrorTrend.EVALUATIONS,
                    ErrorTrend.RATE_PER_100,
                    ErrorTrend.PREVIOUS_RATE,
                    ErrorTrend.LAST_YEAR_RATE,
                    ErrorTrend.CENTER_LINE,
                    ErrorTrend.LOWER_LIMIT,
                    ErrorTrend.UPPER_LIMIT,
                    ErrorTrend.SIGNAL,
                    ErrorTrend.CONTROL_PERIODS,
                    ErrorTrend.MONTH)
            .key(ErrorTrend.PERIOD_TYPE, ErrorTrend.PERIOD_START, CATEGORY_TYPE, CATEGORY, ErrorTrend.TEAM)
            .partitionedBy(ErrorTrend.MONTH)
            .build();

    private ErrorTrendCategory() {}
}
