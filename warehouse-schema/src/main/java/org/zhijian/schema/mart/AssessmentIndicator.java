package org.zhijian.schema.mart;

import static org.zhijian.schema.Column.bool;
import static org.zhijian.schema.Column.date;
import static org.zhijian.schema.Column.number;
import static org.zhijian.schema.Column.string;

import org.zhijian.schema.Column;
import org.zhijian.schema.Layer;
import org.zhijian.schema.Table;

/** One row a period, scope and indicator (R10). */
public final class AssessmentIndicator {
    public static final Column PERIOD_TYPE =
            string("period_type", "day, week or month", "周期类型").required().oneOf("day", "week", "month");
    public static final Column PERIOD_START =
            date("period_start", "the period's first day", "周期起日").required();
    public static final Column SCOPE =
            string("scope", "centre, team or agent", "范围").required().oneOf("centre", "team", "agent");
    public static final Column SCOPE_ID = string("scope_id", "the team or agent; blank for the centre", "班组或工号，中心为空");
    public static final Column INDICATOR =
            string("indicator", "the indicator", "指标").required();
    public static final Column NUMERATOR =
            number("numerator", "the numerator", "分子").required();
    public static final Column DENOMINATOR =
            number("denominator", "the denominator", "分母").required();
    public static final Column VALUE = number(
            "value",
            "numerator ÷ denominator, rates as a share of 1; blank with a denominator of 0",
            "分子 ÷ 分母，比率以 1 为全部；分母为 0 时为空");
    public static final Column TARGET = number(
            "target",
            "the target in the unit of the value (a rate's 98 % is 0.98), a setting",
            "目标值（设置），单位同 value，如 98% 为 0.98");
    public static final Column MET =
            bool("met", "whether the target is met; blank without a value or a target", "是否达标，无值或无目标时为空");
    public static final Column MONTH =
            date("month", "the month of the period's first day", "周期起日所在月的第一天").required();

    public static final Table TABLE = Table.of(
                    Layer.MART,
                    "assessment_indicator",
                    "One row a period, scope and indicator (R10).",
                    "每个周期、每个范围、每个指标一行（R10）。")
            .columns(
                    PERIOD_TYPE,
                    PERIOD_START,
                    SCOPE,
                    SCOPE_ID,
                    INDICATOR,
                    NUMERATOR,
                    DENOMINATOR,
                    VALUE,
                    TARGET,
                    MET,
                    MONTH)
            .key(PERIOD_TYPE, PERIOD_START, SCOPE, SCOPE_ID, INDICATOR)
            .partitionedBy(MONTH, PERIOD_TYPE)
            .build();

    private AssessmentIndicator() {}
}
