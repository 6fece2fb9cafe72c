package org.zhijian.generator;

/** When an agent works: five days of every seven, with the days off spread over the agents, on a shift that turns weekly. */
final class WorkPattern {
    private static final int DAYS_OFF = 2;
    private static final Opening.Shift[] ROTATION = {
        Opening.Shift.EARLY, Opening.Shift.DAY, Opening.Shift.LATE, Opening.Shift.DAY
    };

    static boolean works(Agent agent, long day) {
        return Math.floorMod(day + agent.index() * 3L, 7) >= DAYS_OFF;
    }

    /** Working days before that day, counted from an arbitrary one; for differences. */
    static long workingDaysBefore(Agent agent, long day) {
        long shifted = day + agent.index() * 3L;
        return Math.floorDiv(shifted, 7L) * (7 - DAYS_OFF) + Math.max(0, Math.floorMod(shifted, 7) - DAYS_OFF);
    }

    static Opening.Shift shift(Agent agent, long day) {
        return ROTATION[Math.floorMod(Math.floorDiv(day, 7L) + agent.index(), ROTATION.length)];
    }

    private WorkPattern() {}
}
