package org.zhijian.reports.excel;

import java.awt.Color;
import org.apache.poi.ss.usermodel.Footer;
import org.apache.poi.ss.usermodel.Header;
import org.apache.poi.ss.usermodel.PageMargin;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.zhijian.reports.document.Document;
import org.zhijian.schema.text.Text;

/** A workbook in the making: what all of its sheets share. */
final class Book {
    /** A header or footer takes 255 characters with its codes. */
    private static final int PRINTED_LINE = 90;

    private final StreamedWorkbook workbook;
    private final Document document;
    private final int rowsPerSheet;
    private final Text messages;
    private final SafeText safe;
    private final Styles styles;
    private final SheetNames names = new SheetNames();
    private final SheetPage contents;
    private final ChartData chartData;

    /**
     * A workbook with its contents sheet.
     *
     * @param rowsPerSheet the most rows on a sheet
     */
    Book(StreamedWorkbook workbook, Document document, int rowsPerSheet) {
        this.workbook = workbook;
        this.document = document;
        this.rowsPerSheet = rowsPerSheet;
        messages = new Text(document.locale());
        safe = new SafeText(messages);
        styles = new Styles(workbook.getXSSFWorkbook());
        workbook.describe(safe.of(document.title()), safe.of(document.subtitle()), safe.of(document.source()));
        contents = sheet(messages.of("reports.excel.contents"), ContentsSheet.COLUMNS);
        chartData = new ChartData(names.take(messages.of("reports.excel.chart-data")), messages);
    }

    Document document() {
        return document;
    }

    int rowsPerSheet() {
        return rowsPerSheet;
    }

    SafeText safe() {
        return safe;
    }

    Styles styles() {
        return styles;
    }

    StreamedWorkbook workbook() {
        return workbook;
    }

    SheetPage contents() {
        return contents;
    }

    ChartData chartData() {
        return chartData;
    }

    String message(String key, Object... arguments) {
        return messages.of(key, arguments);
    }

    /** A new sheet after the others, with a name like that. */
    SheetPage sheet(String title, Columns columns) {
        return named(names.take(safe.line(title, Integer.MAX_VALUE)), columns);
    }

    /** A new sheet after the others, with a name that was taken before. */
    SheetPage named(String name, Columns columns) {
        SXSSFSheet sheet = workbook.createSheet(name);
        sheet.setDisplayGridlines(false);
        sheet.setDefaultRowHeightInPoints(SheetPage.ROW_HEIGHT);
        print(sheet);
        return new SheetPage(this, sheet, columns);
    }

    static void color(SXSSFSheet sheet, Color color) {
        sheet.setTabColor(Styles.color(color));
    }

    private void print(SXSSFSheet sheet) {
        PrintSetup setup = sheet.getPrintSetup();
        setup.setPaperSize(PrintSetup.A4_PAPERSIZE);
        setup.setLandscape(true);
        setup.setFitWidth((short) 1);
        setup.setFitHeight((short) 0);
        sheet.setFitToPage(true);
        sheet.setMargin(PageMargin.LEFT, Paper.MARGIN);
        sheet.setMargin(PageMargin.RIGHT, Paper.MARGIN);
        sheet.setMargin(PageMargin.TOP, Paper.MARGIN_WITH_LINE);
        sheet.setMargin(PageMargin.BOTTOM, Paper.MARGIN_WITH_LINE);
        sheet.setMargin(PageMargin.HEADER, Paper.MARGIN / 2);
        sheet.setMargin(PageMargin.FOOTER, Paper.MARGIN / 2);
        Header header = sheet.getHeader();
        header.setLeft(printed(document.title() + " · " + document.subtitle()));
        header.setRight("&8 &A");
        Footer footer = sheet.getFooter();
        footer.setLeft(printed(document.source()));
        footer.setRight("&8 " + messages.of("reports.excel.page"));
    }

    private String printed(String text) {
        return "&8 " + safe.line(text, PRINTED_LINE).replace("&", "&&");
    }
}
