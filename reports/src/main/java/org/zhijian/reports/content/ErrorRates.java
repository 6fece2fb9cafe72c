package org.zhijian.reports.content;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.zhijian.reports.read.Condition;
import org.zhijian.reports.read.Row;
import org.zhijian.schema.mart.ErrorTrend;

/** The error rates of one week or month, by team and type (R9). */
final class ErrorRates {
    /** The rules of the control chart that a rate breaks by being high. */
    private static final Set<String> WORSE = Set.of("above_limit", "two_of_three_above", "eight_above", "six_rising");

    private static final int SIGMAS = 3;

    private final List<Row> rows;

    private ErrorRates(List<Row> rows) {
        this.rows = rows;
    }

    static ErrorRates of(ReportSource source, Period period) {
        return new ErrorRates(source.rows(
                ErrorTrend.TABLE,
                Condition.equal(ErrorTrend.MONTH, period.monthOfFirstDay()),
                Condition.equal(ErrorTrend.PERIOD_TYPE, period.type()),
                Condition.equal(ErrorTrend.PERIOD_START, period.first())));
    }

    boolean isEmpty() {
        return rows.isEmpty();
    }

    /** All types, all teams. */
    Optional<Row> centre() {
        return rows.stream()
                .filter(row -> team(row) == null && code(row) == null)
                .findFirst();
    }

    /** All teams, one row a type, the most frequent first. */
    List<Row> types() {
        return rows.stream()
                .filter(row -> team(row) == null && code(row) != null)
                .sorted(Comparator.comparing((Row row) -> -row.bigint(ErrorTrend.ERRORS))
                        .thenComparing(ErrorRates::code))
                .toList();
    }

    /** All types, one row a team, in their order. */
    List<Row> teams() {
        return rows.stream()
                .filter(row -> team(row) != null && code(row) == null)
                .sorted(Comparator.comparing(ErrorRates::team, TeamOrder.BY_NAME))
                .toList();
    }

    /** All types, that team. */
    Optional<Row> team(String team) {
        return rows.stream()
                .filter(row -> team.equals(team(row)) && code(row) == null)
                .findFirst();
    }

    /** Those that break a rule of the control chart by being high: the centre, teams, types, types of teams; the furthest out first. */
    List<Row> unusuallyHigh() {
        return unusuallyHigh(rows);
    }

    /** Those that break one by being low, in the same order. */
    List<Row> unusuallyLow() {
        return unusuallyLow(rows);
    }

    /** Whether any has control limits: without them none can be unusual. */
    boolean haveLimits() {
        return haveLimits(rows);
    }

    /** Whether any of some rates has control limits. */
    static boolean haveLimits(Collection<Row> rates) {
        return rates.stream().anyMatch(row -> row.number(ErrorTrend.UPPER_LIMIT) != null);
    }

    /** Of some rates those that are {@link #unusuallyHigh()}, of several periods the earlier first. */
    static List<Row> unusuallyHigh(Collection<Row> rates) {
        return signalling(rates).filter(ErrorRates::isUnusuallyHigh).toList();
    }

    /** Of some rates those that are {@link #unusuallyLow()}. */
    static List<Row> unusuallyLow(Collection<Row> rates) {
        return signalling(rates).filter(row -> !isUnusuallyHigh(row)).toList();
    }

    static boolean isUnusuallyHigh(Row row) {
        return WORSE.contains(String.valueOf(row.string(ErrorTrend.SIGNAL)));
    }

    static String team(Row row) {
        return row.string(ErrorTrend.TEAM);
    }

    static String code(Row row) {
        return row.string(ErrorTrend.ERROR_CODE);
    }

    private static Stream<Row> signalling(Collection<Row> rates) {
        return rates.stream()
                .filter(row -> row.string(ErrorTrend.SIGNAL) != null)
                .sorted(Comparator.comparing(ErrorRates::breadth)
                        .thenComparing(row -> -distance(row))
                        .thenComparing(row -> row.date(ErrorTrend.PERIOD_START))
                        .thenComparing(row -> String.valueOf(team(row)))
                        .thenComparing(row -> String.valueOf(code(row))));
    }

    private static int breadth(Row row) {
        return (team(row) == null ? 0 : 1) + (code(row) == null ? 0 : 2);
    }

    /** How far the rate is from the centre line, in standard deviations. */
    private static double distance(Row row) {
        Double center = row.number(ErrorTrend.CENTER_LINE);
        Double upper = row.number(ErrorTrend.UPPER_LIMIT);
        if (center == null || upper == null || upper <= center) {
            return 0;
        }
        return Math.abs(row.number(ErrorTrend.RATE_PER_100) - center) / (upper - center) * SIGMAS;
    }
}
