package org.zhijian.reports.content;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.zhijian.reports.document.Block;
import org.zhijian.reports.document.Chart;
import org.zhijian.reports.document.Format;
import org.zhijian.reports.document.Grid;
import org.zhijian.reports.document.Grid.Line;
import org.zhijian.reports.document.Paragraph;
import org.zhijian.reports.document.Section;
import org.zhijian.reports.read.Condition;
import org.zhijian.reports.read.Row;
import org.zhijian.schema.mart.TierAdjustment;
import org.zhijian.schema.settings.Settings;

/** How closely agents are sampled: the tiers by team, who moved, what changed within the month, the quotas (R2, R3, R6). */
final class TierSection {
    private final ReportSource source;
    private final Period period;

    private TierSection(ReportSource source, Period period) {
        this.source = source;
        this.period = period;
    }

    /** Of a month: its tiers, and once it is closed those that its scores led to. */
    static Section ofMonth(ReportSource source, Period month) {
        TierSection section = new TierSection(source, month);
        Tiers current = Tiers.of(source, month);
        Tiers next = Tiers.of(source, month.next());
        List<Block> blocks = new ArrayList<>(section.distribution(next.isEmpty() ? current : next));
        if (!current.isEmpty() && !next.isEmpty()) {
            blocks.add(TierMoves.of(source, current, next));
        }
        blocks.addAll(section.changes());
        blocks.addAll(Quotas.of(source, next.isEmpty() ? month : month.next()));
        return new Section(source.say("section.tiers"), Section.Start.NEW_PAGE, blocks);
    }

    /** Of a week: the tiers of the month it ends in, and what changed in it. */
    static Section ofWeek(ReportSource source, Period week) {
        TierSection section = new TierSection(source, week);
        Period month = Period.containing(source.lastDay(week), Period.Kind.MONTH);
        List<Block> blocks = new ArrayList<>(section.distribution(Tiers.of(source, month)));
        blocks.addAll(section.changes());
        return new Section(source.say("section.tiers"), Section.Start.NEW_PAGE, blocks);
    }

    private List<Block> distribution(Tiers tiers) {
        if (tiers.isEmpty()) {
            return List.of(Paragraph.body(source.say("tiers.none", tiers.planMonth())));
        }
        SortedMap<String, Map<String, Long>> byTeam = tiers.byTeam(source);
        List<Block> blocks = new ArrayList<>();
        blocks.add(Paragraph.lead(source.say(
                "tiers.lead",
                tiers.planMonth().label(source.text()),
                tiers.byAgent().size(),
                tiers.count("A"),
                tiers.count("B"),
                tiers.count("C"))));
        List<String> teams = List.copyOf(byTeam.keySet());
        blocks.add(bars(source.say("tiers.by-team", tiers.planMonth()), teams, byTeam));
        blocks.add(table(tiers, byTeam));
        return blocks;
    }

    private Chart bars(String title, List<String> teams, Map<String, Map<String, Long>> byTeam) {
        return new Chart.Bars(
                title,
                source.say("tiers.agents"),
                teams,
                Tiers.NAMES.stream()
                        .map(tier -> new Chart.Series(
                                source.say("tiers.tier", tier),
                                teams.stream()
                                        .map(team ->
                                                Double.valueOf(byTeam.get(team).getOrDefault(tier, 0L)))
                                        .toList()))
                        .toList());
    }

    private Grid table(Tiers tiers, SortedMap<String, Map<String, Long>> byTeam) {
        List<Line> lines = new ArrayList<>();
        byTeam.forEach((team, counts) -> {
            List<Object> values = new ArrayList<>(List.of(team));
            Tiers.NAMES.forEach(tier -> values.add(counts.getOrDefault(tier, 0L)));
            values.add(counts.values().stream().mapToLong(Long::longValue).sum());
            lines.add(Line.of(values.toArray()));
        });
        List<Object> all = new ArrayList<>(List.of(source.say("centre")));
        Tiers.NAMES.forEach(tier -> all.add(tiers.count(tier)));
        all.add((long) tiers.byAgent().size());
        lines.add(Line.total(all.toArray()));
        List<Grid.Heading> columns = new ArrayList<>(List.of(source.column("column.team", Format.TEXT, 20)));
        Tiers.NAMES.forEach(tier -> columns.add(new Grid.Heading(source.say("tiers.tier", tier), Format.INTEGER, 10)));
        columns.add(source.column("column.agents", Format.INTEGER, 10));
        return new Grid(source.say("tiers.table", tiers.planMonth()), columns, lines);
    }

    private List<Block> changes() {
        List<Row> changes = period.months().stream()
                .flatMap(month ->
                        source
                                .rows(TierAdjustment.TABLE, Condition.equal(TierAdjustment.PLAN_MONTH, month.first()))
                                .stream())
                .filter(row -> period.includes(row.date(TierAdjustment.EFFECTIVE_ON)))
                .sorted(Comparator.comparing((Row row) -> row.date(TierAdjustment.EFFECTIVE_ON))
                        .thenComparing(row -> row.string(TierAdjustment.AGENT_ID))
                        .thenComparing(row -> row.string(TierAdjustment.TO_TIER)))
                .toList();
        List<Block> blocks = new ArrayList<>();
        baseline(changes).forEach(blocks::add);
        if (changes.isEmpty()) {
            blocks.add(Paragraph.body(source.say("tiers.no-changes")));
            return blocks;
        }
        long severe = changes.stream()
                .filter(row -> row.string(TierAdjustment.REASON).equals("severe_error"))
                .count();
        blocks.add(Paragraph.body(source.say("tiers.changes", changes.size(), severe, changes.size() - severe)));
        blocks.add(new Grid(
                source.say("tiers.changes-title"),
                List.of(
                        source.column("column.effective-on", Format.DATE, 11),
                        source.column("column.agent-id", Format.TEXT, 10),
                        source.column("column.name", Format.TEXT, 12),
                        source.column("column.team", Format.TEXT, 14),
                        source.column("column.tier-change", Format.TEXT, 8),
                        source.column("column.reason", Format.TEXT, 16),
                        source.column("column.mean", Format.TWO_DECIMALS, 9),
                        source.column("column.baseline", Format.TWO_DECIMALS, 9),
                        source.column("column.quota", Format.INTEGER, 8),
                        source.column("column.inspected", Format.INTEGER, 9),
                        source.column("column.remaining", Format.INTEGER, 9)),
                changes.stream().map(this::change).toList()));
        return blocks;
    }

    private Line change(Row row) {
        String agentId = row.string(TierAdjustment.AGENT_ID);
        return Line.of(
                row.date(TierAdjustment.EFFECTIVE_ON),
                agentId,
                source.names().agent(agentId),
                source.names().teamOf(agentId, row.date(TierAdjustment.EFFECTIVE_ON)),
                row.string(TierAdjustment.FROM_TIER) + " → " + row.string(TierAdjustment.TO_TIER),
                source.word("adjustment-reason", row.string(TierAdjustment.REASON)),
                row.number(TierAdjustment.SCORE_MEAN),
                row.number(TierAdjustment.BASELINE),
                row.bigint(TierAdjustment.QUOTA),
                row.bigint(TierAdjustment.INSPECTED),
                row.bigint(TierAdjustment.REMAINING));
    }

    /** What the baseline of each month is, and where no agent can reach it. */
    private List<Block> baseline(List<Row> changes) {
        List<Block> blocks = new ArrayList<>();
        for (Period month : period.months()) {
            Row first = changes.stream()
                    .filter(row -> row.date(TierAdjustment.PLAN_MONTH).equals(month.first()))
                    .filter(row -> row.number(TierAdjustment.BASELINE) != null)
                    .findFirst()
                    .orElse(null);
            if (first != null) {
                boolean reachable = !Boolean.FALSE.equals(first.bool(TierAdjustment.BASELINE_REACHABLE));
                String said = source.say(
                        reachable ? "tiers.baseline" : "tiers.baseline-unreachable",
                        month,
                        ReportSource.plain(first.number(TierAdjustment.BASELINE), 2),
                        source.setting(Settings.BASELINE_PERCENT),
                        month.previous());
                blocks.add(reachable ? Paragraph.body(said) : Paragraph.lead(said));
            }
        }
        return blocks;
    }
}
