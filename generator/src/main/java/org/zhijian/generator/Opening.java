package org.zhijian.generator;

/** The opening hours in half hours, how busy each is, and the shifts that cover them. */
final class Opening {
    static final int SLOT_SECONDS = 1800;
    /** 07:00. */
    static final int FIRST_SLOT = 14;
    /** The arrivals of each half hour from 07:00 to 23:00, as a share of an average one: peaks in the morning and afternoon. */
    private static final double[] BUSY = {
        0.22, 0.35, 0.60, 0.95, 1.40, 1.75, 1.85, 1.80, 1.60, 1.35, 1.00, 0.85, 0.90, 1.10, 1.40, 1.60, 1.65, 1.60,
        1.45, 1.25, 1.05, 0.90, 0.80, 0.80, 0.90, 1.00, 0.95, 0.80, 0.60, 0.45, 0.32, 0.22
    };

    static final int SLOTS = BUSY.length;
    /** The last second of the day on which the centre may still be busy. */
    static final int LAST_SECOND = 24 * 3600 - 1;

    private static final double TOTAL = total();

    /** A shift, in half hours from midnight. */
    enum Shift {
        EARLY(14, 31),
        DAY(18, 36),
        LATE(29, 46);

        private final int firstSlot;
        private final int endSlot;

        Shift(int firstSlot, int endSlot) {
            this.firstSlot = firstSlot;
            this.endSlot = endSlot;
        }

        boolean covers(int slot) {
            return firstSlot <= slot && slot < endSlot;
        }

        int firstSecond() {
            return firstSlot * SLOT_SECONDS;
        }
    }

    /** The part of the day's arrivals that comes in the half hour. */
    static double share(int slot) {
        return BUSY[slot - FIRST_SLOT] / TOTAL;
    }

    /** How busy the half hour is against an average one. */
    static double load(int slot) {
        return BUSY[slot - FIRST_SLOT] * SLOTS / TOTAL;
    }

    private static double total() {
        double sum = 0;
        for (double busy : BUSY) {
            sum += busy;
        }
        return sum;
    }

    private Opening() {}
}
