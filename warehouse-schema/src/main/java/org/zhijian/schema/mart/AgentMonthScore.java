package org.zhijian.schema.mart;

import static org.zhijian.schema.Column.bigint;
import static org.zhijian.schema.Column.date;
import static org.zhijian.schema.Column.number;
import static org.zhijian.schema.Column.string;

import org.zhijian.schema.Column;
import org.zhijian.schema.Layer;
import org.zhijian.schema.Table;

/** One row a QA month and agent with at least one scored agent-QA evaluation (R1). */
public final class AgentMonthScore {
    public static final Column QA_MONTH =
            date("qa_month", "the QA month, its first day", "质检月（当月第一天）").required();
    public static final Column AGENT_ID =
            string("agent_id", "the agent's number", "工号").required();
    public static final Column EVALUATIONS = bigint(
                    "evaluations", "published agent-QA evaluations with a score", "有得分的已发布质检数")
            .required()
            .atLeast(1);
    public static final Column SCORE_MEAN = number(
                    "score_mean", "mean of their final scores, 0 to 100", "最终得分的平均值 0–100")
            .required()
            .between(0, 100);
    public static final Column GRADE =
            string("grade", "the grade of the mean", "成绩等级").required().oneOf("excellent", "good", "pass", "fail");
    public static final Column SCORE_VARIANCE = number(
                    "score_variance", "sample variance of the scores; blank with one evaluation", "得分的样本方差，仅一条时为空")
            .atLeast(0);

    public static final Table TABLE = Table.of(
                    Layer.MART,
                    "agent_month_score",
                    "One row a QA month and agent with at least one scored agent-QA evaluation (R1).",
                    "每个质检月、每个有得分的客服代表一行（R1）。")
            .columns(QA_MONTH, AGENT_ID, EVALUATIONS, SCORE_MEAN, GRADE, SCORE_VARIANCE)
            .key(QA_MONTH, AGENT_ID)
            .partitionedBy(QA_MONTH)
            .build();

    private AgentMonthScore() {}
}
