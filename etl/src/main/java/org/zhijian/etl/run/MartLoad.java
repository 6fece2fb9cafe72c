package org.zhijian.etl.run;

import static org.zhijian.etl.io.Schemas.col;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.zhijian.etl.draw.SpecialOrder;
import org.zhijian.etl.io.Partitions;
import org.zhijian.etl.io.SideBySide;
import org.zhijian.etl.io.Warehouse;
import org.zhijian.etl.mart.AgentMonthScoreMart;
import org.zhijian.etl.mart.AgentMonthVolumeMart;
import org.zhijian.etl.mart.CompetencyFlagMart;
import org.zhijian.etl.mart.CompetencyPeriods;
import org.zhijian.etl.mart.PlanPeriod;
import org.zhijian.etl.mart.PlanTables;
import org.zhijian.etl.mart.SamplingCoverageMart;
import org.zhijian.etl.mart.SamplingPlanMart;
import org.zhijian.etl.mart.SamplingQuotaMart;
import org.zhijian.etl.mart.TierAdjustmentMart;
import org.zhijian.etl.mart.TierAssignmentMart;
import org.zhijian.etl.mart.TouchedPeriods;
import org.zhijian.schema.Table;
import org.zhijian.schema.mart.AgentMonthScore;
import org.zhijian.schema.mart.AgentMonthVolume;
import org.zhijian.schema.mart.CompetencyFlag;
import org.zhijian.schema.mart.SamplingCoverage;
import org.zhijian.schema.mart.SamplingPlan;
import org.zhijian.schema.mart.SamplingQuota;
import org.zhijian.schema.mart.TierAdjustment;
import org.zhijian.schema.mart.TierAssignment;
import org.zhijian.schema.settings.QaPeriodBy;
import org.zhijian.schema.settings.Settings;
import org.zhijian.schema.star.DimAgent;
import org.zhijian.schema.star.DimBusinessType;
import org.zhijian.schema.star.DimChannel;
import org.zhijian.schema.star.DimErrorType;
import org.zhijian.schema.star.DimInspector;
import org.zhijian.schema.star.DimTeam;
import org.zhijian.schema.star.DimTimeBand;
import org.zhijian.schema.star.FactError;
import org.zhijian.schema.star.FactEvaluation;
import org.zhijian.schema.star.FactInteraction;

/**
 * Brings the marts up to date: each computes just the periods that changed facts or the passing of days touch. First those
 * by which the department samples and judges, then those that analyse.
 */
final class MartLoad {
    private final Warehouse warehouse;
    private final Settings settings;
    private final Scope scope;
    private final MartWriter writer;
    private final AnalysisLoad analysis;

    MartLoad(Warehouse warehouse, Settings settings, Scope scope, Steps steps) {
        this.warehouse = warehouse;
        this.settings = settings;
        this.scope = scope;
        this.writer = new MartWriter(warehouse, scope, steps);
        this.analysis = new AnalysisLoad(warehouse, settings, scope, writer);
    }

    void load(Touched touched) {
        NavigableSet<LocalDate> evaluationMonths = begun(Partitions.of(warehouse, FactEvaluation.TABLE));
        NavigableSet<LocalDate> interactionMonths = begun(Partitions.of(warehouse, FactInteraction.TABLE));
        Set<LocalDate> scores =
                touchedOf(evaluationMonths, Months.union(touched.evaluations().months(), newlyEvaluated()));
        Set<LocalDate> days = touched.evaluations().days();
        if (touched.errorTypes()) {
            scores.addAll(evaluationMonths);
            days = Months.union(days, evaluationMonths);
        }
        Set<LocalDate> volumes = touchedOf(interactionMonths, touched.interactionMonths());
        TouchedPeriods periods = new TouchedPeriods(scores, volumes, touched.agentsSince());
        Set<LocalDate> plannedMonths = planned(interactionMonths, touched.interactionMonths());
        Set<LocalDate> withOtherTeams =
                interactionMonths.tailSet(touched.agentsSince().withDayOfMonth(1), true);
        TouchedMonths analysed = new TouchedMonths(
                evaluationMonths, new Changed(scores, days), Months.union(volumes, withOtherTeams), touched.others());
        SideBySide.all(
                () -> {
                    SideBySide.all(
                            () -> volumes(periods.volumeMonths(Months.union(interactionMonths, volumes))),
                            () -> scores(scores));
                    Set<LocalDate> plans = tiersAndQuotas(periods, Months.union(evaluationMonths, interactionMonths));
                    adjustments(plans, scores);
                    samplingPlans(plannedMonths);
                },
                () -> flags(scores),
                () -> analysis.ofEvaluations(analysed));
        SideBySide.all(() -> coverages(plannedMonths), () -> analysis.ofAll(analysed));
    }

    /** Computes tiers and quotas; the plan months of either. */
    private Set<LocalDate> tiersAndQuotas(TouchedPeriods periods, Set<LocalDate> withData) {
        NavigableSet<LocalDate> due = new TreeSet<>();
        NavigableSet<LocalDate> newlyDue = new TreeSet<>();
        Set<LocalDate> planned = Partitions.of(warehouse, TierAssignment.TABLE);
        for (LocalDate month : withData) {
            LocalDate lastDay = YearMonth.from(month).atEndOfMonth();
            if (!lastDay.isAfter(scope.date())) {
                due.add(month.plusMonths(1));
                boolean cameLate =
                        periods.interactionMonths().contains(month) && !planned.contains(month.plusMonths(1));
                if (scope.rebuild() || lastDay.isAfter(scope.previousDate()) || cameLate) {
                    newlyDue.add(month.plusMonths(1));
                }
            }
        }
        removePlansOf(Months.without(Months.union(periods.evaluationMonths(), periods.interactionMonths()), withData));
        SortedSet<LocalDate> tiers = periods.tierMonths(due);
        tiers.addAll(newlyDue);
        writer.replace(
                TierAssignment.TABLE,
                tiers,
                () -> TierAssignmentMart.compute(
                        warehouse.readSmall(AgentMonthScore.TABLE),
                        warehouse.readSmall(DimAgent.TABLE),
                        tiers,
                        settings));
        SortedSet<LocalDate> quotas = periods.quotaMonths(
                due, Partitions.of(warehouse, AgentMonthVolume.TABLE), settings.get(Settings.QUOTA_BASE_BY));
        quotas.addAll(tiers);
        writer.replace(
                SamplingQuota.TABLE,
                quotas,
                () -> SamplingQuotaMart.compute(
                        warehouse.read(TierAssignment.TABLE, quotas),
                        warehouse.readSmall(AgentMonthVolume.TABLE),
                        warehouse.readSmall(DimAgent.TABLE),
                        quotas,
                        scope.date(),
                        settings));
        return quotas;
    }

    /** A month that lost the last of its data is no longer planned from. */
    private void removePlansOf(Set<LocalDate> emptied) {
        Set<LocalDate> plans =
                emptied.stream().map(month -> month.plusMonths(1)).collect(Collectors.toSet());
        for (Table table : List.of(TierAssignment.TABLE, SamplingQuota.TABLE, TierAdjustment.TABLE)) {
            writer.remove(table, plans);
        }
    }

    /** Of a plan month, quotas, its own evaluations and the mean of the month before decide. */
    private void adjustments(Set<LocalDate> plans, Set<LocalDate> scores) {
        Set<LocalDate> months = new TreeSet<>(plans);
        months.addAll(scores);
        scores.forEach(month -> months.add(month.plusMonths(1)));
        months.retainAll(Months.union(
                Partitions.of(warehouse, SamplingQuota.TABLE), Partitions.of(warehouse, TierAdjustment.TABLE)));
        Set<LocalDate> facts = new TreeSet<>(months);
        months.forEach(month -> facts.add(month.minusMonths(1)));
        writer.replace(
                TierAdjustment.TABLE,
                months,
                () -> TierAdjustmentMart.compute(
                        warehouse.read(SamplingQuota.TABLE, months),
                        warehouse.read(FactEvaluation.TABLE, facts),
                        warehouse.read(FactError.TABLE, facts),
                        warehouse.readSmall(DimErrorType.TABLE),
                        months,
                        scope.date(),
                        settings));
    }

    /** Draws what the nights since the last one draw; what was drawn before stays. */
    private void samplingPlans(Set<LocalDate> months) {
        PlanTables tables = new PlanTables(
                warehouse.read(FactInteraction.TABLE, months),
                warehouse.read(SamplingQuota.TABLE, months),
                warehouse.read(TierAdjustment.TABLE, months),
                warehouse.readSmall(DimAgent.TABLE),
                warehouse.readSmall(DimTeam.TABLE),
                warehouse.readSmall(DimTimeBand.TABLE),
                warehouse.readSmall(DimChannel.TABLE),
                warehouse.readSmall(DimBusinessType.TABLE),
                warehouse.readSmall(DimInspector.TABLE));
        writer.replace(
                SamplingPlan.TABLE,
                months,
                () -> SamplingPlanMart.compute(
                        tables,
                        warehouse.read(SamplingPlan.TABLE, months),
                        SpecialOrder.readAll(settings.path(Settings.SPECIAL_ORDERS)),
                        new PlanPeriod(months, scope.previousDate(), scope.date()),
                        settings));
    }

    private Table coverages(Set<LocalDate> months) {
        return writer.replace(
                SamplingCoverage.TABLE,
                months,
                () -> SamplingCoverageMart.compute(
                        warehouse.read(FactInteraction.TABLE, months),
                        warehouse.readSmall(DimChannel.TABLE),
                        warehouse.readSmall(DimBusinessType.TABLE),
                        warehouse.read(SamplingPlan.TABLE, months),
                        months,
                        scope.date(),
                        settings));
    }

    /** The months that the nights since the last one draw from, and those to which interactions came late. */
    private Set<LocalDate> planned(NavigableSet<LocalDate> interactionMonths, Set<LocalDate> touched) {
        Set<LocalDate> months = new TreeSet<>(interactionMonths);
        if (!scope.rebuild()) {
            LocalDate running = scope.previousDate().withDayOfMonth(1);
            months.removeIf(month -> month.isBefore(running) && !touched.contains(month));
        }
        return months;
    }

    private Table volumes(Set<LocalDate> months) {
        return writer.replace(
                AgentMonthVolume.TABLE,
                months,
                () -> AgentMonthVolumeMart.compute(
                        warehouse.read(FactInteraction.TABLE, months),
                        warehouse.readSmall(DimAgent.TABLE),
                        months,
                        scope.date()));
    }

    private Table scores(Set<LocalDate> months) {
        return writer.replace(
                AgentMonthScore.TABLE,
                months,
                () -> AgentMonthScoreMart.compute(
                        warehouse.read(FactEvaluation.TABLE, months), months, scope.date(), settings));
    }

    private Table flags(Set<LocalDate> months) {
        if (!months.isEmpty()) {
            CompetencyPeriods periods = new CompetencyPeriods(months);
            SortedSet<LocalDate> facts = periods.factMonths();
            return writer.replaceWhere(
                    CompetencyFlag.TABLE,
                    periods.replaced(),
                    () -> CompetencyFlagMart.compute(
                            warehouse.read(FactEvaluation.TABLE, facts),
                            warehouse.read(FactError.TABLE, facts),
                            warehouse.readSmall(DimErrorType.TABLE),
                            periods,
                            scope.date(),
                            settings));
        }
        return CompetencyFlag.TABLE;
    }

    /** The QA months of evaluations whose day has become past; where QA months follow the interaction, earlier ones too. */
    private Set<LocalDate> newlyEvaluated() {
        if (scope.rebuild() || settings.get(Settings.QA_PERIOD_BY) == QaPeriodBy.EVALUATED_AT) {
            return Set.of();
        }
        Dataset<Row> evaluated = warehouse.read(FactEvaluation.TABLE).where(scope.isNew(FactEvaluation.EVALUATED_ON));
        return Months.in(evaluated, col(FactEvaluation.MONTH));
    }

    /** Of those months, the ones that have begun by the run's date. */
    private NavigableSet<LocalDate> begun(NavigableSet<LocalDate> months) {
        // What belongs to an evaluation that has not come stands in a month before all others.
        return new TreeSet<>(months.subSet(LocalDate.of(1901, 1, 1), true, scope.date(), true));
    }

    /** The months that changed facts touch, even those that they emptied, and those with days that have become past. */
    private Set<LocalDate> touchedOf(NavigableSet<LocalDate> months, Set<LocalDate> changed) {
        if (scope.rebuild()) {
            return new TreeSet<>(months);
        }
        Set<LocalDate> touched = begun(new TreeSet<>(changed));
        if (scope.date().isAfter(scope.previousDate())) {
            LocalDate first = scope.previousDate().plusDays(1).withDayOfMonth(1);
            touched.addAll(months.subSet(first, true, scope.date(), true));
        }
        return touched;
    }
}
