package org.zhijian.reports.content;

import java.util.ArrayList;
import java.util.List;
import org.zhijian.reports.document.Block;
import org.zhijian.reports.document.Format;
import org.zhijian.reports.document.Grid;
import org.zhijian.reports.document.Grid.Judged;
import org.zhijian.reports.document.Grid.Line;
import org.zhijian.reports.document.Paragraph;
import org.zhijian.reports.document.Section;
import org.zhijian.reports.document.Tone;
import org.zhijian.reports.read.Row;
import org.zhijian.schema.star.FactAppeal;
import org.zhijian.schema.star.FactEvaluation;

/** An agent's appeals against the evaluations of the month, what became of them, and how to appeal (R11). */
final class AppealNotice {
    private final ScoreFacts facts;
    private final ReportSource source;
    private final String agentId;

    AppealNotice(ScoreFacts facts, String agentId) {
        this.facts = facts;
        this.source = facts.source();
        this.agentId = agentId;
    }

    Section section() {
        List<Line> lines = new ArrayList<>();
        for (Row evaluation : facts.evaluations(agentId)) {
            facts.facts().appeals(evaluation).forEach(appeal -> lines.add(line(evaluation, appeal)));
        }
        List<Block> blocks = new ArrayList<>();
        blocks.add(lines.isEmpty() ? Paragraph.body(source.say("details.appeals.none")) : grid(lines));
        blocks.add(Paragraph.body(source.say("details.appeals.how")));
        blocks.add(Paragraph.note(source.say("details.appeals.what-follows")));
        return new Section(source.say("details.section.appeals"), Section.Start.FOLLOWS, blocks);
    }

    private Grid grid(List<Line> lines) {
        return new Grid(
                source.say("details.appeals"),
                List.of(
                        source.column("inspection.column.appeal-id", Format.TEXT, 17),
                        source.column("column.evaluation", Format.TEXT, 17),
                        source.column("log.column.submitted-on", Format.DATE, 11),
                        source.column("inspection.column.appeal-reason", Format.TEXT, 26),
                        source.column("column.state", Format.TEXT, 10),
                        source.column("details.column.decided-on", Format.DATE, 11),
                        source.column("details.column.score-before", Format.TWO_DECIMALS, 8),
                        source.column("details.column.score-now", Format.TWO_DECIMALS, 8),
                        source.column("column.removed-errors", Format.TEXT, 14)),
                lines);
    }

    private Line line(Row evaluation, Row appeal) {
        String status = appeal.string(FactAppeal.STATUS);
        return Line.of(
                appeal.string(FactAppeal.APPEAL_ID),
                EvaluationFacts.id(evaluation),
                source.localDay(appeal.timestamp(FactAppeal.SUBMITTED_AT)),
                appeal.string(FactAppeal.REASON),
                new Judged(
                        source.word("appeal-status", status),
                        status.equals("submitted") ? Tone.ATTENTION : Tone.NEUTRAL),
                source.localDay(appeal.timestamp(FactAppeal.DECIDED_AT)),
                before(evaluation),
                evaluation.number(FactEvaluation.SCORE),
                removed(appeal));
    }

    /** The score that the inspector gave. */
    private static Double before(Row evaluation) {
        Double awarded = evaluation.number(FactEvaluation.POINTS_AWARDED);
        Double possible = evaluation.number(FactEvaluation.POINTS_POSSIBLE);
        return awarded == null || possible == null || possible == 0
                ? evaluation.number(FactEvaluation.TOTAL_SCORE)
                : Double.valueOf(100 * awarded / possible);
    }

    private String removed(Row appeal) {
        String codes = appeal.string(FactAppeal.REMOVED_ERRORS);
        return codes == null || !appeal.string(FactAppeal.STATUS).equals("accepted")
                ? null
                : source.listed(List.of(codes.split("\\s*;\\s*", -1)));
    }
}
