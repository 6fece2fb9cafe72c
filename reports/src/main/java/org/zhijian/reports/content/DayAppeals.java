package org.zhijian.reports.content;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.zhijian.reports.document.Block;
import org.zhijian.reports.document.Format;
import org.zhijian.reports.document.Grid;
import org.zhijian.reports.document.Grid.Judged;
import org.zhijian.reports.document.Grid.Line;
import org.zhijian.reports.document.Paragraph;
import org.zhijian.reports.document.Section;
import org.zhijian.reports.document.Tone;
import org.zhijian.reports.read.Condition;
import org.zhijian.reports.read.Row;
import org.zhijian.reports.read.Selection;
import org.zhijian.schema.Column;
import org.zhijian.schema.star.FactAppeal;
import org.zhijian.schema.star.FactEvaluation;

/** The appeals that were submitted or decided on a day, and how many are open (R11). */
final class DayAppeals {
    private final ReportSource source;
    private final List<Row> submitted;
    private final List<Row> decided;
    private final long open;
    private final Map<String, Row> evaluations = new HashMap<>();

    private DayAppeals(ReportSource source, Period day) {
        this.source = source;
        submitted = during(day, FactAppeal.SUBMITTED_AT);
        decided = during(day, FactAppeal.DECIDED_AT);
        open = Appeals.of(source, day).open();
        Set<LocalDate> months = Stream.concat(submitted.stream(), decided.stream())
                .map(row -> row.date(FactAppeal.MONTH))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> ids = Stream.concat(submitted.stream(), decided.stream())
                .map(row -> row.string(FactAppeal.EVALUATION_ID))
                .collect(Collectors.toSet());
        if (!ids.isEmpty()) {
            source.rows(Selection.of(FactEvaluation.TABLE)
                            .columns(FactEvaluation.EVALUATION_ID, FactEvaluation.AGENT_ID, FactEvaluation.INSPECTOR_ID)
                            .where(Condition.oneOf(FactEvaluation.MONTH, months))
                            .where(Condition.oneOf(FactEvaluation.EVALUATION_ID, ids)))
                    .forEach(row -> evaluations.put(row.string(FactEvaluation.EVALUATION_ID), row));
        }
    }

    static DayAppeals of(ReportSource source, Period day) {
        return new DayAppeals(source, day);
    }

    private List<Row> during(Period day, Column moment) {
        ZoneId zone = ZoneId.of(source.publication().zone());
        Instant start = day.first().atStartOfDay(zone).toInstant();
        Instant end = day.next().first().atStartOfDay(zone).toInstant();
        return source
                .rows(FactAppeal.TABLE, Condition.from(moment, start), Condition.upTo(moment, end.minusNanos(1000)))
                .stream()
                .sorted(Comparator.comparing((Row row) -> row.timestamp(moment))
                        .thenComparing(row -> row.string(FactAppeal.APPEAL_ID)))
                .toList();
    }

    Section section() {
        List<Block> blocks = new ArrayList<>();
        blocks.add(Paragraph.body(source.say("log.appeals.lead", submitted.size(), decided.size(), open)));
        if (!submitted.isEmpty()) {
            blocks.add(grid("log.appeals.submitted", submitted));
        }
        if (!decided.isEmpty()) {
            blocks.add(grid("log.appeals.decided", decided));
        }
        return new Section(source.say("log.section.appeals"), Section.Start.FOLLOWS, blocks);
    }

    private Grid grid(String title, List<Row> appeals) {
        return new Grid(
                source.say(title),
                List.of(
                        source.column("inspection.column.appeal-id", Format.TEXT, 16),
                        source.column("column.evaluation", Format.TEXT, 16),
                        source.column("log.column.agent", Format.TEXT, 16),
                        source.column("column.inspector", Format.TEXT, 10),
                        source.column("log.column.submitted-on", Format.DATE, 11),
                        source.column("inspection.column.appeal-reason", Format.TEXT, 26),
                        source.column("column.state", Format.TEXT, 10),
                        source.column("column.revised-score", Format.TWO_DECIMALS, 9),
                        source.column("column.removed-errors", Format.TEXT, 14)),
                appeals.stream().map(this::line).toList());
    }

    private Line line(Row appeal) {
        Row evaluation = evaluations.get(appeal.string(FactAppeal.EVALUATION_ID));
        String agentId = evaluation == null ? null : evaluation.string(FactEvaluation.AGENT_ID);
        String status = appeal.string(FactAppeal.STATUS);
        return Line.of(
                appeal.string(FactAppeal.APPEAL_ID),
                appeal.string(FactAppeal.EVALUATION_ID),
                agentId == null ? null : Flag.agent(source, agentId),
                evaluation == null ? null : source.names().inspector(evaluation.string(FactEvaluation.INSPECTOR_ID)),
                source.localDay(appeal.timestamp(FactAppeal.SUBMITTED_AT)),
                appeal.string(FactAppeal.REASON),
                new Judged(
                        source.word("appeal-status", status),
                        status.equals("submitted") ? Tone.ATTENTION : Tone.NEUTRAL),
                appeal.number(FactAppeal.REVISED_SCORE),
                appeal.string(FactAppeal.REMOVED_ERRORS));
    }
}
