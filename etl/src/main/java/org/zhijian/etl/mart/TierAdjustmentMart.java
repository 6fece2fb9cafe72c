package org.zhijian.etl.mart;

import static org.apache.spark.sql.functions.add_months;
import static org.apache.spark.sql.functions.array_sort;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.flatten;
import static org.apache.spark.sql.functions.last_day;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;
import static org.zhijian.etl.mart.Declared.field;

import java.time.LocalDate;
import java.util.Collection;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import org.zhijian.etl.rule.Adjustments;
import org.zhijian.etl.rule.Means;
import org.zhijian.etl.rule.Quotas;
import org.zhijian.etl.rule.Tiers;
import org.zhijian.schema.mart.SamplingQuota;
import org.zhijian.schema.mart.TierAdjustment;
import org.zhijian.schema.settings.Settings;
import org.zhijian.schema.star.FactError;
import org.zhijian.schema.star.FactEvaluation;

/** {@link TierAdjustment}: tiers that change within their plan month (R6). */
public final class TierAdjustmentMart {
    private static final String SEVERE = "severe";
    private static final String SUM = "sum";
    private static final String SCORED = "scored";
    private static final String SCORED_IDS = "scored_ids";
    private static final String SEVERE_IDS = "severe_ids";
    private static final String SEVERE_ON = "severe_on";
    private static final String BELOW_ON = "below_on";

    private TierAdjustmentMart() {}

    /**
     * Computes the rows of whole plan months. Evaluations of such a month that are made after its last day, as can be
     * where interactions decide the QA month, change nothing any more.
     *
     * @param samplingQuota the tiers that agents begin these plan months in, and their quotas
     * @param factEvaluation at least the evaluations of the plan months and of the months before each
     * @param factError at least the errors of the plan months
     * @param planMonths first days of the plan months
     * @param runDate the last day whose evaluations count
     */
    public static Dataset<Row> compute(
            Dataset<Row> samplingQuota,
            Dataset<Row> factEvaluation,
            Dataset<Row> factError,
            Dataset<Row> dimErrorType,
            Collection<LocalDate> planMonths,
            LocalDate runDate,
            Settings settings) {
        Dataset<Row> evaluations = factEvaluation
                .filter(field(FactEvaluation.EVALUATED_ON).leq(lit(runDate)))
                .filter(field(FactEvaluation.PUBLISHED))
                .filter(field(FactEvaluation.CATEGORY).equalTo("agent"));
        Dataset<Row> starts =
                samplingQuota.filter(field(SamplingQuota.PLAN_MONTH).isInCollection(planMonths));
        Dataset<Row> days = days(evaluations, StandingErrors.severe(factError, dimErrorType));
        Dataset<Row> tiered = days.join(
                        starts.select(
                                field(SamplingQuota.PLAN_MONTH).as(TierAdjustment.PLAN_MONTH.name()),
                                field(SamplingQuota.AGENT_ID).as(TierAdjustment.AGENT_ID.name()),
                                field(SamplingQuota.TIER),
                                field(SamplingQuota.BASE_QUOTA)),
                        Declared.names(TierAdjustment.PLAN_MONTH, TierAdjustment.AGENT_ID))
                .join(baselines(evaluations, settings), Declared.names(TierAdjustment.PLAN_MONTH), "left");
        Dataset<Row> dated = dated(tiered);
        return severeErrors(dated)
                .unionByName(belowBaseline(dated))
                .withColumn(
                        TierAdjustment.QUOTA.name(),
                        Quotas.quota(field(TierAdjustment.TO_TIER), field(SamplingQuota.BASE_QUOTA), settings))
                .withColumn(
                        TierAdjustment.REMAINING.name(),
                        Adjustments.remaining(field(TierAdjustment.QUOTA), field(TierAdjustment.INSPECTED)))
                .withColumn(
                        TierAdjustment.BASELINE_REACHABLE.name(), Adjustments.reachable(field(TierAdjustment.BASELINE)))
                .select(Declared.columns(TierAdjustment.TABLE));
    }

    /** One row a month, agent and day with evaluations, with what has come together by the end of it. */
    private static Dataset<Row> days(Dataset<Row> evaluations, Dataset<Row> severeErrors) {
        Dataset<Row> severe =
                severeErrors.select(field(FactError.EVALUATION_ID)).distinct().withColumn(SEVERE, lit(true));
        Column score = field(FactEvaluation.SCORE);
        Dataset<Row> single = evaluations
                .filter(field(FactEvaluation.EVALUATED_ON).leq(last_day(field(FactEvaluation.MONTH))))
                .join(severe, Declared.names(FactEvaluation.EVALUATION_ID), "left")
                .groupBy(
                        field(FactEvaluation.MONTH).as(TierAdjustment.PLAN_MONTH.name()),
                        field(FactEvaluation.AGENT_ID).as(TierAdjustment.AGENT_ID.name()),
                        field(FactEvaluation.EVALUATED_ON).as(TierAdjustment.EFFECTIVE_ON.name()))
                .agg(
                        Means.sum(score).as(SUM),
                        count(score).as(SCORED),
                        count(lit(1)).as(TierAdjustment.INSPECTED.name()),
                        collect_list(when(score.isNotNull(), field(FactEvaluation.EVALUATION_ID)))
                                .as(SCORED_IDS),
                        collect_list(when(col(SEVERE), field(FactEvaluation.EVALUATION_ID)))
                                .as(SEVERE_IDS));
        WindowSpec soFar = Window.partitionBy(field(TierAdjustment.PLAN_MONTH), field(TierAdjustment.AGENT_ID))
                .orderBy(field(TierAdjustment.EFFECTIVE_ON))
                .rowsBetween(Window.unboundedPreceding(), Window.currentRow());
        return single.withColumn(
                        TierAdjustment.SCORE_MEAN.name(),
                        Adjustments.mean(
                                sum(col(SUM)).over(soFar), sum(col(SCORED)).over(soFar)))
                .withColumn(
                        TierAdjustment.INSPECTED.name(),
                        sum(field(TierAdjustment.INSPECTED)).over(soFar))
                .withColumn(SCORED_IDS, flatten(collect_list(col(SCORED_IDS)).over(soFar)));
    }

    /** One row a plan month that follows one with scores. */
    private static Dataset<Row> baselines(Dataset<Row> evaluations, Settings settings) {
        Column score = field(FactEvaluation.SCORE);
        return evaluations
                .groupBy(add_months(field(FactEvaluation.MONTH), 1).as(TierAdjustment.PLAN_MONTH.name()))
                .agg(Adjustments.baseline(Means.sum(score), count(score), settings)
                        .as(TierAdjustment.BASELINE.name()));
    }

    /** Each day with the agent's first severe error and the first end of a day below the baseline, in tier A. */
    private static Dataset<Row> dated(Dataset<Row> tiered) {
        WindowSpec agent = Window.partitionBy(field(TierAdjustment.PLAN_MONTH), field(TierAdjustment.AGENT_ID));
        Column day = field(TierAdjustment.EFFECTIVE_ON);
        Column below = field(SamplingQuota.TIER)
                .equalTo(Tiers.A)
                .and(Adjustments.below(field(TierAdjustment.SCORE_MEAN), field(TierAdjustment.BASELINE)));
        return tiered.withColumn(SEVERE_ON, min(when(isSevere(), day)).over(agent))
                .withColumn(BELOW_ON, min(when(below, day)).over(agent));
    }

    private static Column isSevere() {
        return size(col(SEVERE_IDS)).gt(0);
    }

    private static Dataset<Row> severeErrors(Dataset<Row> dated) {
        Dataset<Row> first = dated.filter(field(TierAdjustment.EFFECTIVE_ON).equalTo(col(SEVERE_ON)))
                .filter(field(SamplingQuota.TIER).notEqual(Tiers.C));
        Column left = Adjustments.tierLeft(field(SamplingQuota.TIER), col(SEVERE_ON), col(BELOW_ON));
        return change(first, left, Tiers.C, Adjustments.SEVERE_ERROR, SEVERE_IDS);
    }

    private static Dataset<Row> belowBaseline(Dataset<Row> dated) {
        Column stillA = coalesce(col(BELOW_ON).lt(col(SEVERE_ON)), lit(true));
        Dataset<Row> first = dated.filter(field(TierAdjustment.EFFECTIVE_ON).equalTo(col(BELOW_ON)))
                .filter(stillA);
        return change(first, lit(Tiers.A), Tiers.B, Adjustments.BELOW_BASELINE, SCORED_IDS);
    }

    private static Dataset<Row> change(Dataset<Row> days, Column left, String tier, String reason, String evidence) {
        return days.withColumn(TierAdjustment.FROM_TIER.name(), left)
                .withColumn(TierAdjustment.TO_TIER.name(), lit(tier))
                .withColumn(TierAdjustment.REASON.name(), lit(reason))
                .withColumn(TierAdjustment.EVIDENCE.name(), concat_ws(";", array_sort(col(evidence))));
    }
}
