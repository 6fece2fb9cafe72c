package org.zhijian.reports.excel;

import org.apache.poi.util.Units;
import org.apache.poi.xssf.usermodel.XSSFChart;
import org.apache.poi.xssf.usermodel.XSSFClientAnchor;
import org.apache.poi.xssf.usermodel.XSSFDrawing;
import org.openxmlformats.schemas.drawingml.x2006.main.CTNonVisualDrawingProps;
import org.openxmlformats.schemas.drawingml.x2006.spreadsheetDrawing.CTDrawing;
import org.openxmlformats.schemas.drawingml.x2006.spreadsheetDrawing.CTOneCellAnchor;
import org.openxmlformats.schemas.drawingml.x2006.spreadsheetDrawing.CTTwoCellAnchor;
import org.zhijian.reports.document.Chart;
import org.zhijian.reports.excel.Plot.Arrangement;
import org.zhijian.schema.text.Text;

/** Puts charts on sheets. */
final class Charts {
    /** The width of a chart, in digits: two stand side by side on a page. */
    static final double HALF = Columns.PAGE / 2 - 2;

    static final double WHOLE = Columns.PAGE;

    /** The points along an axis that half a page has room for. */
    private static final int MOST_IN_HALF = 16;

    /** Longer labels stand slanted, and take the chart's room, unless each has room for two lines. */
    private static final double SHORT_LABEL = 8;

    private static final float USUAL_HEIGHT = 222;

    /** So that no frame lies on the line between two rows, where paper may end. */
    private static final double FROM_EDGE = 3;

    private static final float HEIGHT_OF_BAR = 15;
    private static final float HEIGHT_AROUND_BARS = 90;

    /** Pixels of a digit. */
    private static final int DIGIT = 7;

    private final Book book;
    private final Text messages;

    Charts(Book book) {
        this.book = book;
        this.messages = new Text(book.document().locale());
    }

    Plot plot(Chart chart) {
        return Plot.of(chart, messages);
    }

    /** What stands in the place of a chart without numbers. */
    String nothingToShow(Plot plot) {
        return messages.of("reports.excel.nothing-to-show", plot.title());
    }

    /** Whether half a page is enough. */
    static boolean fitsHalf(Plot plot) {
        int labels = plot.categories().size();
        double room = Math.max(SHORT_LABEL, 2 * HALF / Math.max(1, labels));
        return plot.arrangement() == Arrangement.LYING
                || (labels <= MOST_IN_HALF
                        && plot.categories().stream().allMatch(label -> TextWidth.of(label) <= room));
    }

    /** Points. */
    static float height(Plot plot) {
        return plot.arrangement() == Arrangement.LYING
                ? Math.max(USUAL_HEIGHT, HEIGHT_AROUND_BARS + plot.categories().size() * HEIGHT_OF_BAR)
                : USUAL_HEIGHT;
    }

    /**
     * Draws a plot; it keeps its size whatever becomes of the rows and columns below it.
     *
     * @param width digits
     */
    void draw(SheetPage page, Plot plot, int column, int row, double width) {
        XSSFDrawing drawing = page.frame().createDrawingPatriarch();
        XSSFChart chart = drawing.createChart(new XSSFClientAnchor(0, 0, 0, 0, column, row, column + 1, row + 1));
        CTDrawing parts = drawing.getCTDrawing();
        int last = parts.sizeOfTwoCellAnchorArray() - 1;
        CTTwoCellAnchor stretched = parts.getTwoCellAnchorArray(last);
        CTOneCellAnchor fixed = parts.addNewOneCellAnchor();
        fixed.setFrom(stretched.getFrom());
        fixed.getFrom().setRowOff(Units.toEMU(FROM_EDGE));
        fixed.addNewExt().setCx(Units.pixelToEMU((int) Math.round(width * DIGIT)));
        fixed.getExt().setCy(Units.toEMU(height(plot)));
        fixed.setGraphicFrame(stretched.getGraphicFrame());
        fixed.addNewClientData();
        parts.removeTwoCellAnchor(last);
        CTNonVisualDrawingProps described =
                fixed.getGraphicFrame().getNvGraphicFramePr().getCNvPr();
        described.setDescr(book.safe().of(plot.title()));
        new NativeChart(chart, book.chartData().add(plot), book.safe()).draw();
    }
}
