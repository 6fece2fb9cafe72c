package org.zhijian.schema.mart;

import static org.zhijian.schema.Column.bigint;
import static org.zhijian.schema.Column.date;
import static org.zhijian.schema.Column.number;
import static org.zhijian.schema.Column.string;

import org.zhijian.schema.Column;
import org.zhijian.schema.Layer;
import org.zhijian.schema.Table;

/**
 * One row a period, scope and error type (R9): each period and scope that has evaluations holds a row for all types
 * together and one for every type, found or not. A scope is the centre or a team.
 */
public final class ErrorTrend {
    public static final Column PERIOD_TYPE =
            string("period_type", "week or month", "周期类型").required().oneOf("week", "month");
    public static final Column PERIOD_START =
            date("period_start", "the period's first day", "周期起日").required();
    public static final Column ERROR_CODE = string("error_code", "the error type; blank for all", "差错编码，空表示全部");
    public static final Column TEAM = string("team", "the team; blank for the centre", "班组，空表示全中心");
    public static final Column ERRORS =
            bigint("errors", "errors that stand", "成立的差错数").required().atLeast(0);
    public static final Column EVALUATIONS = bigint("evaluations", "published evaluations of the scope", "范围内已发布的质检数")
            .required()
            .atLeast(1);
    public static final Column RATE_PER_100 = number("rate_per_100", "errors per 100 evaluations", "每百条质检差错数")
            .required()
            .atLeast(0);
    public static final Column PREVIOUS_RATE = number(
            "previous_rate",
            "the rate of the period directly before; blank when it had no evaluations",
            "上一周期的差错率，无质检时为空");
    public static final Column LAST_YEAR_RATE = number(
            "last_year_rate",
            "the rate of the same month last year, or of the week 52 weeks before",
            "去年同月或 52 周前同周的差错率");
    public static final Column CENTER_LINE =
            number("center_line", "u-chart centre line, per 100 evaluations", "u 图中心线（每百条质检）");
    public static final Column LOWER_LIMIT =
            number("lower_limit", "u-chart lower limit, per 100 evaluations, not below 0", "u 图下限（每百条质检），不低于 0");
    public static final Column UPPER_LIMIT =
            number("upper_limit", "u-chart upper limit, per 100 evaluations", "u 图上限（每百条质检）");
    public static final Column SIGNAL = string(
                    "signal",
                    "the first rule of the control chart that the point breaks; rules on several points hold them all against this point's limits",
                    "该点违反的首个判异规则；涉及多点的规则均以该点的控制限衡量")
            .oneOf(
                    "above_limit",
                    "below_limit",
                    "two_of_three_above",
                    "two_of_three_below",
                    "eight_above",
                    "eight_below",
                    "six_rising",
                    "six_falling");
    public static final Column CONTROL_PERIODS = bigint(
                    "control_periods",
                    "previous periods with evaluations that the limits are made from",
                    "控制限所依据的有质检的前期数")
            .required()
            .atLeast(0);
    public static final Column MONTH = date("month", "the month the period begins in, its first day", "周期起日所在月的第一天")
            .required();

    public static final Table TABLE = Table.of(
                    Layer.MART,
                    "error_trend",
                    "One row a period, scope and error type (R9): each period and scope that has evaluations holds a row for all types together and one for every type, found or not. A scope is the centre or a team.",
                    "每个周期、每个范围（全中心或班组）、每个差错类型一行（R9），另有全部类型合计一行；有质检的范围列出全部差错类型，未发现的为 0。")
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
                    SIGNAL,
                    CONTROL_PERIODS,
                    MONTH)
            .key(PERIOD_TYPE, PERIOD_START, ERROR_CODE, TEAM)
            .partitionedBy(MONTH)
            .build();

    private ErrorTrend() {}
}
