package org.zhijian.reports.content;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.BiFunction;
import org.zhijian.reports.document.Block;
import org.zhijian.reports.document.Chart;
import org.zhijian.reports.document.Chart.Heatmap.HeatRow;
import org.zhijian.reports.document.Format;
import org.zhijian.reports.document.Paragraph;
import org.zhijian.reports.read.Condition;
import org.zhijian.reports.read.Row;
import org.zhijian.schema.mart.DefectHeatmap;

/**
 * Where points are lost: items by teams, each with the points lost an evaluation, so that large and small teams compare
 * (R9).
 */
final class DefectMap {
    /** More teams than this stand below each other, with the items beside each other. */
    private static final int TEAMS_BESIDE = 12;

    private final ReportSource source;
    private final Map<List<String>, Row> cells = new HashMap<>();
    private final SortedSet<String> items = new TreeSet<>();
    private final SortedSet<String> teams = new TreeSet<>(TeamOrder.BY_NAME);

    private DefectMap(ReportSource source, List<Row> rows) {
        this.source = source;
        for (Row row : rows) {
            String item = row.string(DefectHeatmap.ITEM_CODE);
            String team = row.string(DefectHeatmap.TEAM);
            items.add(item);
            if (team != null) {
                teams.add(team);
            }
            cells.put(List.of(item, team == null ? "" : team), row);
        }
    }

    static List<Block> of(ReportSource source, Period period) {
        List<Row> rows = source.rows(
                DefectHeatmap.TABLE,
                Condition.equal(DefectHeatmap.MONTH, period.monthOfFirstDay()),
                Condition.equal(DefectHeatmap.PERIOD_TYPE, period.type()),
                Condition.equal(DefectHeatmap.PERIOD_START, period.first()));
        if (rows.isEmpty()) {
            return List.of(Paragraph.body(source.say("heatmap.none")));
        }
        return new DefectMap(source, rows).blocks();
    }

    private List<Block> blocks() {
        List<String> scopes = new ArrayList<>(List.of(""));
        scopes.addAll(teams);
        List<Block> blocks = new ArrayList<>();
        String title = source.say("heatmap.title");
        if (teams.size() <= TEAMS_BESIDE) {
            List<HeatRow> rows = items.stream()
                    .map(item -> new HeatRow(itemLabel(item), values(scopes, item, (scope, of) -> lost(of, scope))))
                    .toList();
            blocks.add(new Chart.Heatmap(
                    title,
                    Format.TWO_DECIMALS,
                    scopes.stream().map(this::scopeLabel).toList(),
                    rows));
        } else {
            List<HeatRow> rows = scopes.stream()
                    .map(scope -> new HeatRow(scopeLabel(scope), values(List.copyOf(items), scope, this::lost)))
                    .toList();
            blocks.add(new Chart.Heatmap(title, Format.TWO_DECIMALS, List.copyOf(items), rows));
            blocks.add(Paragraph.note(
                    source.listed(items.stream().map(this::itemLabel).toList())));
        }
        blocks.add(Paragraph.note(source.say("heatmap.how-to-read")));
        return blocks;
    }

    private static List<Double> values(List<String> along, String of, BiFunction<String, String, Double> value) {
        List<Double> values = new ArrayList<>();
        along.forEach(one -> values.add(value.apply(one, of)));
        return values;
    }

    /** Points lost an evaluation in which the item applied, or null where there is none. */
    private Double lost(String item, String scope) {
        Row row = cells.get(List.of(item, scope));
        return row == null
                ? null
                : Double.valueOf(row.number(DefectHeatmap.POINTS_LOST) / row.bigint(DefectHeatmap.EVALUATIONS));
    }

    private String itemLabel(String item) {
        String name = source.names().item(item);
        return name.equals(item) ? item : item + " " + name;
    }

    private String scopeLabel(String scope) {
        return scope.isEmpty() ? source.say("centre") : scope;
    }
}
