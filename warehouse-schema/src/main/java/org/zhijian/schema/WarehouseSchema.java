package org.zhijian.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
import org.zhijian.schema.mart.InspectorAgreement;
import org.zhijian.schema.mart.PdcaIssue;
import org.zhijian.schema.mart.SamplingCoverage;
import org.zhijian.schema.mart.SamplingPlan;
import org.zhijian.schema.mart.SamplingQuota;
import org.zhijian.schema.mart.TierAdjustment;
import org.zhijian.schema.mart.TierAssignment;
import org.zhijian.schema.mart.VolumeForecast;
import org.zhijian.schema.raw.Entities;
import org.zhijian.schema.raw.Entity;
import org.zhijian.schema.raw.LandingFile;
import org.zhijian.schema.raw.Quarantine;
import org.zhijian.schema.raw.RunStep;
import org.zhijian.schema.star.DimAgent;
import org.zhijian.schema.star.DimBusinessType;
import org.zhijian.schema.star.DimChannel;
import org.zhijian.schema.star.DimDate;
import org.zhijian.schema.star.DimErrorType;
import org.zhijian.schema.star.DimInspector;
import org.zhijian.schema.star.DimScorecardItem;
import org.zhijian.schema.star.DimTeam;
import org.zhijian.schema.star.DimTimeBand;
import org.zhijian.schema.star.FactAgentState;
import org.zhijian.schema.star.FactAppeal;
import org.zhijian.schema.star.FactCalibrationScore;
import org.zhijian.schema.star.FactCoaching;
import org.zhijian.schema.star.FactError;
import org.zhijian.schema.star.FactEvaluation;
import org.zhijian.schema.star.FactExam;
import org.zhijian.schema.star.FactInteraction;
import org.zhijian.schema.star.FactItemScore;

/** Every table of the warehouse, layer by layer. */
public final class WarehouseSchema {
    /** The surrogate key of the unknown member of every dimension. */
    public static final long UNKNOWN_MEMBER = 0L;

    public static final List<Table> RAW = raw();

    public static final List<Table> STAR = List.of(
            DimDate.TABLE,
            DimTimeBand.TABLE,
            DimTeam.TABLE,
            DimAgent.TABLE,
            DimInspector.TABLE,
            DimChannel.TABLE,
            DimBusinessType.TABLE,
            DimScorecardItem.TABLE,
            DimErrorType.TABLE,
            FactInteraction.TABLE,
            FactAgentState.TABLE,
            FactEvaluation.TABLE,
            FactItemScore.TABLE,
            FactError.TABLE,
            FactAppeal.TABLE,
            FactCalibrationScore.TABLE,
            FactExam.TABLE,
            FactCoaching.TABLE);

    public static final List<Table> MART = List.of(
            AgentMonthVolume.TABLE,
            AgentMonthScore.TABLE,
            TierAssignment.TABLE,
            SamplingQuota.TABLE,
            SamplingPlan.TABLE,
            SamplingCoverage.TABLE,
            TierAdjustment.TABLE,
            CompetencyFlag.TABLE,
            Escalation.TABLE,
            ErrorTrend.TABLE,
            ErrorTrendCategory.TABLE,
            ErrorPareto.TABLE,
            DefectHeatmap.TABLE,
            VolumeForecast.TABLE,
            AssessmentIndicator.TABLE,
            CalibrationResult.TABLE,
            InspectorAgreement.TABLE,
            CaseLibrary.TABLE,
            CoachingLoop.TABLE,
            PdcaIssue.TABLE);

    public static final List<Table> ALL = all();

    /** The table of that name, with or without its layer before it ({@code tier_assignment}, {@code mart.tier_assignment}). */
    public static Optional<Table> table(String name) {
        return ALL.stream()
                .filter(table -> table.name().equals(name) || table.toString().equals(name))
                .findFirst();
    }

    private static List<Table> raw() {
        List<Table> tables = new ArrayList<>();
        Entities.ALL.stream().map(Entity::table).forEach(tables::add);
        tables.addAll(List.of(LandingFile.TABLE, Quarantine.TABLE, RunStep.TABLE));
        return List.copyOf(tables);
    }

    private static List<Table> all() {
        List<Table> tables = new ArrayList<>(RAW);
        tables.addAll(STAR);
        tables.addAll(MART);
        return List.copyOf(tables);
    }

    private WarehouseSchema() {}
}
