package org.zhijian.reports.content;

import java.util.ArrayList;
import java.util.List;
import org.zhijian.reports.document.Block;
import org.zhijian.reports.document.Format;
import org.zhijian.reports.document.Grid;
import org.zhijian.reports.document.Grid.Line;
import org.zhijian.reports.document.Paragraph;
import org.zhijian.reports.document.Section;
import org.zhijian.reports.read.Row;
import org.zhijian.schema.star.FactEvaluation;

/** The section that proves a period's competency flags, evaluation by evaluation. */
final class EvidenceSection {
    private final ReportSource source;
    private final List<Flag> flags;
    private final FlagEvidence evidence;

    private EvidenceSection(ReportSource source, List<Flag> flags) {
        this.source = source;
        this.flags = flags;
        this.evidence = FlagEvidence.of(source, flags);
    }

    static Section of(ReportSource source, List<Flag> flags) {
        return new EvidenceSection(source, flags).section();
    }

    private Section section() {
        List<Block> blocks = new ArrayList<>();
        if (flags.isEmpty()) {
            blocks.add(Paragraph.body(source.say("decisions.none")));
        } else {
            blocks.add(Paragraph.body(source.say("evidence.how-to-read")));
            blocks.add(flags());
            blocks.add(evaluations());
        }
        return new Section(source.say("section.evidence"), Section.Start.NEW_PAGE, blocks);
    }

    private Grid flags() {
        return new Grid(
                source.say("evidence.flags"),
                List.of(
                        source.column("column.agent-id", Format.TEXT, 10),
                        source.column("column.name", Format.TEXT, 12),
                        source.column("column.team", Format.TEXT, 14),
                        source.column("column.rule", Format.TEXT, 28),
                        source.column("column.period", Format.TEXT, 16),
                        source.column("column.reached-on", Format.DATE, 11),
                        source.column("column.occurrences", Format.INTEGER, 8),
                        source.column("column.inspected", Format.INTEGER, 9),
                        source.column("column.expected", Format.TWO_DECIMALS, 9),
                        source.column("column.state", Format.TEXT, 12)),
                flags.stream().map(this::flag).toList());
    }

    private Line flag(Flag flag) {
        return Line.of(
                flag.agentId(),
                source.names().agent(flag.agentId()),
                flag.team(source),
                flag.ruleInWords(source),
                flag.span(source),
                flag.reachedOn(),
                flag.occurrences(),
                flag.inspected(),
                flag.expected(),
                flag.state(source));
    }

    private Grid evaluations() {
        List<Line> lines = new ArrayList<>();
        for (Flag flag : flags) {
            for (Row evaluation : evidence.evaluations(flag)) {
                lines.add(Line.of(
                        flag.agentId(),
                        source.names().agent(flag.agentId()),
                        source.say("flag.short." + flag.rule()),
                        evaluation.string(FactEvaluation.EVALUATION_ID),
                        evaluation.date(FactEvaluation.EVALUATED_ON),
                        evaluation.string(FactEvaluation.INTERACTION_ID),
                        evidence.severeErrors(evaluation),
                        evidence.appeals(evaluation)));
            }
        }
        return new Grid(
                source.say("evidence.evaluations"),
                List.of(
                        source.column("column.agent-id", Format.TEXT, 10),
                        source.column("column.name", Format.TEXT, 12),
                        source.column("column.rule", Format.TEXT, 16),
                        source.column("column.evaluation", Format.TEXT, 18),
                        source.column("column.evaluated-on", Format.DATE, 11),
                        source.column("column.interaction", Format.TEXT, 20),
                        source.column("column.severe-errors", Format.TEXT, 30),
                        source.column("column.appeal", Format.TEXT, 22)),
                lines);
    }
}
