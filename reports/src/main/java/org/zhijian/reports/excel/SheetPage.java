package org.zhijian.reports.excel;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.common.usermodel.HyperlinkType;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Hyperlink;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.streaming.SXSSFRow;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.zhijian.reports.excel.CellLook.Trait;

/** A sheet that is written from top to bottom. */
final class SheetPage {
    static final float ROW_HEIGHT = 16.5f;

    /** Excel's limit is 409 points. */
    private static final float TALLEST = 400;

    private static final float LINE = 1.45f;
    private static final float LINE_EDGES = 4;

    /** Excel's first date. */
    private static final LocalDate FIRST_DATE = LocalDate.of(1900, 1, 1);

    /** Charts beside a table reach down no further. */
    private static final int REMEMBERED_ROWS = 500;

    private final Book book;
    private final SXSSFSheet sheet;
    private final Columns columns;
    private final List<Float> heights = new ArrayList<>();
    private int next;
    private int lastBreak;

    SheetPage(Book book, SXSSFSheet sheet, Columns columns) {
        this.book = book;
        this.sheet = sheet;
        this.columns = columns;
    }

    SXSSFSheet sheet() {
        return sheet;
    }

    /** The sheet's part that is not streamed: all but its rows. */
    XSSFSheet frame() {
        return book.workbook().getXSSFWorkbook().getSheet(sheet.getSheetName());
    }

    Columns columns() {
        return columns;
    }

    /** The index of the row that comes next. */
    int next() {
        return next;
    }

    boolean isFull() {
        return next >= book.rowsPerSheet();
    }

    /** A cell's place in a link. */
    String place(int row) {
        return new CellReference(sheet.getSheetName(), row, 0, false, false).formatAsString();
    }

    /** The next row, of the usual height. */
    SXSSFRow row() {
        remember(ROW_HEIGHT);
        return sheet.createRow(next++);
    }

    /** The next row. */
    SXSSFRow row(float height) {
        SXSSFRow row = sheet.createRow(next);
        setHeight(row, height);
        next++;
        return row;
    }

    /** Gives the row that was made last a height. */
    void setHeight(SXSSFRow row, float height) {
        float possible = Math.min(height, TALLEST);
        row.setHeightInPoints(possible);
        if (row.getRowNum() < heights.size()) {
            heights.set(row.getRowNum(), possible);
        } else {
            remember(possible);
        }
    }

    /** Leaves rows of the usual height empty until that much is free. */
    void leave(float height) {
        int rows = (int) Math.ceil(height / ROW_HEIGHT);
        for (int i = 0; i < rows; i++) {
            remember(ROW_HEIGHT);
        }
        next += rows;
    }

    private void remember(float height) {
        if (heights.size() < REMEMBERED_ROWS) {
            heights.add(height);
        }
    }

    /** The first row that begins at least that far below another. */
    int below(int row, float distance) {
        int below = row;
        for (float gone = 0; gone < distance; below++) {
            gone += below < heights.size() ? heights.get(below) : ROW_HEIGHT;
        }
        return below;
    }

    /** Begins a new page of paper where what comes would be cut in two, and fits a whole one. */
    void keepTogether(int row, float height) {
        keepTogether(row, height, width());
    }

    /** What stands side by side on the paper, in digits. */
    private double width() {
        return columns.between(0, Math.max(columns.count(), columns.spanning(0, Columns.PAGE)));
    }

    /**
     * Begins a new page of paper where what comes would be cut in two, and fits a whole one.
     *
     * @param width what stands side by side on the paper, in digits
     */
    void keepTogether(int row, float height, double width) {
        if (cuts(row, height, width)) {
            sheet.setRowBreak(row - 1);
            lastBreak = row;
        }
    }

    /** Whether a page of paper ends within what begins at that row, and a whole one would hold it. */
    boolean cuts(int row, float height, double width) {
        float paper = Paper.height(width);
        float gone = 0;
        for (int i = lastBreak; i < row; i++) {
            gone += i < heights.size() ? heights.get(i) : ROW_HEIGHT;
            gone = gone > paper ? gone - paper : gone;
        }
        float sure = paper * Paper.SURE;
        return gone + height > sure && height <= sure && gone > 0;
    }

    /** Puts a value into a cell. */
    void put(Row row, int column, Object value, CellLook look) {
        Cell cell = row.createCell(column);
        cell.setCellStyle(book.styles().of(look));
        String text = fill(cell, value);
        if (text != null && SafeText.looksLikeFormula(text)) {
            cell.setCellStyle(book.styles().of(look.with(Trait.QUOTED)));
        }
    }

    /**
     * Writes a value of any kind: numbers and dates as what they are, a number that is none and a missing one not at
     * all.
     *
     * @return the text, where it was written as text, or null
     */
    String fill(Cell cell, Object value) {
        if (value instanceof Number number) {
            if (Double.isFinite(number.doubleValue())) {
                cell.setCellValue(number.doubleValue());
            }
        } else if (value instanceof LocalDate date && !date.isBefore(FIRST_DATE)) {
            cell.setCellValue(date);
        } else if (value instanceof LocalDateTime moment
                && !moment.toLocalDate().isBefore(FIRST_DATE)) {
            cell.setCellValue(moment);
        } else if (value != null) {
            String text = book.safe().of(value.toString());
            if (!text.isEmpty()) {
                cell.setCellValue(text);
                return text;
            }
        }
        return null;
    }

    /** Makes cells of a row one. */
    void merge(int row, int column, int span) {
        if (span > 1) {
            sheet.addMergedRegionUnsafe(new CellRangeAddress(row, row, column, column + span - 1));
        }
    }

    /** Puts a value into a cell that reaches over more than one column. */
    void spread(Row row, int column, int span, Object value, CellLook look) {
        put(row, column, value, look);
        for (int i = 1; i < span; i++) {
            put(row, column + i, null, look);
        }
        merge(row.getRowNum(), column, span);
    }

    /** Writes running text below what is there, over as many columns. */
    void text(String text, int span, CellLook look) {
        float height = height(text, span, look);
        int rows = rows(text, span, look);
        int first = next;
        put(row(height / rows), 0, text, look);
        for (int i = 1; i < rows; i++) {
            row(height / rows);
        }
        if (rows > 1 || span > 1) {
            sheet.addMergedRegionUnsafe(new CellRangeAddress(first, next - 1, 0, span - 1));
        }
    }

    /** The number of rows that running text takes. */
    int rows(String text, int span, CellLook look) {
        return (int) Math.ceil(height(text, span, look) / TALLEST);
    }

    /** The height that text needs over the first columns. */
    float height(String text, int span, CellLook look) {
        double digits = columns.between(0, span) * CellLook.BODY.size() / look.size();
        return height(TextWidth.lines(book.safe().of(text), digits * 0.97), look);
    }

    static float height(int lines, CellLook look) {
        return Math.max(ROW_HEIGHT, lines * look.size() * LINE + LINE_EDGES);
    }

    /** Puts a link to a place within the workbook into a cell. */
    void link(Row row, int column, String text, String place, CellLook look) {
        put(row, column, text, look);
        Hyperlink link = book.workbook().getCreationHelper().createHyperlink(HyperlinkType.DOCUMENT);
        link.setAddress(place);
        row.getCell(column).setHyperlink(link);
    }

    /** The last thing to do: rows may have shown that columns must be wider, and how high the sheet is. */
    void finish() {
        columns.applyTo(sheet);
        double pages = heights.stream().mapToDouble(Float::doubleValue).sum() / Paper.height(width());
        if (pages > Paper.SURE && pages <= Paper.SHRUNK) {
            sheet.getPrintSetup().setFitHeight((short) 1);
        }
    }
}
