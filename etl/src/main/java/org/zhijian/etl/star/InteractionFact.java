package org.zhijian.etl.star;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.to_date;
import static org.apache.spark.sql.functions.trunc;
import static org.zhijian.etl.io.Schemas.col;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.zhijian.etl.io.Schemas;
import org.zhijian.schema.raw.Interactions;
import org.zhijian.schema.settings.Settings;
import org.zhijian.schema.star.FactInteraction;

/** The interaction fact; a day and month are those of {@code started_at} in the centre's zone. */
public final class InteractionFact {
    private InteractionFact() {}

    /**
     * The facts of some interactions.
     *
     * @param interactions holding versions of the landing entity
     */
    public static Dataset<Row> compute(Dataset<Row> interactions, Dataset<Row> dimAgent, Settings settings) {
        Dataset<Row> dated =
                interactions.withColumn(FactInteraction.STARTED_ON.name(), to_date(col(Interactions.STARTED_AT)));
        Dataset<Row> conformed =
                AgentSpans.join(dated, col(Interactions.AGENT_ID), col(FactInteraction.STARTED_ON), dimAgent);
        return conformed
                .withColumn(FactInteraction.MONTH.name(), trunc(col(FactInteraction.STARTED_ON), "month"))
                .withColumn(FactInteraction.TIME_BAND_KEY.name(), TimeBands.key(col(Interactions.STARTED_AT), settings))
                .withColumn(FactInteraction.CHANNEL_KEY.name(), Keys.of(col(Interactions.CHANNEL)))
                .withColumn(FactInteraction.BUSINESS_TYPE_KEY.name(), Keys.of(col(Interactions.BUSINESS_TYPE)))
                .withColumn(FactInteraction.HUMAN_HANDLED.name(), humanHandled())
                .withColumn(
                        FactInteraction.EMOTION_ABNORMAL.name(),
                        col(Interactions.EMOTION).equalTo("abnormal"))
                .select(Schemas.columns(FactInteraction.TABLE));
    }

    /** Answered, by a person (which a blank means), with an agent who is named. */
    private static Column humanHandled() {
        return col(Interactions.OUTCOME)
                .equalTo("answered")
                .and(coalesce(col(Interactions.HANDLED_BY), lit("human")).equalTo("human"))
                .and(col(Interactions.AGENT_ID).isNotNull());
    }
}
