package org.zhijian.reports.excel;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Supplier;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.IgnoredErrorType;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.streaming.SXSSFRow;
import org.zhijian.reports.document.Grid;
import org.zhijian.reports.document.Grid.Heading;
import org.zhijian.reports.document.Grid.Judged;
import org.zhijian.reports.document.Grid.Line;
import org.zhijian.reports.document.Tone;

/** A grid as rows of a sheet, and of further sheets where one is too short. */
final class GridTable {
    /** The first rows show how wide texts are. */
    private static final int MEASURED_ROWS = 500;

    /** A long text shows its beginning; the whole stands in the cell. */
    private static final int MOST_LINES = 5;

    private static final int MOST_HEADING_LINES = 4;

    /** The room between a text and the sides of its cell, in digits. */
    private static final int CELL_EDGES = 2;

    /** The room that a heading's filter takes, in digits, and the room above and below it, in points. */
    private static final int HEADING_EDGES = 5;

    private static final float HEADING_AIR = 6;

    private final Book book;
    private final Grid grid;
    private final List<ColumnStyles> styles;
    private final List<Part> parts = new ArrayList<>();
    private SheetPage page;
    private Fitting fitting;
    private int header;
    private int lastUsual;
    private long rows;

    GridTable(Book book, Grid grid) {
        this.book = book;
        this.grid = grid;
        styles = grid.columns().stream()
                .map(heading -> new ColumnStyles(book.styles(), heading.format()))
                .toList();
    }

    /**
     * The rows of a grid that stand on one sheet.
     *
     * @param page the sheet
     * @param header the row of the headings
     * @param lastUsual the last row that does not sum up others, or the header
     * @param last the last row
     */
    record Part(SheetPage page, int header, int lastUsual, int last) {}

    /**
     * Writes the grid below what is there.
     *
     * @param further makes the next sheet, down to where the headings come
     */
    void write(SheetPage first, Supplier<SheetPage> further) {
        fitting = new Fitting(grid.columns(), first.columns());
        Iterator<Line> lines = grid.rows().iterator();
        List<Line> beginning = new ArrayList<>();
        while (lines.hasNext() && beginning.size() < MEASURED_ROWS) {
            beginning.add(lines.next());
        }
        fitting.fitTexts(beginning);
        begin(first);
        beginning.forEach(line -> write(line, further));
        lines.forEachRemaining(line -> write(line, further));
        if (rows == 0) {
            page.spread(page.row(), 0, grid.columns().size(), book.message("reports.excel.no-rows"), Styles.NOTE);
        }
        end();
    }

    /** The parts, one a sheet. */
    List<Part> parts() {
        return parts;
    }

    int columns() {
        return grid.columns().size();
    }

    /** How many rows have been written. */
    long rows() {
        return rows;
    }

    private void begin(SheetPage sheet) {
        page = sheet;
        header = page.next();
        lastUsual = header;
        int lines = 1;
        for (int i = 0; i < grid.columns().size(); i++) {
            String name = grid.columns().get(i).name();
            lines = Math.max(lines, TextWidth.lines(name, page.columns().width(i) - HEADING_EDGES));
        }
        SXSSFRow row = page.row(SheetPage.height(Math.min(lines, MOST_HEADING_LINES), Styles.HEADING) + HEADING_AIR);
        for (int i = 0; i < grid.columns().size(); i++) {
            Heading heading = grid.columns().get(i);
            page.put(row, i, heading.name(), Styles.heading(heading.format()));
        }
    }

    private void end() {
        fitting.fitNumbers();
        int last = page.next() - 1;
        page.frame()
                .addIgnoredErrors(
                        new CellRangeAddress(header, last, 0, grid.columns().size() - 1),
                        IgnoredErrorType.NUMBER_STORED_AS_TEXT);
        parts.add(new Part(page, header, lastUsual, last));
    }

    private void write(Line line, Supplier<SheetPage> further) {
        if (page.isFull()) {
            end();
            begin(further.get());
        }
        SXSSFRow row = page.row();
        int lines = 1;
        for (int i = 0; i < grid.columns().size(); i++) {
            Object value = i < line.values().size() ? line.values().get(i) : null;
            Tone tone = Tone.NEUTRAL;
            if (value instanceof Judged judged) {
                tone = judged.tone();
                value = judged.value() == null ? tone.sign() : judged.value();
            }
            lines = Math.max(lines, write(row, i, value, tone, line.role()));
        }
        if (lines > 1) {
            page.setHeight(row, SheetPage.height(Math.min(lines, MOST_LINES), Styles.CELL));
        }
        rows++;
        if (line.role() != Line.Role.TOTAL) {
            lastUsual = row.getRowNum();
        }
    }

    /** Writes a cell and says how many lines it needs. */
    private int write(SXSSFRow row, int column, Object value, Tone tone, Line.Role role) {
        Cell cell = row.createCell(column);
        String text = page.fill(cell, value);
        ColumnStyles looks = styles.get(column);
        cell.setCellStyle(
                text != null && SafeText.looksLikeFormula(text) ? looks.quoted(tone, role) : looks.of(tone, role));
        if (text != null) {
            double width = page.columns().width(column) - CELL_EDGES;
            return text.length() * 2 <= width && text.indexOf('\n') < 0 ? 1 : TextWidth.lines(text, width);
        }
        if (value instanceof Number number) {
            fitting.see(column, number.doubleValue());
        }
        return 1;
    }
}
