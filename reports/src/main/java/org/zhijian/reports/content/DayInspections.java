package org.zhijian.reports.content;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.zhijian.reports.document.Block;
import org.zhijian.reports.document.Format;
import org.zhijian.reports.document.Grid;
import org.zhijian.reports.document.Grid.Judged;
import org.zhijian.reports.document.Grid.Line;
import org.zhijian.reports.document.Paragraph;
import org.zhijian.reports.document.Section;
import org.zhijian.reports.document.Tone;
import org.zhijian.reports.read.Row;
import org.zhijian.schema.star.FactError;
import org.zhijian.schema.star.FactEvaluation;

/** What was inspected on a day, by whom, how far its review has come, and the severe errors that were found (R13). */
final class DayInspections {
    private static final List<String> STATES = List.of("draft", "submitted", "reviewed", "published");

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    private final ReportSource source;
    private final EvaluationFacts facts;

    DayInspections(ReportSource source, EvaluationFacts facts) {
        this.source = source;
        this.facts = facts;
    }

    long published() {
        return count(facts.evaluations(), DayInspections::isPublished);
    }

    long inProgress() {
        return facts.evaluations().size() - published();
    }

    /** The severe errors that stand in published evaluations. */
    long severe() {
        return facts.evaluations().stream()
                .filter(DayInspections::isPublished)
                .mapToLong(row -> facts.severeErrors(row, source.names()).size())
                .sum();
    }

    long severeAgents() {
        return facts.evaluations().stream()
                .filter(DayInspections::isPublished)
                .filter(row -> !facts.severeErrors(row, source.names()).isEmpty())
                .map(row -> row.string(FactEvaluation.AGENT_ID))
                .distinct()
                .count();
    }

    String lead() {
        if (facts.evaluations().isEmpty()) {
            return source.say("log.none");
        }
        return source.say(
                "log.lead",
                facts.evaluations().size(),
                facts.evaluations().stream()
                        .map(row -> row.string(FactEvaluation.INSPECTOR_ID))
                        .distinct()
                        .count(),
                facts.evaluations().stream()
                        .map(row -> row.string(FactEvaluation.AGENT_ID))
                        .distinct()
                        .count());
    }

    /** To be reported at once, with the inspector's words. */
    Section severeErrors() {
        List<Line> lines = new ArrayList<>();
        for (Row evaluation : facts.evaluations()) {
            if (isPublished(evaluation)) {
                facts.severeErrors(evaluation, source.names()).forEach(error -> lines.add(severe(evaluation, error)));
            }
        }
        List<Block> blocks = new ArrayList<>();
        blocks.add(lines.isEmpty() ? Paragraph.body(source.say("log.severe.none")) : grid(lines));
        long pending = facts.evaluations().stream()
                .filter(row -> !isPublished(row))
                .mapToLong(row -> facts.severeErrors(row, source.names()).size())
                .sum();
        if (pending > 0) {
            blocks.add(Paragraph.body(source.say("log.severe.in-review", pending)));
        }
        return new Section(source.say("log.section.severe"), Section.Start.FOLLOWS, blocks);
    }

    private Grid grid(List<Line> lines) {
        return new Grid(
                source.say("log.severe"),
                List.of(
                        source.column("log.column.agent", Format.TEXT, 17),
                        source.column("column.team", Format.TEXT, 12),
                        source.column("column.type", Format.TEXT, 24),
                        source.column("column.evaluation", Format.TEXT, 17),
                        source.column("column.interaction", Format.TEXT, 19),
                        source.column("column.inspector", Format.TEXT, 10),
                        source.column("details.column.words", Format.TEXT, 34),
                        source.column("column.appeal", Format.TEXT, 10)),
                lines);
    }

    private Line severe(Row evaluation, Row error) {
        List<String> words = new ArrayList<>();
        if (error.string(FactError.NOTE) != null) {
            words.add(error.string(FactError.NOTE));
        }
        if (evaluation.string(FactEvaluation.COMMENT) != null) {
            words.add(evaluation.string(FactEvaluation.COMMENT));
        }
        return Line.of(
                Flag.agent(source, evaluation.string(FactEvaluation.AGENT_ID)),
                team(evaluation),
                ErrorText.type(source, error.string(FactError.ERROR_CODE)),
                EvaluationFacts.id(evaluation),
                evaluation.string(FactEvaluation.INTERACTION_ID),
                source.names().inspector(evaluation.string(FactEvaluation.INSPECTOR_ID)),
                words.isEmpty() ? null : String.join("\n", words),
                evaluation.bool(FactEvaluation.OPEN_APPEAL)
                        ? new Judged(source.word("appeal-status", "submitted"), Tone.ATTENTION)
                        : null);
    }

    /** How many each inspector scored, by how far the review has come and by category. */
    Section byInspector() {
        String title = source.say("log.section.inspectors");
        if (facts.evaluations().isEmpty()) {
            return Section.following(title, Paragraph.body(source.say("log.none")));
        }
        Map<String, List<Row>> byInspector = facts.evaluations().stream()
                .collect(Collectors.groupingBy(
                        row -> row.string(FactEvaluation.INSPECTOR_ID), TreeMap::new, Collectors.toList()));
        List<Line> lines = new ArrayList<>();
        byInspector.forEach((inspector, rows) -> {
            List<Object> values =
                    new ArrayList<>(List.of(inspector, source.names().inspector(inspector)));
            values.addAll(counts(rows));
            lines.add(Line.of(values.toArray()));
        });
        List<Object> all = new ArrayList<>(Arrays.asList(source.say("centre"), null));
        all.addAll(counts(facts.evaluations()));
        lines.add(Line.total(all.toArray()));
        List<Grid.Heading> columns = new ArrayList<>(List.of(
                source.column("log.column.inspector-id", Format.TEXT, 10),
                source.column("column.inspector", Format.TEXT, 12),
                source.column("log.column.all", Format.INTEGER, 9)));
        STATES.forEach(
                state -> columns.add(ReportSource.headed(CodeText.reviewStatus(source, state), Format.INTEGER, 9)));
        FactEvaluation.CATEGORY
                .accepted()
                .forEach(category ->
                        columns.add(ReportSource.headed(CodeText.category(source, category), Format.INTEGER, 10)));
        return Section.following(
                title,
                new Grid(source.say("log.inspectors"), columns, lines),
                Paragraph.note(source.say("log.inspectors.how-to-read")));
    }

    private static List<Object> counts(List<Row> rows) {
        List<Object> counts = new ArrayList<>();
        counts.add((long) rows.size());
        STATES.forEach(state -> counts.add(
                count(rows, row -> row.string(FactEvaluation.REVIEW_STATUS).equals(state))));
        FactEvaluation.CATEGORY
                .accepted()
                .forEach(category -> counts.add(
                        count(rows, row -> row.string(FactEvaluation.CATEGORY).equals(category))));
        return counts;
    }

    /** Every evaluation of the day; one in review is marked and its score is not final. */
    Section list() {
        String title = source.say("log.section.list");
        if (facts.evaluations().isEmpty()) {
            return Section.following(title, Paragraph.body(source.say("log.none")));
        }
        return Section.following(
                title,
                new Grid(
                        source.say("log.list"),
                        List.of(
                                source.column("column.evaluation", Format.TEXT, 17),
                                source.column("log.column.scored-at", Format.TEXT, 7),
                                source.column("column.inspector", Format.TEXT, 10),
                                source.column("log.column.agent", Format.TEXT, 17),
                                source.column("column.team", Format.TEXT, 12),
                                source.column("column.qa-category", Format.TEXT, 12),
                                source.column("inspection.column.method", Format.TEXT, 10),
                                source.column("inspection.column.score", Format.TWO_DECIMALS, 8),
                                source.column("column.errors", Format.INTEGER, 7),
                                source.column("log.column.review", Format.TEXT, 12)),
                        facts.evaluations().stream().map(this::line).toList()),
                Paragraph.note(source.say("log.list.how-to-read")));
    }

    private Line line(Row evaluation) {
        return Line.of(
                EvaluationFacts.id(evaluation),
                MINUTE.format(source.local(evaluation.timestamp(FactEvaluation.EVALUATED_AT))),
                source.names().inspector(evaluation.string(FactEvaluation.INSPECTOR_ID)),
                Flag.agent(source, evaluation.string(FactEvaluation.AGENT_ID)),
                team(evaluation),
                CodeText.category(source, evaluation.string(FactEvaluation.CATEGORY)),
                CodeText.method(source, evaluation.string(FactEvaluation.METHOD)),
                evaluation.number(FactEvaluation.SCORE),
                count(facts.errors(evaluation), error -> error.bool(FactError.STANDS)),
                new Judged(
                        CodeText.reviewStatus(source, evaluation.string(FactEvaluation.REVIEW_STATUS)),
                        isPublished(evaluation) ? Tone.NEUTRAL : Tone.ATTENTION));
    }

    private String team(Row evaluation) {
        return source.names()
                .teamOf(evaluation.string(FactEvaluation.AGENT_ID), evaluation.date(FactEvaluation.EVALUATED_ON));
    }

    private static boolean isPublished(Row evaluation) {
        return evaluation.bool(FactEvaluation.PUBLISHED);
    }

    private static long count(List<Row> rows, Predicate<Row> wanted) {
        return rows.stream().filter(wanted).count();
    }
}
