package org.zhijian.schema.raw;

import static org.zhijian.schema.Column.identifier;
import static org.zhijian.schema.Column.number;
import static org.zhijian.schema.Column.string;
import static org.zhijian.schema.Column.timestamp;

import org.zhijian.schema.Column;

/** One row an appeal and version of it. */
public final class Appeals {
    public static final Column APPEAL_ID =
            identifier("appeal_id", "the appeal's number", "申诉编号").required();
    public static final Column EVALUATION_ID = identifier("evaluation_id", "the evaluation appealed against", "评分编号")
            .required();
    public static final Column SUBMITTED_AT =
            timestamp("submitted_at", "when it was submitted", "提交时间").required();
    public static final Column REASON =
            string("reason", "the agent's reason, with customers' numbers masked", "申诉理由，客户号码已脱敏");
    public static final Column STATUS = string("status", "where it stands", "状态")
            .required()
            .oneOf("submitted", "accepted", "rejected", "withdrawn");
    public static final Column DECIDED_AT = timestamp("decided_at", "when it was decided", "裁定时间");
    public static final Column REVISED_SCORE = number(
                    "revised_score", "the score that replaces the old one, 0 to 100", "复议后得分 0–100")
            .between(0, 100);
    public static final Column REMOVED_ERRORS =
            identifier("removed_errors", "error types that are removed, separated by semicolons", "撤销的差错编码，分号分隔");
    public static final Column UPDATED_AT = timestamp("updated_at", "when the appeal was last changed", "更新时间");

    public static final Entity ENTITY = Entity.of("appeals", "One row an appeal and version of it.", "每条申诉的每个版本一行。")
            .columns(
                    APPEAL_ID,
                    EVALUATION_ID,
                    SUBMITTED_AT,
                    REASON,
                    STATUS,
                    DECIDED_AT,
                    REVISED_SCORE,
                    REMOVED_ERRORS,
                    UPDATED_AT)
            .key(APPEAL_ID)
            .foundBy(APPEAL_ID, EVALUATION_ID)
            .updatedAt(UPDATED_AT)
            .lists(REMOVED_ERRORS)
            .build();

    private Appeals() {}
}
