package org.zhijian.reports.explain;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.zhijian.reports.read.Condition;
import org.zhijian.reports.read.Row;
import org.zhijian.schema.star.DimErrorType;
import org.zhijian.schema.star.FactAppeal;
import org.zhijian.schema.star.FactError;
import org.zhijian.schema.star.FactEvaluation;

/** The evaluations of one agent in some months up to the business day, in the order of time, with what belongs to them. */
final class Inspections {
    private static final Comparator<Row> BY_TIME = Comparator.<Row, Instant>comparing(
                    row -> row.timestamp(FactEvaluation.EVALUATED_AT))
            .thenComparing(row -> row.string(FactEvaluation.EVALUATION_ID));

    private final Published published;
    private final List<Row> evaluations;
    private final Map<String, List<Row>> appeals;
    private final Map<String, List<Row>> severeErrors;

    private Inspections(
            Published published,
            List<Row> evaluations,
            Map<String, List<Row>> appeals,
            Map<String, List<Row>> severeErrors) {
        this.published = published;
        this.evaluations = evaluations;
        this.appeals = appeals;
        this.severeErrors = severeErrors;
    }

    /** Those of an agent from that QA month to that one. */
    static Inspections of(Published published, String agentId, LocalDate firstMonth, LocalDate lastMonth) {
        return of(
                published,
                agentId,
                Condition.from(FactEvaluation.MONTH, firstMonth),
                Condition.upTo(FactEvaluation.MONTH, lastMonth));
    }

    /** Those of an agent that were scored in that month, whatever QA month they belong to. */
    static Inspections scoredIn(Published published, String agentId, YearMonth month) {
        return of(
                published,
                agentId,
                Condition.from(FactEvaluation.EVALUATED_ON, month.atDay(1)),
                Condition.upTo(FactEvaluation.EVALUATED_ON, month.atEndOfMonth()));
    }

    private static Inspections of(Published published, String agentId, Condition since, Condition until) {
        List<Row> evaluations = published
                .rows(
                        FactEvaluation.TABLE,
                        since,
                        until,
                        Condition.equal(FactEvaluation.AGENT_ID, agentId),
                        Condition.upTo(FactEvaluation.EVALUATED_ON, published.closed()))
                .stream()
                .sorted(BY_TIME)
                .toList();
        if (evaluations.isEmpty()) {
            return new Inspections(published, evaluations, Map.of(), Map.of());
        }
        Set<String> ids = evaluations.stream()
                .map(row -> row.string(FactEvaluation.EVALUATION_ID))
                .collect(Collectors.toSet());
        Set<LocalDate> months =
                evaluations.stream().map(row -> row.date(FactEvaluation.MONTH)).collect(Collectors.toSet());
        List<Row> appeals = published.rowsIfAny(
                FactAppeal.TABLE,
                Condition.oneOf(FactAppeal.MONTH, months),
                Condition.equal(FactAppeal.STATUS, "accepted"));
        Set<Long> severe =
                published.rowsIfAny(DimErrorType.TABLE, Condition.equal(DimErrorType.SEVERITY, "severe")).stream()
                        .map(row -> row.bigint(DimErrorType.ERROR_TYPE_KEY))
                        .collect(Collectors.toSet());
        List<Row> errors = published.rowsIfAny(FactError.TABLE, Condition.oneOf(FactError.MONTH, months)).stream()
                .filter(row -> severe.contains(row.bigint(FactError.ERROR_TYPE_KEY)))
                .toList();
        return new Inspections(
                published,
                evaluations,
                appeals.stream()
                        .filter(row -> ids.contains(row.string(FactAppeal.EVALUATION_ID)))
                        .collect(Collectors.groupingBy(row -> row.string(FactAppeal.EVALUATION_ID))),
                errors.stream()
                        .filter(row -> ids.contains(row.string(FactError.EVALUATION_ID)))
                        .collect(Collectors.groupingBy(row -> row.string(FactError.EVALUATION_ID))));
    }

    List<Row> all() {
        return evaluations;
    }

    /** Those that make up an agent's score: published agent QA with a score (R1). */
    List<Row> scored() {
        return evaluations.stream().filter(Inspections::isScored).toList();
    }

    /** Whether an evaluation makes up an agent's score. */
    static boolean isScored(Row evaluation) {
        return evaluation.bool(FactEvaluation.PUBLISHED)
                && evaluation.string(FactEvaluation.CATEGORY).equals("agent")
                && evaluation.number(FactEvaluation.SCORE) != null;
    }

    /** The codes of an evaluation's severe errors that stand. */
    List<String> severeErrors(Row evaluation) {
        return severeErrors.getOrDefault(evaluation.string(FactEvaluation.EVALUATION_ID), List.of()).stream()
                .filter(error -> error.bool(FactError.STANDS))
                .map(error -> error.string(FactError.ERROR_CODE))
                .sorted()
                .toList();
    }

    /** The severe errors of these evaluations that appeals have removed, in words. */
    List<String> removedErrors(Predicate<Row> of) {
        return evaluations.stream()
                .filter(of)
                .flatMap(evaluation ->
                        severeErrors.getOrDefault(evaluation.string(FactEvaluation.EVALUATION_ID), List.of()).stream())
                .filter(error -> !error.bool(FactError.STANDS))
                .map(error -> published.say(
                        "removed-error",
                        error.string(FactError.ERROR_CODE),
                        error.string(FactError.EVALUATION_ID),
                        error.string(FactError.REMOVED_BY)))
                .toList();
    }

    /** All of them as a list says them, each with whether it makes up the score. */
    List<Evidence> forScore() {
        return forScore(evaluations);
    }

    /** The same of some of them. */
    List<Evidence> forScore(List<Row> of) {
        return of.stream()
                .map(row -> evidence(row, isScored(row) ? published.say("counts") : whyNot(row)))
                .toList();
    }

    /** Some of them as a list says them, each with its severe errors. */
    List<Evidence> forErrors(List<Row> of) {
        List<Evidence> evidence = new ArrayList<>();
        for (Row row : of) {
            String what = row.string(FactEvaluation.INTERACTION_ID) == null
                    ? published.say("found.without-interaction", String.join(", ", severeErrors(row)))
                    : published.say(
                            "found", String.join(", ", severeErrors(row)), row.string(FactEvaluation.INTERACTION_ID));
            evidence.add(evidence(
                    row, row.bool(FactEvaluation.OPEN_APPEAL) ? what + " " + published.say("open-appeal") : what));
        }
        return evidence;
    }

    /** "(90 + 80) ÷ 2" of a few scores, "1700 ÷ 20" of many. */
    static String meanInWords(List<Row> scored) {
        String sum = scored.size() > 12
                ? Published.plain(sum(scored))
                : scored.stream()
                        .map(row -> Published.plain(row.number(FactEvaluation.SCORE)))
                        .collect(Collectors.joining(" + ", "(", ")"));
        return sum + " ÷ " + scored.size();
    }

    private static BigDecimal sum(List<Row> scored) {
        return scored.stream()
                .map(row -> BigDecimal.valueOf(row.number(FactEvaluation.SCORE)))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private Evidence evidence(Row row, String remark) {
        return new Evidence(
                row.string(FactEvaluation.EVALUATION_ID),
                row.date(FactEvaluation.EVALUATED_ON),
                Published.plain(row.number(FactEvaluation.SCORE)),
                basis(row),
                remark);
    }

    private String whyNot(Row row) {
        if (!row.bool(FactEvaluation.PUBLISHED)) {
            return published.say("not-counted.status", row.string(FactEvaluation.REVIEW_STATUS));
        }
        if (!row.string(FactEvaluation.CATEGORY).equals("agent")) {
            return published.say("not-counted.category", row.string(FactEvaluation.CATEGORY));
        }
        return published.say("not-counted.no-score");
    }

    private String basis(Row row) {
        String basis = row.string(FactEvaluation.SCORE_BASIS);
        return switch (basis) {
            case "items" -> items(row);
            case "appeal" -> published.say("basis.appeal", deciding(row), before(row));
            default -> published.say("basis." + basis);
        };
    }

    private String items(Row row) {
        return published.say(
                "basis.items",
                Published.plain(row.number(FactEvaluation.POINTS_AWARDED)),
                Published.plain(row.number(FactEvaluation.POINTS_POSSIBLE)));
    }

    /** What the score would be without the appeal. */
    private String before(Row row) {
        if (row.number(FactEvaluation.POINTS_POSSIBLE) != null) {
            return items(row);
        }
        Double total = row.number(FactEvaluation.TOTAL_SCORE);
        return total == null ? published.say("basis.missing") : Published.plain(total);
    }

    /** The accepted appeals that revised the score. */
    private String deciding(Row row) {
        return appeals.getOrDefault(row.string(FactEvaluation.EVALUATION_ID), List.of()).stream()
                .filter(appeal -> appeal.number(FactAppeal.REVISED_SCORE) != null)
                .map(appeal -> appeal.string(FactAppeal.APPEAL_ID))
                .sorted()
                .collect(Collectors.joining(", "));
    }
}
