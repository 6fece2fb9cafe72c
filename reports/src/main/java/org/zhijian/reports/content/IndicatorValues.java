package org.zhijian.reports.content;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.zhijian.reports.read.Condition;
import org.zhijian.reports.read.Row;
import org.zhijian.schema.indicator.Indicator;
import org.zhijian.schema.mart.AssessmentIndicator;

/** The assessment indicators of one period, of every member of a scope (R10). */
final class IndicatorValues {
    private final Map<String, Map<String, Row>> byMember;

    private IndicatorValues(Map<String, Map<String, Row>> byMember) {
        this.byMember = byMember;
    }

    /** Of the centre. */
    static IndicatorValues ofCentre(ReportSource source, Period period) {
        return of(source, period, "centre");
    }

    /** Of every team. */
    static IndicatorValues ofTeams(ReportSource source, Period period) {
        return of(source, period, "team");
    }

    /** Of every agent. */
    static IndicatorValues ofAgents(ReportSource source, Period period) {
        return of(source, period, "agent");
    }

    private static IndicatorValues of(ReportSource source, Period period, String scope) {
        List<Row> rows = source.rows(
                AssessmentIndicator.TABLE,
                Condition.equal(AssessmentIndicator.MONTH, period.monthOfFirstDay()),
                Condition.equal(AssessmentIndicator.PERIOD_TYPE, period.type()),
                Condition.equal(AssessmentIndicator.PERIOD_START, period.first()),
                Condition.equal(AssessmentIndicator.SCOPE, scope));
        Map<String, Map<String, Row>> byMember = new HashMap<>();
        for (Row row : rows) {
            byMember.computeIfAbsent(member(row), none -> new HashMap<>())
                    .put(row.string(AssessmentIndicator.INDICATOR), row);
        }
        return new IndicatorValues(byMember);
    }

    /** The teams or agents that have any, in order. */
    SortedSet<String> members() {
        return new TreeSet<>(byMember.keySet());
    }

    boolean isEmpty() {
        return byMember.isEmpty();
    }

    /** The row of the centre's indicator. */
    Optional<Row> row(Indicator indicator) {
        return row("", indicator);
    }

    /** The row of a team's or agent's indicator. */
    Optional<Row> row(String member, Indicator indicator) {
        return Optional.ofNullable(byMember.getOrDefault(member, Map.of()).get(indicator.name()));
    }

    /** The centre's value, null where there is none. */
    Double value(Indicator indicator) {
        return value("", indicator);
    }

    /** A team's or agent's value, null where there is none. */
    Double value(String member, Indicator indicator) {
        return row(member, indicator)
                .map(row -> row.number(AssessmentIndicator.VALUE))
                .orElse(null);
    }

    private static String member(Row row) {
        String id = row.string(AssessmentIndicator.SCOPE_ID);
        return id == null ? "" : id;
    }
}
