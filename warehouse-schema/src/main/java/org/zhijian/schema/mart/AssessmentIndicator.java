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
    public static final Column PERIOD_START = date(
                    "period_start",
                    "the period's first day; interactions and agent states count on the day they begin, evaluations with their errors and appeals on the day they are made, planned interactions on the day of the draw or their plan month's last",
                    "周期起日；服务记录与座席状态计入开始之日，质检及其差错、申诉计入评分之日，计划计入抽取之日，不晚于计划月最后一天")
            .required();
    public static final Column SCOPE = string(
                    "scope", "centre, team or agent; calibration counts for the centre alone", "范围：中心、班组或个人，校准只计入中心")
            .required()
            .oneOf("centre", "team", "agent");
    public static final Column SCOPE_ID = string("scope_id", "the team or agent; blank for the centre", "班组或工号，中心为空");
    public static final Column INDICATOR =
            string("indicator", "the indicator", "指标").required();
    public static final Column NUMERATOR =
            number("numerator", "the numerator", "分子").required();
    public static final Column DENOMINATOR =
            number("denominator", "the denominator", "分母").required();
    public static final Column VALUE = number(
            "value",
            "numerator ÷ denominator, rates as a share of 1, calibration_deviation in percent; blank with a denominator of 0; the composite is the weighted mean of those of its parts that have a value",
            "分子 ÷ 分母，比率以 1 为全部，calibration_deviation 为百分数；分母为 0 时为空；composite 为有值各项的加权平均");
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
