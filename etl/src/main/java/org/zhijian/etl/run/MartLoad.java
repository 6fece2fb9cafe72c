package org.zhijian.etl.run;

import static org.zhijian.etl.io.Schemas.col;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.zhijian.etl.io.Partitions;
import org.zhijian.etl.io.SideBySide;
import org.zhijian.etl.io.Warehouse;
import org.zhijian.etl.mart.AgentMonthScoreMart;
import org.zhijian.etl.mart.AgentMonthVolumeMart;
import org.zhijian.etl.mart.CompetencyFlagMart;
import org.zhijian.etl.mart.CompetencyPeriods;
import org.zhijian.etl.mart.SamplingQuotaMart;
import org.zhijian.etl.mart.TierAssignmentMart;
import org.zhijian.etl.mart.TouchedPeriods;
import org.zhijian.schema.Table;
import org.zhijian.schema.mart.AgentMonthScore;
import org.zhijian.schema.mart.AgentMonthVolume;
import org.zhijian.schema.mart.CompetencyFlag;
import org.zhijian.schema.mart.SamplingQuota;
import org.zhijian.schema.mart.TierAssignment;
import org.zhijian.schema.settings.Settings;
import org.zhijian.schema.star.DimAgent;
import org.zhijian.schema.star.DimErrorType;
import org.zhijian.schema.star.FactError;
import org.zhijian.schema.star.FactEvaluation;
import org.zhijian.schema.star.FactInteraction;

/** Brings the marts up to date: each computes just the periods that changed facts or the passing of days touch. */
final class MartLoad {
    private final Warehouse warehouse;
    private final Settings settings;
    private final Scope scope;
    private final Steps steps;

    MartLoad(Warehouse warehouse, Settings settings, Scope scope, Steps steps) {
        this.warehouse = warehouse;
        this.settings = settings;
        this.scope = scope;
        this.steps = steps;
    }

    void load(Touched touched) {
        NavigableSet<LocalDate> evaluationMonths = begun(Partitions.of(warehouse, FactEvaluation.TABLE));
        NavigableSet<LocalDate> interactionMonths = begun(Partitions.of(warehouse, FactInteraction.TABLE));
        Set<LocalDate> scores = touchedOf(evaluationMonths, touched.evaluationMonths());
        Set<LocalDate> volumes = touchedOf(interactionMonths, touched.interactionMonths());
        TouchedPeriods periods = new TouchedPeriods(scores, volumes, touched.agentsSince());
        Callable<String> volume = () -> volumes(periods.volumeMonths(union(interactionMonths, volumes)));
        Callable<String> score = () -> scores(scores);
        Callable<String> flags = () -> flags(touched.severity() ? union(evaluationMonths, scores) : scores);
        SideBySide.run(List.of(volume, score, flags));
        tiersAndQuotas(periods, union(evaluationMonths, interactionMonths));
    }

    private void tiersAndQuotas(TouchedPeriods periods, Set<LocalDate> withData) {
        NavigableSet<LocalDate> due = new TreeSet<>();
        NavigableSet<LocalDate> newlyDue = new TreeSet<>();
        for (LocalDate month : withData) {
            LocalDate lastDay = YearMonth.from(month).atEndOfMonth();
            if (!lastDay.isAfter(scope.date())) {
                due.add(month.plusMonths(1));
                if (scope.rebuild() || lastDay.isAfter(scope.previousDate())) {
                    newlyDue.add(month.plusMonths(1));
                }
            }
        }
        removePlansOf(without(union(periods.evaluationMonths(), periods.interactionMonths()), withData));
        SortedSet<LocalDate> tiers = periods.tierMonths(due);
        tiers.addAll(newlyDue);
        if (!tiers.isEmpty()) {
            steps.run(
                    TierAssignment.TABLE.name(),
                    () -> replace(
                            TierAssignment.TABLE,
                            tiers,
                            TierAssignmentMart.compute(
                                    warehouse.readSmall(AgentMonthScore.TABLE),
                                    warehouse.readSmall(DimAgent.TABLE),
                                    tiers,
                                    settings)));
        }
        SortedSet<LocalDate> quotas = periods.quotaMonths(
                due, Partitions.of(warehouse, AgentMonthVolume.TABLE), settings.get(Settings.QUOTA_BASE_BY));
        quotas.addAll(tiers);
        if (!quotas.isEmpty()) {
            steps.run(
                    SamplingQuota.TABLE.name(),
                    () -> replace(
                            SamplingQuota.TABLE,
                            quotas,
                            SamplingQuotaMart.compute(
                                    warehouse.readSmall(TierAssignment.TABLE),
                                    warehouse.readSmall(AgentMonthVolume.TABLE),
                                    warehouse.readSmall(DimAgent.TABLE),
                                    quotas,
                                    scope.date(),
                                    settings)));
        }
    }

    /** A month that lost the last of its data is no longer planned from. */
    private void removePlansOf(Set<LocalDate> emptied) {
        SortedSet<LocalDate> plans = new TreeSet<>();
        emptied.forEach(month -> plans.add(month.plusMonths(1)));
        for (Table table : List.of(TierAssignment.TABLE, SamplingQuota.TABLE)) {
            Set<LocalDate> written = Partitions.of(warehouse, table);
            written.retainAll(plans);
            if (!written.isEmpty()) {
                replace(table, written, warehouse.readSmall(table).limit(0));
            }
        }
    }

    private String volumes(Set<LocalDate> months) {
        if (!months.isEmpty()) {
            steps.run(
                    AgentMonthVolume.TABLE.name(),
                    () -> replace(
                            AgentMonthVolume.TABLE,
                            months,
                            AgentMonthVolumeMart.compute(
                                    warehouse.read(FactInteraction.TABLE, months),
                                    warehouse.readSmall(DimAgent.TABLE),
                                    months,
                                    scope.date())));
        }
        return AgentMonthVolume.TABLE.name();
    }

    private String scores(Set<LocalDate> months) {
        if (!months.isEmpty()) {
            steps.run(
                    AgentMonthScore.TABLE.name(),
                    () -> replace(
                            AgentMonthScore.TABLE,
                            months,
                            AgentMonthScoreMart.compute(
                                    warehouse.read(FactEvaluation.TABLE, months), months, scope.date(), settings)));
        }
        return AgentMonthScore.TABLE.name();
    }

    private String flags(Set<LocalDate> months) {
        if (!months.isEmpty()) {
            CompetencyPeriods periods = new CompetencyPeriods(months);
            SortedSet<LocalDate> facts = periods.factMonths();
            steps.run(CompetencyFlag.TABLE.name(), () -> {
                Dataset<Row> rows = CompetencyFlagMart.compute(
                        warehouse.read(FactEvaluation.TABLE, facts),
                        warehouse.read(FactError.TABLE, facts),
                        warehouse.readSmall(DimErrorType.TABLE),
                        periods,
                        scope.date(),
                        settings);
                if (scope.rebuild()) {
                    warehouse.overwrite(CompetencyFlag.TABLE, rows);
                } else {
                    warehouse.replaceWhere(CompetencyFlag.TABLE, periods.replaced(), rows);
                }
            });
        }
        return CompetencyFlag.TABLE.name();
    }

    /** Puts the rows of whole months in the place of what is there: of those months, or of all when everything is made anew. */
    private void replace(Table table, Collection<LocalDate> months, Dataset<Row> rows) {
        Dataset<Row> together = rows.repartition(1, col(table.partition()));
        if (scope.rebuild()) {
            warehouse.overwrite(table, together);
        } else {
            warehouse.replaceMonths(table, months, together);
        }
    }

    /** Of those months, the ones that have begun by the run's date. */
    private NavigableSet<LocalDate> begun(NavigableSet<LocalDate> months) {
        // What belongs to an evaluation that has not come stands in a month before all others.
        return new TreeSet<>(months.subSet(LocalDate.of(1901, 1, 1), true, scope.date(), true));
    }

    /** The months that changed facts touch, even those that they emptied, and those with days that have become past. */
    private Set<LocalDate> touchedOf(NavigableSet<LocalDate> months, Set<LocalDate> changed) {
        if (scope.rebuild()) {
            return months;
        }
        Set<LocalDate> touched = begun(new TreeSet<>(changed));
        if (scope.date().isAfter(scope.previousDate())) {
            LocalDate first = scope.previousDate().plusDays(1).withDayOfMonth(1);
            touched.addAll(months.subSet(first, true, scope.date(), true));
        }
        return touched;
    }

    private static Set<LocalDate> union(Set<LocalDate> one, Set<LocalDate> other) {
        Set<LocalDate> all = new TreeSet<>(one);
        all.addAll(other);
        return all;
    }

    private static Set<LocalDate> without(Set<LocalDate> months, Set<LocalDate> taken) {
        Set<LocalDate> others = new TreeSet<>(months);
        others.removeAll(taken);
        return others;
    }
}
