package org.zhijian.schema.raw;

import static org.zhijian.schema.Column.identifier;
import static org.zhijian.schema.Column.number;

import org.zhijian.schema.Column;

/** One row an evaluation, item and version of it. */
public final class EvaluationScores {
    public static final Column EVALUATION_ID =
            identifier("evaluation_id", "the evaluation", "评分编号").required();
    public static final Column ITEM_CODE =
            identifier("item_code", "the item", "考核项编号").required();
    public static final Column POINTS = number(
                    "points", "points awarded; blank means the item does not apply", "得分，空表示不适用")
            .columnRequired()
            .quantity();

    public static final Entity ENTITY = Entity.of(
                    "evaluation_scores", "One row an evaluation, item and version of it.", "每条评分、每个考核项的每个版本一行。")
            .columns(EVALUATION_ID, ITEM_CODE, POINTS)
            .key(EVALUATION_ID, ITEM_CODE)
            .build();

    private EvaluationScores() {}
}
