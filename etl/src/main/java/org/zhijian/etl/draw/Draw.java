package org.zhijian.etl.draw;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Draws of an agent's interactions, or of a special topic's, in a plan month (R5): every night from the interactions of that
 * day until the night's target is reached, stratified over all the month's interactions so far; from the last day on, what is
 * missing from all that are left of the month. With quota 2 in April, one is drawn by the 8th and one by the 23rd; if there
 * is none on the 8th, on the next day that has one.
 */
public final class Draw implements Drawing {
    private final NavigableMap<LocalDate, List<Candidate>> byDay;
    private final Target target;
    private final LocalDate lastDay;
    private final Strata strata = new Strata();
    private final Population population = new Population();
    private LocalDate seen = LocalDate.MIN;

    /** @param lastDay the last day that interactions are drawn of */
    public Draw(Collection<Candidate> interactions, Target target, LocalDate lastDay) {
        this.byDay =
                interactions.stream().collect(Collectors.groupingBy(Candidate::day, TreeMap::new, Collectors.toList()));
        this.target = target;
        this.lastDay = lastDay;
    }

    @Override
    public Night night(LocalDate night, Set<String> taken) {
        byDay.subMap(seen, false, night, true)
                .values()
                .forEach(day -> day.forEach(candidate -> {
                    strata.add(candidate.stratum());
                    population.add(candidate, candidate.stratum().hashCode());
                }));
        seen = night;
        List<Candidate> open = open(night).stream()
                .filter(candidate -> !taken.contains(candidate.interactionId()))
                .toList();
        long missing = Math.max(0, target.by(night, strata.population()) - strata.drawn());
        String reason = target.reason(night);
        return new Night(population.fingerprint(missing + "-" + reason), strata.choose(open, missing, reason));
    }

    private List<Candidate> open(LocalDate night) {
        if (night.isBefore(lastDay)) {
            return byDay.getOrDefault(night, List.of());
        }
        return byDay.headMap(night, true).values().stream()
                .flatMap(Collection::stream)
                .toList();
    }

    @Override
    public void keep(String stratum, String reason) {
        strata.keep(stratum);
    }
}
