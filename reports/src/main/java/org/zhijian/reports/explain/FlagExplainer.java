package org.zhijian.reports.explain;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.zhijian.reports.read.Condition;
import org.zhijian.reports.read.PublishedWarehouse;
import org.zhijian.reports.read.Row;
import org.zhijian.schema.mart.CompetencyFlag;
import org.zhijian.schema.settings.Settings;
import org.zhijian.schema.star.FactEvaluation;
import org.zhijian.schema.text.Text;

/**
 * Why an agent is flagged (R7), for every flag whose period includes the month: the rule, the occurrences and the
 * evaluations that prove them, the day it was met, what an appeal removed or may still remove, and what inspecting more
 * would lead one to expect.
 */
public final class FlagExplainer implements Explainer {

    @Override
    public List<Explanation> explain(PublishedWarehouse warehouse, String agentId, YearMonth month, Text text) {
        Published published = new Published(warehouse, text);
        List<Row> flags = published.rows(CompetencyFlag.TABLE, Condition.equal(CompetencyFlag.AGENT_ID, agentId));
        List<Explanation> explanations = flags.stream()
                .filter(row -> !month.isBefore(first(row)) && !month.isAfter(last(row)))
                .sorted(Comparator.comparing((Row row) -> last(row))
                        .thenComparing(row -> row.string(CompetencyFlag.RULE)))
                .map(row -> explanation(published, row))
                .toList();
        if (explanations.isEmpty()) {
            throw published.missing("no-flag", agentId, month, Published.months(flags, CompetencyFlag.REACHED_ON));
        }
        return explanations;
    }

    private static YearMonth first(Row flag) {
        return YearMonth.from(flag.date(CompetencyFlag.PERIOD_START));
    }

    private static YearMonth last(Row flag) {
        return switch (flag.string(CompetencyFlag.RULE)) {
            case "two_in_month" -> first(flag);
            case "consecutive_months" -> first(flag).plusMonths(1);
            default -> first(flag).plusMonths(11);
        };
    }

    private static Explanation explanation(Published published, Row flag) {
        String rule = flag.string(CompetencyFlag.RULE);
        Inspections inspections = Inspections.of(
                published,
                flag.string(CompetencyFlag.AGENT_ID),
                flag.date(CompetencyFlag.PERIOD_START),
                last(flag).atDay(1));
        Set<String> evidence = Arrays.stream(
                        flag.string(CompetencyFlag.EVIDENCE).split(";", -1))
                .collect(Collectors.toSet());
        List<Row> proving = inspections.all().stream()
                .filter(row -> evidence.contains(row.string(FactEvaluation.EVALUATION_ID)))
                .toList();
        List<String> categories = published.words(Settings.COMPETENCY_CATEGORIES);
        List<String> steps = new ArrayList<>();
        steps.add(published.say("flag.rule." + rule, threshold(published, rule)));
        steps.add(published.say("flag.occurrence", String.join(", ", categories)));
        steps.add(published.say(
                "flag.occurrences",
                first(flag),
                last(flag),
                flag.bigint(CompetencyFlag.OCCURRENCES),
                days(rule, proving),
                proving.size()));
        steps.add(published.say("flag.reached", flag.date(CompetencyFlag.REACHED_ON)));
        List<String> removed = inspections.removedErrors(
                row -> row.bool(FactEvaluation.PUBLISHED) && categories.contains(row.string(FactEvaluation.CATEGORY)));
        if (!removed.isEmpty()) {
            steps.add(published.say("flag.removed", String.join(", ", removed)));
        }
        steps.add(published.say(flag.bool(CompetencyFlag.PROVISIONAL) ? "flag.provisional" : "flag.not-provisional"));
        steps.add(published.say(
                "flag.expected",
                flag.bigint(CompetencyFlag.INSPECTED),
                Published.plain(flag.number(CompetencyFlag.EXPECTED_OCCURRENCES))));
        steps.add(published.say("flag.a-person-decides"));
        String title = published.say(
                "flag.title",
                flag.string(CompetencyFlag.AGENT_ID),
                published.say("flag.name." + rule),
                first(flag),
                last(flag));
        return new Explanation(title, steps, inspections.forErrors(proving));
    }

    private static String threshold(Published published, String rule) {
        return published.word(rule.equals("four_in_year") ? Settings.COMPETENCY_IN_YEAR : Settings.COMPETENCY_IN_MONTH);
    }

    /**
     * The day on which each occurrence was found first: an interaction evaluated twice is one, with the rule of two months
     * one in each month.
     */
    private static String days(String rule, List<Row> proving) {
        Map<String, LocalDate> days = new LinkedHashMap<>();
        for (Row row : proving) {
            String interaction = row.string(FactEvaluation.INTERACTION_ID);
            String item = interaction == null
                    ? "evaluation " + row.string(FactEvaluation.EVALUATION_ID)
                    : "interaction " + interaction;
            String part = rule.equals("consecutive_months") ? row.date(FactEvaluation.MONTH) + " " : "";
            days.putIfAbsent(part + item, row.date(FactEvaluation.EVALUATED_ON));
        }
        return days.values().stream().map(LocalDate::toString).collect(Collectors.joining(", "));
    }
}
