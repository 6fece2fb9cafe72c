package org.zhijian.schema.mart;

import static org.zhijian.schema.Column.bigint;
import static org.zhijian.schema.Column.date;
import static org.zhijian.schema.Column.string;

import org.zhijian.schema.Column;
import org.zhijian.schema.Layer;
import org.zhijian.schema.Table;

/** One row a month, agent and span of the agent dimension with at least one human-handled interaction. */
public final class AgentMonthVolume {
    public static final Column MONTH =
            date("month", "the month, its first day", "月份（当月第一天）").required();
    public static final Column AGENT_ID =
            string("agent_id", "the agent's number", "工号").required();
    public static final Column AGENT_KEY =
            bigint("agent_key", "the agent as of those days", "当日的客服代表").required();
    public static final Column TEAM = string("team", "the agent's team on those days", "当日的班组");
    public static final Column SKILL_GROUP = string("skill_group", "the agent's skill group on those days", "当日的技能组");
    public static final Column INTERACTIONS = bigint("interactions", "human-handled interactions", "人工话务量")
            .required()
            .atLeast(1);

    public static final Table TABLE = Table.of(
                    Layer.MART,
                    "agent_month_volume",
                    "One row a month, agent and span of the agent dimension with at least one human-handled interaction.",
                    "每月、每个有人工话务的客服代表、每段客服代表有效期一行。")
            .columns(MONTH, AGENT_ID, AGENT_KEY, TEAM, SKILL_GROUP, INTERACTIONS)
            .key(MONTH, AGENT_ID, AGENT_KEY)
            .partitionedBy(MONTH)
            .build();

    private AgentMonthVolume() {}
}
