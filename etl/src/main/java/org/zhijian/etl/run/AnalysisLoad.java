package org.zhijian.etl.run;

import static org.apache.spark.sql.functions.lit;
import static org.zhijian.etl.io.Schemas.col;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.zhijian.etl.io.KeyLookup;
import org.zhijian.etl.io.Session;
import org.zhijian.etl.io.SideBySide;
import org.zhijian.etl.io.Warehouse;
import org.zhijian.etl.mart.AssessmentIndicatorMart;
import org.zhijian.etl.mart.CalibrationResultMart;
import org.zhijian.etl.mart.CaseLibraryMart;
import org.zhijian.etl.mart.CoachingLoopMart;
import org.zhijian.etl.mart.DefectHeatmapMart;
import org.zhijian.etl.mart.ErrorParetoMart;
import org.zhijian.etl.mart.ErrorTrendCategoryMart;
import org.zhijian.etl.mart.ErrorTrendMart;
import org.zhijian.etl.mart.EscalationMart;
import org.zhijian.etl.mart.ForecastMart;
import org.zhijian.etl.mart.IndicatorPeriods;
import org.zhijian.etl.mart.InspectorAgreementMart;
import org.zhijian.etl.mart.PdcaIssueMart;
import org.zhijian.etl.mart.PlannedInspections;
import org.zhijian.etl.mart.TrendPeriods;
import org.zhijian.etl.rule.CoachingStates;
import org.zhijian.schema.Table;
import org.zhijian.schema.mart.AgentMonthScore;
import org.zhijian.schema.mart.AgentMonthVolume;
import org.zhijian.schema.mart.AssessmentIndicator;
import org.zhijian.schema.mart.CalibrationResult;
import org.zhijian.schema.mart.CaseLibrary;
import org.zhijian.schema.mart.CoachingLoop;
import org.zhijian.schema.mart.DefectHeatmap;
import org.zhijian.schema.mart.ErrorPareto;
import org.zhijian.schema.mart.ErrorTrend;
import org.zhijian.schema.mart.ErrorTrendCategory;
import org.zhijian.schema.mart.Escalation;
import org.zhijian.schema.mart.InspectorAgreement;
import org.zhijian.schema.mart.PdcaIssue;
import org.zhijian.schema.mart.SamplingPlan;
import org.zhijian.schema.mart.VolumeForecast;
import org.zhijian.schema.settings.Settings;
import org.zhijian.schema.star.DimErrorType;
import org.zhijian.schema.star.DimTeam;
import org.zhijian.schema.star.FactAgentState;
import org.zhijian.schema.star.FactAppeal;
import org.zhijian.schema.star.FactCalibrationScore;
import org.zhijian.schema.star.FactCoaching;
import org.zhijian.schema.star.FactError;
import org.zhijian.schema.star.FactEvaluation;
import org.zhijian.schema.star.FactInteraction;
import org.zhijian.schema.star.FactItemScore;

/** Brings the marts up to date that analyse: trends, cases, coaching, calibration and the assessment indicators. */
final class AnalysisLoad {
    private static final String DAY = "day";

    private final Warehouse warehouse;
    private final Settings settings;
    private final Scope scope;
    private final MartWriter writer;

    AnalysisLoad(Warehouse warehouse, Settings settings, Scope scope, MartWriter writer) {
        this.warehouse = warehouse;
        this.settings = settings;
        this.scope = scope;
        this.writer = writer;
    }

    /**
     * The months in which something is to be brought up to date.
     *
     * @param withEvaluations the QA months with evaluations
     * @param touchedEvaluations of these the touched ones, and the touched days of evaluations
     * @param interactions the touched months of interactions
     * @param others by table of other facts, when the touched ones are
     */
    record TouchedMonths(
            NavigableSet<LocalDate> withEvaluations,
            Changed touchedEvaluations,
            Set<LocalDate> interactions,
            Map<Table, Changed> others) {

        private Set<LocalDate> evaluations() {
            return touchedEvaluations.months();
        }

        private Set<LocalDate> of(Table table) {
            return others.getOrDefault(table, Changed.NOTHING).months();
        }
    }

    /** Brings up to date what comes from evaluations and what followed them. */
    void ofEvaluations(TouchedMonths touched) {
        TrendPeriods periods = new TrendPeriods(touched.evaluations(), scope.date(), settings);
        SortedSet<LocalDate> coaching = new TreeSet<>();
        List<Callable<Table>> marts = new ArrayList<>(List.of(
                () -> trends(ErrorTrend.TABLE, ErrorTrendMart::compute, periods, touched.withEvaluations()),
                () -> trends(
                        ErrorTrendCategory.TABLE, ErrorTrendCategoryMart::compute, periods, touched.withEvaluations()),
                () -> paretos(periods, touched.withEvaluations()),
                () -> heatmaps(periods, touched.withEvaluations()),
                () -> cases(touched.evaluations(), touched.interactions()),
                () -> {
                    coaching.addAll(coachingMonths(touched));
                    return coaching(coaching);
                }));
        if (!touched.of(FactCalibrationScore.TABLE).isEmpty() || scope.rebuild()) {
            marts.add(this::calibrations);
            marts.add(this::agreements);
        }
        SideBySide.run(marts);
        SideBySide.all(() -> escalations(periods), () -> issues(periods, coaching));
    }

    /** Brings up to date what comes from all facts, from the agents' months, and from the sampling plan. */
    void ofAll(TouchedMonths touched) {
        IndicatorPeriods periods =
                IndicatorPeriods.touchedBy(touchedDays(touched), touched.evaluations(), scope.date(), settings);
        // However little came, whole months are summed.
        Session.expectRows(
                warehouse.spark(),
                warehouse.rows(FactInteraction.TABLE, periods.factMonths())
                        + warehouse.rows(FactAgentState.TABLE, periods.factMonths()));
        SideBySide.all(
                () -> indicators(periods, touched.withEvaluations()),
                () -> forecasts(Months.union(touched.evaluations(), touched.interactions())));
    }

    /** How a mart of trends is computed. */
    private interface TrendMart {
        Dataset<Row> compute(
                Dataset<Row> factEvaluation,
                Dataset<Row> factError,
                Dataset<Row> dimErrorType,
                Dataset<Row> dimTeam,
                Collection<LocalDate> months,
                LocalDate runDate,
                Settings settings);
    }

    private Table trends(Table table, TrendMart mart, TrendPeriods periods, Collection<LocalDate> withEvaluations) {
        SortedSet<LocalDate> months = periods.trendMonths();
        SortedSet<LocalDate> facts = periods.trendFactMonths(withEvaluations);
        return writer.replace(
                table,
                months,
                () -> mart.compute(
                        warehouse.read(FactEvaluation.TABLE, facts),
                        warehouse.read(FactError.TABLE, facts),
                        warehouse.readSmall(DimErrorType.TABLE),
                        warehouse.readSmall(DimTeam.TABLE),
                        months,
                        scope.date(),
                        settings));
    }

    private Table paretos(TrendPeriods periods, Collection<LocalDate> withEvaluations) {
        SortedSet<LocalDate> facts = periods.ownFactMonths(withEvaluations);
        return writer.replace(
                ErrorPareto.TABLE,
                periods.ownMonths(),
                () -> ErrorParetoMart.compute(
                        warehouse.read(FactEvaluation.TABLE, facts),
                        warehouse.read(FactError.TABLE, facts),
                        warehouse.readSmall(DimTeam.TABLE),
                        periods.ownMonths(),
                        scope.date(),
                        settings));
    }

    private Table heatmaps(TrendPeriods periods, Collection<LocalDate> withEvaluations) {
        SortedSet<LocalDate> facts = periods.ownFactMonths(withEvaluations);
        return writer.replace(
                DefectHeatmap.TABLE,
                periods.ownMonths(),
                () -> DefectHeatmapMart.compute(
                        warehouse.read(FactEvaluation.TABLE, facts),
                        warehouse.read(FactItemScore.TABLE, facts),
                        warehouse.readSmall(DimTeam.TABLE),
                        periods.ownMonths(),
                        scope.date()));
    }

    private Table forecasts(Set<LocalDate> touched) {
        SortedSet<LocalDate> months = new TrendPeriods(touched, scope.date(), settings).forecastMonths();
        return writer.replace(
                VolumeForecast.TABLE,
                months,
                () -> ForecastMart.compute(
                        warehouse.readSmall(AgentMonthVolume.TABLE),
                        warehouse.readSmall(AgentMonthScore.TABLE),
                        months,
                        scope.date(),
                        settings));
    }

    /** A case names the recording of its interaction, which began in the same month or the one before. */
    private Table cases(Set<LocalDate> evaluations, Set<LocalDate> interactions) {
        Set<LocalDate> months = new TreeSet<>(evaluations);
        interactions.forEach(month -> {
            months.add(month);
            months.add(month.plusMonths(1));
        });
        return writer.replace(CaseLibrary.TABLE, months, () -> {
            Dataset<Row> inspected = warehouse.read(FactEvaluation.TABLE, months);
            return CaseLibraryMart.compute(
                    inspected,
                    warehouse.read(FactError.TABLE, months),
                    warehouse.readSmall(DimErrorType.TABLE),
                    new KeyLookup(warehouse)
                            .rows(
                                    FactInteraction.TABLE,
                                    warehouse.version(FactInteraction.TABLE),
                                    KeyLookup.Keys.of(inspected, FactEvaluation.INTERACTION_ID)),
                    months,
                    scope.date());
        });
    }

    /** The touched months, those with coachings that the passing of days changes, and those that a changed one answers. */
    private SortedSet<LocalDate> coachingMonths(TouchedMonths touched) {
        SortedSet<LocalDate> months = Months.union(touched.evaluations(), touched.of(FactCoaching.TABLE));
        if (scope.rebuild()) {
            return months;
        }
        newDays().forEach(day -> months.add(day.withDayOfMonth(1)));
        Column state = col(CoachingLoop.STATE);
        Column isOverdueNow =
                state.equalTo(CoachingStates.OPEN).and(col(CoachingLoop.DUE_ON).lt(lit(scope.date())));
        Column isRecheckedNow = col(CoachingLoop.RECHECKED_ON).leq(lit(scope.date()));
        months.addAll(Months.in(
                warehouse
                        .read(CoachingLoop.TABLE)
                        .where(state.isin(CoachingStates.OPEN, CoachingStates.OVERDUE))
                        .where(isOverdueNow.or(isRecheckedNow)),
                col(CoachingLoop.MONTH)));
        Dataset<Row> coachings = warehouse.read(FactCoaching.TABLE);
        Dataset<Row> published = warehouse.read(FactCoaching.TABLE, published(FactCoaching.TABLE));
        Dataset<Row> openedNow = coachings.where(col(FactCoaching.OPENED_ON).gt(lit(scope.previousDate())));
        KeyLookup.Keys answered =
                KeyLookup.Keys.of(differing(coachings, published).union(openedNow), FactCoaching.EVALUATION_ID);
        months.addAll(Months.in(
                new KeyLookup(warehouse).rows(FactEvaluation.TABLE, warehouse.version(FactEvaluation.TABLE), answered),
                col(FactEvaluation.MONTH)));
        return months;
    }

    private Table coaching(SortedSet<LocalDate> months) {
        return writer.replace(
                CoachingLoop.TABLE,
                months,
                () -> CoachingLoopMart.compute(
                        warehouse.read(FactCoaching.TABLE),
                        warehouse.read(FactEvaluation.TABLE, months),
                        warehouse.read(FactError.TABLE, months),
                        warehouse.readSmall(DimErrorType.TABLE),
                        warehouse.readSmall(DimTeam.TABLE),
                        months,
                        scope.date()));
    }

    private Table calibrations() {
        return writer.overwrite(
                CalibrationResult.TABLE,
                () -> CalibrationResultMart.compute(
                        warehouse.read(FactCalibrationScore.TABLE), scope.date(), settings));
    }

    private Table agreements() {
        return writer.overwrite(
                InspectorAgreement.TABLE,
                () -> InspectorAgreementMart.compute(
                        warehouse.read(FactCalibrationScore.TABLE), scope.date(), settings));
    }

    private Table escalations(TrendPeriods periods) {
        SortedSet<LocalDate> months = periods.trendMonths();
        return writer.replace(
                Escalation.TABLE,
                months,
                () -> EscalationMart.compute(
                        warehouse.read(FactEvaluation.TABLE, months),
                        warehouse.read(FactError.TABLE, months),
                        warehouse.readSmall(DimErrorType.TABLE),
                        warehouse.readSmall(DimTeam.TABLE),
                        warehouse.read(ErrorTrend.TABLE, months),
                        months,
                        scope.date(),
                        settings));
    }

    /** A month's issues tell of its coachings and are compared with the month before. */
    private Table issues(TrendPeriods periods, SortedSet<LocalDate> coaching) {
        SortedSet<LocalDate> months = Months.union(periods.ownMonths(), coaching);
        periods.ownMonths().forEach(month -> months.add(month.plusMonths(1)));
        SortedSet<LocalDate> paretos = new TreeSet<>(months);
        months.forEach(month -> paretos.add(month.minusMonths(1)));
        return writer.replace(
                PdcaIssue.TABLE,
                months,
                () -> PdcaIssueMart.compute(
                        warehouse.read(ErrorPareto.TABLE, paretos),
                        warehouse.read(CoachingLoop.TABLE, months),
                        months));
    }

    private Table indicators(IndicatorPeriods periods, NavigableSet<LocalDate> withEvaluations) {
        SortedSet<LocalDate> qaMonths = periods.qaMonths(withEvaluations, settings);
        Map<Table, SortedSet<LocalDate>> months = Map.of(
                FactInteraction.TABLE, periods.factMonths(),
                FactAgentState.TABLE, periods.factMonths(),
                SamplingPlan.TABLE, periods.factMonths(),
                FactEvaluation.TABLE, periods.evaluationMonths(withEvaluations, settings),
                FactError.TABLE, qaMonths,
                FactAppeal.TABLE, qaMonths);
        Function<Table, Dataset<Row>> tables = table ->
                months.containsKey(table) ? warehouse.read(table, months.get(table)) : warehouse.readSmall(table);
        return writer.replace(
                AssessmentIndicator.TABLE,
                periods.months(),
                () -> AssessmentIndicatorMart.compute(tables, periods, scope.date(), settings));
    }

    /** The days up to the run's date that have changed facts; of what is known by months alone, the first of each. */
    private Set<LocalDate> touchedDays(TouchedMonths touched) {
        Set<LocalDate> days = new TreeSet<>(touched.interactions());
        days.addAll(touched.touchedEvaluations().days());
        touched.others().values().forEach(changed -> days.addAll(changed.days()));
        if (!scope.rebuild()) {
            newDays().forEach(days::add);
            days.addAll(plannedDaysEvaluatedIn(touched.evaluations()));
        }
        days.removeIf(day -> day.isAfter(scope.date()));
        return days;
    }

    /** The days of planned interactions that have been inspected, or no longer are, by evaluations of some QA months. */
    private Set<LocalDate> plannedDaysEvaluatedIn(Set<LocalDate> qaMonths) {
        if (qaMonths.isEmpty()) {
            return Set.of();
        }
        Dataset<Row> now = PlannedInspections.done(warehouse.read(FactEvaluation.TABLE, qaMonths), scope.date());
        Dataset<Row> before = PlannedInspections.done(
                warehouse.read(FactEvaluation.TABLE, published(FactEvaluation.TABLE), qaMonths), scope.previousDate());
        Dataset<Row> planned = new KeyLookup(warehouse)
                .rows(
                        SamplingPlan.TABLE,
                        warehouse.version(SamplingPlan.TABLE),
                        KeyLookup.Keys.of(differing(now, before), SamplingPlan.INTERACTION_ID));
        return Months.in(planned.select(PlannedInspections.day().as(DAY)), functions.col(DAY));
    }

    /** The rows that are among the ones and not among the others. */
    private static Dataset<Row> differing(Dataset<Row> some, Dataset<Row> others) {
        return some.except(others).union(others.except(some));
    }

    /** The days that have become past since the last publication. */
    private Stream<LocalDate> newDays() {
        return scope.previousDate().plusDays(1).datesUntil(scope.date().plusDays(1));
    }

    /** The version of a table that is published. */
    private long published(Table table) {
        return scope.previous().tables().get(table.path());
    }
}
