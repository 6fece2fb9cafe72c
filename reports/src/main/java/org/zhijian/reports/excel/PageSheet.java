package org.zhijian.reports.excel;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.zhijian.reports.document.Block;
import org.zhijian.reports.document.Chart;
import org.zhijian.reports.document.Chart.Heatmap;
import org.zhijian.reports.document.Grid;
import org.zhijian.reports.document.Paragraph;
import org.zhijian.reports.document.Tiles;

/** A section of several parts: a sheet on which they stand one below the other, small charts two side by side. */
final class PageSheet {
    private static final float GAP = 8;

    /** A title and headings with a few rows. */
    private static final float SHORTEST_TABLE = 110;

    private final Book book;
    private final Blocks blocks;
    private final Charts charts;
    private final Columns columns;
    private final List<GridTable> tables = new ArrayList<>();
    private SheetPage page;

    /** A small chart that waits for another one at its right; without one, it takes the whole width. */
    private Plot waiting;

    PageSheet(Book book, Blocks blocks) {
        this.book = book;
        this.blocks = blocks;
        charts = new Charts(book);
        columns = Columns.of(blocks.grids(), blocks.heatmaps());
        page = further();
    }

    Entry write() {
        SheetPage first = page;
        for (Block block : blocks.section().blocks()) {
            if (block instanceof Chart chart && !(block instanceof Heatmap)) {
                write(charts.plot(chart));
            } else {
                endCharts();
                write(block);
            }
        }
        endCharts();
        tables.stream().flatMap(table -> table.parts().stream()).forEach(part -> part.page()
                .finish());
        page.finish();
        filterLongest();
        Long rows = tables.isEmpty()
                ? null
                : tables.stream().mapToLong(GridTable::rows).sum();
        return Entry.of(blocks, first.place(0), rows);
    }

    private SheetPage further() {
        SheetPage sheet = book.sheet(blocks.section().title(), columns);
        SheetHead.write(book, sheet, blocks.section().title());
        sheet.row(GAP);
        return sheet;
    }

    private void write(Block block) {
        if (block instanceof Paragraph paragraph) {
            writeText(paragraph.text(), Styles.text(paragraph.role()));
        } else if (block instanceof Tiles tiles) {
            new TileRows(page).write(tiles);
        } else if (block instanceof Heatmap heatmap) {
            page.keepTogether(page.next(), (heatmap.rows().size() + 3) * HeatmapTable.ROW_HEIGHT);
            writeTitle(heatmap.title());
            new HeatmapTable(page, heatmap).write();
            page.row(GAP);
        } else if (block instanceof Grid grid) {
            page.keepTogether(page.next(), SHORTEST_TABLE);
            writeTitle(grid.title());
            GridTable table = new GridTable(book, grid);
            tables.add(table);
            table.write(page, this::turn);
            page.row(GAP);
        }
    }

    private SheetPage turn() {
        page = further();
        return page;
    }

    private void writeText(String text, CellLook look) {
        page.text(text, columns.spanning(0, Columns.PAGE), look);
        page.row(GAP / 2);
    }

    private void writeTitle(String title) {
        if (!title.isBlank()) {
            page.put(page.row(SheetPage.ROW_HEIGHT + GAP), 0, title, Styles.PART);
        }
    }

    private void write(Plot plot) {
        if (plot.isEmpty()) {
            endCharts();
            writeText(charts.nothingToShow(plot), Styles.NOTE);
        } else if (!Charts.fitsHalf(plot)) {
            endCharts();
            drawWhole(plot);
        } else if (waiting == null) {
            waiting = plot;
        } else {
            drawHalves(waiting, plot);
            waiting = null;
        }
    }

    private void endCharts() {
        if (waiting != null) {
            drawWhole(waiting);
            waiting = null;
        }
    }

    private void drawWhole(Plot plot) {
        page.keepTogether(page.next(), Charts.height(plot));
        charts.draw(page, plot, 0, page.next(), Charts.WHOLE);
        page.leave(Charts.height(plot) + GAP);
    }

    private void drawHalves(Plot left, Plot right) {
        float height = Math.max(Charts.height(left), Charts.height(right));
        page.keepTogether(page.next(), height);
        charts.draw(page, left, 0, page.next(), Charts.HALF);
        charts.draw(page, right, columns.spanning(0, Charts.HALF + 1), page.next(), Charts.HALF);
        page.leave(height + GAP);
    }

    /** A sheet has one filter: the longest table needs it most. */
    private void filterLongest() {
        tables.stream().max(Comparator.comparingLong(GridTable::rows)).ifPresent(table -> table.parts()
                .forEach(part -> Filters.put(part, table.columns())));
    }
}
