package org.zhijian.schema.mart;

import static org.zhijian.schema.Column.bigint;
import static org.zhijian.schema.Column.date;
import static org.zhijian.schema.Column.number;
import static org.zhijian.schema.Column.string;

import org.zhijian.schema.Column;
import org.zhijian.schema.Layer;
import org.zhijian.schema.Table;

/** One row a plan month and agent with a tier (R3). */
public final class SamplingQuota {
    public static final Column PLAN_MONTH =
            date("plan_month", "the plan month, its first day", "计划月（当月第一天）").required();
    public static final Column AGENT_ID =
            string("agent_id", "the agent's number", "工号").required();
    public static final Column TIER =
            string("tier", "the agent's tier", "抽样等级").required().oneOf("A", "B", "C");
    public static final Column BASE_MONTH = date(
            "base_month",
            "the month the volume is taken from; blank when the configured number is used",
            "基准月，使用设定值时为空");
    public static final Column BASE_VOLUME = number(
                    "base_volume", "human-handled interactions an agent in that month, V", "基准月人均人工话务量 V")
            .atLeast(0);
    public static final Column QUOTA =
            bigint("quota", "interactions to inspect", "抽样数量").required().atLeast(0);
    public static final Column BASIS = string("basis", "how the base month was found", "基准月依据")
            .required()
            .oneOf("same_month_last_year", "earlier_month", "configured");
    public static final Column BASE_SCOPE = string(
                    "base_scope", "the centre, team or skill group whose volume is the base", "基准范围（中心、班组或技能组）")
            .required();
    public static final Column BASE_INTERACTIONS = bigint(
                    "base_interactions", "human-handled interactions of the scope in that month", "基准月人工话务量")
            .atLeast(0);
    public static final Column BASE_AGENTS = bigint(
                    "base_agents", "distinct agents who handled at least one of them", "基准月人工话务的客服代表人数")
            .atLeast(0);
    public static final Column BASE_QUOTA = bigint("base_quota", "B, the rounded quota of tier B", "等级 B 的抽样数量 B")
            .required()
            .atLeast(1);

    public static final Table TABLE = Table.of(
                    Layer.MART,
                    "sampling_quota",
                    "One row a plan month and agent with a tier (R3).",
                    "每个计划月、每个有等级的客服代表一行（R3）。")
            .columns(
                    PLAN_MONTH,
                    AGENT_ID,
                    TIER,
                    BASE_MONTH,
                    BASE_VOLUME,
                    QUOTA,
                    BASIS,
                    BASE_SCOPE,
                    BASE_INTERACTIONS,
                    BASE_AGENTS,
                    BASE_QUOTA)
            .key(PLAN_MONTH, AGENT_ID)
            .partitionedBy(PLAN_MONTH)
            .build();

    private SamplingQuota() {}
}
