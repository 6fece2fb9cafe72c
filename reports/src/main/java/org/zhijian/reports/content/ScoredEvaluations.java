package org.zhijian.reports.content;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.zhijian.reports.content.InspectedInteractions.Interaction;
import org.zhijian.reports.document.Block;
import org.zhijian.reports.document.Format;
import org.zhijian.reports.document.Grid;
import org.zhijian.reports.document.Grid.Judged;
import org.zhijian.reports.document.Grid.Line;
import org.zhijian.reports.document.Paragraph;
import org.zhijian.reports.document.Section;
import org.zhijian.reports.document.Tone;
import org.zhijian.reports.read.Row;
import org.zhijian.schema.star.DimErrorType;
import org.zhijian.schema.star.FactError;
import org.zhijian.schema.star.FactEvaluation;
import org.zhijian.schema.star.FactItemScore;

/** Every published evaluation of an agent in a month: what was inspected, and what was deducted where, with the inspector's words. */
final class ScoredEvaluations {
    private final ScoreFacts facts;
    private final ReportSource source;
    private final List<Row> evaluations;

    ScoredEvaluations(ScoreFacts facts, String agentId) {
        this.facts = facts;
        this.source = facts.source();
        this.evaluations = facts.evaluations(agentId);
    }

    Section section() {
        List<Block> blocks = new ArrayList<>();
        if (evaluations.isEmpty()) {
            blocks.add(Paragraph.body(source.say("details.evaluations.none")));
        } else {
            blocks.add(overview());
            blocks.add(deductions());
            blocks.add(Paragraph.note(source.say("details.deductions.how-to-read")));
        }
        return new Section(source.say("details.section.evaluations"), Section.Start.FOLLOWS, blocks);
    }

    private Grid overview() {
        return new Grid(
                source.say("details.evaluations"),
                List.of(
                        source.column("column.evaluation", Format.TEXT, 17),
                        source.column("column.evaluated-on", Format.DATE, 11),
                        source.column("inspection.column.began", Format.DATE_TIME, 16),
                        source.column("inspection.column.channel", Format.TEXT, 10),
                        source.column("inspection.column.business-type", Format.TEXT, 10),
                        source.column("column.inspector", Format.TEXT, 10),
                        source.column("column.qa-category", Format.TEXT, 12),
                        source.column("inspection.column.score", Format.TWO_DECIMALS, 8),
                        source.column("details.column.counts", Format.TEXT, 14)),
                evaluations.stream().map(this::line).toList());
    }

    private Line line(Row evaluation) {
        Optional<Interaction> interaction = interaction(evaluation);
        return Line.of(
                EvaluationFacts.id(evaluation),
                evaluation.date(FactEvaluation.EVALUATED_ON),
                interaction.map(of -> source.local(of.startedAt())).orElse(null),
                channel(evaluation),
                interaction
                        .map(of -> CodeText.businessType(source, of.businessType()))
                        .orElse(null),
                source.names().inspector(evaluation.string(FactEvaluation.INSPECTOR_ID)),
                CodeText.category(source, evaluation.string(FactEvaluation.CATEGORY)),
                evaluation.number(FactEvaluation.SCORE),
                counts(evaluation));
    }

    private Judged counts(Row evaluation) {
        if (EvaluationFacts.counts(evaluation)) {
            return new Judged(source.say("details.counts"), Tone.NEUTRAL);
        }
        return new Judged(
                source.say(
                        evaluation.number(FactEvaluation.SCORE) == null
                                ? "details.counts-not.no-score"
                                : "details.counts-not.category"),
                Tone.NEUTRAL);
    }

    private Grid deductions() {
        return new Grid(
                source.say("details.deductions"),
                List.of(
                        source.column("details.column.what", Format.TEXT, 44),
                        source.column("details.column.points", Format.TWO_DECIMALS, 8),
                        source.column("details.column.maximum", Format.TWO_DECIMALS, 8),
                        source.column("details.column.lost", Format.TWO_DECIMALS, 8),
                        source.column("details.column.words", Format.TEXT, 44)),
                evaluations.stream().flatMap(this::deductions).toList());
    }

    /** A line for the evaluation with the inspector's comment, then one an item with points lost or errors, then the other errors. */
    private Stream<Line> deductions(Row evaluation) {
        List<Row> items = facts.facts().items(evaluation).stream()
                .filter(item -> item.number(FactItemScore.POINTS) != null)
                .toList();
        List<Row> errors = new ArrayList<>(facts.facts().errors(evaluation));
        List<Line> lines = new ArrayList<>();
        for (Row item : items) {
            List<Row> ofItem = errors.stream()
                    .filter(error -> item.string(FactItemScore.ITEM_CODE).equals(itemOf(error)))
                    .toList();
            Double lost = lost(item);
            if (!ofItem.isEmpty() || (lost != null && lost > 0)) {
                lines.add(Line.of(
                        item(item.string(FactItemScore.ITEM_CODE)),
                        item.number(FactItemScore.POINTS),
                        item.number(FactItemScore.MAX_POINTS),
                        lost,
                        ofItem.isEmpty()
                                ? null
                                : String.join(
                                        "\n", ofItem.stream().map(this::noted).toList())));
            }
            errors.removeAll(ofItem);
        }
        errors.forEach(
                error -> lines.add(Line.of(type(error), null, null, null, words(error.string(FactError.NOTE), error))));
        Double awarded = evaluation.number(FactEvaluation.POINTS_AWARDED);
        Double possible = evaluation.number(FactEvaluation.POINTS_POSSIBLE);
        Line head = Line.total(
                head(evaluation),
                awarded,
                possible,
                awarded == null || possible == null ? null : Double.valueOf(possible - awarded),
                comment(evaluation, items, lines));
        return Stream.concat(Stream.of(head), lines.stream());
    }

    private String head(Row evaluation) {
        String channel = channel(evaluation);
        String id = EvaluationFacts.id(evaluation);
        return channel == null ? id : id + " · " + channel;
    }

    /** The inspector's comment or, where there is none, why nothing was deducted. */
    private String comment(Row evaluation, List<Row> items, List<Line> deductions) {
        String comment = evaluation.string(FactEvaluation.COMMENT);
        if (comment != null || !deductions.isEmpty()) {
            return comment;
        }
        return source.say(items.isEmpty() ? "details.total-only" : "details.nothing-lost");
    }

    private String type(Row error) {
        String code = error.string(FactError.ERROR_CODE);
        String type = ErrorText.type(source, code);
        return source.names().isSevere(code) ? source.say("details.severe-error", type) : type;
    }

    /** The error with the inspector's note. */
    private String noted(Row error) {
        String note = error.string(FactError.NOTE);
        return words(note == null ? type(error) : source.say("details.error-note", type(error), note), error);
    }

    /** What is said of an error, if anything, and that it was removed where it was. */
    private String words(String said, Row error) {
        if (error.bool(FactError.STANDS)) {
            return said;
        }
        String removed = source.say("details.error-removed", error.string(FactError.REMOVED_BY));
        return said == null ? removed : source.sentences(List.of(said, removed));
    }

    private String itemOf(Row error) {
        return source.names()
                .errorTypeRow(error.string(FactError.ERROR_CODE))
                .map(row -> row.string(DimErrorType.ITEM_CODE))
                .orElse(null);
    }

    private String item(String code) {
        String name = source.names().item(code);
        return name.equals(code) ? code : code + " " + name;
    }

    private static Double lost(Row item) {
        Double maximum = item.number(FactItemScore.MAX_POINTS);
        return maximum == null ? null : Double.valueOf(maximum - item.number(FactItemScore.POINTS));
    }

    private String channel(Row evaluation) {
        return "dial_test".equals(evaluation.string(FactEvaluation.METHOD))
                ? CodeText.method(source, "dial_test")
                : interaction(evaluation)
                        .map(of -> CodeText.channel(source, of.channel()))
                        .orElse(null);
    }

    private Optional<Interaction> interaction(Row evaluation) {
        return facts.interactions().of(evaluation.string(FactEvaluation.INTERACTION_ID));
    }
}
