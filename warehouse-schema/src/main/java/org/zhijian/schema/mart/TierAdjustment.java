package org.zhijian.schema.mart;

import static org.zhijian.schema.Column.bigint;
import static org.zhijian.schema.Column.date;
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

    public static final Table TABLE = Table.of(
                    Layer.MART,
                    "tier_adjustment",
                    "One row a tier change within a plan month (R6).",
                    "计划月内的每次等级调整一行（R6）。")
            .columns(PLAN_MONTH, AGENT_ID, EFFECTIVE_ON, FROM_TIER, TO_TIER, REASON, QUOTA)
            .key(PLAN_MONTH, AGENT_ID, EFFECTIVE_ON, TO_TIER)
            .partitionedBy(PLAN_MONTH)
            .build();

    private TierAdjustment() {}
}
