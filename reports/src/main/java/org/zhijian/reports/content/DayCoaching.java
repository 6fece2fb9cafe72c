package org.zhijian.reports.content;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.zhijian.reports.document.Block;
import org.zhijian.reports.document.Format;
import org.zhijian.reports.document.Grid;
import org.zhijian.reports.document.Grid.Line;
import org.zhijian.reports.document.Paragraph;
import org.zhijian.reports.document.Section;
import org.zhijian.reports.read.Condition;
import org.zhijian.reports.read.Row;
import org.zhijian.schema.mart.CoachingLoop;

/** The coachings that were opened or re-checked on a day, are due on it or overdue at its end, and severe errors without one (R13). */
final class DayCoaching {
    private static final Comparator<Row> ORDER = Comparator.comparing(
                    (Row row) -> row.date(CoachingLoop.DUE_ON), Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(row -> row.date(CoachingLoop.OPENED_ON))
            .thenComparing(row -> row.string(CoachingLoop.AGENT_ID))
            .thenComparing(row -> String.valueOf(row.string(CoachingLoop.EVALUATION_ID)))
            .thenComparing(row -> String.valueOf(row.string(CoachingLoop.ERROR_CODE)))
            .thenComparing(row -> String.valueOf(row.string(CoachingLoop.COACHING_ID)));

    private final ReportSource source;
    private final LocalDate day;
    private final List<Row> rows;

    private DayCoaching(ReportSource source, LocalDate day) {
        this.source = source;
        this.day = day;
        this.rows = source.rows(CoachingLoop.TABLE, Condition.upTo(CoachingLoop.MONTH, day.withDayOfMonth(1))).stream()
                .filter(row -> !row.date(CoachingLoop.OPENED_ON).isAfter(day))
                .sorted(ORDER)
                .toList();
    }

    static DayCoaching of(ReportSource source, LocalDate day) {
        return new DayCoaching(source, day);
    }

    /** How many are due on the day and not re-checked before it. */
    long due() {
        return rows.stream().filter(this::isDue).count();
    }

    /** How many were due before the day and are not re-checked at its end. */
    long overdue() {
        return rows.stream().filter(this::isOverdue).count();
    }

    private boolean isDue(Row row) {
        LocalDate rechecked = row.date(CoachingLoop.RECHECKED_ON);
        return day.equals(row.date(CoachingLoop.DUE_ON)) && (rechecked == null || !rechecked.isBefore(day));
    }

    private boolean isOverdue(Row row) {
        LocalDate due = row.date(CoachingLoop.DUE_ON);
        LocalDate rechecked = row.date(CoachingLoop.RECHECKED_ON);
        return due != null && due.isBefore(day) && (rechecked == null || rechecked.isAfter(day));
    }

    private static boolean isMissing(Row row) {
        return row.string(CoachingLoop.STATE).equals("missing");
    }

    Section section() {
        List<Block> blocks = new ArrayList<>();
        add(blocks, "log.coaching.missing", DayCoaching::isMissing);
        add(blocks, "log.coaching.opened", row -> !isMissing(row) && day.equals(row.date(CoachingLoop.OPENED_ON)));
        add(blocks, "log.coaching.due", this::isDue);
        add(blocks, "log.coaching.overdue", this::isOverdue);
        add(blocks, "log.coaching.rechecked", row -> day.equals(row.date(CoachingLoop.RECHECKED_ON)));
        if (blocks.isEmpty()) {
            blocks.add(Paragraph.body(source.say("log.coaching.none")));
        }
        return new Section(source.say("log.section.coaching"), Section.Start.FOLLOWS, blocks);
    }

    private void add(List<Block> blocks, String title, Predicate<Row> wanted) {
        List<Line> lines = rows.stream().filter(wanted).map(this::line).toList();
        if (!lines.isEmpty()) {
            blocks.add(new Grid(
                    source.say(title),
                    List.of(
                            source.column("column.agent-id", Format.TEXT, 10),
                            source.column("column.name", Format.TEXT, 12),
                            source.column("column.team", Format.TEXT, 14),
                            source.column("column.evaluation", Format.TEXT, 17),
                            source.column("column.type", Format.TEXT, 24),
                            source.column("column.opened-on", Format.DATE, 11),
                            source.column("column.due-on", Format.DATE, 11),
                            source.column("column.rechecked-on", Format.DATE, 11),
                            source.column("column.state", Format.TEXT, 14)),
                    lines));
        }
    }

    private Line line(Row row) {
        String agentId = row.string(CoachingLoop.AGENT_ID);
        String code = row.string(CoachingLoop.ERROR_CODE);
        return Line.of(
                agentId,
                source.names().agent(agentId),
                row.string(CoachingLoop.TEAM),
                row.string(CoachingLoop.EVALUATION_ID),
                code == null ? null : ErrorText.type(source, code),
                row.date(CoachingLoop.OPENED_ON),
                row.date(CoachingLoop.DUE_ON),
                row.date(CoachingLoop.RECHECKED_ON),
                source.word("coaching-state", row.string(CoachingLoop.STATE)));
    }
}
