package org.zhijian.reports.excel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellReference;
import org.zhijian.reports.document.Format;
import org.zhijian.reports.document.Grid.Line;
import org.zhijian.reports.document.Tone;
import org.zhijian.reports.excel.Plot.Drawn;
import org.zhijian.reports.look.Look;
import org.zhijian.schema.text.Text;

/**
 * The numbers behind the charts, on the workbook's last sheet, one table below the other. A table's place is known when
 * its chart is drawn, before the sheet is written.
 */
final class ChartData {
    /** The title, the way back and what the sheet is for. */
    private static final int FIRST_ROW = 4;

    private static final int HEADING_EDGES = 6;
    private static final double LABELS = 30;
    private static final double NUMBERS = 20;

    private final String sheetName;
    private final Text messages;
    private final List<Table> tables = new ArrayList<>();
    private int next = FIRST_ROW;

    ChartData(String sheetName, Text messages) {
        this.sheetName = sheetName;
        this.messages = messages;
    }

    /**
     * The place of a chart's numbers.
     *
     * @param sheet the sheet's name
     * @param header the row of the headings; the labels stand in the first column, the series in those after it
     * @param plot what is drawn
     */
    record Table(String sheet, int header, Plot plot) {
        String labels() {
            return range(0);
        }

        String values(int series) {
            return range(series + 1);
        }

        CellReference name(int series) {
            return new CellReference(sheet, header, series + 1, true, true);
        }

        private String range(int column) {
            return new CellRangeAddress(header + 1, header + plot.categories().size(), column, column)
                    .formatAsString(sheet, true);
        }
    }

    /** Keeps a place for what a chart draws. */
    Table add(Plot plot) {
        Table table = new Table(sheetName, next + 1, plot);
        tables.add(table);
        next += plot.categories().size() + 3;
        return table;
    }

    boolean isEmpty() {
        return tables.isEmpty();
    }

    /** Writes the sheet. */
    Entry write(Book book) {
        int most = tables.stream()
                .mapToInt(table -> table.plot().series().size())
                .max()
                .orElse(0);
        double[] widths = new double[most + 1];
        Arrays.fill(widths, NUMBERS);
        widths[0] = LABELS;
        SheetPage page = book.named(sheetName, Columns.of(widths));
        Book.color(page.sheet(), Look.RULE);
        page.put(page.row(SheetHead.TITLE_HEIGHT), 0, sheetName, Styles.SHEET);
        SheetHead.linkBack(book, page);
        page.put(page.row(), 0, messages.of("reports.excel.chart-data-note"), Styles.NOTE_LINE);
        page.leave(SheetPage.ROW_HEIGHT);
        tables.forEach(table -> write(page, table));
        page.finish();
        return new Entry(
                sheetName, page.place(0), List.of(messages.of("reports.excel.chart-data-note")), null, List.of());
    }

    private void write(SheetPage page, Table table) {
        Plot plot = table.plot();
        page.put(page.row(), 0, plot.title(), Styles.PART);
        int lines = plot.series().stream()
                .mapToInt(series -> TextWidth.lines(series.name(), NUMBERS - HEADING_EDGES))
                .max()
                .orElse(1);
        Row header = page.row(SheetPage.height(lines, Styles.HEADING));
        page.put(header, 0, messages.of("reports.excel.label"), Styles.heading(Format.TEXT));
        for (int i = 0; i < plot.series().size(); i++) {
            page.put(header, i + 1, plot.series().get(i).name(), Styles.heading(Format.INTEGER));
        }
        for (int i = 0; i < plot.categories().size(); i++) {
            Row row = page.row();
            page.put(row, 0, plot.categories().get(i), look(Format.TEXT));
            for (int j = 0; j < plot.series().size(); j++) {
                Drawn series = plot.series().get(j);
                page.put(row, j + 1, series.values().get(i), look(series.format()));
            }
        }
        page.leave(SheetPage.ROW_HEIGHT);
    }

    private static CellLook look(Format format) {
        return Styles.value(format, Tone.NEUTRAL, Line.Role.USUAL);
    }
}
