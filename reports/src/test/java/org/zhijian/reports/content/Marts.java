package org.zhijian.reports.content;

import java.time.LocalDate;
import org.zhijian.reports.DeclaredRow;
import org.zhijian.schema.mart.AssessmentIndicator;
import org.zhijian.schema.mart.CompetencyFlag;
import org.zhijian.schema.mart.ErrorPareto;
import org.zhijian.schema.mart.ErrorTrend;
import org.zhijian.schema.mart.SamplingQuota;
import org.zhijian.schema.mart.TierAdjustment;
import org.zhijian.schema.mart.TierAssignment;
import org.zhijian.schema.star.DimAgent;

/** Rows of marts for tests. */
final class Marts {
    static final LocalDate AUGUST = LocalDate.of(2026, 8, 1);
    static final LocalDate SEPTEMBER = LocalDate.of(2026, 9, 1);
    static final LocalDate OCTOBER = LocalDate.of(2026, 10, 1);
    static final LocalDate NOVEMBER = LocalDate.of(2026, 11, 1);

    /** The centre's indicator of a month without a target. */
    static DeclaredRow indicator(LocalDate month, String name, double numerator, double denominator) {
        return DeclaredRow.of(AssessmentIndicator.TABLE)
                .with(AssessmentIndicator.PERIOD_TYPE, "month")
                .with(AssessmentIndicator.PERIOD_START, month)
                .with(AssessmentIndicator.MONTH, month)
                .with(AssessmentIndicator.SCOPE, "centre")
                .with(AssessmentIndicator.INDICATOR, name)
                .with(AssessmentIndicator.NUMERATOR, numerator)
                .with(AssessmentIndicator.DENOMINATOR, denominator)
                .with(AssessmentIndicator.VALUE, denominator == 0 ? null : numerator / denominator);
    }

    /** The same of a team. */
    static DeclaredRow teamIndicator(LocalDate month, String team, String name, double numerator, double denominator) {
        return indicator(month, name, numerator, denominator)
                .with(AssessmentIndicator.SCOPE, "team")
                .with(AssessmentIndicator.SCOPE_ID, team);
    }

    /** A month's errors in 100 evaluations; null for all types, null for the centre. */
    static DeclaredRow trend(LocalDate month, String code, String team, long errors) {
        return DeclaredRow.of(ErrorTrend.TABLE)
                .with(ErrorTrend.PERIOD_TYPE, "month")
                .with(ErrorTrend.PERIOD_START, month)
                .with(ErrorTrend.MONTH, month)
                .with(ErrorTrend.ERROR_CODE, code)
                .with(ErrorTrend.TEAM, team)
                .with(ErrorTrend.ERRORS, errors)
                .with(ErrorTrend.EVALUATIONS, 100L)
                .with(ErrorTrend.RATE_PER_100, (double) errors)
                .with(ErrorTrend.CONTROL_PERIODS, 0L);
    }

    static DeclaredRow pareto(LocalDate month, String code, long errors, double cumulative, boolean vital) {
        return DeclaredRow.of(ErrorPareto.TABLE)
                .with(ErrorPareto.PERIOD_TYPE, "month")
                .with(ErrorPareto.PERIOD_START, month)
                .with(ErrorPareto.MONTH, month)
                .with(ErrorPareto.ERROR_CODE, code)
                .with(ErrorPareto.ERRORS, errors)
                .with(ErrorPareto.SHARE, cumulative)
                .with(ErrorPareto.CUMULATIVE_SHARE, cumulative)
                .with(ErrorPareto.VITAL_FEW, vital);
    }

    static DeclaredRow flag(String agentId, LocalDate reachedOn, String evidence) {
        return DeclaredRow.of(CompetencyFlag.TABLE)
                .with(CompetencyFlag.AGENT_ID, agentId)
                .with(CompetencyFlag.RULE, "two_in_month")
                .with(CompetencyFlag.PERIOD_START, reachedOn.withDayOfMonth(1))
                .with(CompetencyFlag.REACHED_ON, reachedOn)
                .with(CompetencyFlag.OCCURRENCES, 2L)
                .with(CompetencyFlag.EVIDENCE, evidence)
                .with(CompetencyFlag.PROVISIONAL, false)
                .with(CompetencyFlag.INSPECTED, 12L)
                .with(CompetencyFlag.EXPECTED_OCCURRENCES, 0.25);
    }

    static DeclaredRow tier(LocalDate planMonth, String agentId, String tier) {
        return DeclaredRow.of(TierAssignment.TABLE)
                .with(TierAssignment.PLAN_MONTH, planMonth)
                .with(TierAssignment.AGENT_ID, agentId)
                .with(TierAssignment.TIER, tier)
                .with(TierAssignment.REASON, "middle")
                .with(TierAssignment.RANKED_AGENTS, 1L)
                .with(TierAssignment.EVALUATIONS, 1L);
    }

    /** The quota of tier A from a configured number. */
    static DeclaredRow quota(LocalDate planMonth, String agentId) {
        return DeclaredRow.of(SamplingQuota.TABLE)
                .with(SamplingQuota.PLAN_MONTH, planMonth)
                .with(SamplingQuota.AGENT_ID, agentId)
                .with(SamplingQuota.TIER, "A")
                .with(SamplingQuota.QUOTA, 2L)
                .with(SamplingQuota.BASIS, "configured")
                .with(SamplingQuota.BASE_SCOPE, "centre")
                .with(SamplingQuota.BASE_QUOTA, 5L);
    }

    /** From A to B because the mean is below that baseline. */
    static DeclaredRow adjustment(String agentId, LocalDate effectiveOn, double mean, double baseline) {
        return DeclaredRow.of(TierAdjustment.TABLE)
                .with(TierAdjustment.PLAN_MONTH, effectiveOn.withDayOfMonth(1))
                .with(TierAdjustment.AGENT_ID, agentId)
                .with(TierAdjustment.EFFECTIVE_ON, effectiveOn)
                .with(TierAdjustment.FROM_TIER, "A")
                .with(TierAdjustment.TO_TIER, "B")
                .with(TierAdjustment.REASON, "below_baseline")
                .with(TierAdjustment.QUOTA, 5L)
                .with(TierAdjustment.INSPECTED, 1L)
                .with(TierAdjustment.REMAINING, 4L)
                .with(TierAdjustment.SCORE_MEAN, mean)
                .with(TierAdjustment.BASELINE, baseline)
                .with(TierAdjustment.BASELINE_REACHABLE, baseline <= 100)
                .with(TierAdjustment.EVIDENCE, "E1");
    }

    static DeclaredRow agent(String agentId, String name, String team) {
        return DeclaredRow.agent(agentId, LocalDate.of(2020, 1, 1))
                .with(DimAgent.NAME, name)
                .with(DimAgent.TEAM, team);
    }

    private Marts() {}
}
