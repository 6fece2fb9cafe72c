package org.zhijian.reports.content;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.zhijian.reports.document.Block;
import org.zhijian.reports.document.Format;
import org.zhijian.reports.document.Grid;
import org.zhijian.reports.document.Grid.Line;
import org.zhijian.reports.document.Paragraph;
import org.zhijian.reports.document.Section;
import org.zhijian.reports.read.Condition;
import org.zhijian.reports.read.Row;
import org.zhijian.schema.mart.TierAdjustment;

/** The tier changes that hold from a day, and the competency flags that were reached on it (R6, R7). */
final class DayChanges {
    private final ReportSource source;
    private final Period day;

    DayChanges(ReportSource source, Period day) {
        this.source = source;
        this.day = day;
    }

    Section section() {
        List<Block> blocks = new ArrayList<>();
        List<Line> changes = source
                .rows(
                        TierAdjustment.TABLE,
                        Condition.equal(TierAdjustment.PLAN_MONTH, day.monthOfFirstDay()),
                        Condition.equal(TierAdjustment.EFFECTIVE_ON, day.first()))
                .stream()
                .sorted(Comparator.comparing((Row row) -> row.string(TierAdjustment.AGENT_ID))
                        .thenComparing(row -> row.string(TierAdjustment.TO_TIER)))
                .map(this::change)
                .toList();
        blocks.add(
                changes.isEmpty()
                        ? Paragraph.body(source.say("log.tiers.none"))
                        : new Grid(
                                source.say("log.tiers"),
                                List.of(
                                        source.column("column.agent-id", Format.TEXT, 10),
                                        source.column("column.name", Format.TEXT, 12),
                                        source.column("column.team", Format.TEXT, 14),
                                        source.column("column.tier-change", Format.TEXT, 8),
                                        source.column("column.reason", Format.TEXT, 16),
                                        source.column("column.quota", Format.INTEGER, 9),
                                        source.column("column.inspected", Format.INTEGER, 9),
                                        source.column("column.remaining", Format.INTEGER, 9)),
                                changes));
        List<Line> flags = Flag.reachedIn(source, day).stream().map(this::flag).toList();
        blocks.add(
                flags.isEmpty()
                        ? Paragraph.body(source.say("log.flags.none"))
                        : new Grid(
                                source.say("log.flags"),
                                List.of(
                                        source.column("column.agent-id", Format.TEXT, 10),
                                        source.column("column.name", Format.TEXT, 12),
                                        source.column("column.team", Format.TEXT, 14),
                                        source.column("column.rule", Format.TEXT, 34),
                                        source.column("column.period", Format.TEXT, 16),
                                        source.column("column.occurrences", Format.INTEGER, 10),
                                        source.column("column.state", Format.TEXT, 14)),
                                flags));
        if (!flags.isEmpty()) {
            blocks.add(Paragraph.note(source.say("log.flags.a-person-decides")));
        }
        return new Section(source.say("log.section.changes"), Section.Start.FOLLOWS, blocks);
    }

    private Line change(Row row) {
        String agentId = row.string(TierAdjustment.AGENT_ID);
        return Line.of(
                agentId,
                source.names().agent(agentId),
                source.names().teamOf(agentId, day.first()),
                row.string(TierAdjustment.FROM_TIER) + " → " + row.string(TierAdjustment.TO_TIER),
                source.word("adjustment-reason", row.string(TierAdjustment.REASON)),
                row.bigint(TierAdjustment.QUOTA),
                row.bigint(TierAdjustment.INSPECTED),
                row.bigint(TierAdjustment.REMAINING));
    }

    private Line flag(Flag flag) {
        return Line.of(
                flag.agentId(),
                source.names().agent(flag.agentId()),
                flag.team(source),
                flag.ruleInWords(source),
                flag.span(source),
                flag.occurrences(),
                flag.state(source));
    }
}
