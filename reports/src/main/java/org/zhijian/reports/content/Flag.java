package org.zhijian.reports.content;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.zhijian.reports.document.Grid.Judged;
import org.zhijian.reports.document.Tone;
import org.zhijian.reports.read.Row;
import org.zhijian.schema.mart.CompetencyFlag;
import org.zhijian.schema.settings.Settings;

/** An agent who met a rule of competency in some months (R7). */
record Flag(Row row) {
    private static final int MONTHS_OF_YEAR = 12;

    /** All flags, in the order in which they were reached. */
    static List<Flag> all(ReportSource source) {
        return source.rows(CompetencyFlag.TABLE).stream()
                .map(Flag::new)
                .sorted(Comparator.comparing(Flag::reachedOn)
                        .thenComparing(Flag::agentId)
                        .thenComparing(Flag::rule))
                .toList();
    }

    /** Those that were reached in the period. */
    static List<Flag> reachedIn(ReportSource source, Period period) {
        return all(source).stream()
                .filter(flag -> period.includes(flag.reachedOn()))
                .toList();
    }

    String agentId() {
        return row.string(CompetencyFlag.AGENT_ID);
    }

    String rule() {
        return row.string(CompetencyFlag.RULE);
    }

    LocalDate reachedOn() {
        return row.date(CompetencyFlag.REACHED_ON);
    }

    long occurrences() {
        return row.bigint(CompetencyFlag.OCCURRENCES);
    }

    boolean isProvisional() {
        return row.bool(CompetencyFlag.PROVISIONAL);
    }

    long inspected() {
        return row.bigint(CompetencyFlag.INSPECTED);
    }

    double expected() {
        return row.number(CompetencyFlag.EXPECTED_OCCURRENCES);
    }

    /** The evaluations that prove it. */
    List<String> evidence() {
        return List.of(row.string(CompetencyFlag.EVIDENCE).split(";", -1));
    }

    Period firstMonth() {
        return Period.containing(row.date(CompetencyFlag.PERIOD_START), Period.Kind.MONTH);
    }

    Period lastMonth() {
        return switch (rule()) {
            case "two_in_month" -> firstMonth();
            case "consecutive_months" -> firstMonth().next();
            default -> firstMonth().plus(MONTHS_OF_YEAR - 1);
        };
    }

    /** The months it is about, as a reader calls them. */
    String span(ReportSource source) {
        return switch (rule()) {
            case "two_in_month" -> firstMonth().toString();
            case "consecutive_months" -> source.say("period.span", firstMonth(), lastMonth());
            default -> source.say("period.year", firstMonth().first().getYear());
        };
    }

    /** The rule in plain words. */
    String ruleInWords(ReportSource source) {
        return ruleInWords(source, rule());
    }

    static String ruleInWords(ReportSource source, String rule) {
        return source.say(
                "flag.rule." + rule,
                source.setting(
                        rule.equals("four_in_year") ? Settings.COMPETENCY_IN_YEAR : Settings.COMPETENCY_IN_MONTH));
    }

    /** Whether it is provisional, which asks for attention. */
    Judged state(ReportSource source) {
        return isProvisional()
                ? new Judged(source.say("flag.provisional"), Tone.ATTENTION)
                : new Judged(source.say("flag.definite"), Tone.NEUTRAL);
    }

    /** The agent's number and name. */
    String agent(ReportSource source) {
        return agent(source, agentId());
    }

    static String agent(ReportSource source, String agentId) {
        String name = source.names().agent(agentId);
        return name.equals(agentId) ? agentId : source.say("agent", name, agentId);
    }

    /** The team on the day it was reached. */
    String team(ReportSource source) {
        return source.names().teamOf(agentId(), reachedOn());
    }
}
