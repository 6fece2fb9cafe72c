package org.zhijian.reports.content;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.zhijian.reports.document.Format;
import org.zhijian.reports.document.Grid;
import org.zhijian.reports.document.Grid.Line;
import org.zhijian.reports.document.Paragraph;
import org.zhijian.reports.document.Section;
import org.zhijian.reports.read.Condition;
import org.zhijian.reports.read.Row;
import org.zhijian.reports.read.Selection;
import org.zhijian.schema.mart.SamplingPlan;
import org.zhijian.schema.star.FactEvaluation;

/** How far each inspector has come with what was drawn for the month up to a day (R5). */
final class PlanProgress {
    private final ReportSource source;
    private final LocalDate day;
    private final Map<String, Progress> byInspector = new TreeMap<>(Comparator.nullsLast(Comparator.naturalOrder()));

    private PlanProgress(ReportSource source, LocalDate day) {
        this.source = source;
        this.day = day;
        Map<List<String>, Boolean> inspected = inspected();
        for (Row row : source.rows(Selection.of(SamplingPlan.TABLE)
                .columns(
                        SamplingPlan.INTERACTION_ID,
                        SamplingPlan.INSPECTOR_ID,
                        SamplingPlan.CATEGORY,
                        SamplingPlan.DRAWN_ON)
                .where(Condition.equal(SamplingPlan.PLAN_MONTH, day.withDayOfMonth(1)))
                .where(Condition.upTo(SamplingPlan.DRAWN_ON, day)))) {
            Progress progress =
                    byInspector.computeIfAbsent(row.string(SamplingPlan.INSPECTOR_ID), none -> new Progress());
            Boolean isPublished =
                    inspected.get(List.of(row.string(SamplingPlan.CATEGORY), row.string(SamplingPlan.INTERACTION_ID)));
            progress.drawn++;
            progress.drawnToday += row.date(SamplingPlan.DRAWN_ON).equals(day) ? 1 : 0;
            progress.done += Boolean.TRUE.equals(isPublished) ? 1 : 0;
            progress.inReview += Boolean.FALSE.equals(isPublished) ? 1 : 0;
        }
    }

    static PlanProgress of(ReportSource source, LocalDate day) {
        return new PlanProgress(source, day);
    }

    /** What was drawn for one inspector. */
    private static final class Progress {
        private long drawnToday;
        private long drawn;
        private long done;
        private long inReview;

        private void add(Progress other) {
            drawnToday += other.drawnToday;
            drawn += other.drawn;
            done += other.done;
            inReview += other.inReview;
        }

        private long left() {
            return drawn - done - inReview;
        }
    }

    /** The interactions that were inspected up to the day, by category and number: whether published. */
    private Map<List<String>, Boolean> inspected() {
        Map<List<String>, Boolean> inspected = new HashMap<>();
        for (Row row : source.rows(Selection.of(FactEvaluation.TABLE)
                .columns(FactEvaluation.CATEGORY, FactEvaluation.INTERACTION_ID, FactEvaluation.PUBLISHED)
                .where(Condition.equal(FactEvaluation.MONTH, day.withDayOfMonth(1)))
                .where(Condition.upTo(FactEvaluation.EVALUATED_ON, day)))) {
            String interaction = row.string(FactEvaluation.INTERACTION_ID);
            if (interaction != null) {
                inspected.merge(
                        List.of(row.string(FactEvaluation.CATEGORY), interaction),
                        row.bool(FactEvaluation.PUBLISHED),
                        Boolean::logicalOr);
            }
        }
        return inspected;
    }

    private Progress all() {
        Progress all = new Progress();
        byInspector.values().forEach(all::add);
        return all;
    }

    long drawn() {
        return all().drawn;
    }

    /** Inspected and published. */
    long done() {
        return all().done;
    }

    /** Inspected, and not published yet. */
    long inReview() {
        return all().inReview;
    }

    /** Not inspected yet. */
    long left() {
        return all().left();
    }

    Section section() {
        String title = source.say("log.section.plan");
        if (byInspector.isEmpty()) {
            return Section.following(title, Paragraph.body(source.say("log.plan.none")));
        }
        List<Line> lines = new ArrayList<>();
        byInspector.forEach((inspector, progress) -> lines.add(Line.of(values(
                inspector == null ? source.say("log.plan.nobody") : inspector,
                inspector == null ? null : source.names().inspector(inspector),
                progress))));
        lines.add(Line.total(values(source.say("centre"), null, all())));
        return Section.following(
                title,
                new Grid(
                        source.say("log.plan", Period.containing(day, Period.Kind.MONTH), day),
                        List.of(
                                source.column("log.column.inspector-id", Format.TEXT, 12),
                                source.column("column.inspector", Format.TEXT, 14),
                                source.column("log.column.drawn-today", Format.INTEGER, 10),
                                source.column("column.drawn", Format.INTEGER, 10),
                                source.column("log.column.done", Format.INTEGER, 10),
                                source.column("log.column.in-review", Format.INTEGER, 10),
                                source.column("log.column.left", Format.INTEGER, 10),
                                source.column("column.completion", Format.PERCENT, 10)),
                        lines),
                Paragraph.note(source.say("log.plan.how-to-read")));
    }

    private static Object[] values(String id, String name, Progress progress) {
        return new Object[] {
            id,
            name,
            progress.drawnToday,
            progress.drawn,
            progress.done,
            progress.inReview,
            progress.left(),
            (double) progress.done / progress.drawn
        };
    }
}
