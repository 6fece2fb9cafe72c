package org.zhijian.etl.mart;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.trunc;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.zhijian.schema.mart.AssessmentIndicator;
import org.zhijian.schema.settings.QaPeriodBy;
import org.zhijian.schema.settings.Settings;

/**
 * The days, ISO weeks and months that begin in some months.
 *
 * <p>For May 2026, a Friday to a Sunday: 1 to 31 May, the weeks of Monday 4, 11, 18 and 25 May, and May. For April 2026:
 * also the week of Monday 27 April, which takes in 1 to 3 May.
 *
 * @param months first days of the months
 */
public record IndicatorPeriods(Collection<LocalDate> months) {

    public IndicatorPeriods {
        months = List.copyOf(months);
    }

    /**
     * The periods that changed facts can change: for facts of 20 May 2026 those that begin in May; for facts of 1 May, a
     * Friday, those of April too, whose last week they are in.
     *
     * @param days days of changed facts; the first of a month for all of it
     * @param qaMonths the QA months of changed evaluations; where these follow the interaction, an evaluation counts in a
     *     later month than its QA month if it was made then
     */
    public static IndicatorPeriods touchedBy(
            Collection<LocalDate> days, Collection<LocalDate> qaMonths, LocalDate runDate, Settings settings) {
        SortedSet<LocalDate> touched = new TreeSet<>();
        days.forEach(day -> touch(day, touched));
        if (settings.get(Settings.QA_PERIOD_BY) == QaPeriodBy.INTERACTION) {
            qaMonths.forEach(
                    qaMonth -> Stream.iterate(qaMonth, month -> !month.isAfter(runDate), month -> month.plusMonths(1))
                            .forEach(month -> touch(month, touched)));
        }
        return new IndicatorPeriods(touched);
    }

    private static void touch(LocalDate day, Set<LocalDate> touched) {
        touched.add(day.withDayOfMonth(1));
        touched.add(day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)).withDayOfMonth(1));
    }

    /** The months whose facts must be at hand: for April 2026 April and May, for May 2026 May alone. */
    public SortedSet<LocalDate> factMonths() {
        SortedSet<LocalDate> needed = new TreeSet<>(months);
        months.forEach(month -> needed.add(lastDay(month).withDayOfMonth(1)));
        return needed;
    }

    /**
     * The QA months whose errors and appeals must be at hand: the same, or where QA months follow the
     * interaction, all up to the last of them.
     *
     * @param monthsWithEvaluations the QA months that have any
     */
    public SortedSet<LocalDate> qaMonths(Collection<LocalDate> monthsWithEvaluations, Settings settings) {
        SortedSet<LocalDate> needed = new TreeSet<>(monthsWithEvaluations);
        if (settings.get(Settings.QA_PERIOD_BY) == QaPeriodBy.EVALUATED_AT) {
            needed.retainAll(factMonths());
        } else {
            needed.removeIf(month -> factMonths().stream().allMatch(month::isAfter));
        }
        return needed;
    }

    /** The QA months whose evaluations must be at hand: these, and all later ones, in which what was planned may be evaluated. */
    public SortedSet<LocalDate> evaluationMonths(Collection<LocalDate> monthsWithEvaluations, Settings settings) {
        SortedSet<LocalDate> needed = qaMonths(monthsWithEvaluations, settings);
        if (!months.isEmpty()) {
            needed.addAll(new TreeSet<>(monthsWithEvaluations).tailSet(Collections.min(months), true));
        }
        return needed;
    }

    /** Whether a day is in one of the periods. */
    Column hold(Column day) {
        return months.stream()
                .map(month -> day.between(lit(month), lit(lastDay(month))))
                .reduce(lit(false), Column::or);
    }

    /** The periods a day is in, an array of type and first day, be they among these or not. */
    static Column of(Column day) {
        return array(period("day", day), period("week", trunc(day, "week")), period("month", trunc(day, "month")));
    }

    private static Column period(String type, Column start) {
        return struct(
                lit(type).as(AssessmentIndicator.PERIOD_TYPE.name()),
                start.as(AssessmentIndicator.PERIOD_START.name()));
    }

    /** The last day of a month's last week. */
    private static LocalDate lastDay(LocalDate month) {
        return month.with(TemporalAdjusters.lastInMonth(DayOfWeek.MONDAY)).plusDays(6);
    }
}
