package org.zhijian.etl.mart;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count_distinct;
import static org.apache.spark.sql.functions.date_sub;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.zhijian.etl.mart.Declared.field;

import java.time.LocalDate;
import java.util.Collection;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.zhijian.etl.rule.Quotas;
import org.zhijian.etl.star.Spans;
import org.zhijian.schema.mart.AgentMonthVolume;
import org.zhijian.schema.mart.SamplingQuota;
import org.zhijian.schema.mart.TierAssignment;
import org.zhijian.schema.settings.Settings;
import org.zhijian.schema.star.DimAgent;

/** {@link SamplingQuota}: how many interactions of each agent are to be inspected in a plan month (R3). */
public final class SamplingQuotaMart {
    private static final String BASE = "base";
    private static final String SPAN_AGENT = "span_agent";

    private SamplingQuotaMart() {}

    /**
     * Computes the rows of whole plan months, one for each tier of them.
     *
     * @param tierAssignment at least the tiers of these plan months
     * @param agentMonthVolume the volume of all months up to 12 before the latest plan month
     * @param planMonths first days of the plan months
     * @param runDate the last day; months that begin after it have no volume
     */
    public static Dataset<Row> compute(
            Dataset<Row> tierAssignment,
            Dataset<Row> agentMonthVolume,
            Dataset<Row> dimAgent,
            Collection<LocalDate> planMonths,
            LocalDate runDate,
            Settings settings) {
        Dataset<Row> tiers =
                tierAssignment.filter(field(TierAssignment.PLAN_MONTH).isInCollection(planMonths));
        Dataset<Row> scoped = scoped(tiers, dimAgent, settings);
        Dataset<Row> volumes =
                volumes(agentMonthVolume.filter(field(AgentMonthVolume.MONTH).leq(lit(runDate))), settings);
        Dataset<Row> bases = bases(scoped, volumes);
        Column interactions = field(SamplingQuota.BASE_INTERACTIONS);
        Column agents = field(SamplingQuota.BASE_AGENTS);
        return scoped.join(bases, Declared.names(SamplingQuota.PLAN_MONTH, SamplingQuota.BASE_SCOPE), "left")
                .withColumn(
                        SamplingQuota.BASIS.name(),
                        Quotas.basis(field(SamplingQuota.PLAN_MONTH), field(SamplingQuota.BASE_MONTH)))
                .withColumn(SamplingQuota.BASE_VOLUME.name(), interactions.divide(agents))
                .withColumn(SamplingQuota.BASE_QUOTA.name(), Quotas.base(interactions, agents, settings))
                .withColumn(
                        SamplingQuota.QUOTA.name(),
                        Quotas.quota(field(SamplingQuota.TIER), field(SamplingQuota.BASE_QUOTA), settings))
                .select(Declared.columns(SamplingQuota.TABLE));
    }

    /** Each tier with the scope the agent belonged to on the last day before the plan month. */
    private static Dataset<Row> scoped(Dataset<Row> tiers, Dataset<Row> dimAgent, Settings settings) {
        Dataset<Row> assigned = tiers.select(
                field(TierAssignment.PLAN_MONTH).as(SamplingQuota.PLAN_MONTH.name()),
                field(TierAssignment.AGENT_ID).as(SamplingQuota.AGENT_ID.name()),
                field(TierAssignment.TIER).as(SamplingQuota.TIER.name()));
        Dataset<Row> spans = dimAgent.select(
                field(DimAgent.AGENT_ID).as(SPAN_AGENT),
                field(DimAgent.VALID_FROM),
                field(DimAgent.VALID_TO),
                field(DimAgent.TEAM),
                field(DimAgent.SKILL_GROUP));
        Column lastDay = date_sub(field(SamplingQuota.PLAN_MONTH), 1);
        Column held = field(SamplingQuota.AGENT_ID)
                .equalTo(spans.col(SPAN_AGENT))
                .and(Spans.hold(field(DimAgent.VALID_FROM), field(DimAgent.VALID_TO), lastDay));
        return assigned.join(spans, held, "left")
                .select(
                        field(SamplingQuota.PLAN_MONTH),
                        field(SamplingQuota.AGENT_ID),
                        field(SamplingQuota.TIER),
                        Quotas.scope(field(DimAgent.TEAM), field(DimAgent.SKILL_GROUP), settings)
                                .as(SamplingQuota.BASE_SCOPE.name()));
    }

    /** One row a scope and month with human-handled interactions; who changed scope within it counts in both. */
    private static Dataset<Row> volumes(Dataset<Row> agentMonthVolume, Settings settings) {
        return agentMonthVolume
                .groupBy(
                        Quotas.scope(field(AgentMonthVolume.TEAM), field(AgentMonthVolume.SKILL_GROUP), settings)
                                .as(SamplingQuota.BASE_SCOPE.name()),
                        field(AgentMonthVolume.MONTH).as(SamplingQuota.BASE_MONTH.name()))
                .agg(
                        sum(field(AgentMonthVolume.INTERACTIONS)).as(SamplingQuota.BASE_INTERACTIONS.name()),
                        count_distinct(field(AgentMonthVolume.AGENT_ID)).as(SamplingQuota.BASE_AGENTS.name()));
    }

    /** The latest month of each scope, up to the same month last year, that has volume. */
    private static Dataset<Row> bases(Dataset<Row> scoped, Dataset<Row> volumes) {
        Column latest = max(struct(
                field(SamplingQuota.BASE_MONTH),
                field(SamplingQuota.BASE_INTERACTIONS),
                field(SamplingQuota.BASE_AGENTS)));
        return scoped.select(field(SamplingQuota.PLAN_MONTH), field(SamplingQuota.BASE_SCOPE))
                .distinct()
                .join(volumes, Declared.names(SamplingQuota.BASE_SCOPE))
                .filter(field(SamplingQuota.BASE_MONTH).leq(Quotas.sameMonthLastYear(field(SamplingQuota.PLAN_MONTH))))
                .groupBy(field(SamplingQuota.PLAN_MONTH), field(SamplingQuota.BASE_SCOPE))
                .agg(latest.as(BASE))
                .select(field(SamplingQuota.PLAN_MONTH), field(SamplingQuota.BASE_SCOPE), col(BASE + ".*"));
    }
}
