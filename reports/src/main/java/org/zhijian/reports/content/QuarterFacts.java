package org.zhijian.reports.content;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.zhijian.reports.read.Condition;
import org.zhijian.reports.read.Row;
import org.zhijian.schema.Column;
import org.zhijian.schema.mart.ErrorTrend;
import org.zhijian.schema.mart.ErrorTrendCategory;

/**
 * What a quarter's report is made from, month by month: the quarter's months and the twelve before them, so that the same
 * quarter last year is among them.
 *
 * @param quarter the quarter
 * @param months its months and those before, the oldest first
 * @param indicators the indicators by month
 * @param centre the error rates of the centre, all types and each type
 * @param teams the error rates of each team, all types
 * @param categories the error rates of the centre by category
 */
record QuarterFacts(
        Period quarter,
        List<Period> months,
        Map<Period, IndicatorValues> indicators,
        List<Row> centre,
        List<Row> teams,
        List<Row> categories) {
    private static final int MONTHS = 15;

    static QuarterFacts of(ReportSource source, Period quarter) {
        List<Period> months =
                Period.containing(quarter.last(), Period.Kind.MONTH).upToThis(MONTHS);
        return new QuarterFacts(
                quarter,
                months,
                IndicatorValues.byMonth(source, months),
                source.rows(TrendChart.during(ErrorTrend.TABLE, months).where(Condition.missing(ErrorTrend.TEAM))),
                source
                        .rows(TrendChart.during(ErrorTrend.TABLE, months)
                                .where(Condition.missing(ErrorTrend.ERROR_CODE)))
                        .stream()
                        .filter(row -> ErrorRates.team(row) != null)
                        .toList(),
                source.rows(
                        TrendChart.during(ErrorTrendCategory.TABLE, months).where(Condition.missing(ErrorTrend.TEAM))));
    }

    /** The rates of the centre, its types and the teams that were unusually high in a month of the quarter. */
    List<Row> unusuallyHigh() {
        return ErrorRates.unusuallyHigh(ofQuarter());
    }

    /** Those that were unusually low. */
    List<Row> unusuallyLow() {
        return ErrorRates.unusuallyLow(ofQuarter());
    }

    /** Whether any rate of a month of the quarter has control limits. */
    boolean haveLimits() {
        return ErrorRates.haveLimits(ofQuarter());
    }

    private List<Row> ofQuarter() {
        return Stream.of(centre, teams)
                .flatMap(List::stream)
                .filter(row -> quarter.includes(row.date(ErrorTrend.PERIOD_START)))
                .toList();
    }

    /** The quarter's indicators beside those of the quarter before and of last year. */
    Comparison comparison() {
        return new Comparison(
                quarter, indicatorsOf(quarter), indicatorsOf(quarter.previous()), indicatorsOf(quarter.lastYear()));
    }

    /** The centre's rows of all types together. */
    List<Row> allTypes() {
        return centre.stream().filter(row -> ErrorRates.code(row) == null).toList();
    }

    /** The centre's rows of one type. */
    List<Row> type(String code) {
        return centre.stream().filter(row -> code.equals(ErrorRates.code(row))).toList();
    }

    /** The codes of the types that were found in these months, in their order. */
    List<String> typesFound() {
        return centre.stream()
                .filter(row -> ErrorRates.code(row) != null && row.bigint(ErrorTrend.ERRORS) > 0)
                .map(ErrorRates::code)
                .distinct()
                .sorted()
                .toList();
    }

    /** The rate of a series in a month, null where it has none. */
    static Double rate(Collection<Row> series, Period month) {
        return series.stream()
                .filter(row -> row.date(ErrorTrend.PERIOD_START).equals(month.first()))
                .map(row -> row.number(ErrorTrend.RATE_PER_100))
                .findFirst()
                .orElse(null);
    }

    /** Errors per 100 evaluations of a series over a quarter: both added up, null without evaluations. */
    static Double rateOf(Collection<Row> series, Period quarter) {
        long errors = sum(series, quarter, ErrorTrend.ERRORS);
        long evaluations = sum(series, quarter, ErrorTrend.EVALUATIONS);
        return evaluations == 0 ? null : Double.valueOf(100.0 * errors / evaluations);
    }

    /** The sum of a column of a series over a quarter. */
    static long sum(Collection<Row> series, Period quarter, Column column) {
        return series.stream()
                .filter(row -> quarter.includes(row.date(ErrorTrend.PERIOD_START)))
                .mapToLong(row -> row.bigint(column))
                .sum();
    }

    /** The rows of each team. */
    Map<String, List<Row>> byTeam() {
        return teams.stream()
                .collect(Collectors.groupingBy(
                        ErrorRates::team, () -> new TreeMap<>(TeamOrder.BY_NAME), Collectors.toList()));
    }

    /** The months from the first that has evaluations. */
    List<Period> monthsWithData() {
        List<Row> all = allTypes();
        List<Period> with = new ArrayList<>(months);
        while (!with.isEmpty() && rate(all, with.get(0)) == null) {
            with.remove(0);
        }
        return with;
    }

    private IndicatorValues indicatorsOf(Period of) {
        return IndicatorValues.sum(of.months().stream()
                .filter(indicators::containsKey)
                .map(indicators::get)
                .toList());
    }
}
