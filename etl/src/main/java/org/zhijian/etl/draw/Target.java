package org.zhijian.etl.draw;

import java.io.Serializable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.NavigableMap;

/** How many interactions are to be drawn by the end of a night, and why. */
public interface Target {
    /**
     * How many of a plan month are to be drawn by the end of that night.
     *
     * @param soFar how many there are to draw from in the plan month up to that night
     */
    long by(LocalDate night, long soFar);

    /** The reason given for what is drawn in that night. */
    String reason(LocalDate night);

    /**
     * A quota and why it holds.
     *
     * @param quota how many in the plan month
     * @param reason the tier, such as {@code tier_a}
     */
    record Quota(long quota, String reason) implements Serializable {}

    /**
     * The tier's quota, spread evenly over the plan month from a start of the agent's own, so that nobody can tell the days;
     * after a change of the tier the new quota, of which what was drawn counts (R6). Quota 7 in April, start 15 of 30: 0 by
     * the 2nd, 1 by the 3rd (7 × 3 + 15 is 36 thirtieths), 4 by the 15th, 7 by the 30th. It is the systematic sample with a
     * random start (W. G. Cochran, Sampling Techniques, 3rd edition, chapter 8).
     *
     * @param quotas each quota from the day it holds
     * @param start any number; the start is its rest when it is divided by the days of the month
     */
    record TierQuota(LocalDate planMonth, NavigableMap<LocalDate, Quota> quotas, long start) implements Target {
        @Override
        public long by(LocalDate night, long soFar) {
            return spread(
                    at(night).quota(),
                    planMonth,
                    lastDay(planMonth),
                    night,
                    Long.remainderUnsigned(start, planMonth.lengthOfMonth()));
        }

        @Override
        public String reason(LocalDate night) {
            return at(night).reason();
        }

        private Quota at(LocalDate night) {
            var holding = quotas.floorEntry(night);
            return holding == null ? new Quota(0, "") : holding.getValue();
        }
    }

    /**
     * A percentage of what there is so far, rounded up. 20 % of 6 interactions is 1.2 → 2.
     *
     * @param reason {@code newcomer} or {@code share}
     */
    record Share(BigDecimal percent, String reason) implements Target {
        @Override
        public long by(LocalDate night, long soFar) {
            return percentOf(percent, soFar, RoundingMode.CEILING);
        }

        @Override
        public String reason(LocalDate night) {
            return reason;
        }
    }

    /**
     * The plan month's part of a special-topic order, which is spread over its own days. 10 from 30 April to 9 May: 1
     * in April, 9 in May, 2 of them by 2 May.
     */
    record TopicOrder(LocalDate planMonth, SpecialOrder order) implements Target {
        @Override
        public long by(LocalDate night, long soFar) {
            LocalDate last = lastDay(planMonth);
            return upTo(night.isAfter(last) ? last : night) - upTo(planMonth.minusDays(1));
        }

        @Override
        public String reason(LocalDate night) {
            return order.topic();
        }

        private long upTo(LocalDate day) {
            long days = ChronoUnit.DAYS.between(order.from(), order.to()) + 1;
            return spread(order.interactions(), order.from(), order.to(), day, days / 2);
        }
    }

    /**
     * The part of a number that falls to the days up to one of them. 7 over 30 days, by day 3: 21 thirtieths and the start;
     * with a start of half the days, 15, that is rounding half up, so 1.
     *
     * @param start less than the number of days
     */
    private static long spread(long number, LocalDate first, LocalDate last, LocalDate day, long start) {
        long days = ChronoUnit.DAYS.between(first, last) + 1;
        long passed = Math.max(0, Math.min(days, ChronoUnit.DAYS.between(first, day) + 1));
        return (number * passed + start) / days;
    }

    static LocalDate lastDay(LocalDate month) {
        return month.with(TemporalAdjusters.lastDayOfMonth());
    }

    static long percentOf(BigDecimal percent, long number, RoundingMode rounding) {
        return percent.movePointLeft(2)
                .multiply(BigDecimal.valueOf(number))
                .setScale(0, rounding)
                .longValueExact();
    }
}
