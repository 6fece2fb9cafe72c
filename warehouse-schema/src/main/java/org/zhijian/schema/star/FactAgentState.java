package org.zhijian.schema.star;

import static org.zhijian.schema.Column.bigint;
import static org.zhijian.schema.Column.date;
import static org.zhijian.schema.Column.integer;
import static org.zhijian.schema.Column.string;
import static org.zhijian.schema.Column.timestamp;

import org.zhijian.schema.Column;
import org.zhijian.schema.Layer;
import org.zhijian.schema.Table;

/** One row an agent and the moment a state began. */
public final class FactAgentState {
    public static final Column AGENT_ID =
            string("agent_id", "the agent's number", "工号").required();
    public static final Column MONTH = date("month", "the first day of the month it began in", "开始时间所在月的第一天")
            .required();
    public static final Column STARTED_ON =
            date("started_on", "the day it began on", "开始日期").required();
    public static final Column AGENT_KEY =
            bigint("agent_key", "the agent as of that day", "当日的客服代表").required();
    public static final Column TEAM_KEY =
            bigint("team_key", "the agent's team that day", "当日的班组").required();
    public static final Column STATE =
            string("state", "the state", "状态").required().oneOf("ready", "busy", "wrap", "break", "training");
    public static final Column STARTED_AT =
            timestamp("started_at", "when the state began", "开始时间").required();
    public static final Column ENDED_AT =
            timestamp("ended_at", "when it ended", "结束时间").required();
    public static final Column SECONDS =
            integer("seconds", "how long it lasted", "持续秒数").required().atLeast(0);

    public static final Table TABLE = Table.of(
                    Layer.STAR,
                    "fact_agent_state",
                    "One row an agent and the moment a state began.",
                    "每个客服代表、每个状态开始时刻一行。")
            .columns(AGENT_ID, MONTH, STARTED_ON, AGENT_KEY, TEAM_KEY, STATE, STARTED_AT, ENDED_AT, SECONDS)
            .key(AGENT_ID, STARTED_AT)
            .partitionedBy(MONTH)
            .refers(STARTED_ON, DimDate.TABLE, DimDate.DAY)
            .refers(AGENT_KEY, DimAgent.TABLE, DimAgent.AGENT_KEY)
            .refers(TEAM_KEY, DimTeam.TABLE, DimTeam.TEAM_KEY)
            .build();

    private FactAgentState() {}
}
