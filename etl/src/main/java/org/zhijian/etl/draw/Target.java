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
     * The tier's quota, spread over the plan month; after a change of the tier the new quota, of which what was drawn
     * counts (R6). Quota 7 in April: 0 by the 2nd, 1 by the 3rd (0.7), 4 by the 15th (3.5), 7 by the 30th.
     *
     * @param quotas each quota from the day it holds
     */
    record TierQuota(LocalDate planMonth, NavigableMap<LocalDate, Quota> quotas) implements Target {
        @Override
        public long by(LocalDate night, long soFar) {
            return spread(at(night).quota(), planMonth, lastDay(planMonth), night);
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
            return spread(order.interactions(), order.from(), order.to(), day);
        }
    }

    /** The part of a number that falls to the days up to one of them, rounded half up. 7 over 30 days, day 3: 0.7 → 1. */
    private static long spread(long number, LocalDate first, LocalDate last, LocalDate day) {
        long days = ChronoUnit.DAYS.between(first, last) + 1;
        long passed = Math.max(0, Math.min(days, ChronoUnit.DAYS.between(first, day) + 1));
        return (2 * number * passed + days) / (2 * days);
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
