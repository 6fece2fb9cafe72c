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
        FlagColumns columns = new FlagColumns(source);
        List<TableColumn<Flag>> shown = new ArrayList<>(columns.reached());
        shown.addAll(List.of(
                columns.inspected(),
                new TableColumn<>(source.column("column.handled", Format.INTEGER, 9), this::handled),
                columns.expected(),
                new TableColumn<>(source.column("column.appeals-pending", Format.TEXT, 18), this::pending),
                new TableColumn<>(source.column("column.earlier-flags", Format.INTEGER, 9), this::earlierFlags)));
        return TableColumn.grid(source.say("competency.list", month.label(source.text())), shown, flags);
    }

    private long earlierFlags(Flag flag) {
        return all.stream()
                .filter(other -> other.agentId().equals(flag.agentId()))
                .filter(other -> other.reachedOn().isBefore(month.first()))
                .count();
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
        ProofColumns columns = new ProofColumns(source, evidence);
        List<TableColumn<ProofColumns.Proof>> shown = new ArrayList<>(columns.proven());
        shown.addAll(List.of(
                columns.category(), columns.severeErrors(), columns.inspector(), columns.comment(), columns.appeals()));
        return Section.following(
                source.say("competency.evidence"),
                TableColumn.grid(source.say("evidence.evaluations"), shown, columns.proofs(flags)));
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
                        .orElse(of.get(0))
                        .state(source),
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
                                source.column("column.decision", Format.HANDWRITING, 34),
                                source.column("column.signature", Format.HANDWRITING, 18),
                                source.column("column.signed-on", Format.HANDWRITING, 14)),
                        lines));
    }

    /** What earlier lists named that is still open or was corrected since. */
    private Section earlier() {
        LocalDate yearStart = month.first().withDayOfYear(1);
        List<Flag> provisional = all.stream()
                .filter(flag -> flag.isProvisional() && flag.reachedOn().isBefore(month.first()))
                .filter(flag -> !flag.reachedOn().isBefore(yearStart.minusYears(1)))
                .toList();
        Corrections corrections = Corrections.of(source, month);
        List<Line> corrected = corrections.flags();
        List<Block> blocks = new ArrayList<>();
        blocks.add(
                provisional.isEmpty()
                        ? Paragraph.body(source.say("competency.none-provisional"))
                        : TableColumn.grid(
                                source.say("competency.provisional"), new FlagColumns(source).reached(), provisional));
        blocks.add(
                corrected.isEmpty()
                        ? Paragraph.body(corrections.noneOfFlags())
                        : new Grid(source.say("competency.corrected"), corrections.columns(), corrected));
        return new Section(source.say("competency.earlier"), Section.Start.FOLLOWS, blocks);
    }
}
