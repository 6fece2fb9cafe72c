package org.zhijian.schema.mart;

import static org.zhijian.schema.Column.bigint;
import static org.zhijian.schema.Column.date;
import static org.zhijian.schema.Column.number;
import static org.zhijian.schema.Column.string;

import org.zhijian.schema.Column;
import org.zhijian.schema.Layer;
import org.zhijian.schema.Table;

/** One row a plan month and agent on post at the end of the month before (R2). */
public final class TierAssignment {
    public static final Column PLAN_MONTH =
            date("plan_month", "the plan month, its first day", "计划月（当月第一天）").required();
    public static final Column AGENT_ID =
            string("agent_id", "the agent's number", "工号").required();
    public static final Column TIER = string("tier", "how closely the agent is sampled", "抽样等级")
            .required()
            .oneOf("A", "B", "C");
    public static final Column REASON =
            string("reason", "why", "原因").required().oneOf("top", "bottom", "newcomer", "middle", "unscored");
    public static final Column RANK = bigint(
                    "rank",
                    "descending competition rank of the score among those ranked; blank when not ranked",
                    "降序竞争排名，未参与排名时为空")
            .atLeast(1);
    public static final Column RANKED_AGENTS = bigint("ranked_agents", "how many are ranked, N", "参与排名人数 N")
            .required()
            .atLeast(0);
    public static final Column SCORE_MEAN = number(
                    "score_mean", "the score of the month before; blank without an evaluation", "上月成绩，无质检时为空")
            .between(0, 100);
    public static final Column EVALUATIONS = bigint("evaluations", "the evaluations behind it", "所依据的质检数")
            .required()
            .atLeast(0);
    public static final Column SCORE_LOW = number(
                    "score_low", "lower end of the score's 95 % confidence interval", "成绩 95% 置信区间下限")
            .between(0, 100);
    public static final Column SCORE_HIGH =
            number("score_high", "upper end of it", "成绩 95% 置信区间上限").between(0, 100);
    public static final Column SCORE_SHRUNK = number(
            "score_shrunk", "the score shrunk towards the centre's mean (empirical Bayes)", "向全中心均值收缩的成绩（经验贝叶斯）");
    public static final Column TIER_PROBABILITY = number(
                    "tier_probability",
                    "probability that the agent belongs to this tier; blank when not ranked",
                    "属于该等级的概率，未参与排名时为空")
            .between(0, 1);

    public static final Table TABLE = Table.of(
                    Layer.MART,
                    "tier_assignment",
                    "One row a plan month and agent on post at the end of the month before (R2).",
                    "每个计划月、上月末在岗的每个客服代表一行（R2）。")
            .columns(
                    PLAN_MONTH,
                    AGENT_ID,
                    TIER,
                    REASON,
                    RANK,
                    RANKED_AGENTS,
                    SCORE_MEAN,
                    EVALUATIONS,
                    SCORE_LOW,
                    SCORE_HIGH,
                    SCORE_SHRUNK,
                    TIER_PROBABILITY)
            .key(PLAN_MONTH, AGENT_ID)
            .partitionedBy(PLAN_MONTH)
            .build();

    private TierAssignment() {}
}
