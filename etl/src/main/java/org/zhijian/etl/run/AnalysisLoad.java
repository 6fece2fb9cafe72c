package org.zhijian.etl.run;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.zhijian.etl.io.KeyLookup;
import org.zhijian.etl.io.Session;
import org.zhijian.etl.io.SideBySide;
import org.zhijian.etl.io.Warehouse;
import org.zhijian.etl.mart.CalibrationResultMart;
import org.zhijian.etl.mart.CaseLibraryMart;
import org.zhijian.etl.mart.DailyErrors;
import org.zhijian.etl.mart.DefectHeatmapMart;
import org.zhijian.etl.mart.ErrorParetoMart;
import org.zhijian.etl.mart.ErrorTrendCategoryMart;
import org.zhijian.etl.mart.ErrorTrendMart;
import org.zhijian.etl.mart.EscalationMart;
import org.zhijian.etl.mart.ForecastMart;
import org.zhijian.etl.mart.IndicatorPeriods;
import org.zhijian.etl.mart.InspectorAgreementMart;
import org.zhijian.etl.mart.PdcaIssueMart;
import org.zhijian.etl.mart.TrendPeriods;
import org.zhijian.schema.Table;
import org.zhijian.schema.mart.AgentMonthScore;
import org.zhijian.schema.mart.AgentMonthVolume;
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
import org.zhijian.schema.mart.VolumeForecast;
import org.zhijian.schema.settings.Settings;
import org.zhijian.schema.star.DimErrorType;
import org.zhijian.schema.star.DimTeam;
import org.zhijian.schema.star.FactCalibrationScore;
import org.zhijian.schema.star.FactError;
import org.zhijian.schema.star.FactEvaluation;
import org.zhijian.schema.star.FactInteraction;
import org.zhijian.schema.star.FactItemScore;

/** Brings the marts up to date that analyse: trends, cases, coaching, calibration and the assessment indicators. */
final class AnalysisLoad {
    private final Warehouse warehouse;
    private final Settings settings;
    private final Scope scope;
    private final MartWriter writer;
    private final CoachingLoad coaching;
    private final IndicatorLoad indicators;

    AnalysisLoad(Warehouse warehouse, Settings settings, Scope scope, MartWriter writer) {
        this.warehouse = warehouse;
        this.settings = settings;
        this.scope = scope;
        this.writer = writer;
        this.coaching = new CoachingLoad(warehouse, scope, writer);
        this.indicators = new IndicatorLoad(warehouse, settings, scope, writer);
    }

    /** Brings up to date what comes from evaluations and what followed them. */
    void ofEvaluations(TouchedMonths touched) {
        TrendPeriods periods = new TrendPeriods(touched.evaluations(), scope.date(), settings);
        SortedSet<LocalDate> coachingMonths = new TreeSet<>();
        DailyErrors daily = dailyErrors(periods, touched.withEvaluations()).persist();
        List<Callable<Table>> marts = new ArrayList<>(List.of(
                () -> trends(ErrorTrend.TABLE, ErrorTrendMart::compute, daily, periods),
                () -> trends(ErrorTrendCategory.TABLE, ErrorTrendCategoryMart::compute, daily, periods),
                () -> paretos(daily, periods),
                () -> heatmaps(periods, touched.withEvaluations()),
                () -> cases(touched),
                () -> {
                    coachingMonths.addAll(coaching.months(touched));
                    return coaching.load(coachingMonths);
                }));
        if (areCalibrationsTouched(touched)) {
            marts.add(this::calibrations);
            marts.add(this::agreements);
        }
        try {
            SideBySide.run(marts);
        } finally {
            daily.unpersist();
        }
        SideBySide.all(() -> escalations(periods), () -> issues(periods, coachingMonths));
    }

    /** Brings up to date what comes from all facts, from the agents' months, and from the sampling plan. */
    void ofAll(TouchedMonths touched) {
        IndicatorPeriods periods = indicators.periods(touched);
        Session.expectRows(warehouse.spark(), indicators.rows(periods));
        SideBySide.all(
                () -> indicators.load(periods, touched.withEvaluations()),
                () -> forecasts(Months.union(touched.evaluations(), touched.interactions())));
    }

    /** How a mart of trends is computed. */
    private interface TrendMart {
        Dataset<Row> compute(
                DailyErrors daily, Dataset<Row> dimErrorType, Collection<LocalDate> months, Settings settings);
    }

    private DailyErrors dailyErrors(TrendPeriods periods, Collection<LocalDate> withEvaluations) {
        SortedSet<LocalDate> facts = periods.trendFactMonths(withEvaluations);
        return DailyErrors.of(
                warehouse.read(FactEvaluation.TABLE, facts),
                warehouse.read(FactError.TABLE, facts),
                warehouse.readSmall(DimTeam.TABLE),
                scope.date());
    }

    private Table trends(Table table, TrendMart mart, DailyErrors daily, TrendPeriods periods) {
        SortedSet<LocalDate> months = periods.trendMonths();
        return writer.replace(
                table, months, () -> mart.compute(daily, warehouse.readSmall(DimErrorType.TABLE), months, settings));
    }

    private Table paretos(DailyErrors daily, TrendPeriods periods) {
        return writer.replace(
                ErrorPareto.TABLE,
                periods.ownMonths(),
                () -> ErrorParetoMart.compute(daily, periods.ownMonths(), settings));
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

    /** A case names the recording of its interaction, and may be of any later month than that. */
    private Table cases(TouchedMonths touched) {
        SortedSet<LocalDate> months = new TreeSet<>(touched.evaluations());
        touched.interactions().stream()
                .min(Comparator.naturalOrder())
                .ifPresent(first -> months.addAll(touched.withEvaluations().tailSet(first, true)));
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

    /** Whether scores came or changed, or the day of some that had come before has become past. */
    private boolean areCalibrationsTouched(TouchedMonths touched) {
        if (scope.rebuild() || !touched.of(FactCalibrationScore.TABLE).isEmpty()) {
            return true;
        }
        return !warehouse
                .readSmall(FactCalibrationScore.TABLE)
                .where(scope.isNew(FactCalibrationScore.HELD_ON))
                .isEmpty();
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
}
