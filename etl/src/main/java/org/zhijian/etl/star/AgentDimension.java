package org.zhijian.etl.star;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.last;
import static org.apache.spark.sql.functions.lead;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.xxhash64;
import static org.zhijian.etl.io.Schemas.col;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import org.zhijian.etl.io.Schemas;
import org.zhijian.schema.WarehouseSchema;
import org.zhijian.schema.raw.Agents;
import org.zhijian.schema.star.DimAgent;

/**
 * The agent dimension. Team, grade, skill group and on_post_date hold from their {@code effective_from} to the next one; the
 * first span reaches back to the beginning. Name and site are those of the agent's last span; left_date is that of the last
 * span with the same on_post_date, since who leaves is often recorded later. An agent known only from facts has one span,
 * inferred, under the key that the first span of the real record will have.
 */
public final class AgentDimension {
    private AgentDimension() {}

    /**
     * The dimension with its unknown member.
     *
     * @param agents the holding versions of the landing entity
     * @param referred a column {@code agent_id} with every agent that facts name
     */
    public static Dataset<Row> compute(Dataset<Row> agents, Dataset<Row> referred) {
        Dataset<Row> inferred = Members.inferred(referred, agents, DimAgent.AGENT_ID);
        return spans(agents)
                .unionByName(bare(inferred, xxhash64(col(DimAgent.AGENT_ID)), lit(true)))
                .unionByName(bare(
                        Members.unknown(agents, DimAgent.AGENT_ID), lit(WarehouseSchema.UNKNOWN_MEMBER), lit(false)))
                .select(Schemas.columns(DimAgent.TABLE));
    }

    private static Dataset<Row> spans(Dataset<Row> agents) {
        WindowSpec inOrder = Window.partitionBy(col(Agents.AGENT_ID))
                .orderBy(col(Agents.EFFECTIVE_FROM).asc_nulls_first());
        WindowSpec all = inOrder.rowsBetween(Window.unboundedPreceding(), Window.unboundedFollowing());
        WindowSpec sameTimeOnPost = Window.partitionBy(col(Agents.AGENT_ID), col(Agents.ON_POST_DATE))
                .orderBy(col(Agents.EFFECTIVE_FROM).asc_nulls_first())
                .rowsBetween(Window.unboundedPreceding(), Window.unboundedFollowing());
        Column first = row_number().over(inOrder).equalTo(1);
        return agents.select(
                when(first, xxhash64(col(Agents.AGENT_ID)))
                        .otherwise(xxhash64(col(Agents.AGENT_ID), col(Agents.EFFECTIVE_FROM)))
                        .as(DimAgent.AGENT_KEY.name()),
                col(Agents.AGENT_ID),
                last(col(Agents.NAME)).over(all).as(DimAgent.NAME.name()),
                Keys.of(col(Agents.TEAM)).as(DimAgent.TEAM_KEY.name()),
                col(Agents.TEAM),
                last(col(Agents.SITE)).over(all).as(DimAgent.SITE.name()),
                col(Agents.GRADE),
                col(Agents.SKILL_GROUP),
                col(Agents.ON_POST_DATE),
                last(col(Agents.LEFT_DATE)).over(sameTimeOnPost).as(DimAgent.LEFT_DATE.name()),
                when(first, lit(Keys.BEGINNING))
                        .otherwise(col(Agents.EFFECTIVE_FROM))
                        .as(DimAgent.VALID_FROM.name()),
                coalesce(lead(col(Agents.EFFECTIVE_FROM), 1).over(inOrder), lit(Keys.END))
                        .as(DimAgent.VALID_TO.name()),
                lit(false).as(DimAgent.INFERRED.name()));
    }

    /** Members of whom nothing but the number is known. */
    private static Dataset<Row> bare(Dataset<Row> ids, Column key, Column inferred) {
        return Members.withBlanks(
                ids.withColumn(DimAgent.AGENT_KEY.name(), key)
                        .withColumn(DimAgent.TEAM_KEY.name(), lit(WarehouseSchema.UNKNOWN_MEMBER))
                        .withColumn(DimAgent.VALID_FROM.name(), lit(Keys.BEGINNING))
                        .withColumn(DimAgent.VALID_TO.name(), lit(Keys.END))
                        .withColumn(DimAgent.INFERRED.name(), inferred),
                DimAgent.TABLE);
    }
}
