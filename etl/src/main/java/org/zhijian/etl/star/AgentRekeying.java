package org.zhijian.etl.star;

import static org.zhijian.etl.io.Schemas.col;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.zhijian.schema.Column;
import org.zhijian.schema.star.DimAgent;

/** Facts loaded before a late record of their agent came: those whose keys are no longer the ones of the day. */
public final class AgentRekeying {
    private static final String OLD_AGENT = "old_agent_key";
    private static final String OLD_TEAM = "old_team_key";

    private AgentRekeying() {}

    /**
     * The facts whose agent or team key differs, with the right ones.
     *
     * @param facts facts with agent_id, agent_key and team_key
     * @param day the column with the day that decides the agent's span
     */
    public static Dataset<Row> changed(Dataset<Row> facts, Column day, Dataset<Row> dimAgent) {
        Dataset<Row> bare = facts.withColumnRenamed(DimAgent.AGENT_KEY.name(), OLD_AGENT)
                .withColumnRenamed(DimAgent.TEAM_KEY.name(), OLD_TEAM);
        return AgentSpans.join(bare, col(DimAgent.AGENT_ID), col(day), dimAgent)
                .where(col(DimAgent.AGENT_KEY)
                        .notEqual(functions.col(OLD_AGENT))
                        .or(col(DimAgent.TEAM_KEY).notEqual(functions.col(OLD_TEAM))));
    }
}
