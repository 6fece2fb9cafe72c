package org.zhijian.etl.mart;

import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.zhijian.etl.mart.Declared.field;

import java.time.LocalDate;
import java.util.Collection;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.zhijian.schema.mart.AgentMonthVolume;
import org.zhijian.schema.star.DimAgent;
import org.zhijian.schema.star.FactInteraction;

/** {@link AgentMonthVolume}: the human-handled interactions that quotas are based on (R3). */
public final class AgentMonthVolumeMart {
    private AgentMonthVolumeMart() {}

    /**
     * Computes the rows of whole months.
     *
     * @param factInteraction at least the interactions of these months
     * @param months first days of the months
     * @param runDate the last day whose interactions count
     */
    public static Dataset<Row> compute(
            Dataset<Row> factInteraction, Dataset<Row> dimAgent, Collection<LocalDate> months, LocalDate runDate) {
        Dataset<Row> handled = factInteraction
                .filter(field(FactInteraction.MONTH).isInCollection(months))
                .filter(field(FactInteraction.STARTED_ON).leq(lit(runDate)))
                .filter(field(FactInteraction.HUMAN_HANDLED));
        Dataset<Row> counted = handled.groupBy(
                        field(FactInteraction.MONTH).as(AgentMonthVolume.MONTH.name()),
                        field(FactInteraction.AGENT_ID).as(AgentMonthVolume.AGENT_ID.name()),
                        field(FactInteraction.AGENT_KEY).as(AgentMonthVolume.AGENT_KEY.name()))
                .agg(count(lit(1)).as(AgentMonthVolume.INTERACTIONS.name()));
        Dataset<Row> spans = dimAgent.select(
                field(DimAgent.AGENT_KEY).as(AgentMonthVolume.AGENT_KEY.name()),
                field(DimAgent.TEAM).as(AgentMonthVolume.TEAM.name()),
                field(DimAgent.SKILL_GROUP).as(AgentMonthVolume.SKILL_GROUP.name()));
        return counted.join(spans, Declared.names(AgentMonthVolume.AGENT_KEY), "left")
                .select(Declared.columns(AgentMonthVolume.TABLE));
    }
}
