package org.zhijian.reports.content;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.zhijian.reports.document.Block;
import org.zhijian.reports.document.Format;
import org.zhijian.reports.document.Grid;
import org.zhijian.reports.document.Grid.Judged;
import org.zhijian.reports.document.Grid.Line;
import org.zhijian.reports.document.Paragraph;
import org.zhijian.reports.document.Tone;
import org.zhijian.reports.read.Condition;
import org.zhijian.reports.read.Row;
import org.zhijian.schema.mart.CoachingLoop;

/** How far the coachings of a period have come, which severe errors opened none, and what is overdue from before (R13). */
final class CoachingBlocks {
    private static final Set<String> LATE = Set.of("overdue", "missing", "failed");

    private static final Comparator<Row> ORDER = Comparator.comparing((Row row) -> row.date(CoachingLoop.OPENED_ON))
            .thenComparing(row -> row.string(CoachingLoop.AGENT_ID))
            .thenComparing(row -> String.valueOf(row.string(CoachingLoop.EVALUATION_ID)))
            .thenComparing(row -> String.valueOf(row.string(CoachingLoop.COACHING_ID)));

    private final ReportSource source;
    private final Period period;

    private CoachingBlocks(ReportSource source, Period period) {
        this.source = source;
        this.period = period;
    }

    static List<Block> of(ReportSource source, Period period) {
        return new CoachingBlocks(source, period).blocks();
    }

    private List<Block> blocks() {
        List<Block> blocks = new ArrayList<>();
        List<Row> opened = period.months().stream()
                .flatMap(month ->
                        source.rows(CoachingLoop.TABLE, Condition.equal(CoachingLoop.MONTH, month.first())).stream())
                .filter(row -> period.includes(row.date(CoachingLoop.OPENED_ON)))
                .sorted(ORDER)
                .toList();
        if (opened.isEmpty()) {
            blocks.add(Paragraph.body(source.say("coaching.none")));
        } else {
            List<String> states = CoachingLoop.STATE.accepted().stream()
                    .filter(state -> count(opened, state) > 0)
                    .map(state ->
                            source.say("coaching.count", source.word("coaching-state", state), count(opened, state)))
                    .toList();
            blocks.add(Paragraph.lead(source.say("coaching.lead", opened.size(), source.listed(states))));
            blocks.add(grid("coaching.title", opened));
        }
        List<Row> overdue = source
                .rows(
                        CoachingLoop.TABLE,
                        Condition.upTo(CoachingLoop.MONTH, period.monthOfFirstDay()),
                        Condition.equal(CoachingLoop.STATE, "overdue"))
                .stream()
                .filter(row -> row.date(CoachingLoop.OPENED_ON).isBefore(period.first()))
                .sorted(ORDER)
                .toList();
        if (!overdue.isEmpty()) {
            blocks.add(grid("coaching.overdue-before", overdue));
        }
        return blocks;
    }

    private static long count(List<Row> rows, String state) {
        return rows.stream()
                .filter(row -> row.string(CoachingLoop.STATE).equals(state))
                .count();
    }

    private Grid grid(String title, List<Row> rows) {
        return new Grid(
                source.say(title),
                List.of(
                        source.column("column.opened-on", Format.DATE, 11),
                        source.column("column.agent-id", Format.TEXT, 10),
                        source.column("column.name", Format.TEXT, 12),
                        source.column("column.team", Format.TEXT, 14),
                        source.column("column.type", Format.TEXT, 28),
                        source.column("column.due-on", Format.DATE, 11),
                        source.column("column.rechecked-on", Format.DATE, 11),
                        source.column("column.state", Format.TEXT, 14)),
                rows.stream().map(this::line).toList());
    }

    private Line line(Row row) {
        String agentId = row.string(CoachingLoop.AGENT_ID);
        String code = row.string(CoachingLoop.ERROR_CODE);
        String state = row.string(CoachingLoop.STATE);
        return Line.of(
                row.date(CoachingLoop.OPENED_ON),
                agentId,
                source.names().agent(agentId),
                row.string(CoachingLoop.TEAM),
                code == null ? null : ErrorText.type(source, code),
                row.date(CoachingLoop.DUE_ON),
                row.date(CoachingLoop.RECHECKED_ON),
                new Judged(source.word("coaching-state", state), LATE.contains(state) ? Tone.ATTENTION : Tone.NEUTRAL));
    }
}
