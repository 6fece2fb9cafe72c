package org.zhijian.etl.draw;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Queue;
import java.util.TreeMap;

/**
 * Draws in proportion to strata over many nights: each time from the open stratum that is furthest behind its share. In a
 * single night that is the allocation by the largest remainder: 3 of the strata a (6 interactions), b (3) and c (1) have the
 * shares 1.8, 0.9 and 0.3, so 2 are of a and 1 of b. Equal remainders go to the stratum whose name comes first.
 */
final class Strata {
    private final Map<String, Long> population = new HashMap<>();
    private final Map<String, Long> drawn = new HashMap<>();
    private long populationTotal;
    private long drawnTotal;

    /** Counts an interaction of the stratum as one that the shares are made from. */
    void add(String stratum) {
        population.merge(stratum, 1L, Long::sum);
        populationTotal++;
    }

    /** Counts an interaction of the stratum as drawn. */
    void keep(String stratum) {
        drawn.merge(stratum, 1L, Long::sum);
        drawnTotal++;
    }

    long population() {
        return populationTotal;
    }

    long drawn() {
        return drawnTotal;
    }

    /** Chooses as many of the open interactions as are wanted, or all when there are fewer. */
    List<Drawn> choose(Collection<Candidate> open, long wanted, String reason) {
        if (wanted <= 0) {
            return List.of();
        }
        NavigableMap<String, Queue<Candidate>> waiting = new TreeMap<>();
        open.stream().sorted(Candidate.IN_ORDER).forEach(candidate -> waiting.computeIfAbsent(
                        candidate.stratum(), none -> new ArrayDeque<>())
                .add(candidate));
        Map<String, Integer> sizes = new HashMap<>();
        waiting.forEach((stratum, candidates) -> sizes.put(stratum, candidates.size()));
        long total = drawnTotal + Math.min(wanted, open.size());
        List<Candidate> chosen = new ArrayList<>();
        Map<String, Long> now = new HashMap<>();
        while (chosen.size() < wanted && !waiting.isEmpty()) {
            String stratum = furthestBehind(waiting, now, total);
            chosen.add(waiting.get(stratum).remove());
            now.merge(stratum, 1L, Long::sum);
            if (waiting.get(stratum).isEmpty()) {
                waiting.remove(stratum);
            }
        }
        return chosen.stream()
                .map(candidate -> new Drawn(
                        candidate, reason, (double) now.get(candidate.stratum()) / sizes.get(candidate.stratum())))
                .toList();
    }

    private String furthestBehind(NavigableMap<String, Queue<Candidate>> waiting, Map<String, Long> now, long total) {
        String furthest = waiting.firstKey();
        long most = Long.MIN_VALUE;
        for (String stratum : waiting.keySet()) {
            long has = drawn.getOrDefault(stratum, 0L) + now.getOrDefault(stratum, 0L);
            long behind = total * population.getOrDefault(stratum, 0L) - has * populationTotal;
            if (behind > most) {
                most = behind;
                furthest = stratum;
            }
        }
        return furthest;
    }
}
