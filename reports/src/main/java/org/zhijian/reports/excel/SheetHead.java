package org.zhijian.reports.excel;

import org.apache.poi.ss.usermodel.Row;
import org.zhijian.reports.document.Document;

/** The rows that every sheet but the first begins with: its title, and the way back to the contents. */
final class SheetHead {
    static final float TITLE_HEIGHT = 27;

    private SheetHead() {}

    static void write(Book book, SheetPage page, String title) {
        page.put(page.row(TITLE_HEIGHT), 0, title, Styles.SHEET);
        Row row = linkBack(book, page);
        Document document = book.document();
        page.put(row, 1, document.title() + " · " + document.subtitle(), Styles.NOTE_LINE);
    }

    /** Writes the head with a link to another place beside the way back. */
    static void write(Book book, SheetPage page, String title, String link, String place) {
        page.put(page.row(TITLE_HEIGHT), 0, title, Styles.SHEET);
        page.link(linkBack(book, page), 1, link, place, Styles.LINK);
    }

    /** Writes the row with the link to the contents sheet. */
    static Row linkBack(Book book, SheetPage page) {
        Row row = page.row();
        page.link(row, 0, book.message("reports.excel.back"), book.contents().place(0), Styles.LINK);
        return row;
    }
}
