package org.zhijian.reports.pdf;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.sf.jasperreports.engine.JasperReport;
import org.zhijian.reports.document.Block;
import org.zhijian.reports.document.Chart;
import org.zhijian.reports.document.Grid;
import org.zhijian.reports.document.Paragraph;
import org.zhijian.reports.document.Section;
import org.zhijian.reports.document.Tiles;
import org.zhijian.reports.look.Look;
import org.zhijian.schema.text.Text;

/** Makes the pieces of which a document's pages consist. */
final class Pieces {
    /** A paragraph of up to so many lines stays with what follows it where it heads a section, leads, or has a note. */
    private static final int SHORT = 4;

    private static final int GAP = 5;
    /** No chart is so high that the title of its section and a lead have no room above it. */
    private static final int ABOVE_CHART = 70;
    /** The bar beside a lead and the gap to it. */
    private static final int INDENT = 12;

    private final Sheet sheet;
    private final Text text;

    Pieces(Sheet sheet, Text text) {
        this.sheet = sheet;
        this.text = text;
    }

    /** What stands at the top of the first page. */
    Piece opening(String title, String subtitle) {
        String large = Wrapping.wrapped(ShownText.inOneLine(title), Fonts.bold(Look.TITLE_SIZE), sheet.width());
        String small = Wrapping.wrapped(ShownText.of(subtitle), Fonts.regular(Look.LEAD_SIZE), sheet.width());
        Map<String, Object> texts = Map.of("title", large, "subtitle", small);
        JasperReport template = Fitted.shared(Template.OPENING, sheet, 0);
        return new Piece(template, new HashMap<>(), new Records(List.of(texts).iterator()), 0);
    }

    /** The pieces of a section in order; the first shows its title. */
    List<Piece> of(Section section) {
        List<Block> blocks = new ArrayList<>(section.blocks());
        blocks.removeIf(block -> block instanceof Tiles tiles && tiles.tiles().isEmpty());
        if (blocks.isEmpty()) {
            blocks.add(Paragraph.note(text.of("reports.pdf.no-values")));
        }
        List<Closed> parts = Closed.of(blocks);
        List<Piece> pieces = new ArrayList<>();
        int following = 0;
        for (int i = parts.size() - 1; i >= 0; i--) {
            Closed part = parts.get(i);
            Head head = new Head(i == 0 ? section.title() : "", title(part.block()));
            boolean hasNote = i + 1 < parts.size() && parts.get(i + 1).isNote();
            List<Piece> own = pieces(part, head, following, hasNote);
            following = own.get(0).start();
            pieces.addAll(0, own);
        }
        return pieces;
    }

    private List<Piece> pieces(Closed part, Head head, int following, boolean hasNote) {
        Block block = part.block();
        if (block instanceof Grid grid) {
            return new Tables(sheet, text).pieces(grid, head, part.note());
        }
        if (block instanceof Tiles tiles) {
            return List.of(new TileRows(sheet).piece(tiles, head));
        }
        if (block instanceof Chart chart) {
            return pieces(chart, head, part.note());
        }
        return List.of(piece((Paragraph) block, head, following, hasNote));
    }

    private List<Piece> pieces(Chart chart, Head head, String note) {
        int room = sheet.height() - head.height(sheet) - ABOVE_CHART - GAP;
        List<Picture> pictures = new Pictures(sheet.width(), room, text).of(chart);
        if (pictures.isEmpty()) {
            return List.of(note(text.of("reports.pdf.no-values"), head));
        }
        List<Piece> pieces = new ArrayList<>();
        Optional<Piece> closing = note.isEmpty() ? Optional.empty() : Optional.of(note(note, new Head("", "")));
        for (int i = 0; i < pictures.size(); i++) {
            String title = pictures.size() == 1
                    ? head.title()
                    : text.of("reports.pdf.part", head.title(), i + 1, pictures.size());
            Head own = i == 0 ? new Head(head.section(), title) : head.further(title);
            Map<String, Object> row = Map.of("picture", new Drawing(pictures.get(i), sheet.width()));
            boolean isLast = i == pictures.size() - 1;
            int below = isLast ? closing.map(Piece::start).orElse(0) : 0;
            int start = own.height(sheet) + pictures.get(i).height() + GAP + below;
            JasperReport template = Fitted.shared(Template.PICTURE, sheet, start);
            Iterator<Map<String, Object>> rows = List.of(row).iterator();
            pieces.add(new Piece(template, own.parameters(sheet), new Records(rows), start));
        }
        closing.ifPresent(pieces::add);
        return pieces;
    }

    private Piece note(String note, Head head) {
        return piece(Paragraph.note(note), head, 0, false);
    }

    private Piece piece(Paragraph paragraph, Head head, int following, boolean hasNote) {
        Lettering lettering = lettering(paragraph.role());
        String shown = Wrapping.wrapped(ShownText.of(paragraph.text()), lettering, sheet.width() - INDENT);
        int lines = (int) shown.lines().count();
        int height = (int) Math.ceil(Math.min(lines, SHORT) * lettering.lineHeight()) + GAP;
        boolean introduces = !head.section().isEmpty() || paragraph.role() == Paragraph.Role.LEAD;
        boolean staysWithNext = (introduces || hasNote) && lines <= SHORT;
        int start = head.height(sheet) + height + (staysWithNext ? following : 0);
        Map<String, Object> row = Map.of("style", style(paragraph.role()), "text", shown);
        JasperReport template = Fitted.shared(Template.PARAGRAPH, sheet, start);
        Iterator<Map<String, Object>> rows = List.of(row).iterator();
        return new Piece(template, head.parameters(sheet), new Records(rows), start);
    }

    private static String title(Block block) {
        if (block instanceof Grid grid) {
            return grid.title();
        }
        return block instanceof Chart chart ? chart.title() : "";
    }

    private static Lettering lettering(Paragraph.Role role) {
        return switch (role) {
            case LEAD -> Fonts.bold(Look.LEAD_SIZE);
            case BODY -> Fonts.regular(Look.BODY_SIZE);
            case NOTE -> Fonts.regular(Look.NOTE_SIZE);
        };
    }

    private static String style(Paragraph.Role role) {
        return switch (role) {
            case LEAD -> "lead";
            case BODY -> "body";
            case NOTE -> "note";
        };
    }
}
