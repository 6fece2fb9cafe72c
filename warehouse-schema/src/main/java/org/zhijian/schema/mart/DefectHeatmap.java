package org.zhijian.schema.mart;

import static org.zhijian.schema.Column.bigint;
import static org.zhijian.schema.Column.date;
import static org.zhijian.schema.Column.number;
import static org.zhijian.schema.Column.string;

import org.zhijian.schema.Column;
import org.zhijian.schema.Layer;
import org.zhijian.schema.Table;

/** One row a period, scorecard item and team (R9). */
public final class DefectHeatmap {
    public static final Column PERIOD_TYPE =
            string("period_type", "week or month", "周期类型").required().oneOf("week", "month");
    public static final Column PERIOD_START =
            date("period_start", "the period's first day", "周期起日").required();
    public static final Column ITEM_CODE =
            string("item_code", "the item", "考核项编号").required();
    public static final Column TEAM = string("team", "the team; blank for the centre", "班组，空表示全中心");
    public static final Column POINTS_LOST =
            number("points_lost", "points lost", "失分").required();
    public static final Column EVALUATIONS =
            bigint("evaluations", "evaluations", "质检数").required().atLeast(0);

    public static final Table TABLE = Table.of(
                    Layer.MART,
                    "defect_heatmap",
                    "One row a period, scorecard item and team (R9).",
                    "每个周期、每个考核项、每个班组一行（R9）。")
            .columns(PERIOD_TYPE, PERIOD_START, ITEM_CODE, TEAM, POINTS_LOST, EVALUATIONS)
            .key(PERIOD_TYPE, PERIOD_START, ITEM_CODE, TEAM)
            .build();

    private DefectHeatmap() {}
}
