package org.zhijian.reports.content;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.zhijian.reports.read.Condition;
import org.zhijian.reports.read.Row;
import org.zhijian.reports.read.Rows;
import org.zhijian.reports.read.Selection;
import org.zhijian.schema.Column;
import org.zhijian.schema.Table;
import org.zhijian.schema.star.FactAppeal;
import org.zhijian.schema.star.FactError;
import org.zhijian.schema.star.FactEvaluation;
import org.zhijian.schema.star.FactItemScore;

/** Some evaluations with their errors and appeals, and where asked for their item scores; every table is read once. */
final class EvaluationFacts {
    /** By time, then by number. */
    static final Comparator<Row> ORDER = Comparator.<Row, Instant>comparing(
                    row -> row.timestamp(FactEvaluation.EVALUATED_AT))
            .thenComparing(row -> row.string(FactEvaluation.EVALUATION_ID));

    private final List<Row> evaluations;
    private final Map<String, List<Row>> errors;
    private final Map<String, List<Row>> items;
    private final Map<String, List<Row>> appeals;

    private EvaluationFacts(
            List<Row> evaluations,
            Map<String, List<Row>> errors,
            Map<String, List<Row>> items,
            Map<String, List<Row>> appeals) {
        this.evaluations = evaluations;
        this.errors = errors;
        this.items = items;
        this.appeals = appeals;
    }

    /** The evaluations that satisfy all of these, scored up to the publication's day. */
    static EvaluationFacts of(ReportSource source, Condition... conditions) {
        List<Row> evaluations = evaluations(source, conditions);
        return new EvaluationFacts(
                evaluations,
                of(source, evaluations, FactError.TABLE, FactError.MONTH, FactError.EVALUATION_ID),
                Map.of(),
                of(source, evaluations, FactAppeal.TABLE, FactAppeal.MONTH, FactAppeal.EVALUATION_ID));
    }

    /** The same with the item scores. */
    static EvaluationFacts withItems(ReportSource source, Condition... conditions) {
        EvaluationFacts facts = of(source, conditions);
        return new EvaluationFacts(
                facts.evaluations,
                facts.errors,
                of(source, facts.evaluations, FactItemScore.TABLE, FactItemScore.MONTH, FactItemScore.EVALUATION_ID),
                facts.appeals);
    }

    private static List<Row> evaluations(ReportSource source, Condition... conditions) {
        Selection selection = Selection.of(FactEvaluation.TABLE, conditions)
                .where(Condition.upTo(
                        FactEvaluation.EVALUATED_ON, source.publication().businessDate()));
        return source.rows(selection).stream().sorted(ORDER).toList();
    }

    private static Map<String, List<Row>> of(
            ReportSource source, List<Row> evaluations, Table table, Column month, Column evaluationId) {
        Set<LocalDate> months = evaluations.stream()
                .map(row -> row.date(FactEvaluation.MONTH))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> ids = evaluations.stream().map(EvaluationFacts::id).collect(Collectors.toSet());
        Map<String, List<Row>> byEvaluation = new HashMap<>();
        if (months.isEmpty() || !source.warehouse().holds(table)) {
            return byEvaluation;
        }
        try (Rows rows = source.warehouse().rows(Selection.of(table).where(Condition.oneOf(month, months)))) {
            while (rows.hasNext()) {
                Row row = rows.next();
                String id = row.string(evaluationId);
                if (ids.contains(id)) {
                    byEvaluation.computeIfAbsent(id, none -> new ArrayList<>()).add(row);
                }
            }
        }
        return byEvaluation;
    }

    /** All, in their order. */
    List<Row> evaluations() {
        return evaluations;
    }

    /** The errors found, those that no longer stand too, by code. */
    List<Row> errors(Row evaluation) {
        return sorted(errors, evaluation, FactError.ERROR_CODE);
    }

    /** The item scores, by item. */
    List<Row> items(Row evaluation) {
        return sorted(items, evaluation, FactItemScore.ITEM_CODE);
    }

    /** The appeals against it, by number. */
    List<Row> appeals(Row evaluation) {
        return sorted(appeals, evaluation, FactAppeal.APPEAL_ID);
    }

    /** The severe errors that stand, by code. */
    List<Row> severeErrors(Row evaluation, Names names) {
        return errors(evaluation).stream()
                .filter(error -> error.bool(FactError.STANDS))
                .filter(error -> names.isSevere(error.string(FactError.ERROR_CODE)))
                .toList();
    }

    static String id(Row evaluation) {
        return evaluation.string(FactEvaluation.EVALUATION_ID);
    }

    /** Whether it makes the agent's score (R1). */
    static boolean counts(Row evaluation) {
        return evaluation.bool(FactEvaluation.PUBLISHED)
                && evaluation.string(FactEvaluation.CATEGORY).equals("agent")
                && evaluation.number(FactEvaluation.SCORE) != null;
    }

    private static List<Row> sorted(Map<String, List<Row>> rows, Row evaluation, Column by) {
        return rows.getOrDefault(id(evaluation), List.of()).stream()
                .sorted(Comparator.comparing(row -> row.string(by)))
                .toList();
    }
}
