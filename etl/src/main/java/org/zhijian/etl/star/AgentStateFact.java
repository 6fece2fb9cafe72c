package org.zhijian.etl.star;

import static org.apache.spark.sql.functions.to_date;
import static org.apache.spark.sql.functions.trunc;
import static org.apache.spark.sql.functions.unix_seconds;
import static org.zhijian.etl.io.Schemas.col;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.zhijian.etl.io.Schemas;
import org.zhijian.schema.raw.AgentStates;
import org.zhijian.schema.star.FactAgentState;

/** The agent-state fact; a state belongs to the day it began on. */
public final class AgentStateFact {
    private AgentStateFact() {}

    /**
     * The facts of some states.
     *
     * @param states holding versions of the landing entity
     */
    public static Dataset<Row> compute(Dataset<Row> states, Dataset<Row> dimAgent) {
        Dataset<Row> dated = states.withColumn(FactAgentState.STARTED_ON.name(), to_date(col(AgentStates.FROM)));
        return AgentSpans.join(dated, col(AgentStates.AGENT_ID), col(FactAgentState.STARTED_ON), dimAgent)
                .withColumn(FactAgentState.MONTH.name(), trunc(col(FactAgentState.STARTED_ON), "month"))
                .withColumn(FactAgentState.STARTED_AT.name(), col(AgentStates.FROM))
                .withColumn(FactAgentState.ENDED_AT.name(), col(AgentStates.TO))
                .withColumn(
                        FactAgentState.SECONDS.name(),
                        unix_seconds(col(AgentStates.TO))
                                .minus(unix_seconds(col(AgentStates.FROM)))
                                .cast("int"))
                .select(Schemas.columns(FactAgentState.TABLE));
    }
}
