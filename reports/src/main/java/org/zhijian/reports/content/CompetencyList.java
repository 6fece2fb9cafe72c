package org.zhijian.reports.content;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.zhijian.reports.document.Block;
import org.zhijian.reports.document.Document;
import org.zhijian.reports.document.Format;
import org.zhijian.reports.document.Grid;
import org.zhijian.reports.document.Grid.Judged;
import org.zhijian.reports.document.Grid.Line;
import org.zhijian.reports.document.Paragraph;
import org.zhijian.reports.document.Section;
import org.zhijian.reports.document.Tone;
import org.zhijian.reports.read.Condition;
import org.zhijian.reports.read.Row;
import org.zhijian.schema.mart.AgentMonthVolume;
import org.zhijian.schema.star.FactEvaluation;

/**
 * 不胜任名单: who met a competency rule in a month, with what is needed to decide about it. It decides nothing; there is room
 * for a person's decision and signature.
 */
public final class CompetencyList {
    private static final List<String> RULES = List.of("two_in_month", "consecutive_months", "four_in_year");

    private final ReportSource source;
    private final Period month;
    private final List<Flag> all;
    private final List<Flag> flags;
    private final FlagEvidence evidence;
    private final List<Row> volumes;

    private CompetencyList(ReportSource source, Period month) {
        this.source = source;
        this.month = month;
        this.all = Flag.all(source);
        this.flags =
                all.stream().filter(flag -> month.includes(flag.reachedOn())).toList();
        this.evidence = FlagEvidence.of(source, flags);
        this.volumes = volumes(source, flags);
    }

    /** What the agents handled in the months that the flags are about. */
    private static List<Row> volumes(ReportSource source, List<Flag> flags) {
        List<LocalDate> months = flags.stream()
                .flatMap(flag -> Stream.iterate(flag.firstMonth(), Period::next)
                        .takeWhile(month -> month.compareTo(flag.lastMonth()) <= 0))
                .map(Period::first)
                .distinct()
                .toList();
        return months.isEmpty()
                ? List.of()
                : source.rows(AgentMonthVolume.TABLE, Condition.oneOf(AgentMonthVolume.MONTH, months));
    }

    /**
     * The list of a month: the flags that were reached in it.
     *
     * @throws org.zhijian.schema.text.UserError when the period is no month, or had not begun when the publication was made
     */
    public static Document of(ReportSource source, Period period) {
        Period month = period.required(Period.Kind.MONTH);
        String subtitle = source.subtitle(month);
        CompetencyList list = new CompetencyList(source, month);
        List<Section> sections = new ArrayList<>(List.of(list.facts()));
        if (!list.flags.isEmpty()) {
            sections.add(list.proof());
            sections.add(list.decisions());
        }
        sections.add(list.earlier());
        sections.add(DefinitionSection.withoutIndicators(source, List.of("counts", "flags")));
        return new Document(
                source.say("competency.title"),
                subtitle,
                source.made(),
                source.text().locale(),
                sections);
    }

    private Section facts() {
        List<Block> blocks = new ArrayList<>();
        if (flags.isEmpty()) {
            blocks.add(Paragraph.lead(source.say("decisions.none")));
        } else {
            blocks.add(Paragraph.lead(source.say(
                    "decisions.flags",
                    flags.stream().map(Flag::agentId).distinct().count(),
                    flags.size(),
                    flags.stream().filter(Flag::isProvisional).count())));
            blocks.add(Paragraph.body(
                    source.say("competency.caution", source.publication().businessDate())));
            blocks.add(list());
        }
        RULES.forEach(rule -> blocks.add(Paragraph.note(
                source.say("competency.rule", source.say("flag.short." + rule), Flag.ruleInWords(source, rule)))));
        return new Section(source.say("section.flags"), Section.Start.FOLLOWS, blocks);
    }

    private Grid list() {
        return new Grid(
                source.say("competency.list", month.label(source.text())),
                List.of(
                        source.column("column.agent-id", Format.TEXT, 10),
                        source.column("column.name", Format.TEXT, 12),
                        source.column("column.team", Format.TEXT, 12),
                        source.column("column.rule", Format.TEXT, 24),
                        source.column("column.period", Format.TEXT, 12),
                        source.column("column.reached-on", Format.DATE, 11),
                        source.column("column.occurrences", Format.INTEGER, 9),
                        source.column("column.inspected", Format.INTEGER, 9),
                        source.column("column.handled", Format.INTEGER, 9),
                        source.column("column.expected", Format.TWO_DECIMALS, 9),
                        source.column("column.appeals-pending", Format.TEXT, 18),
                        source.column("column.earlier-flags", Format.INTEGER, 9)),
                flags.stream().map(this::line).toList());
    }

    private Line line(Flag flag) {
        return Line.of(
                flag.agentId(),
                source.names().agent(flag.agentId()),
                flag.team(source),
                flag.ruleInWords(source),
                flag.span(source),
                flag.reachedOn(),
                flag.occurrences(),
                flag.inspected(),
                handled(flag),
                flag.expected(),
                pending(flag),
                all.stream()
                        .filter(other -> other.agentId().equals(flag.agentId()))
                        .filter(other -> other.reachedOn().isBefore(month.first()))
                        .count());
    }

    /** What the agent handled in the months of the flag up to the publication; null where nothing is known. */
    private Long handled(Flag flag) {
        List<Row> rows = volumes.stream()
                .filter(row -> row.string(AgentMonthVolume.AGENT_ID).equals(flag.agentId()))
                .filter(row -> !row.date(AgentMonthVolume.MONTH)
                        .isBefore(flag.firstMonth().first()))
                .filter(row -> !row.date(AgentMonthVolume.MONTH)
                        .isAfter(flag.lastMonth().first()))
                .toList();
        return rows.isEmpty()
                ? null
                : Long.valueOf(rows.stream()
                        .mapToLong(row -> row.bigint(AgentMonthVolume.INTERACTIONS))
                        .sum());
    }

    private Judged pending(Flag flag) {
        List<String> open = flag.isProvisional() ? evidence.openAppeals(flag) : List.of();
        return open.isEmpty()
                ? flag.state(source)
                : new Judged(source.say("competency.pending", source.listed(open)), Tone.ATTENTION);
    }

    private Section proof() {
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
                        source.word("qa-category", evaluation.string(FactEvaluation.CATEGORY)),
                        evidence.severeErrors(evaluation),
                        source.names().inspector(evaluation.string(FactEvaluation.INSPECTOR_ID)),
                        evaluation.string(FactEvaluation.COMMENT),
                        evidence.appeals(evaluation)));
            }
        }
        return Section.onNewPage(
                source.say("competency.evidence"),
                new Grid(
                        source.say("evidence.evaluations"),
                        List.of(
                                source.column("column.agent-id", Format.TEXT, 9),
                                source.column("column.name", Format.TEXT, 10),
                                source.column("column.rule", Format.TEXT, 10),
                                source.column("column.evaluation", Format.TEXT, 17),
                                source.column("column.evaluated-on", Format.DATE, 11),
                                source.column("column.interaction", Format.TEXT, 18),
                                source.column("column.qa-category", Format.TEXT, 12),
                                source.column("column.severe-errors", Format.TEXT, 24),
                                source.column("column.inspector", Format.TEXT, 10),
                                source.column("column.comment", Format.TEXT, 40),
                                source.column("column.appeal", Format.TEXT, 18)),
                        lines));
    }

    /** One line an agent, to be filled in by hand. */
    private Section decisions() {
        Map<String, List<Flag>> byAgent =
                flags.stream().collect(Collectors.groupingBy(Flag::agentId, TreeMap::new, Collectors.toList()));
        List<Line> lines = new ArrayList<>();
        byAgent.forEach((agentId, of) -> lines.add(Line.of(
                agentId,
                source.names().agent(agentId),
                of.get(0).team(source),
                source.listed(of.stream()
                        .map(flag -> source.say("flag.short." + flag.rule()))
                        .distinct()
                        .toList()),
                of.stream()
                        .filter(Flag::isProvisional)
                        .findFirst()
                        .map(flag -> flag.state(source))
                        .orElse(null),
                null,
                null,
                null)));
        return Section.onNewPage(
                source.say("competency.decisions"),
                Paragraph.body(source.say("competency.a-person-decides")),
                new Grid(
                        source.say("competency.decision-sheet"),
                        List.of(
                                source.column("column.agent-id", Format.TEXT, 10),
                                source.column("column.name", Format.TEXT, 12),
                                source.column("column.team", Format.TEXT, 12),
                                source.column("column.rule", Format.TEXT, 18),
                                source.column("column.state", Format.TEXT, 10),
                                source.column("column.decision", Format.TEXT, 34),
                                source.column("column.signature", Format.TEXT, 18),
                                source.column("column.signed-on", Format.DATE, 14)),
                        lines));
    }

    /** What earlier lists named that is still open or was corrected since. */
    private Section earlier() {
        LocalDate yearStart = month.first().withDayOfYear(1);
        List<Line> provisional = all.stream()
                .filter(flag -> flag.isProvisional() && flag.reachedOn().isBefore(month.first()))
                .filter(flag -> !flag.reachedOn().isBefore(yearStart.minusYears(1)))
                .map(flag -> Line.of(
                        flag.agentId(),
                        source.names().agent(flag.agentId()),
                        flag.team(source),
                        flag.ruleInWords(source),
                        flag.span(source),
                        flag.reachedOn(),
                        flag.occurrences()))
                .toList();
        Corrections corrections = Corrections.of(source, month);
        List<Line> corrected = corrections.flags();
        List<Block> blocks = new ArrayList<>();
        blocks.add(
                provisional.isEmpty()
                        ? Paragraph.body(source.say("competency.none-provisional"))
                        : new Grid(
                                source.say("competency.provisional"),
                                List.of(
                                        source.column("column.agent-id", Format.TEXT, 10),
                                        source.column("column.name", Format.TEXT, 12),
                                        source.column("column.team", Format.TEXT, 14),
                                        source.column("column.rule", Format.TEXT, 30),
                                        source.column("column.period", Format.TEXT, 14),
                                        source.column("column.reached-on", Format.DATE, 11),
                                        source.column("column.occurrences", Format.INTEGER, 10)),
                                provisional));
        blocks.add(
                corrected.isEmpty()
                        ? Paragraph.body(corrections.noneOfFlags())
                        : new Grid(source.say("competency.corrected"), corrections.columns(), corrected));
        return new Section(source.say("competency.earlier"), Section.Start.FOLLOWS, blocks);
    }
}
