package org.zhijian.reports.content;

import java.util.List;
import java.util.function.Function;
import org.zhijian.reports.document.Format;
import org.zhijian.reports.read.Row;
import org.zhijian.schema.star.FactEvaluation;

/** What tables say of the evaluations that prove competency flags. */
final class ProofColumns {
    private final ReportSource source;
    private final FlagEvidence evidence;

    ProofColumns(ReportSource source, FlagEvidence evidence) {
        this.source = source;
        this.evidence = evidence;
    }

    /** An evaluation that proves a flag. */
    record Proof(Flag flag, Row evaluation) {}

    /** The proofs of these flags, flag by flag and by time. */
    List<Proof> proofs(List<Flag> flags) {
        return flags.stream()
                .flatMap(flag -> evidence.evaluations(flag).stream().map(evaluation -> new Proof(flag, evaluation)))
                .toList();
    }

    /** Which evaluation proves which agent's flag. */
    List<TableColumn<Proof>> proven() {
        return List.of(
                new TableColumn<>(source.column("column.agent-id", Format.TEXT, 10), proof -> proof.flag()
                        .agentId()),
                new TableColumn<>(source.column("column.name", Format.TEXT, 12), proof -> source.names()
                        .agent(proof.flag().agentId())),
                new TableColumn<>(
                        source.column("column.rule", Format.TEXT, 14),
                        proof -> source.say("flag.short." + proof.flag().rule())),
                of("column.evaluation", 18, row -> row.string(FactEvaluation.EVALUATION_ID)),
                new TableColumn<>(source.column("column.evaluated-on", Format.DATE, 11), proof -> proof.evaluation()
                        .date(FactEvaluation.EVALUATED_ON)),
                of("column.interaction", 19, this::interaction));
    }

    private String interaction(Row evaluation) {
        String id = evaluation.string(FactEvaluation.INTERACTION_ID);
        return id == null ? source.say("evidence.no-interaction") : id;
    }

    TableColumn<Proof> category() {
        return of("column.qa-category", 12, row -> source.word("qa-category", row.string(FactEvaluation.CATEGORY)));
    }

    TableColumn<Proof> severeErrors() {
        return of("column.severe-errors", 26, evidence::severeErrors);
    }

    TableColumn<Proof> inspector() {
        return of("column.inspector", 10, row -> source.names().inspector(row.string(FactEvaluation.INSPECTOR_ID)));
    }

    TableColumn<Proof> comment() {
        return of("column.comment", 40, row -> row.string(FactEvaluation.COMMENT));
    }

    TableColumn<Proof> appeals() {
        return of("column.appeal", 20, evidence::appeals);
    }

    private TableColumn<Proof> of(String key, int width, Function<Row, Object> value) {
        return new TableColumn<>(source.column(key, Format.TEXT, width), proof -> value.apply(proof.evaluation()));
    }
}
