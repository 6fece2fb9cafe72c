package org.zhijian.reports.pdf;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.sf.jasperreports.engine.JRBand;
import net.sf.jasperreports.engine.JRChild;
import net.sf.jasperreports.engine.JRFrame;
import net.sf.jasperreports.engine.JRTextField;
import net.sf.jasperreports.engine.JasperReport;
import net.sf.jasperreports.engine.type.HorizontalTextAlignEnum;
import net.sf.jasperreports.engine.type.SplitTypeEnum;
import org.zhijian.reports.document.Grid;
import org.zhijian.reports.look.Look;
import org.zhijian.schema.text.Text;

/** Makes pieces of a document from its grids. */
final class Tables {
    /** A row of more lines may go on over the next page, else it would leave much of one blank. */
    private static final int MOST_KEPT_TOGETHER = 15;

    /** The group of the last rows. */
    private static final String END = "end";

    private static final int NOTE_GAP = 3;
    private static final Lettering NOTE = Fonts.regular(Look.NOTE_SIZE);

    private final Sheet sheet;
    private final Text text;

    Tables(Sheet sheet, Text text) {
        this.sheet = sheet;
        this.text = text;
    }

    /** The table in one piece or several; the note closes the last. */
    List<Piece> pieces(Grid grid, Head head, String note) {
        Columns columns = Columns.of(grid);
        List<Columns.Layout> layouts = columns.layouts(sheet);
        List<Piece> pieces = new ArrayList<>();
        for (int i = 0; i < layouts.size(); i++) {
            String title = layouts.size() == 1
                    ? head.title()
                    : text.of("reports.pdf.part", head.title(), i + 1, layouts.size());
            Head own = i == 0 ? new Head(head.section(), title) : head.further(title);
            Piece piece = piece(grid, layouts.get(i), own, i == layouts.size() - 1 ? note : "");
            if (columns.mostLines(layouts.get(i)) > MOST_KEPT_TOGETHER) {
                letRowsSplit(piece.template());
            }
            pieces.add(piece);
        }
        return pieces;
    }

    private Piece piece(Grid grid, Columns.Layout layout, Head head, String note) {
        Map<String, Object> parameters = head.parameters(sheet);
        parameters.put("empty", text.of("reports.pdf.no-rows"));
        parameters.put("isClosed", !note.isEmpty());
        parameters.put("note", Wrapping.wrapped(ShownText.of(note), NOTE, sheet.width()));
        Lettering bold = Fonts.bold(layout.size());
        int headerLines = 1;
        for (int i = 0; i < layout.columns().size(); i++) {
            String name =
                    ShownText.of(grid.columns().get(layout.columns().get(i)).name());
            String wrapped = Wrapping.balanced(name, bold, layout.room(i));
            parameters.put("heading" + i, wrapped);
            headerLines = Math.max(headerLines, (int) wrapped.lines().count());
        }
        int line = (int) Math.ceil(bold.lineHeight());
        TableEnds ends = TableEnds.of(grid, layout, sheet);
        int closing = note.isEmpty() ? 0 : height((String) parameters.get("note"));
        int beginning = ends.end() > 0 ? ends.beginning() : ends.beginning() + closing;
        int start = head.height(sheet)
                + headerLines * line
                + TableEnds.AROUND
                + Math.max(line + TableEnds.AROUND, beginning);
        JasperReport table = Fitted.own(Template.TABLE, sheet, start);
        Styles.sizeCells(table, layout.size());
        Template.elements(table)
                .filter(JRFrame.class::isInstance)
                .map(JRFrame.class::cast)
                .forEach(frame -> place(frame, grid, layout));
        keepTogether(table, ends.end() + closing);
        return new Piece(table, parameters, new Records(new TableRows(grid, layout, ends)), start);
    }

    private static int height(String note) {
        return (int) Math.ceil(note.lines().count() * NOTE.lineHeight()) + NOTE_GAP;
    }

    /** Lets the last rows begin only where they have room. */
    private static void keepTogether(JasperReport table, int height) {
        Template.groups(table)
                .filter(group -> group.getName().equals(END))
                .forEach(group -> group.setMinHeightToStartNewPage(height));
    }

    private static void letRowsSplit(JasperReport table) {
        for (JRBand band : table.getDetailSection().getBands()) {
            band.setSplitType(SplitTypeEnum.STRETCH);
        }
    }

    private void place(JRFrame frame, Grid grid, Columns.Layout layout) {
        frame.setWidth(sheet.width());
        List<JRChild> cells = frame.getChildren();
        int count = layout.columns().size();
        cells.subList(count, cells.size()).clear();
        int left = 0;
        for (int i = 0; i < count; i++) {
            JRTextField cell = (JRTextField) cells.get(i);
            cell.setX(left);
            cell.setWidth(layout.widths().get(i));
            boolean isNumber =
                    grid.columns().get(layout.columns().get(i)).format().isNumber();
            cell.setHorizontalTextAlign(isNumber ? HorizontalTextAlignEnum.RIGHT : HorizontalTextAlignEnum.LEFT);
            left += layout.widths().get(i);
        }
    }
}
