package org.zhijian.schema.mart;

import static org.zhijian.schema.Column.bigint;
import static org.zhijian.schema.Column.date;
import static org.zhijian.schema.Column.number;
import static org.zhijian.schema.Column.string;

import org.zhijian.schema.Column;
import org.zhijian.schema.Layer;
import org.zhijian.schema.Table;

/** One row a period, error type and team (R9). */
public final class ErrorTrend {
    public static final Column PERIOD_TYPE =
            string("period_type", "week or month", "周期类型").required().oneOf("week", "month");
    public static final Column PERIOD_START =
            date("period_start", "the period's first day", "周期起日").required();
    public static final Column ERROR_CODE = string("error_code", "the error type; blank for all", "差错编码，空表示全部");
    public static final Column TEAM = string("team", "the team; blank for the centre", "班组，空表示全中心");
    public static final Column ERRORS =
            bigint("errors", "errors found", "差错数").required().atLeast(0);
    public static final Column EVALUATIONS =
            bigint("evaluations", "evaluations", "质检数").required().atLeast(0);
    public static final Column RATE_PER_100 = number("rate_per_100", "errors per 100 evaluations", "每百条质检差错数");
    public static final Column PREVIOUS_RATE = number("previous_rate", "the rate of the period before", "上一周期的差错率");
    public static final Column LAST_YEAR_RATE =
            number("last_year_rate", "the rate of the same period last year", "去年同期的差错率");
    public static final Column CENTER_LINE = number("center_line", "u-chart centre line", "u 图中心线");
    public static final Column LOWER_LIMIT = number("lower_limit", "u-chart lower limit", "u 图下限");
    public static final Column UPPER_LIMIT = number("upper_limit", "u-chart upper limit", "u 图上限");
    public static final Column SIGNAL = string("signal", "which run rule the point breaks", "违反的判异规则");

    public static final Table TABLE = Table.of(
                    Layer.MART, "error_trend", "One row a period, error type and team (R9).", "每个周期、每个差错类型、每个班组一行（R9）。")
            .columns(
                    PERIOD_TYPE,
                    PERIOD_START,
                    ERROR_CODE,
                    TEAM,
                    ERRORS,
                    EVALUATIONS,
                    RATE_PER_100,
                    PREVIOUS_RATE,
                    LAST_YEAR_RATE,
                    CENTER_LINE,
                    LOWER_LIMIT,
                    UPPER_LIMIT,
                    SIGNAL)
            .key(PERIOD_TYPE, PERIOD_START, ERROR_CODE, TEAM)
            .build();

    private ErrorTrend() {}
}
