package org.zhijian.reports.content;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.zhijian.reports.document.Block;
import org.zhijian.reports.document.Format;
import org.zhijian.reports.document.Grid;
import org.zhijian.reports.document.Grid.Judged;
import org.zhijian.reports.document.Grid.Line;
import org.zhijian.reports.document.Paragraph;
import org.zhijian.reports.read.Condition;
import org.zhijian.reports.read.Row;
import org.zhijian.reports.read.Selection;
import org.zhijian.schema.mart.SamplingPlan;

/** How much of what was planned was inspected, by team, and what was drawn for which reason (R4, R5). */
final class PlanBlocks {
    private final ReportSource source;
    private final Comparison comparison;

    private PlanBlocks(ReportSource source, Comparison comparison) {
        this.source = source;
        this.comparison = comparison;
    }

    static List<Block> of(ReportSource source, Comparison comparison) {
        return new PlanBlocks(source, comparison).blocks();
    }

    private List<Block> blocks() {
        IndicatorValue completion = comparison.now().of(Indicators.PLAN_COMPLETION);
        if (completion.value() == null) {
            return List.of(Paragraph.body(source.say("plan.none")));
        }
        List<Block> blocks = new ArrayList<>();
        blocks.add(Paragraph.lead(source.say(
                "plan.completion",
                ReportSource.plain(completion.numerator(), 0),
                ReportSource.plain(completion.denominator(), 0),
                IndicatorText.written(Indicators.PLAN_COMPLETION, completion.value(), source.text()))));
        blocks.add(byTeam(completion));
        blocks.add(Paragraph.note(source.say("plan.centre")));
        blocks.add(byReason());
        return blocks;
    }

    private Grid byTeam(IndicatorValue centre) {
        List<Line> lines = new ArrayList<>();
        for (String team : comparison.now().members()) {
            IndicatorValue value = comparison.now().of(team, Indicators.PLAN_COMPLETION);
            if (value.isStated()) {
                lines.add(Line.of(values(team, value)));
            }
        }
        lines.add(Line.total(values(source.say("centre"), centre)));
        return new Grid(
                source.say("plan.by-team"),
                List.of(
                        source.column("column.team", Format.TEXT, 20),
                        source.column("column.planned", Format.INTEGER, 12),
                        source.column("column.evaluated", Format.INTEGER, 12),
                        source.column("column.completion", Format.PERCENT, 12),
                        source.column("column.met", Format.TEXT, 12)),
                lines);
    }

    private Object[] values(String label, IndicatorValue value) {
        Judged met = IndicatorSection.met(source, value);
        return new Object[] {label, value.denominator(), value.numerator(), value.value(), met};
    }

    private Grid byReason() {
        Map<String, Map<String, Long>> counts = new TreeMap<>();
        for (Period month : comparison.period().months()) {
            source
                    .rows(Selection.of(SamplingPlan.TABLE)
                            .columns(SamplingPlan.CATEGORY, SamplingPlan.REASON, SamplingPlan.DRAWN_ON)
                            .where(Condition.equal(SamplingPlan.PLAN_MONTH, month.first())))
                    .stream()
                    .filter(this::isOfPeriod)
                    .forEach(row -> counts.computeIfAbsent(row.string(SamplingPlan.CATEGORY), none -> new TreeMap<>())
                            .merge(row.string(SamplingPlan.REASON), 1L, Long::sum));
        }
        List<Line> lines = new ArrayList<>();
        counts.forEach((category, reasons) -> reasons.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .forEach(reason -> lines.add(Line.of(
                        source.word("qa-category", category), reason(source, reason.getKey()), reason.getValue()))));
        return new Grid(
                source.say("plan.by-reason"),
                List.of(
                        source.column("column.qa-category", Format.TEXT, 16),
                        source.column("column.reason", Format.TEXT, 24),
                        source.column("column.planned", Format.INTEGER, 12)),
                lines);
    }

    /** A month's plan counts whole; what was drawn for it late too. */
    private boolean isOfPeriod(Row row) {
        return comparison.period().kind() == Period.Kind.MONTH
                || comparison.period().includes(row.date(SamplingPlan.DRAWN_ON));
    }

    static String reason(ReportSource source, String reason) {
        return SamplingPlan.REASONS.contains(reason) ? source.word("plan-reason", reason) : reason;
    }
}
