package org.zhijian.reports.content;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.zhijian.reports.read.Row;
import org.zhijian.schema.mart.ErrorTrend;

/** The error rates of a period by centre, team and type, and of each team and type together (R9). */
final class DefectTrends {
    private final ReportSource source;
    private final List<Row> rows;

    private DefectTrends(ReportSource source, List<Row> rows) {
        this.source = source;
        this.rows = rows;
    }

    static DefectTrends of(ReportSource source, Period period) {
        return new DefectTrends(source, source.rows(TrendChart.during(ErrorTrend.TABLE, List.of(period))));
    }

    /** All teams, all types. */
    Optional<Row> centre() {
        return rows.stream()
                .filter(row -> ErrorRates.team(row) == null && ErrorRates.code(row) == null)
                .findFirst();
    }

    SortedSet<String> teams() {
        return rows.stream()
                .map(ErrorRates::team)
                .filter(team -> team != null)
                .collect(Collectors.toCollection(() -> new TreeSet<>(TeamOrder.BY_NAME)));
    }

    /** All types of that team. */
    Optional<Row> team(String team) {
        return rows.stream()
                .filter(row -> team.equals(ErrorRates.team(row)) && ErrorRates.code(row) == null)
                .findFirst();
    }

    /** The types of a team, or with null of the centre: the most frequent first, those never found last. */
    List<Row> types(String team) {
        return rows.stream()
                .filter(row -> Objects.equals(team, ErrorRates.team(row)) && ErrorRates.code(row) != null)
                .sorted(Comparator.comparing((Row row) -> -row.bigint(ErrorTrend.ERRORS))
                        .thenComparing(ErrorRates::code))
                .toList();
    }

    /** That type in all teams. */
    Optional<Row> type(String code) {
        return rows.stream()
                .filter(row -> ErrorRates.team(row) == null && code.equals(ErrorRates.code(row)))
                .findFirst();
    }

    /**
     * The team with the most errors of that type beyond those that the centre's rate leads one to expect of its
     * evaluations, so that a small team with a high rate does not come first; none where there is none with more.
     */
    Optional<Row> teamFurthestAbove(String code) {
        double rate = type(code).map(row -> row.number(ErrorTrend.RATE_PER_100)).orElse(0.0);
        return rows.stream()
                .filter(row -> ErrorRates.team(row) != null && code.equals(ErrorRates.code(row)))
                .filter(row -> beyond(row, rate) > 0)
                .max(Comparator.comparing((Row row) -> beyond(row, rate))
                        .thenComparing(ErrorRates::team, Comparator.reverseOrder()));
    }

    private static double beyond(Row row, double rate) {
        return row.bigint(ErrorTrend.ERRORS) - row.bigint(ErrorTrend.EVALUATIONS) * rate / 100;
    }

    /** The severe errors of a team, or with null of the centre. */
    long severe(String team) {
        return types(team).stream()
                .filter(row -> source.names().isSevere(ErrorRates.code(row)))
                .mapToLong(row -> row.bigint(ErrorTrend.ERRORS))
                .sum();
    }

    /** The most frequent type of a team, with how often it was found, or null. */
    String mostFrequent(String team) {
        return types(team).stream()
                .findFirst()
                .filter(row -> row.bigint(ErrorTrend.ERRORS) > 0)
                .map(row -> source.say(
                        "defects.most-frequent",
                        ErrorText.type(source, ErrorRates.code(row)),
                        row.bigint(ErrorTrend.ERRORS)))
                .orElse(null);
    }
}
