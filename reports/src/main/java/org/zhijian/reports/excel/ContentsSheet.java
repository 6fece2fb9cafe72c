package org.zhijian.reports.excel;

import java.util.List;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.Row;
import org.zhijian.reports.document.Document;
import org.zhijian.reports.document.Format;
import org.zhijian.reports.document.Grid.Line;
import org.zhijian.reports.document.Paragraph;
import org.zhijian.reports.document.Tone;
import org.zhijian.reports.excel.CellLook.Side;
import org.zhijian.reports.excel.CellLook.Trait;
import org.zhijian.reports.look.Look;

/**
 * The first sheet: what the workbook is, what each sheet holds, with a link to it, and the sections that are only text,
 * such as definitions.
 */
final class ContentsSheet {
    static final Columns COLUMNS = Columns.of(5, 34, 80, 12);

    private static final int WIDTH = 4;
    private static final float TITLE_HEIGHT = 40;
    private static final float GAP = 10;
    private static final CellLook SUBTITLE =
            CellLook.BODY.size(Look.SECTION_SIZE - 1).ink(Look.INK);
    private static final CellLook RULED = Styles.NOTE.rule(Side.BOTTOM, BorderStyle.MEDIUM, Look.PRIMARY);
    private static final CellLook NUMBER =
            Styles.value(Format.INTEGER, Tone.NEUTRAL, Line.Role.USUAL).ink(Look.MUTED);
    private static final CellLook TEXT = Styles.value(Format.TEXT, Tone.NEUTRAL, Line.Role.USUAL);
    private static final CellLook NAME =
            TEXT.ink(Look.PRIMARY).with(Trait.UNDERLINED).with(Trait.BOLD);

    private final Book book;
    private final SheetPage page;

    ContentsSheet(Book book) {
        this.book = book;
        this.page = book.contents();
    }

    /**
     * Writes the sheet.
     *
     * @param entries the sections, and the sheet with the charts' numbers
     */
    void write(List<Entry> entries) {
        Book.color(page.sheet(), Look.PRIMARY);
        Document document = book.document();
        page.put(page.row(TITLE_HEIGHT), 0, document.title(), Styles.TITLE);
        page.put(page.row(22), 0, document.subtitle(), SUBTITLE);
        Row source = page.row(page.height(document.source(), WIDTH, RULED) + GAP / 2);
        page.spread(source, 0, WIDTH, document.source(), RULED);
        page.row(GAP);
        writeHeadings();
        int first = page.next();
        int below = first + entries.size();
        for (int i = 0; i < entries.size(); i++) {
            Entry entry = entries.get(i);
            writeEntry(i + 1, entry, entry.isHere() ? page.place(below + 1) : entry.place());
            below += entry.isHere() ? rows(entry) : 0;
        }
        entries.stream().filter(Entry::isHere).forEach(this::writeText);
        page.finish();
    }

    private void writeHeadings() {
        Row row = page.row(24);
        page.put(row, 0, null, Styles.HEADING);
        page.put(row, 1, book.message("reports.excel.sheet"), Styles.HEADING);
        page.put(row, 2, book.message("reports.excel.holds"), Styles.HEADING);
        page.put(row, 3, book.message("reports.excel.rows"), Styles.heading(Format.INTEGER));
    }

    private void writeEntry(int number, Entry entry, String place) {
        String holds = book.safe().line(String.join(" · ", entry.holds()), 400);
        int lines = Math.max(
                TextWidth.lines(entry.title(), COLUMNS.width(1) - 2), TextWidth.lines(holds, COLUMNS.width(2) - 2));
        Row row = page.row(SheetPage.height(Math.min(lines, 6), TEXT) + 3);
        page.put(row, 0, number, NUMBER);
        page.link(row, 1, entry.title(), place, NAME);
        page.put(row, 2, holds, TEXT);
        page.put(row, 3, entry.rows(), NUMBER);
    }

    /** Writes a gap, the title and the text of a section. */
    private void writeText(Entry text) {
        page.row(GAP);
        page.put(page.row(24), 0, text.title(), Styles.PART);
        for (Paragraph paragraph : text.text()) {
            page.text(paragraph.text(), WIDTH, Styles.text(paragraph.role()));
        }
    }

    /** The rows that {@link #writeText} makes. */
    private int rows(Entry text) {
        return 2
                + text.text().stream()
                        .mapToInt(paragraph -> page.rows(paragraph.text(), WIDTH, Styles.text(paragraph.role())))
                        .sum();
    }
}
