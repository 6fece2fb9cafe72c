package org.zhijian.schema.mart;

import static org.zhijian.schema.Column.bigint;
import static org.zhijian.schema.Column.bool;
import static org.zhijian.schema.Column.date;
import static org.zhijian.schema.Column.number;
import static org.zhijian.schema.Column.string;

import org.zhijian.schema.Column;
import org.zhijian.schema.Layer;
import org.zhijian.schema.Table;

/** One row a tier change within a plan month (R6). */
public final class TierAdjustment {
    public static final Column PLAN_MONTH =
            date("plan_month", "the plan month, its first day", "计划月（当月第一天）").required();
    public static final Column AGENT_ID =
            string("agent_id", "the agent's number", "工号").required();
    public static final Column EFFECTIVE_ON = date("effective_on", "the day from which the new tier holds", "生效日期")
            .required();
    public static final Column FROM_TIER =
            string("from_tier", "the tier left", "原等级").required().oneOf("A", "B", "C");
    public static final Column TO_TIER =
            string("to_tier", "the new tier", "新等级").required().oneOf("A", "B", "C");
    public static final Column REASON =
            string("reason", "why", "原因").required().oneOf("severe_error", "below_baseline");
    public static final Column QUOTA =
            bigint("quota", "the quota of the new tier", "新等级的抽样数量").required().atLeast(0);
    public static final Column INSPECTED = bigint(
                    "inspected", "agent-QA evaluations of the plan month up to that day", "截至当日本月已完成的客服代表质检数")
            .required()
            .atLeast(1);
    public static final Column REMAINING = bigint(
                    "remaining", "what is left of the quota then, never below 0", "抽样数量中尚未完成的部分，最少为 0")
            .required()
            .atLeast(0);
    public static final Column SCORE_MEAN = number(
                    "score_mean",
                    "mean agent-QA score of the plan month at the end of that day; blank without a score",
                    "截至当日本月客服代表质检均分，无得分时为空")
            .between(0, 100);
    public static final Column BASELINE = number(
            "baseline",
            "the score an agent of tier A must keep; blank when the month before has no scores",
            "A 级须保持的基准线，上月无成绩时为空");
    public static final Column BASELINE_REACHABLE = bool(
            "baseline_reachable",
            "whether the baseline is at most 100, the highest score there is",
            "基准线是否可达（不高于 100 分）");
    public static final Column EVIDENCE = string(
                    "evidence",
                    "the day's evaluations with a severe error, or all that the mean is made of, separated by semicolons",
                    "当日含严重差错的评分，或均分所依据的全部评分，分号分隔")
            .required();

    public static final Table TABLE = Table.of(
                    Layer.MART,
                    "tier_adjustment",
                    "One row a tier change within a plan month (R6).",
                    "计划月内的每次等级调整一行（R6）。")
            .columns(
                    PLAN_MONTH,
                    AGENT_ID,
                    EFFECTIVE_ON,
                    FROM_TIER,
                    TO_TIER,
                    REASON,
                    QUOTA,
                    INSPECTED,
                    REMAINING,
                    SCORE_MEAN,
                    BASELINE,
                    BASELINE_REACHABLE,
                    EVIDENCE)
            .key(PLAN_MONTH, AGENT_ID, EFFECTIVE_ON, TO_TIER)
            .partitionedBy(PLAN_MONTH)
            .check("changes", "from_tier <> to_tier")
            .build();

    private TierAdjustment() {}
}
