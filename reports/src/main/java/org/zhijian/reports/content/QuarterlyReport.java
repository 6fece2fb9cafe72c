package org.zhijian.reports.content;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.zhijian.reports.document.Block;
import org.zhijian.reports.document.Document;
import org.zhijian.reports.document.Format;
import org.zhijian.reports.document.Grid;
import org.zhijian.reports.document.Grid.Line;
import org.zhijian.reports.document.Paragraph;
import org.zhijian.reports.document.Section;

/** 质检趋势报告: where a quarter's quality is going, month by month, beside the quarter before and last year. */
public final class QuarterlyReport {

    /**
     * The report of a quarter; of one that has not ended, as far as it has come.
     *
     * @throws org.zhijian.schema.text.UserError when the period is no quarter, or had not begun when the publication was
     *     made
     */
    public static Document of(ReportSource source, Period period) {
        Period quarter = period.required(Period.Kind.QUARTER);
        String subtitle = source.subtitle(quarter);
        QuarterFacts facts = QuarterFacts.of(source, quarter);
        QuarterTrends trends = new QuarterTrends(source, facts);
        List<Flag> flags = Flag.reachedIn(source, quarter);
        List<Section> sections = List.of(
                new QuarterSummary(source, facts).section(flags),
                trends.centre(),
                trends.types(),
                trends.teams(),
                IndicatorSection.of(source, facts.comparison()),
                ForecastSection.of(source, facts),
                tiers(source, quarter),
                flags(source, flags),
                DefinitionSection.of(
                        source, List.of("counts", "quarter", "score", "rates", "pareto", "tiers", "flags")));
        return new Document(
                source.say("quarterly.title"),
                subtitle,
                source.made(),
                source.text().locale(),
                sections);
    }

    /** How agents moved between the tiers from each month of the quarter to the next. */
    private static Section tiers(ReportSource source, Period quarter) {
        List<Block> blocks = new ArrayList<>();
        for (Period month : quarter.months()) {
            Tiers earlier = Tiers.of(source, month);
            Tiers later = Tiers.of(source, month.next());
            if (!earlier.isEmpty() && !later.isEmpty()) {
                blocks.add(TierMoves.of(source, earlier, later));
            }
        }
        if (blocks.isEmpty()) {
            blocks.add(Paragraph.body(source.say("tiers.no-moves")));
        }
        return new Section(source.say("section.moves"), Section.Start.NEW_PAGE, blocks);
    }

    /** How many flags were reached by month and rule; who, the competency list says. */
    private static Section flags(ReportSource source, List<Flag> flags) {
        if (flags.isEmpty()) {
            return Section.following(source.say("section.flags"), Paragraph.body(source.say("decisions.none")));
        }
        Map<List<Object>, List<Flag>> groups = new LinkedHashMap<>();
        flags.stream()
                .sorted(Comparator.comparing((Flag flag) -> flag.reachedOn().withDayOfMonth(1))
                        .thenComparing(Flag::rule))
                .forEach(flag -> groups.computeIfAbsent(
                                List.of(flag.reachedOn().withDayOfMonth(1), flag.ruleInWords(source)),
                                none -> new ArrayList<>())
                        .add(flag));
        List<Line> lines = new ArrayList<>();
        groups.forEach((group, of) -> lines.add(Line.of(
                group.get(0),
                group.get(1),
                (long) of.size(),
                of.stream().map(Flag::agentId).distinct().count(),
                of.stream().filter(Flag::isProvisional).count())));
        return Section.following(
                source.say("section.flags"),
                new Grid(
                        source.say("quarter.flags"),
                        List.of(
                                source.column("column.month", Format.MONTH, 9),
                                source.column("column.rule", Format.TEXT, 44),
                                source.column("column.flags", Format.INTEGER, 9),
                                source.column("column.agents", Format.INTEGER, 9),
                                source.column("column.provisional", Format.INTEGER, 11)),
                        lines),
                Paragraph.note(source.say("quarter.who")));
    }

    private QuarterlyReport() {}
}
