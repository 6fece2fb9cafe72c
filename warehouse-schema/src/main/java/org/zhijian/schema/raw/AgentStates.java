package org.zhijian.schema.raw;

import static org.zhijian.schema.Column.identifier;
import static org.zhijian.schema.Column.string;
import static org.zhijian.schema.Column.timestamp;

import org.zhijian.schema.Column;

/** One row an agent and the moment a state began. */
public final class AgentStates {
    public static final Column AGENT_ID =
            identifier("agent_id", "the agent's number", "工号").required();
    public static final Column STATE =
            string("state", "the state", "状态").required().oneOf("ready", "busy", "wrap", "break", "training");
    public static final Column FROM =
            timestamp("from", "when the state began", "开始时间").required();
    public static final Column TO = timestamp("to", "when it ended", "结束时间").required();

    public static final Entity ENTITY = Entity.of(
                    "agent_states", "One row an agent and the moment a state began.", "每个客服代表、每个状态开始时刻一行。")
            .columns(AGENT_ID, STATE, FROM, TO)
            .key(AGENT_ID, FROM)
            .occursAt(FROM)
            .foundBy(FROM)
            .span(FROM, TO)
            .build();

    private AgentStates() {}
}
