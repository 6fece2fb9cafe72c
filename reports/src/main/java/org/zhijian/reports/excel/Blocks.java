package org.zhijian.reports.excel;

import java.util.List;
import org.zhijian.reports.document.Block;
import org.zhijian.reports.document.Chart;
import org.zhijian.reports.document.Chart.Heatmap;
import org.zhijian.reports.document.Grid;
import org.zhijian.reports.document.Paragraph;
import org.zhijian.reports.document.Section;
import org.zhijian.reports.document.Tiles;

/**
 * What a section holds, by kind.
 *
 * @param section the section
 */
record Blocks(Section section) {
    /** With more charts, or with key figures, a section is a page to read, and its table one part of it. */
    private static final int MOST_BESIDE = 2;

    List<Paragraph> paragraphs() {
        return of(Paragraph.class);
    }

    List<Tiles> tiles() {
        return of(Tiles.class);
    }

    List<Grid> grids() {
        return of(Grid.class);
    }

    List<Heatmap> heatmaps() {
        return of(Heatmap.class);
    }

    /** The charts that are drawings. */
    List<Chart> drawings() {
        return of(Chart.class).stream()
                .filter(chart -> !(chart instanceof Heatmap))
                .toList();
    }

    boolean isTextOnly() {
        return paragraphs().size() == section.blocks().size();
    }

    /** Whether one table is what the section is about, so that its sheet is one to filter and pivot. */
    boolean isOneTable() {
        boolean isOneGrid = grids().size() == 1 && drawings().size() <= MOST_BESIDE;
        boolean isOneHeatmap =
                grids().isEmpty() && heatmaps().size() == 1 && drawings().isEmpty();
        return tiles().isEmpty() && (isOneGrid || isOneHeatmap);
    }

    /** What the tables and charts show; where there are none, what the text begins with. */
    List<String> titles() {
        List<String> titles = section.blocks().stream()
                .filter(block -> !title(block).isBlank())
                .map(Blocks::title)
                .distinct()
                .toList();
        return titles.isEmpty()
                ? paragraphs().stream().limit(1).map(Paragraph::text).toList()
                : titles;
    }

    private static String title(Block block) {
        if (block instanceof Grid grid) {
            return grid.title();
        }
        return block instanceof Chart chart ? chart.title() : "";
    }

    private <T> List<T> of(Class<T> kind) {
        return section.blocks().stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }
}
