package org.zhijian.etl.star;

import static org.apache.spark.sql.functions.broadcast;
import static org.zhijian.etl.io.Schemas.col;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.zhijian.schema.WarehouseSchema;
import org.zhijian.schema.star.DimAgent;

/** Finds the agent's span of a day for facts. */
public final class AgentSpans {
    private static final String PREFIX = "span_";

    private AgentSpans() {}

    /**
     * The facts with {@code agent_key} and {@code team_key} of the agent as of a day, the unknown member's where the fact
     * names no agent.
     */
    public static Dataset<Row> join(Dataset<Row> facts, Column agentId, Column day, Dataset<Row> dimAgent) {
        Dataset<Row> spans = dimAgent.where(col(DimAgent.AGENT_KEY).notEqual(WarehouseSchema.UNKNOWN_MEMBER))
                .select(
                        renamed(DimAgent.AGENT_ID),
                        renamed(DimAgent.AGENT_KEY),
                        renamed(DimAgent.TEAM_KEY),
                        renamed(DimAgent.VALID_FROM),
                        renamed(DimAgent.VALID_TO));
        Column sameDay = Spans.hold(
                spans.col(PREFIX + DimAgent.VALID_FROM.name()), spans.col(PREFIX + DimAgent.VALID_TO.name()), day);
        return facts.join(
                        broadcast(spans),
                        agentId.equalTo(spans.col(PREFIX + DimAgent.AGENT_ID.name()))
                                .and(sameDay),
                        "left")
                .withColumn(DimAgent.AGENT_KEY.name(), Keys.orUnknown(spans.col(PREFIX + DimAgent.AGENT_KEY.name())))
                .withColumn(DimAgent.TEAM_KEY.name(), Keys.orUnknown(spans.col(PREFIX + DimAgent.TEAM_KEY.name())))
                .drop(
                        PREFIX + DimAgent.AGENT_ID.name(),
                        PREFIX + DimAgent.AGENT_KEY.name(),
                        PREFIX + DimAgent.TEAM_KEY.name(),
                        PREFIX + DimAgent.VALID_FROM.name(),
                        PREFIX + DimAgent.VALID_TO.name());
    }

    private static Column renamed(org.zhijian.schema.Column column) {
        return col(column).as(PREFIX + column.name());
    }
}
