package org.zhijian.benchmarks;

import java.util.List;
import org.zhijian.schema.Column;
import org.zhijian.schema.Layer;
import org.zhijian.schema.Table;
import org.zhijian.schema.WarehouseSchema;
import org.zhijian.schema.mart.AgentMonthScore;
import org.zhijian.schema.mart.AgentMonthVolume;
import org.zhijian.schema.mart.AssessmentIndicator;
import org.zhijian.schema.mart.CalibrationResult;
import org.zhijian.schema.mart.CaseLibrary;
import org.zhijian.schema.mart.CoachingLoop;
import org.zhijian.schema.mart.CompetencyFlag;
import org.zhijian.schema.mart.DefectHeatmap;
import org.zhijian.schema.mart.ErrorPareto;
import org.zhijian.schema.mart.ErrorTrend;
import org.zhijian.schema.mart.ErrorTrendCategory;
import org.zhijian.schema.mart.Escalation;
import org.zhijian.schema.mart.PdcaIssue;
import org.zhijian.schema.mart.SamplingQuota;
import org.zhijian.schema.mart.TierAdjustment;
import org.zhijian.schema.mart.TierAssignment;

/**
 * A mart that the yardstick computes too.
 *
 * @param table the suite's mart
 * @param key by which rows of both are put beside each other
 * @param leftOut which of the suite's rows the yardstick does not compute, a condition in SQL
 */
record YardstickMart(Table table, List<Column> key, String leftOut) {

    /** In an order in which each finds what it reads. */
    static final List<YardstickMart> ALL = List.of(
            // The suite's key of an agent's span is another hash than the yardstick's, and an agent can have two in a
            // month.
            new YardstickMart(
                    AgentMonthVolume.TABLE,
                    List.of(
                            AgentMonthVolume.MONTH,
                            AgentMonthVolume.AGENT_ID,
                            AgentMonthVolume.TEAM,
                            AgentMonthVolume.SKILL_GROUP,
                            AgentMonthVolume.INTERACTIONS),
                    "false"),
            of(AgentMonthScore.TABLE),
            of(TierAssignment.TABLE),
            of(SamplingQuota.TABLE),
            of(TierAdjustment.TABLE),
            of(CompetencyFlag.TABLE),
            of(ErrorTrend.TABLE),
            of(ErrorTrendCategory.TABLE),
            of(ErrorPareto.TABLE),
            of(DefectHeatmap.TABLE),
            of(CalibrationResult.TABLE),
            of(CaseLibrary.TABLE),
            of(CoachingLoop.TABLE),
            of(Escalation.TABLE),
            of(PdcaIssue.TABLE),
            new YardstickMart(
                    AssessmentIndicator.TABLE, AssessmentIndicator.TABLE.key(), "indicator = 'plan_completion'"));

    private static YardstickMart of(Table table) {
        return new YardstickMart(table, table.key(), "false");
    }

    String name() {
        return table.name();
    }

    /** The suite's marts that the yardstick does not compute. */
    static List<Table> withoutCounterpart() {
        return WarehouseSchema.ALL.stream()
                .filter(table -> table.layer() == Layer.MART)
                .filter(table -> ALL.stream().noneMatch(mart -> mart.table.equals(table)))
                .toList();
    }
}
