package org.zhijian.reports.content;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.zhijian.reports.read.Condition;
import org.zhijian.reports.read.Row;
import org.zhijian.reports.read.Selection;
import org.zhijian.schema.indicator.Indicator;
import org.zhijian.schema.mart.AssessmentIndicator;

/**
 * The assessment indicators of one period: of the centre and its teams, or of agents (R10). Those of a quarter add up the
 * numerators and denominators of its months.
 */
final class IndicatorValues {
    private static final String CENTRE = "";
    private static final Map<String, Indicator> DECLARED =
            Indicator.ALL.stream().collect(Collectors.toMap(Indicator::name, Function.identity()));

    private final Map<String, Map<Indicator, IndicatorValue>> byMember;

    private IndicatorValues(Map<String, Map<Indicator, IndicatorValue>> byMember) {
        this.byMember = byMember;
    }

    /** Of the centre and of every team. */
    static IndicatorValues of(ReportSource source, Period period) {
        return of(rows(source, parts(period), "centre", "team"));
    }

    /** Of every agent. */
    static IndicatorValues ofAgents(ReportSource source, Period period) {
        return of(rows(source, parts(period), "agent"));
    }

    /** Of the centre and of every team, month by month; the months follow each other. */
    static Map<Period, IndicatorValues> byMonth(ReportSource source, List<Period> months) {
        List<Row> rows = rows(source, months, "centre", "team");
        return months.stream()
                .collect(Collectors.toMap(
                        month -> month,
                        month -> of(rows.stream()
                                .filter(row -> row.date(AssessmentIndicator.PERIOD_START)
                                        .equals(month.first()))
                                .toList())));
    }

    /** Those of several months together, the oldest first. */
    static IndicatorValues sum(List<IndicatorValues> months) {
        Map<String, Map<Indicator, IndicatorValue>> byMember = new HashMap<>();
        months.forEach(month -> month.byMember.forEach((member, values) ->
                values.forEach((indicator, value) -> byMember.computeIfAbsent(member, none -> new HashMap<>())
                        .merge(indicator, value, (sum, later) -> sum.and(later, indicator)))));
        return new IndicatorValues(byMember);
    }

    private static List<Period> parts(Period period) {
        return period.kind() == Period.Kind.QUARTER ? period.months() : List.of(period);
    }

    private static IndicatorValues of(List<Row> rows) {
        Map<String, Map<Indicator, IndicatorValue>> byMember = new HashMap<>();
        for (Row row : rows) {
            Indicator indicator = DECLARED.get(row.string(AssessmentIndicator.INDICATOR));
            if (indicator != null) {
                byMember.computeIfAbsent(member(row), none -> new HashMap<>())
                        .merge(indicator, IndicatorValue.of(row), (sum, later) -> sum.and(later, indicator));
            }
        }
        return new IndicatorValues(byMember);
    }

    private static List<Row> rows(ReportSource source, List<Period> parts, String... scopes) {
        Period first = parts.get(0);
        Period last = parts.get(parts.size() - 1);
        return source
                .rows(Selection.of(AssessmentIndicator.TABLE)
                        .columns(
                                AssessmentIndicator.PERIOD_START,
                                AssessmentIndicator.SCOPE_ID,
                                AssessmentIndicator.INDICATOR,
                                AssessmentIndicator.NUMERATOR,
                                AssessmentIndicator.DENOMINATOR,
                                AssessmentIndicator.VALUE,
                                AssessmentIndicator.TARGET,
                                AssessmentIndicator.MET)
                        .where(Condition.from(AssessmentIndicator.MONTH, first.monthOfFirstDay()))
                        .where(Condition.upTo(AssessmentIndicator.MONTH, last.monthOfFirstDay()))
                        .where(Condition.equal(AssessmentIndicator.PERIOD_TYPE, last.type()))
                        .where(Condition.from(AssessmentIndicator.PERIOD_START, first.first()))
                        .where(Condition.upTo(AssessmentIndicator.PERIOD_START, last.first()))
                        .where(Condition.oneOf(AssessmentIndicator.SCOPE, List.of(scopes))))
                .stream()
                .sorted(Comparator.comparing(row -> row.date(AssessmentIndicator.PERIOD_START)))
                .toList();
    }

    /** The teams or agents that have any, in order. */
    SortedSet<String> members() {
        SortedSet<String> members = new TreeSet<>(TeamOrder.BY_NAME);
        members.addAll(byMember.keySet());
        members.remove(CENTRE);
        return members;
    }

    boolean isEmpty() {
        return byMember.isEmpty();
    }

    /** The centre's indicator, {@link IndicatorValue#NONE} where it has none. */
    IndicatorValue of(Indicator indicator) {
        return of(CENTRE, indicator);
    }

    /** A team's or agent's indicator, {@link IndicatorValue#NONE} where it has none. */
    IndicatorValue of(String member, Indicator indicator) {
        return byMember.getOrDefault(member, Map.of()).getOrDefault(indicator, IndicatorValue.NONE);
    }

    /** The centre's value, null where there is none. */
    Double value(Indicator indicator) {
        return of(indicator).value();
    }

    private static String member(Row row) {
        String id = row.string(AssessmentIndicator.SCOPE_ID);
        return id == null ? CENTRE : id;
    }
}
