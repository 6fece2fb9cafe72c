package org.zhijian.reports.content;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.zhijian.reports.read.Condition;
import org.zhijian.reports.read.Row;
import org.zhijian.schema.Column;
import org.zhijian.schema.star.FactAppeal;
import org.zhijian.schema.star.FactError;
import org.zhijian.schema.star.FactEvaluation;

/** The evaluations that prove some flags, with their severe errors and appeals. */
final class FlagEvidence {
    private final ReportSource source;
    private final Map<String, Row> evaluations;
    private final Map<String, List<Row>> errors;
    private final Map<String, List<Row>> appeals;

    private FlagEvidence(
            ReportSource source,
            Map<String, Row> evaluations,
            Map<String, List<Row>> errors,
            Map<String, List<Row>> appeals) {
        this.source = source;
        this.evaluations = evaluations;
        this.errors = errors;
        this.appeals = appeals;
    }

    static FlagEvidence of(ReportSource source, Collection<Flag> flags) {
        Set<String> ids =
                flags.stream().flatMap(flag -> flag.evidence().stream()).collect(Collectors.toCollection(TreeSet::new));
        if (ids.isEmpty()) {
            return new FlagEvidence(source, Map.of(), Map.of(), Map.of());
        }
        LocalDate first = flags.stream()
                .map(flag -> flag.firstMonth().first())
                .min(Comparator.naturalOrder())
                .orElseThrow();
        LocalDate last = flags.stream()
                .map(flag -> flag.lastMonth().first())
                .max(Comparator.naturalOrder())
                .orElseThrow();
        List<Row> evaluations = source.rows(
                FactEvaluation.TABLE,
                Condition.from(FactEvaluation.MONTH, first),
                Condition.upTo(FactEvaluation.MONTH, last),
                Condition.oneOf(FactEvaluation.EVALUATION_ID, ids));
        List<Row> errors = source.rows(
                FactError.TABLE,
                Condition.from(FactError.MONTH, first),
                Condition.upTo(FactError.MONTH, last),
                Condition.oneOf(FactError.EVALUATION_ID, ids));
        List<Row> appeals = source.rows(
                FactAppeal.TABLE,
                Condition.from(FactAppeal.MONTH, first),
                Condition.upTo(FactAppeal.MONTH, last),
                Condition.oneOf(FactAppeal.EVALUATION_ID, ids));
        return new FlagEvidence(
                source,
                evaluations.stream()
                        .collect(Collectors.toMap(row -> row.string(FactEvaluation.EVALUATION_ID), row -> row)),
                by(FactError.EVALUATION_ID, errors),
                by(FactAppeal.EVALUATION_ID, appeals));
    }

    /** The evaluations of a flag that are there, by time. */
    List<Row> evaluations(Flag flag) {
        return flag.evidence().stream()
                .distinct()
                .filter(evaluations::containsKey)
                .map(evaluations::get)
                .sorted(Comparator.<Row, Instant>comparing(row -> row.timestamp(FactEvaluation.EVALUATED_AT))
                        .thenComparing(row -> row.string(FactEvaluation.EVALUATION_ID)))
                .toList();
    }

    /** The severe errors of an evaluation that stand, by name. */
    String severeErrors(Row evaluation) {
        return source.listed(errors.getOrDefault(evaluation.string(FactEvaluation.EVALUATION_ID), List.of()).stream()
                .filter(error -> error.bool(FactError.STANDS))
                .map(error -> error.string(FactError.ERROR_CODE))
                .filter(source.names()::isSevere)
                .sorted()
                .map(code -> ErrorText.type(source, code))
                .toList());
    }

    /** Where the appeals against an evaluation stand: each with its number, or that there is none. */
    String appeals(Row evaluation) {
        List<Row> against = appeals.getOrDefault(evaluation.string(FactEvaluation.EVALUATION_ID), List.of());
        return against.isEmpty()
                ? source.say("appeal.none")
                : source.listed(against.stream()
                        .sorted(Comparator.comparing(appeal -> appeal.string(FactAppeal.APPEAL_ID)))
                        .map(appeal -> source.say(
                                "appeal.state",
                                appeal.string(FactAppeal.APPEAL_ID),
                                source.word("appeal-status", appeal.string(FactAppeal.STATUS))))
                        .toList());
    }

    /** The numbers of the appeals against a flag's evaluations that are not decided. */
    List<String> openAppeals(Flag flag) {
        return flag.evidence().stream()
                .distinct()
                .flatMap(id -> appeals.getOrDefault(id, List.of()).stream())
                .filter(appeal -> appeal.string(FactAppeal.STATUS).equals("submitted"))
                .map(appeal -> appeal.string(FactAppeal.APPEAL_ID))
                .sorted()
                .toList();
    }

    private static Map<String, List<Row>> by(Column column, List<Row> rows) {
        return rows.stream().collect(Collectors.groupingBy(row -> row.string(column)));
    }
}
