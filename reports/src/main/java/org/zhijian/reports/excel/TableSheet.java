package org.zhijian.reports.excel;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellReference;
import org.zhijian.reports.document.Chart.Heatmap;
import org.zhijian.reports.document.Grid;
import org.zhijian.reports.document.Paragraph;
import org.zhijian.reports.document.Paragraph.Role;

/**
 * A section about one table: its sheet is one to filter and pivot. The headings stand in row 5, frozen, below the title,
 * the way back, the sentence to remember and the notes. Charts stand at the table's right.
 */
final class TableSheet {
    /** Notes taller than that would leave no room for rows: they follow the table. */
    private static final float MOST_NOTES = 80;

    private static final float THIN = 5;
    private static final double NARROWEST_TEXT = 90;
    private static final double WIDEST_TEXT = 150;

    /** The way back needs that. */
    private static final double FIRST_COLUMN = 13;

    private static final double GAP = 2;
    private static final float GAP_BETWEEN_CHARTS = 12;
    /** A chart moves down by so many rows at most to stand below the table. */
    private static final int NEAR = 40;

    /** A table that fills the screen: its first column stays, and its charts get a link and a page of their own. */
    private static final double SCREEN = 125;

    private static final double WIDEST_FROZEN = 42;

    private final Book book;
    private final Blocks blocks;
    private final Charts charts;
    private final List<Plot> plots;
    private final Columns columns;
    private final int tableColumns;
    private final boolean isWide;

    TableSheet(Book book, Blocks blocks) {
        this.book = book;
        this.blocks = blocks;
        charts = new Charts(book);
        plots = blocks.drawings().stream().map(charts::plot).toList();
        columns = Columns.of(blocks.grids(), blocks.heatmaps());
        columns.widen(0, FIRST_COLUMN);
        tableColumns = columns.count();
        isWide = columns.between(0, tableColumns) > SCREEN;
    }

    Entry write() {
        SheetPage page = book.sheet(blocks.section().title(), columns);
        writeHead(page);
        int header = page.next();
        Long rows = null;
        if (blocks.grids().isEmpty()) {
            new HeatmapTable(page, blocks.heatmaps().get(0)).write();
            freeze(page, header, 1);
            repeat(page, header);
            writeLongNotes(page);
            page.finish();
        } else {
            rows = writeGrid(page, blocks.grids().get(0));
        }
        writeCharts(page, header);
        return Entry.of(blocks, page.place(0), rows);
    }

    private long writeGrid(SheetPage page, Grid grid) {
        GridTable table = new GridTable(book, grid);
        table.write(page, this::further);
        boolean keepsFirst = isWide && columns.width(0) <= WIDEST_FROZEN;
        for (GridTable.Part part : table.parts()) {
            freeze(part.page(), part.header(), keepsFirst ? 1 : 0);
            // Over the rows of a heatmap that goes on, the headings of the table would be wrong.
            if (blocks.heatmaps().isEmpty()) {
                repeat(part.page(), part.header());
            }
            Filters.put(part, grid.columns().size());
        }
        SheetPage last = table.parts().get(table.parts().size() - 1).page();
        writeLongNotes(last);
        for (Heatmap heatmap : blocks.heatmaps()) {
            last.leave(SheetPage.ROW_HEIGHT);
            last.put(last.row(), 0, heatmap.title(), Styles.PART);
            new HeatmapTable(last, heatmap).write();
        }
        table.parts().forEach(part -> part.page().finish());
        return table.rows();
    }

    private void writeHead(SheetPage page) {
        if (isWide && !plots.stream().allMatch(Plot::isEmpty)) {
            String charts =
                    new CellReference(page.sheet().getSheetName(), 0, tableColumns + 1, false, false).formatAsString();
            SheetHead.write(book, page, title(), book.message("reports.excel.charts"), charts);
        } else {
            SheetHead.write(book, page, title());
        }
        writeText(page, text(Role.LEAD), Styles.LEAD);
        writeText(page, hasLongNotes(page) ? "" : notes(), Styles.NOTE);
    }

    /** A sheet that goes on where one was too short. */
    private SheetPage further() {
        SheetPage page = book.sheet(blocks.section().title(), columns);
        SheetHead.write(book, page, title());
        page.row(THIN);
        page.row(THIN);
        return page;
    }

    private String title() {
        String title = blocks.section().title();
        String table = blocks.grids().isEmpty()
                ? blocks.heatmaps().get(0).title()
                : blocks.grids().get(0).title();
        return table.isBlank() || table.equals(title) ? title : title + " · " + table;
    }

    private void writeText(SheetPage page, String text, CellLook look) {
        if (text.isEmpty()) {
            page.row(THIN);
        } else {
            int span = textSpan();
            Row row = page.row(Math.min(page.height(text, span, look), MOST_NOTES));
            page.spread(row, 0, span, text, look);
        }
    }

    private int textSpan() {
        double width = columns.between(0, tableColumns);
        return columns.spanning(0, Math.min(WIDEST_TEXT, Math.max(NARROWEST_TEXT, width)));
    }

    private boolean hasLongNotes(SheetPage page) {
        return page.height(notes(), textSpan(), Styles.NOTE) > MOST_NOTES;
    }

    private void writeLongNotes(SheetPage page) {
        if (hasLongNotes(page)) {
            page.leave(SheetPage.ROW_HEIGHT);
            page.text(notes(), textSpan(), Styles.NOTE);
        }
    }

    private String notes() {
        Stream<String> said = blocks.paragraphs().stream()
                .filter(paragraph -> paragraph.role() != Role.LEAD)
                .map(Paragraph::text);
        Stream<String> empty = plots.stream().filter(Plot::isEmpty).map(charts::nothingToShow);
        return Stream.concat(said, empty).collect(Collectors.joining("\n"));
    }

    private String text(Role role) {
        return blocks.paragraphs().stream()
                .filter(paragraph -> paragraph.role() == role)
                .map(Paragraph::text)
                .collect(Collectors.joining("\n"));
    }

    private static void freeze(SheetPage page, int header, int frozenColumns) {
        page.sheet().createFreezePane(frozenColumns, header + 1);
    }

    private static void repeat(SheetPage page, int header) {
        page.sheet().setRepeatingRows(new CellRangeAddress(header, header, -1, -1));
    }

    private void writeCharts(SheetPage page, int header) {
        List<Plot> drawn = plots.stream().filter(plot -> !plot.isEmpty()).toList();
        if (drawn.isEmpty()) {
            return;
        }
        columns.widen(tableColumns, GAP);
        columns.applyTo(page.sheet());
        double widest = drawn.stream().mapToDouble(TableSheet::width).max().orElse(0);
        double table = columns.between(0, tableColumns);
        double paper = isWide ? Math.max(table, widest) : table + GAP + widest;
        // below the headings, which stay in sight and are repeated on paper
        int row = header + 1;
        for (Plot plot : drawn) {
            if (row > header + 1 && page.cuts(row, Charts.height(plot), paper)) {
                // A new page for the chart begins one in what stands at its left too.
                row = row < page.next() && page.next() - row <= NEAR ? page.next() : row;
                page.keepTogether(row, Charts.height(plot), paper);
            }
            charts.draw(page, plot, tableColumns + 1, row, width(plot));
            row = page.below(row, Charts.height(plot) + GAP_BETWEEN_CHARTS);
        }
        if (isWide) {
            print(page, header, row, widest);
        }
    }

    private static double width(Plot plot) {
        return Charts.fitsHalf(plot) ? Charts.HALF : Charts.WHOLE;
    }

    /** A wide table would make the charts beside it tiny: on paper they follow it. */
    private void print(SheetPage page, int header, int lastRow, double width) {
        int first = tableColumns + 1;
        CellRangeAddress table = new CellRangeAddress(0, Math.max(page.next() - 1, header), 0, tableColumns - 1);
        CellRangeAddress beside =
                new CellRangeAddress(header + 1, lastRow, first, first + columns.spanning(first, width) - 1);
        book.workbook()
                .setPrintArea(
                        book.workbook().getSheetIndex(page.sheet()),
                        table.formatAsString(null, true) + "," + beside.formatAsString(null, true));
    }
}
