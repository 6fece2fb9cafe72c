package org.zhijian.generator;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Objects;
import org.zhijian.schema.text.UserError;

/**
 * Which centre is made up, and which of its days are written. Agents, months, seed, start, interactions and zone make the
 * centre; from and until choose days of it, and the same day of the same centre always has the same records. The months
 * spread the interactions over time; the centre lives on after them, so that further nights can be written.
 *
 * @param agents agents on the first day; about as many stay, as joiners replace leavers
 * @param months calendar months, counted from start, over which {@code interactions} is spread
 * @param seed makes one centre differ from another
 * @param start the centre's first day, the first of a month; null means the month that makes until's month the last of
 *     {@code months}
 * @param from the first day that is written; null means start
 * @param until the last day that is written
 * @param interactions about how many interactions there are over all months; 0 means {@value #DEFAULT_PER_AGENT_MONTH} an
 *     agent and month
 * @param zone the centre's time zone
 * @param compression how files are packed
 */
public record CentrePlan(
        int agents,
        int months,
        long seed,
        LocalDate start,
        LocalDate from,
        LocalDate until,
        long interactions,
        ZoneId zone,
        Compression compression) {

    static final int DEFAULT_PER_AGENT_MONTH = 480;
    static final ZoneId DEFAULT_ZONE = ZoneId.of("Asia/Shanghai");
    private static final int MAX_AGENTS = 50_000;
    private static final int MAX_MONTHS = 120;
    /** So many that the busiest day's numbers still have six digits, by which interactions sort in time. */
    private static final long MAX_PER_MONTH = 8_000_000;

    /**
     * Checks the values.
     *
     * @throws UserError when a value is out of its range or the dates contradict each other
     */
    public CentrePlan {
        Objects.requireNonNull(until);
        Objects.requireNonNull(zone);
        Objects.requireNonNull(compression);
        within("agents", agents, 1, MAX_AGENTS);
        within("months", months, 1, MAX_MONTHS);
        within("interactions", interactions, 0, months * MAX_PER_MONTH);
        start = start == null ? YearMonth.from(until).minusMonths(months - 1L).atDay(1) : start;
        if (start.getDayOfMonth() != 1) {
            throw new UserError(
                    "generator.plan.start", start, YearMonth.from(start).atDay(1));
        }
        inOrder("start", start, "until", until);
        if (from != null) {
            inOrder("start", start, "from", from);
            inOrder("from", from, "until", until);
        }
    }

    /** The whole history of a centre in Asia/Shanghai that ends on that day, in plain CSV. */
    public static CentrePlan of(int agents, int months, long seed, LocalDate until) {
        return new CentrePlan(agents, months, seed, null, null, until, 0, DEFAULT_ZONE, Compression.NONE);
    }

    /** The same centre, of which only these days are written, a file an entity and day. */
    public CentrePlan days(LocalDate first, LocalDate last) {
        return new CentrePlan(agents, months, seed, start, first, last, interactions, zone, compression);
    }

    /** Another centre: the same but for the number of its interactions. */
    public CentrePlan withInteractions(long total) {
        return new CentrePlan(agents, months, seed, start, from, until, total, zone, compression);
    }

    public CentrePlan withCompression(Compression other) {
        return new CentrePlan(agents, months, seed, start, from, until, interactions, zone, other);
    }

    LocalDate firstWritten() {
        return from == null ? start : from;
    }

    long expectedInteractions() {
        return interactions == 0 ? (long) agents * months * DEFAULT_PER_AGENT_MONTH : interactions;
    }

    /** Whether there is a file an entity and day, as for further nights, instead of one an entity and month. */
    boolean fileADay() {
        return from != null || YearMonth.from(start).equals(YearMonth.from(until));
    }

    private static void within(String what, long value, long min, long max) {
        if (value < min || value > max) {
            throw new UserError("generator.plan.range", what, value, min, max);
        }
    }

    private static void inOrder(String earlierName, LocalDate earlier, String laterName, LocalDate later) {
        if (later.isBefore(earlier)) {
            throw new UserError("generator.plan.order", laterName, later, earlierName, earlier);
        }
    }
}
