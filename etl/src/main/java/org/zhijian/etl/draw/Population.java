package org.zhijian.etl.draw;

import java.util.Locale;

/**
 * What decides a night's draw, in short: the interactions of the month so far, and how many of them were wanted. As long as it
 * is the same, so is what is drawn.
 */
final class Population {
    private long size;
    private long places;

    /**
     * Counts an interaction.
     *
     * @param decisive a hash of what decides whether it is drawn, beside its place in the order and its day
     */
    void add(Candidate candidate, int decisive) {
        size++;
        // An odd factor loses nothing of the place, and makes a sum of what two interactions exchange another one.
        places += candidate.order() * (2L * (31L * decisive + candidate.day().toEpochDay()) + 1);
    }

    /**
     * Its fingerprint: how many interactions, the sum of their places, each times an odd number made of its day and what else
     * decides, and what was wanted. Of one interaction with the place 5 of the first day of 1970 and 0, of which 2 are wanted:
     * {@code 1-0000000000000005-2}.
     *
     * @param wanted how many, and why
     */
    String fingerprint(String wanted) {
        return String.format(Locale.ROOT, "%d-%016x-%s", size, places, wanted);
    }
}
