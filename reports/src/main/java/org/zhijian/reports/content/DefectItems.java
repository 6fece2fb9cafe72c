package org.zhijian.reports.content;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.zhijian.reports.document.Block;
import org.zhijian.reports.document.Chart;
import org.zhijian.reports.document.Chart.Heatmap.HeatRow;
import org.zhijian.reports.document.Format;
import org.zhijian.reports.document.Grid;
import org.zhijian.reports.document.Grid.Line;
import org.zhijian.reports.document.Paragraph;
import org.zhijian.reports.document.Section;
import org.zhijian.reports.read.Row;
import org.zhijian.schema.mart.DefectHeatmap;
import org.zhijian.schema.star.DimScorecardItem;

/** Where points are lost in a period: by scorecard item, and the items by team and by week (R9). */
final class DefectItems {
    private static final int WEEKS = 13;

    private final ReportSource source;
    private final Period period;

    DefectItems(ReportSource source, Period period) {
        this.source = source;
        this.period = period;
    }

    /** Code and name of an item. */
    static String label(ReportSource source, String item) {
        String name = source.names().item(item);
        return name.equals(item) ? item : item + " " + name;
    }

    /** Points lost an evaluation in which the item applied. */
    private static double lost(Row row) {
        return row.number(DefectHeatmap.POINTS_LOST) / row.bigint(DefectHeatmap.EVALUATIONS);
    }

    /** The items, where most is lost first. */
    Section byItem() {
        String title = source.say("defects.section.items");
        List<Row> rows = centre(period).values().stream()
                .sorted(Comparator.comparing((Row row) -> -lost(row))
                        .thenComparing(row -> row.string(DefectHeatmap.ITEM_CODE)))
                .toList();
        if (rows.isEmpty()) {
            return Section.onNewPage(title, Paragraph.body(source.say("heatmap.none")));
        }
        Map<String, Row> previous = centre(period.previous());
        Map<String, Row> lastYear = centre(period.lastYear());
        Map<String, Row> declared = new HashMap<>();
        source.rows(DimScorecardItem.TABLE).stream()
                .filter(row -> row.string(DimScorecardItem.ITEM_CODE) != null)
                .filter(row -> !row.date(DimScorecardItem.VALID_FROM).isAfter(source.lastDay(period)))
                .sorted(Comparator.comparing(row -> row.date(DimScorecardItem.VALID_FROM)))
                .forEach(row -> declared.put(row.string(DimScorecardItem.ITEM_CODE), row));
        double all = rows.stream()
                .mapToDouble(row -> row.number(DefectHeatmap.POINTS_LOST))
                .sum();
        List<Line> lines = rows.stream()
                .map(row -> {
                    String item = row.string(DefectHeatmap.ITEM_CODE);
                    Optional<Row> card = Optional.ofNullable(declared.get(item));
                    Double maximum = card.map(of -> of.number(DimScorecardItem.MAX_POINTS))
                            .orElse(null);
                    return Line.of(
                            item,
                            source.names().item(item),
                            card.map(of -> of.string(DimScorecardItem.SECTION)).orElse(null),
                            maximum,
                            row.bigint(DefectHeatmap.EVALUATIONS),
                            row.number(DefectHeatmap.POINTS_LOST),
                            all == 0 ? null : Double.valueOf(row.number(DefectHeatmap.POINTS_LOST) / all),
                            lost(row),
                            maximum == null || maximum == 0 ? null : Double.valueOf(lost(row) / maximum),
                            of(previous, item),
                            of(lastYear, item));
                })
                .toList();
        return Section.onNewPage(
                title,
                new Grid(source.say("defects.items"), columns(), lines),
                new Chart.Bars(
                        source.say("defects.items.chart"),
                        source.say("defects.column.lost-each"),
                        rows.stream()
                                .map(row -> label(source, row.string(DefectHeatmap.ITEM_CODE)))
                                .toList(),
                        List.of(new Chart.Series(
                                period.toString(),
                                rows.stream()
                                        .map(row -> Double.valueOf(lost(row)))
                                        .toList()))),
                Paragraph.note(source.say("defects.items.how-to-read")));
    }

    private List<Grid.Heading> columns() {
        return List.of(
                source.column("defects.column.code", Format.TEXT, 9),
                source.column("defects.column.item", Format.TEXT, 20),
                source.column("defects.column.card-section", Format.TEXT, 14),
                source.column("details.column.maximum", Format.ONE_DECIMAL, 9),
                source.column("column.evaluations", Format.INTEGER, 10),
                source.column("defects.column.lost", Format.ONE_DECIMAL, 10),
                source.column("column.share", Format.PERCENT, 9),
                source.column("defects.column.lost-each", Format.TWO_DECIMALS, 12),
                source.column("defects.column.lost-of-maximum", Format.PERCENT, 12),
                new Grid.Heading(source.say("defects.column.lost-then", period.previous()), Format.TWO_DECIMALS, 12),
                new Grid.Heading(source.say("defects.column.lost-then", period.lastYear()), Format.TWO_DECIMALS, 12));
    }

    private static Double of(Map<String, Row> rows, String item) {
        Row row = rows.get(item);
        return row == null ? null : Double.valueOf(lost(row));
    }

    /** Items by teams. */
    Section byTeam() {
        return new Section(
                source.say("defects.section.item-team"), Section.Start.NEW_PAGE, DefectMap.of(source, period));
    }

    /** Items by the weeks up to the period's last. */
    Section byWeek() {
        List<Period> weeks =
                Period.containing(source.lastDay(period), Period.Kind.WEEK).upToThis(WEEKS);
        Map<LocalDate, Map<String, Row>> byWeek = new HashMap<>();
        for (Row row : source.rows(TrendChart.during(DefectHeatmap.TABLE, weeks))) {
            if (row.string(DefectHeatmap.TEAM) == null) {
                byWeek.computeIfAbsent(row.date(DefectHeatmap.PERIOD_START), none -> new HashMap<>())
                        .put(row.string(DefectHeatmap.ITEM_CODE), row);
            }
        }
        List<Period> shown =
                weeks.stream().filter(week -> byWeek.containsKey(week.first())).toList();
        String title = source.say("defects.section.item-week");
        if (shown.isEmpty()) {
            return Section.onNewPage(title, Paragraph.body(source.say("heatmap.none")));
        }
        SortedSet<String> items = new TreeSet<>();
        byWeek.values().forEach(rows -> items.addAll(rows.keySet()));
        List<HeatRow> rows = new ArrayList<>();
        for (String item : items) {
            List<Double> values = new ArrayList<>();
            shown.forEach(week -> values.add(of(byWeek.get(week.first()), item)));
            rows.add(new HeatRow(label(source, item), values));
        }
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Chart.Heatmap(
                source.say("defects.item-week"),
                Format.TWO_DECIMALS,
                shown.stream().map(Period::toString).toList(),
                rows));
        blocks.add(Paragraph.note(source.say("defects.item-week.how-to-read")));
        return new Section(title, Section.Start.NEW_PAGE, blocks);
    }

    private Map<String, Row> centre(Period of) {
        Map<String, Row> byItem = new HashMap<>();
        source.rows(TrendChart.during(DefectHeatmap.TABLE, List.of(of))).stream()
                .filter(row -> row.string(DefectHeatmap.TEAM) == null)
                .forEach(row -> byItem.put(row.string(DefectHeatmap.ITEM_CODE), row));
        return byItem;
    }
}
