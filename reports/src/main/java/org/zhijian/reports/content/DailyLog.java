package org.zhijian.reports.content;

import java.util.ArrayList;
import java.util.List;
import org.zhijian.reports.document.Block;
import org.zhijian.reports.document.Document;
import org.zhijian.reports.document.Format;
import org.zhijian.reports.document.Paragraph;
import org.zhijian.reports.document.Section;
import org.zhijian.reports.document.Tiles;
import org.zhijian.reports.document.Tiles.Tile;
import org.zhijian.reports.document.Tone;
import org.zhijian.reports.read.Condition;
import org.zhijian.schema.star.FactEvaluation;

/** 质检日志: what the inspectors did on a day, what has to be reported at once, and what is left to do. */
public final class DailyLog {
    private final ReportSource source;
    private final Period day;
    private final DayInspections inspections;
    private final PlanProgress plan;
    private final DayAppeals appeals;
    private final DayCoaching coaching;

    private DailyLog(ReportSource source, Period day) {
        this.source = source;
        this.day = day;
        this.inspections = new DayInspections(
                source, EvaluationFacts.of(source, Condition.equal(FactEvaluation.EVALUATED_ON, day.first())));
        this.plan = PlanProgress.of(source, day.first());
        this.appeals = DayAppeals.of(source, day);
        this.coaching = DayCoaching.of(source, day.first());
    }

    /**
     * The log of a day.
     *
     * @throws org.zhijian.schema.text.UserError when the period is no day, or had not begun when the publication was made
     */
    public static Document of(ReportSource source, Period period) {
        Period day = period.required(Period.Kind.DAY);
        String subtitle = source.subtitle(day);
        DailyLog log = new DailyLog(source, day);
        List<Section> sections = List.of(
                log.summary(),
                log.inspections.severeErrors(),
                log.inspections.byInspector(),
                log.plan.section(),
                log.appeals.section(),
                log.coaching.section(),
                new DayChanges(source, day).section(),
                log.inspections.list());
        return new Document(
                source.say("log.title"), subtitle, source.made(), source.text().locale(), sections);
    }

    private Section summary() {
        List<Block> blocks = new ArrayList<>();
        blocks.add(Paragraph.lead(inspections.lead()));
        blocks.add(new Tiles(List.of(
                new Tile(
                        source.say("log.tile.inspected"),
                        inspections.published() + inspections.inProgress(),
                        Format.INTEGER,
                        Tone.NEUTRAL,
                        List.of(
                                source.say("log.tile.published", inspections.published()),
                                source.say("log.tile.in-progress", inspections.inProgress()))),
                new Tile(
                        source.say("log.tile.severe"),
                        inspections.severe(),
                        Format.INTEGER,
                        inspections.severe() > 0 ? Tone.ATTENTION : Tone.NEUTRAL,
                        List.of(source.say("log.tile.severe-agents", inspections.severeAgents()))),
                new Tile(
                        source.say("log.tile.plan-left", day.months().get(0)),
                        plan.left(),
                        Format.INTEGER,
                        Tone.NEUTRAL,
                        List.of(source.say("log.tile.plan", plan.drawn(), plan.done(), plan.inReview()))),
                new Tile(
                        source.say("log.tile.coaching-overdue"),
                        coaching.overdue(),
                        Format.INTEGER,
                        coaching.overdue() > 0 ? Tone.ATTENTION : Tone.NEUTRAL,
                        List.of(source.say("log.tile.coaching-due", coaching.due()))))));
        if (day.first().isBefore(source.publication().businessDate())) {
            blocks.add(Paragraph.note(
                    source.say("log.looked-back", source.publication().businessDate())));
        }
        return new Section(source.say("section.summary"), Section.Start.FOLLOWS, blocks);
    }
}
