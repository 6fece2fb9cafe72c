package org.zhijian.etl.mart;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.zhijian.etl.rule.TrendPeriod;
import org.zhijian.schema.settings.QaPeriodBy;
import org.zhijian.schema.settings.Settings;

/**
 * The months of trend marts that facts of some months can change, and the facts needed to compute them (R9). All months
 * are first days; a month of a mart holds the periods that begin in it.
 *
 * <p>A fact of March can lie in a week that begins in February. It stands in its own periods, and as the past of those up
 * to a year or the control periods later, whichever is longer.
 *
 * <p>Trends go by the day of evaluation, facts lie in QA months. Where these follow the interaction, an evaluation may have
 * been made in any later month; then all facts are needed, and every month from the first that is touched.
 *
 * @param touched the QA months whose facts changed; for forecasts, also the months whose interactions did
 * @param runDate the last day that counts
 */
public record TrendPeriods(Collection<LocalDate> touched, LocalDate runDate, Settings settings) {

    public TrendPeriods {
        touched = List.copyOf(touched);
    }

    /** The months of pareto and heatmap to compute, whose periods depend on their own facts alone. */
    public SortedSet<LocalDate> ownMonths() {
        return from(touched, 1, 0);
    }

    /** The QA months whose facts these need, of those that have any. */
    public SortedSet<LocalDate> ownFactMonths(Collection<LocalDate> monthsWithFacts) {
        return facts(ownMonths(), 0, monthsWithFacts);
    }

    /** The months of the error trends to compute. */
    public SortedSet<LocalDate> trendMonths() {
        return from(touched, 1, reach());
    }

    /** The QA months whose facts these need, of those that have any. */
    public SortedSet<LocalDate> trendFactMonths(Collection<LocalDate> monthsWithFacts) {
        return facts(trendMonths(), reach(), monthsWithFacts);
    }

    /** The months to forecast: each from the month after the first that is touched to the one after the last that is closed. */
    public SortedSet<LocalDate> forecastMonths() {
        SortedSet<LocalDate> months = new TreeSet<>();
        for (LocalDate month : touched) {
            for (LocalDate next = month.plusMonths(1); !next.minusDays(1).isAfter(runDate); next = next.plusMonths(1)) {
                months.add(next);
            }
        }
        return months;
    }

    /** How many months a period can lie after another that its row tells of. */
    private int reach() {
        return Math.max(TrendPeriod.MONTHS_OF_YEAR, settings.get(Settings.CONTROL_PERIODS));
    }

    private SortedSet<LocalDate> from(Collection<LocalDate> months, int before, int after) {
        SortedSet<LocalDate> all = new TreeSet<>();
        for (LocalDate month : months) {
            LocalDate last = byInteraction() ? runDate : month.plusMonths(after);
            for (LocalDate next = month.minusMonths(before);
                    !next.isAfter(last) && !next.isAfter(runDate);
                    next = next.plusMonths(1)) {
                all.add(next);
            }
        }
        return all;
    }

    private SortedSet<LocalDate> facts(
            Collection<LocalDate> months, int before, Collection<LocalDate> monthsWithFacts) {
        SortedSet<LocalDate> facts = new TreeSet<>(monthsWithFacts);
        if (months.isEmpty()) {
            facts.clear();
        } else if (!byInteraction()) {
            facts.retainAll(from(months, before, 1));
        }
        return facts;
    }

    private boolean byInteraction() {
        return settings.get(Settings.QA_PERIOD_BY) == QaPeriodBy.INTERACTION;
    }
}
