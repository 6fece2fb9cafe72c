package org.zhijian.etl.mart;

import static org.apache.spark.sql.functions.add_months;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.date_sub;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.rank;
import static org.apache.spark.sql.functions.when;
import static org.zhijian.etl.mart.Declared.field;

import java.time.LocalDate;
import java.util.Collection;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import org.zhijian.etl.rule.Rounding;
import org.zhijian.etl.rule.Tiers;
import org.zhijian.etl.star.Spans;
import org.zhijian.schema.mart.AgentMonthScore;
import org.zhijian.schema.mart.TierAssignment;
import org.zhijian.schema.settings.Settings;
import org.zhijian.schema.star.DimAgent;

/** {@link TierAssignment}: how closely each agent is sampled in a plan month (R2). */
public final class TierAssignmentMart {
    private static final String NEWCOMER = "newcomer";
    private static final String CONTENDS = "contends";
    private static final String ASCENDING_RANK = "ascending_rank";
    private static final String SIZE = "size";

    private TierAssignmentMart() {}

    /**
     * Computes the rows of whole plan months.
     *
     * @param agentMonthScore at least the scores of the months before the plan months
     * @param planMonths first days of plan months P whose month P − 1 is closed
     */
    public static Dataset<Row> compute(
            Dataset<Row> agentMonthScore, Dataset<Row> dimAgent, Collection<LocalDate> planMonths, Settings settings) {
        Dataset<Row> scores = scoresByPlanMonth(agentMonthScore, planMonths);
        Dataset<Row> roster = roster(dimAgent, planMonths, settings)
                .join(scores, Declared.names(TierAssignment.PLAN_MONTH, TierAssignment.AGENT_ID), "left");
        Dataset<Row> tiered = tiered(roster, settings);
        Dataset<Row> ranked = tiered.filter(field(TierAssignment.RANK).isNotNull())
                .select(
                        field(TierAssignment.PLAN_MONTH),
                        field(TierAssignment.AGENT_ID),
                        field(TierAssignment.TIER),
                        tiered.col(SIZE));
        Dataset<Row> estimates = TierEstimates.compute(scores, ranked, SIZE);
        return tiered.join(estimates, Declared.names(TierAssignment.PLAN_MONTH, TierAssignment.AGENT_ID), "left")
                .withColumn(TierAssignment.EVALUATIONS.name(), coalesce(field(TierAssignment.EVALUATIONS), lit(0L)))
                .select(Declared.columns(TierAssignment.TABLE));
    }

    private static Dataset<Row> scoresByPlanMonth(Dataset<Row> agentMonthScore, Collection<LocalDate> planMonths) {
        return agentMonthScore
                .withColumn(TierAssignment.PLAN_MONTH.name(), add_months(field(AgentMonthScore.QA_MONTH), 1))
                .filter(field(TierAssignment.PLAN_MONTH).isInCollection(planMonths))
                .select(
                        field(TierAssignment.PLAN_MONTH),
                        field(AgentMonthScore.AGENT_ID).as(TierAssignment.AGENT_ID.name()),
                        field(AgentMonthScore.SCORE_MEAN).as(TierAssignment.SCORE_MEAN.name()),
                        field(AgentMonthScore.EVALUATIONS).as(TierAssignment.EVALUATIONS.name()),
                        field(AgentMonthScore.SCORE_VARIANCE));
    }

    /** The agents on post at the end of the month before each plan month, by the span that holds that day. */
    private static Dataset<Row> roster(Dataset<Row> dimAgent, Collection<LocalDate> planMonths, Settings settings) {
        Column planMonth = field(TierAssignment.PLAN_MONTH);
        return dimAgent.filter(not(field(DimAgent.INFERRED)))
                .withColumn(TierAssignment.PLAN_MONTH.name(), explode(lit(dates(planMonths))))
                .filter(Spans.hold(field(DimAgent.VALID_FROM), field(DimAgent.VALID_TO), date_sub(planMonth, 1)))
                .filter(Tiers.onPost(field(DimAgent.ON_POST_DATE), field(DimAgent.LEFT_DATE), planMonth))
                .select(
                        planMonth,
                        field(DimAgent.AGENT_ID).as(TierAssignment.AGENT_ID.name()),
                        Tiers.newcomer(field(DimAgent.ON_POST_DATE), planMonth, settings)
                                .as(NEWCOMER));
    }

    private static Dataset<Row> tiered(Dataset<Row> roster, Settings settings) {
        Column compared = Rounding.compared(field(TierAssignment.SCORE_MEAN));
        Column contends = field(TierAssignment.SCORE_MEAN)
                .isNotNull()
                .and(lit(settings.get(Settings.RANK_NEWCOMERS)).or(not(roster.col(NEWCOMER))));
        Dataset<Row> contenders = roster.withColumn(CONTENDS, contends);
        WindowSpec month = Window.partitionBy(field(TierAssignment.PLAN_MONTH));
        WindowSpec ranking = Window.partitionBy(field(TierAssignment.PLAN_MONTH), contenders.col(CONTENDS));
        Dataset<Row> ranked = contenders
                .withColumn(
                        TierAssignment.RANKED_AGENTS.name(),
                        count_if(contenders.col(CONTENDS)).over(month))
                .withColumn(
                        TierAssignment.RANK.name(),
                        when(contenders.col(CONTENDS), rank().over(ranking.orderBy(compared.desc()))))
                .withColumn(
                        ASCENDING_RANK, when(contenders.col(CONTENDS), rank().over(ranking.orderBy(compared.asc()))))
                .withColumn(SIZE, Tiers.size(field(TierAssignment.RANKED_AGENTS), settings));
        Column tier = Tiers.tier(
                ranked.col(NEWCOMER), field(TierAssignment.RANK), ranked.col(ASCENDING_RANK), ranked.col(SIZE));
        Column reason =
                Tiers.reason(ranked.col(NEWCOMER), field(TierAssignment.TIER), field(TierAssignment.SCORE_MEAN));
        return ranked.withColumn(TierAssignment.TIER.name(), tier).withColumn(TierAssignment.REASON.name(), reason);
    }

    private static LocalDate[] dates(Collection<LocalDate> planMonths) {
        return planMonths.toArray(LocalDate[]::new);
    }
}
