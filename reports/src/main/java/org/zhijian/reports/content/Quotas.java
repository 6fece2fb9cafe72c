package org.zhijian.reports.content;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.zhijian.reports.document.Block;
import org.zhijian.reports.document.Format;
import org.zhijian.reports.document.Grid;
import org.zhijian.reports.document.Grid.Line;
import org.zhijian.reports.document.Paragraph;
import org.zhijian.reports.read.Condition;
import org.zhijian.reports.read.Row;
import org.zhijian.schema.mart.SamplingQuota;

/** How many interactions are to be inspected in a plan month, and what that number comes from (R3). */
final class Quotas {
    private final ReportSource source;
    private final Period planMonth;
    private final List<Row> rows;

    private Quotas(ReportSource source, Period planMonth, List<Row> rows) {
        this.source = source;
        this.planMonth = planMonth;
        this.rows = rows;
    }

    static List<Block> of(ReportSource source, Period planMonth) {
        List<Row> rows = source.rows(SamplingQuota.TABLE, Condition.equal(SamplingQuota.PLAN_MONTH, planMonth.first()));
        if (rows.isEmpty()) {
            return List.of(Paragraph.body(source.say("quotas.none", planMonth)));
        }
        Quotas quotas = new Quotas(source, planMonth, rows);
        List<Block> blocks = new ArrayList<>();
        byShares(source).map(Paragraph::body).ifPresent(blocks::add);
        blocks.add(quotas.byTier());
        blocks.add(quotas.basis());
        return blocks;
    }

    /** That quotas do not decide how many are inspected, where they do not. */
    static Optional<String> byShares(ReportSource source) {
        return source.publication()
                .shares()
                .map(shares -> source.say("quotas.by-shares", shares.newcomers(), shares.others()));
    }

    private Grid byTier() {
        List<Line> lines = new ArrayList<>();
        for (String tier : Tiers.NAMES) {
            LongSummaryStatistics quotas = rows.stream()
                    .filter(row -> row.string(SamplingQuota.TIER).equals(tier))
                    .mapToLong(row -> row.bigint(SamplingQuota.QUOTA))
                    .summaryStatistics();
            if (quotas.getCount() > 0) {
                lines.add(Line.of(
                        source.say("tiers.tier", tier),
                        quotas.getCount(),
                        quotas.getMin(),
                        quotas.getMax(),
                        quotas.getSum()));
            }
        }
        lines.add(Line.total(
                source.say("tiers.all"),
                (long) rows.size(),
                null,
                null,
                rows.stream().mapToLong(row -> row.bigint(SamplingQuota.QUOTA)).sum()));
        return new Grid(
                source.say("quotas.title", planMonth),
                List.of(
                        source.column("column.tier", Format.TEXT, 14),
                        source.column("column.agents", Format.INTEGER, 10),
                        source.column("column.lowest-quota", Format.INTEGER, 14),
                        source.column("column.highest-quota", Format.INTEGER, 14),
                        source.column("column.all-quotas", Format.INTEGER, 14)),
                lines);
    }

    private Grid basis() {
        List<Line> lines = rows.stream()
                .collect(Collectors.toMap(
                        row -> row.string(SamplingQuota.BASE_SCOPE), row -> row, (first, same) -> first, TreeMap::new))
                .values()
                .stream()
                .sorted(Comparator.comparing(row -> row.string(SamplingQuota.BASE_SCOPE)))
                .map(row -> Line.of(
                        scope(row),
                        source.word("quota-basis", row.string(SamplingQuota.BASIS)),
                        row.date(SamplingQuota.BASE_MONTH),
                        row.bigint(SamplingQuota.BASE_INTERACTIONS),
                        row.bigint(SamplingQuota.BASE_AGENTS),
                        row.number(SamplingQuota.BASE_VOLUME),
                        row.bigint(SamplingQuota.BASE_QUOTA)))
                .toList();
        return new Grid(
                source.say("quotas.basis"),
                List.of(
                        source.column("column.base-scope", Format.TEXT, 14),
                        source.column("column.basis", Format.TEXT, 20),
                        source.column("column.base-month", Format.MONTH, 9),
                        source.column("column.interactions", Format.INTEGER, 12),
                        source.column("column.agents", Format.INTEGER, 9),
                        source.column("column.base-volume", Format.ONE_DECIMAL, 12),
                        source.column("column.base-quota", Format.INTEGER, 10)),
                lines);
    }

    private String scope(Row row) {
        String scope = row.string(SamplingQuota.BASE_SCOPE);
        return scope.equals("centre") ? source.say("centre") : scope;
    }
}
