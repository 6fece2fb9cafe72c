package org.zhijian.etl.run;

import java.time.LocalDate;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.zhijian.etl.io.KeyLookup;
import org.zhijian.etl.io.Warehouse;
import org.zhijian.etl.mart.AssessmentIndicatorMart;
import org.zhijian.etl.mart.IndicatorPeriods;
import org.zhijian.etl.mart.PlannedInspections;
import org.zhijian.schema.Table;
import org.zhijian.schema.mart.AssessmentIndicator;
import org.zhijian.schema.mart.SamplingPlan;
import org.zhijian.schema.settings.Settings;
import org.zhijian.schema.star.FactAgentState;
import org.zhijian.schema.star.FactAppeal;
import org.zhijian.schema.star.FactError;
import org.zhijian.schema.star.FactEvaluation;
import org.zhijian.schema.star.FactInteraction;

/** Brings the assessment indicators up to date. */
final class IndicatorLoad {
    private static final String DAY = "day";

    private final Warehouse warehouse;
    private final Settings settings;
    private final Scope scope;
    private final MartWriter writer;

    IndicatorLoad(Warehouse warehouse, Settings settings, Scope scope, MartWriter writer) {
        this.warehouse = warehouse;
        this.settings = settings;
        this.scope = scope;
        this.writer = writer;
    }

    /** The periods that changed facts and the passing of days touch. */
    IndicatorPeriods periods(TouchedMonths touched) {
        return IndicatorPeriods.touchedBy(touchedDays(touched), touched.evaluations(), scope.date(), settings);
    }

    /** How many interactions and agent states are summed for them: however little came, whole months are. */
    long rows(IndicatorPeriods periods) {
        return warehouse.rows(FactInteraction.TABLE, periods.factMonths())
                + warehouse.rows(FactAgentState.TABLE, periods.factMonths());
    }

    /** Computes the rows of those periods. */
    Table load(IndicatorPeriods periods, NavigableSet<LocalDate> withEvaluations) {
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
            // The plan of the last night's month can still get what its quotas lack, which counts on its last day.
            days.add(scope.previousDate());
            scope.newDays().forEach(days::add);
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
                warehouse.read(FactEvaluation.TABLE, scope.publishedVersion(FactEvaluation.TABLE), qaMonths),
                scope.previousDate());
        Dataset<Row> planned = new KeyLookup(warehouse)
                .rows(
                        SamplingPlan.TABLE,
                        warehouse.version(SamplingPlan.TABLE),
                        KeyLookup.Keys.of(Changed.rows(now, before), SamplingPlan.INTERACTION_ID));
        return Months.in(planned.select(PlannedInspections.day().as(DAY)), functions.col(DAY));
    }
}
