package org.zhijian.schema.raw;

import static org.zhijian.schema.Column.bool;
import static org.zhijian.schema.Column.identifier;
import static org.zhijian.schema.Column.string;

import org.zhijian.schema.Column;

/** One row an evaluation, error type and version of it. */
public final class EvaluationErrors {
    public static final Column EVALUATION_ID =
            identifier("evaluation_id", "the evaluation", "评分编号").required();
    public static final Column ERROR_CODE =
            identifier("error_code", "the error type found", "差错编码").required();
    public static final Column NOTE =
            string("note", "the inspector's note, with customers' numbers masked", "说明，客户号码已脱敏");
    public static final Column WITHDRAWN =
            bool("withdrawn", "true takes the error back, as a corrected score sheet does", "true 表示撤回该差错，如更正后的评分表");

    public static final Entity ENTITY = Entity.of(
                    "evaluation_errors", "One row an evaluation, error type and version of it.", "每条评分、每个差错类型的每个版本一行。")
            .columns(EVALUATION_ID, ERROR_CODE, NOTE, WITHDRAWN)
            .key(EVALUATION_ID, ERROR_CODE)
            .build();

    private EvaluationErrors() {}
}
