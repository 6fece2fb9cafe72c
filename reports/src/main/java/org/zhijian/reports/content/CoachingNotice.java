package org.zhijian.reports.content;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.zhijian.reports.document.Format;
import org.zhijian.reports.document.Grid;
import org.zhijian.reports.document.Grid.Judged;
import org.zhijian.reports.document.Grid.Line;
import org.zhijian.reports.document.Paragraph;
import org.zhijian.reports.document.Section;
import org.zhijian.reports.document.Tone;
import org.zhijian.reports.read.Row;
import org.zhijian.schema.mart.CoachingLoop;

/** The coachings of an agent that are due or belong to the month (R13). */
final class CoachingNotice {
    private static final Set<String> UNFINISHED = Set.of("open", "overdue", "missing");

    private final ScoreFacts facts;
    private final ReportSource source;
    private final String agentId;

    CoachingNotice(ScoreFacts facts, String agentId) {
        this.facts = facts;
        this.source = facts.source();
        this.agentId = agentId;
    }

    Section section() {
        List<Row> coachings = facts.coachings(agentId).stream()
                .filter(row -> UNFINISHED.contains(row.string(CoachingLoop.STATE)) || isOfMonth(row))
                .sorted(Comparator.comparing((Row row) -> row.date(CoachingLoop.OPENED_ON))
                        .thenComparing(row -> String.valueOf(row.string(CoachingLoop.EVALUATION_ID)))
                        .thenComparing(row -> String.valueOf(row.string(CoachingLoop.ERROR_CODE)))
                        .thenComparing(row -> String.valueOf(row.string(CoachingLoop.COACHING_ID))))
                .toList();
        String title = source.say("details.section.coaching");
        if (coachings.isEmpty()) {
            return Section.following(title, Paragraph.body(source.say("details.coaching.none")));
        }
        return Section.following(
                title,
                new Grid(
                        source.say("details.coaching"),
                        List.of(
                                source.column("column.opened-on", Format.DATE, 11),
                                source.column("column.evaluation", Format.TEXT, 17),
                                source.column("column.type", Format.TEXT, 28),
                                source.column("column.due-on", Format.DATE, 11),
                                source.column("column.rechecked-on", Format.DATE, 11),
                                source.column("column.state", Format.TEXT, 14)),
                        coachings.stream().map(this::line).toList()));
    }

    private boolean isOfMonth(Row row) {
        LocalDate rechecked = row.date(CoachingLoop.RECHECKED_ON);
        return facts.month().includes(row.date(CoachingLoop.OPENED_ON))
                || (rechecked != null && facts.month().includes(rechecked));
    }

    private Line line(Row row) {
        String state = row.string(CoachingLoop.STATE);
        String code = row.string(CoachingLoop.ERROR_CODE);
        return Line.of(
                row.date(CoachingLoop.OPENED_ON),
                row.string(CoachingLoop.EVALUATION_ID),
                code == null ? null : ErrorText.type(source, code),
                row.date(CoachingLoop.DUE_ON),
                row.date(CoachingLoop.RECHECKED_ON),
                new Judged(
                        source.word("coaching-state", state),
                        UNFINISHED.contains(state) ? Tone.ATTENTION : Tone.NEUTRAL));
    }
}
