package org.zhijian.reports.restatement;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.zhijian.reports.read.Condition;
import org.zhijian.reports.read.PublishedWarehouse;
import org.zhijian.reports.read.Row;
import org.zhijian.reports.read.Selection;
import org.zhijian.schema.Column;
import org.zhijian.schema.star.FactAppeal;
import org.zhijian.schema.star.FactEvaluation;

/**
 * The appeals that took effect between two publications: accepted in the later one, and in the earlier one not yet, or for
 * another score or other errors; and those whose acceptance was taken back.
 */
final class Decisions {
    private final List<Decision> decisions;

    private Decisions(List<Decision> decisions) {
        this.decisions = decisions;
    }

    /** An appeal, the agent whose evaluation it is against, and that evaluation's QA month. */
    private record Decision(String appealId, String agentId, LocalDate month) {}

    static Decisions between(PublishedWarehouse earlier, PublishedWarehouse later) {
        if (Objects.equals(
                earlier.publication().tables().get(FactAppeal.TABLE.path()),
                later.publication().tables().get(FactAppeal.TABLE.path()))) {
            return new Decisions(List.of());
        }
        Map<String, Row> before = accepted(earlier);
        Map<String, Row> after = accepted(later);
        List<Row> changed = Stream.concat(
                        after.values().stream()
                                .filter(row -> !row.equals(before.get(row.string(FactAppeal.APPEAL_ID)))),
                        before.values().stream().filter(row -> !after.containsKey(row.string(FactAppeal.APPEAL_ID))))
                .toList();
        Map<String, String> agents = agents(later, changed);
        return new Decisions(changed.stream()
                .filter(row -> agents.containsKey(row.string(FactAppeal.EVALUATION_ID)))
                .map(row -> new Decision(
                        row.string(FactAppeal.APPEAL_ID),
                        agents.get(row.string(FactAppeal.EVALUATION_ID)),
                        row.date(FactAppeal.MONTH)))
                .toList());
    }

    /** Appeals against evaluations of that agent in those QA months, by number. */
    List<String> of(String agentId, Collection<LocalDate> months) {
        return decisions.stream()
                .filter(decision -> decision.agentId().equals(agentId) && months.contains(decision.month()))
                .map(Decision::appealId)
                .sorted()
                .toList();
    }

    /** Appeals against evaluations of everybody else in those QA months, by number. */
    List<String> ofOthers(String agentId, Collection<LocalDate> months) {
        return decisions.stream()
                .filter(decision -> !decision.agentId().equals(agentId) && months.contains(decision.month()))
                .map(Decision::appealId)
                .sorted()
                .toList();
    }

    private static Map<String, Row> accepted(PublishedWarehouse warehouse) {
        Map<String, Row> accepted = new HashMap<>();
        warehouse
                .rowsIfAny(Selection.of(FactAppeal.TABLE)
                        .columns(
                                FactAppeal.APPEAL_ID,
                                FactAppeal.EVALUATION_ID,
                                FactAppeal.MONTH,
                                FactAppeal.REVISED_SCORE,
                                FactAppeal.REMOVED_ERRORS)
                        .where(Condition.equal(FactAppeal.STATUS, "accepted")))
                .forEach(row -> accepted.put(row.string(FactAppeal.APPEAL_ID), row));
        return accepted;
    }

    /** The agents of the evaluations that these appeals are against. */
    private static Map<String, String> agents(PublishedWarehouse warehouse, List<Row> appeals) {
        Map<String, String> agents = new HashMap<>();
        if (!appeals.isEmpty()) {
            warehouse
                    .rows(Selection.of(FactEvaluation.TABLE)
                            .columns(FactEvaluation.EVALUATION_ID, FactEvaluation.AGENT_ID)
                            .where(Condition.oneOf(FactEvaluation.MONTH, distinct(appeals, FactAppeal.MONTH)))
                            .where(Condition.oneOf(
                                    FactEvaluation.EVALUATION_ID, distinct(appeals, FactAppeal.EVALUATION_ID))))
                    .toList()
                    .forEach(row ->
                            agents.put(row.string(FactEvaluation.EVALUATION_ID), row.string(FactEvaluation.AGENT_ID)));
        }
        return agents;
    }

    private static List<?> distinct(List<Row> rows, Column column) {
        return rows.stream().map(row -> row.value(column)).distinct().toList();
    }
}
