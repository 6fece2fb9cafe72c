package org.zhijian.reports.content;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.zhijian.reports.document.Block;
import org.zhijian.reports.document.Chart;
import org.zhijian.reports.document.Document;
import org.zhijian.reports.document.Format;
import org.zhijian.reports.document.Grid;
import org.zhijian.reports.document.Paragraph;
import org.zhijian.reports.document.Section;
import org.zhijian.reports.document.Tiles;

/** A document as plain text, line by line; it fails where a value is not of its column's type. */
final class DocumentText {

    static List<String> lines(Document document) {
        List<String> lines = new ArrayList<>(List.of(document.title(), document.subtitle(), document.source()));
        for (Section section : document.sections()) {
            lines.add("## " + section.title());
            section.blocks().forEach(block -> lines.addAll(lines(block)));
        }
        return lines;
    }

    private static List<String> lines(Block block) {
        if (block instanceof Paragraph paragraph) {
            return List.of((paragraph.role() == Paragraph.Role.LEAD ? "** " : "") + paragraph.text());
        } else if (block instanceof Tiles tiles) {
            return tiles.tiles().stream()
                    .map(tile -> tile.tone().sign() + tile.label() + ": "
                            + tile.format().text(tile.value()) + " [" + String.join("; ", tile.comparisons()) + "]")
                    .toList();
        } else if (block instanceof Grid grid) {
            return lines(grid);
        }
        return lines((Chart) block);
    }

    private static List<String> lines(Grid grid) {
        List<String> lines = new ArrayList<>();
        lines.add("# " + grid.title());
        lines.add(grid.columns().stream().map(Grid.Heading::name).collect(Collectors.joining(" | ")));
        for (Grid.Line line : grid.rows()) {
            List<String> cells = new ArrayList<>();
            if (line.values().size() != grid.columns().size()) {
                throw new AssertionError(grid.title() + ": " + line.values());
            }
            for (int i = 0; i < line.values().size(); i++) {
                cells.add(cell(line.values().get(i), grid.columns().get(i).format()));
            }
            lines.add((line.role() == Grid.Line.Role.TOTAL ? "= " : "") + String.join(" | ", cells));
        }
        return lines;
    }

    private static String cell(Object value, Format format) {
        return value instanceof Grid.Judged judged
                ? judged.tone().sign() + format.text(judged.value())
                : format.text(value);
    }

    private static List<String> lines(Chart chart) {
        List<String> lines = new ArrayList<>();
        lines.add("~ " + chart.title());
        if (chart instanceof Chart.Control control) {
            control.points()
                    .forEach(point -> lines.add(point.period() + " " + two(point.rate()) + " ["
                            + two(point.lower()) + " " + two(point.center()) + " " + two(point.upper()) + "]"
                            + (point.signal() ? " !" : "")));
        } else if (chart instanceof Chart.Pareto pareto) {
            lines.add("vital to " + two(pareto.vitalShare()));
            pareto.bars()
                    .forEach(bar -> lines.add(bar.label() + " " + bar.count() + " " + two(bar.cumulativeShare())
                            + (bar.vital() ? " vital" : "")));
        } else if (chart instanceof Chart.Heatmap heatmap) {
            lines.add(String.join(" | ", heatmap.columns()));
            heatmap.rows().forEach(row -> {
                if (row.values().size() != heatmap.columns().size()) {
                    throw new AssertionError(heatmap.title() + ": " + row);
                }
                lines.add(row.label() + " "
                        + row.values().stream().map(heatmap.format()::text).collect(Collectors.joining(" | ")));
            });
        } else if (chart instanceof Chart.Bars bars) {
            lines.addAll(series(bars.categories(), bars.series()));
        } else if (chart instanceof Chart.Lines curves) {
            lines.addAll(series(curves.categories(), curves.series()));
        }
        return lines;
    }

    private static List<String> series(List<String> categories, List<Chart.Series> series) {
        List<String> lines = new ArrayList<>(List.of(String.join(" | ", categories)));
        for (Chart.Series one : series) {
            if (one.values().size() != categories.size()) {
                throw new AssertionError(one);
            }
            lines.add(one.name() + " "
                    + one.values().stream().map(DocumentText::two).collect(Collectors.joining(" | ")));
        }
        return lines;
    }

    private static String two(Double value) {
        return Format.TWO_DECIMALS.text(value);
    }

    private DocumentText() {}
}
