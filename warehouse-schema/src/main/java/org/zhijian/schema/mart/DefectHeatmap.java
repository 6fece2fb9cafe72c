package org.zhijian.schema.mart;

import static org.zhijian.schema.Column.bigint;
import static org.zhijian.schema.Column.date;
import static org.zhijian.schema.Column.number;
import static org.zhijian.schema.Column.string;

import org.zhijian.schema.Column;
import org.zhijian.schema.Layer;
import org.zhijian.schema.Table;

/** One row a period, scope (the centre or a team) and scorecard item that applied in it (R9). */
public final class DefectHeatmap {
    public static final Column PERIOD_TYPE =
            string("period_type", "week or month", "周期类型").required().oneOf("week", "month");
    public static final Column PERIOD_START =
            date("period_start", "the period's first day", "周期起日").required();
    public static final Column ITEM_CODE =
            string("item_code", "the item", "考核项编号").required();
    public static final Column TEAM = string("team", "the team; blank for the centre", "班组，空表示全中心");
    public static final Column POINTS_LOST = number(
                    "points_lost", "sum of maximum less points where the item applied", "适用项的满分减得分之和")
            .required();
    public static final Column EVALUATIONS = bigint(
                    "evaluations",
                    "published evaluations in which the item applied and its maximum is known",
                    "该项适用且满分已知的已发布质检数")
            .required()
            .atLeast(1);
    public static final Column MONTH = date("month", "the month the period begins in, its first day", "周期起日所在月的第一天")
            .required();

    public static final Table TABLE = Table.of(
                    Layer.MART,
                    "defect_heatmap",
                    "One row a period, scope (the centre or a team) and scorecard item that applied in it (R9).",
                    "每个周期、每个范围（全中心或班组）、每个适用的考核项一行（R9）。")
            .columns(PERIOD_TYPE, PERIOD_START, ITEM_CODE, TEAM, POINTS_LOST, EVALUATIONS, MONTH)
            .key(PERIOD_TYPE, PERIOD_START, ITEM_CODE, TEAM)
            .partitionedBy(MONTH)
            .build();

    private DefectHeatmap() {}
}
