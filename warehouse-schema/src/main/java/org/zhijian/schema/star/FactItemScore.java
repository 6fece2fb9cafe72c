package org.zhijian.schema.star;

import static org.zhijian.schema.Column.bigint;
import static org.zhijian.schema.Column.date;
import static org.zhijian.schema.Column.number;
import static org.zhijian.schema.Column.string;

import org.zhijian.schema.Column;
import org.zhijian.schema.Layer;
import org.zhijian.schema.Table;

/** One row an evaluation and scorecard item. */
public final class FactItemScore {
    public static final Column EVALUATION_ID =
            string("evaluation_id", "the evaluation", "评分编号").required();
    public static final Column ITEM_CODE =
            string("item_code", "the item", "考核项编号").required();
    public static final Column MONTH = date(
                    "month",
                    "the evaluation's QA month; 1900-01-01 while the evaluation has not come",
                    "所属质检月，评分未到时为 1900-01-01")
            .required();
    public static final Column SCORECARD_ITEM_KEY = bigint(
                    "scorecard_item_key", "the item's version as of the evaluation", "评分当时的考核项版本")
            .required();
    public static final Column POINTS = number(
                    "points", "points awarded; blank means the item does not apply", "得分，空表示不适用")
            .atLeast(0);
    public static final Column MAX_POINTS = number(
                    "max_points", "the item's maximum; blank when it does not apply or is unknown", "满分，不适用或未知时为空")
            .atLeast(0);

    public static final Table TABLE = Table.of(
                    Layer.STAR, "fact_item_score", "One row an evaluation and scorecard item.", "每条评分、每个考核项一行。")
            .columns(EVALUATION_ID, ITEM_CODE, MONTH, SCORECARD_ITEM_KEY, POINTS, MAX_POINTS)
            .key(EVALUATION_ID, ITEM_CODE)
            .partitionedBy(MONTH)
            .refers(SCORECARD_ITEM_KEY, DimScorecardItem.TABLE, DimScorecardItem.SCORECARD_ITEM_KEY)
            .build();

    private FactItemScore() {}
}
