package org.zhijian.schema.star;

import static org.zhijian.schema.Column.date;
import static org.zhijian.schema.Column.number;
import static org.zhijian.schema.Column.string;
import static org.zhijian.schema.Column.timestamp;

import org.zhijian.schema.Column;
import org.zhijian.schema.Layer;
import org.zhijian.schema.Table;

/** One row an appeal. */
public final class FactAppeal {
    public static final Column APPEAL_ID =
            string("appeal_id", "the appeal's number", "申诉编号").required();
    public static final Column EVALUATION_ID =
            string("evaluation_id", "the evaluation appealed against", "评分编号").required();
    public static final Column MONTH = date(
                    "month",
                    "the evaluation's QA month; 1900-01-01 while the evaluation has not come",
                    "所属质检月，评分未到时为 1900-01-01")
            .required();
    public static final Column SUBMITTED_AT =
            timestamp("submitted_at", "when it was submitted", "提交时间").required();
    public static final Column REASON = string("reason", "the agent's reason", "申诉理由");
    public static final Column STATUS = string("status", "where it stands", "状态")
            .required()
            .oneOf("submitted", "accepted", "rejected", "withdrawn");
    public static final Column DECIDED_AT = timestamp("decided_at", "when it was decided", "裁定时间");
    public static final Column REVISED_SCORE = number("revised_score", "the score that replaces the old one", "复议后得分")
            .between(0, 100);
    public static final Column REMOVED_ERRORS =
            string("removed_errors", "error types that are removed, separated by semicolons", "撤销的差错编码，分号分隔");

    public static final Table TABLE = Table.of(
                    Layer.STAR,
                    "fact_appeal",
                    "One row an appeal submitted by the business day; decided later, it is still open.",
                    "截至业务日期已提交的每条申诉一行，此后才裁定的仍为未决。")
            .columns(
                    APPEAL_ID,
                    EVALUATION_ID,
                    MONTH,
                    SUBMITTED_AT,
                    REASON,
                    STATUS,
                    DECIDED_AT,
                    REVISED_SCORE,
                    REMOVED_ERRORS)
            .key(APPEAL_ID)
            .partitionedBy(MONTH)
            .build();

    private FactAppeal() {}
}
