package org.zhijian.schema.raw;

import static org.zhijian.schema.Column.identifier;
import static org.zhijian.schema.Column.number;
import static org.zhijian.schema.Column.string;
import static org.zhijian.schema.Column.timestamp;

import org.zhijian.schema.Column;

/** One row an evaluation and version of it. */
public final class Evaluations {
    public static final Column EVALUATION_ID =
            identifier("evaluation_id", "the evaluation's number", "评分编号").required();
    public static final Column INTERACTION_ID =
            identifier("interaction_id", "the interaction that was scored; blank for a dial test", "被评服务记录，拨测为空");
    public static final Column AGENT_ID =
            identifier("agent_id", "the agent whose work was scored", "客服代表工号").required();
    public static final Column INSPECTOR_ID =
            identifier("inspector_id", "the inspector who scored", "质检员工号").required();
    public static final Column CATEGORY =
            string("category", "agent, event or special QA", "质检类别").required().oneOf("agent", "event", "special");
    public static final Column METHOD =
            string("method", "how it was inspected", "质检方式").oneOf("sampling", "dial_test", "online");
    public static final Column TOPIC = string("topic", "the special topic", "专题");
    public static final Column SCORECARD_ID = identifier("scorecard_id", "the scorecard used", "评分标准编号");
    public static final Column EVALUATED_AT =
            timestamp("evaluated_at", "when it was scored", "评分时间").required();
    public static final Column REVIEW_STATUS = string("review_status", "how far its review has come", "审核状态")
            .required()
            .oneOf("draft", "submitted", "reviewed", "published");
    public static final Column TOTAL_SCORE =
            number("total_score", "the score as it came, 0 to 100", "总分 0–100").between(0, 100);
    public static final Column FEEDBACK_AT = timestamp("feedback_at", "when the agent was told", "反馈时间");
    public static final Column CASE_MARK =
            string("case_mark", "kept as a case: excellent or severe", "案例标记").oneOf("excellent", "severe");
    public static final Column COMMENT =
            string("comment", "the inspector's words, with customers' numbers masked", "评语，客户号码已脱敏");
    public static final Column UPDATED_AT = timestamp("updated_at", "when the evaluation was last changed", "更新时间");

    public static final Entity ENTITY = Entity.of(
                    "evaluations", "One row an evaluation and version of it.", "每条质检评分的每个版本一行。")
            .columns(
                    EVALUATION_ID,
                    INTERACTION_ID,
                    AGENT_ID,
                    INSPECTOR_ID,
                    CATEGORY,
                    METHOD,
                    TOPIC,
                    SCORECARD_ID,
                    EVALUATED_AT,
                    REVIEW_STATUS,
                    TOTAL_SCORE,
                    FEEDBACK_AT,
                    CASE_MARK,
                    COMMENT,
                    UPDATED_AT)
            .key(EVALUATION_ID)
            .occursAt(EVALUATED_AT)
            .updatedAt(UPDATED_AT)
            .build();

    private Evaluations() {}
}
