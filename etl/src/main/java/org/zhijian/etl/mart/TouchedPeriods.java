package org.zhijian.etl.mart;

import java.time.LocalDate;
import java.util.Collection;
import java.util.NavigableSet;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.zhijian.schema.settings.BaseBy;

/**
 * What a load changed, and which rows of R2 and R3 follow from it. Names no more than what exists: a plan month that has
 * only now become due is for the caller to add. All months are first days.
 *
 * @param evaluationMonths QA months with new, changed or removed evaluations or appeals
 * @param interactionMonths months with new, changed or removed interactions
 * @param agentsSince the earliest day for which an agent's record changed, be it post, leaving, team or skill group;
 *     {@link LocalDate#MAX} when none did
 */
public record TouchedPeriods(Set<LocalDate> evaluationMonths, Set<LocalDate> interactionMonths, LocalDate agentsSince) {

    public TouchedPeriods {
        evaluationMonths = Set.copyOf(evaluationMonths);
        interactionMonths = Set.copyOf(interactionMonths);
    }

    /** Of these months, those whose volume is to be counted again: it names the agents' teams, too. */
    public SortedSet<LocalDate> volumeMonths(Collection<LocalDate> months) {
        return those(
                months,
                month -> interactionMonths.contains(month)
                        || !month.plusMonths(1).minusDays(1).isBefore(agentsSince));
    }

    /**
     * Of these plan months, those whose tiers can change: with evaluations of the month before, or with agents as of its
     * last day. For agents since 31 March, from April on; since 1 April, from May on.
     */
    public SortedSet<LocalDate> tierMonths(Collection<LocalDate> planMonths) {
        return those(planMonths, this::changesTiers);
    }

    /**
     * Of these plan months, those whose quotas can change: with the tiers, with the volume of the same month last year,
     * and where that has none, with earlier ones. By team or skill group, each of which may lack months that the centre
     * has, every earlier month counts.
     *
     * @param monthsWithVolume the months with human-handled interactions, as they now are
     */
    public SortedSet<LocalDate> quotaMonths(
            Collection<LocalDate> planMonths, NavigableSet<LocalDate> monthsWithVolume, BaseBy baseBy) {
        return those(
                planMonths,
                planMonth -> changesTiers(planMonth)
                        || interactionMonths.stream()
                                .anyMatch(touched -> changesBase(planMonth, touched, monthsWithVolume, baseBy)));
    }

    private boolean changesTiers(LocalDate planMonth) {
        return evaluationMonths.contains(planMonth.minusMonths(1)) || agentsSince.isBefore(planMonth);
    }

    /** Whether a touched month was or is the base, which it is unless a later one up to P − 12 has volume. */
    private static boolean changesBase(
            LocalDate planMonth, LocalDate touched, NavigableSet<LocalDate> monthsWithVolume, BaseBy baseBy) {
        LocalDate sameMonthLastYear = planMonth.minusMonths(12);
        if (touched.isAfter(sameMonthLastYear)) {
            return false;
        }
        return baseBy != BaseBy.CENTRE
                || monthsWithVolume
                        .subSet(touched, false, sameMonthLastYear, true)
                        .isEmpty();
    }

    private static SortedSet<LocalDate> those(Collection<LocalDate> months, Predicate<LocalDate> wanted) {
        SortedSet<LocalDate> chosen = new TreeSet<>(months);
        chosen.removeIf(wanted.negate());
        return chosen;
    }
}
