package org.zhijian.reports.pdf;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.sf.jasperreports.engine.JRElement;
import net.sf.jasperreports.engine.JRFrame;
import net.sf.jasperreports.engine.JasperReport;
import org.zhijian.reports.document.Tiles;
import org.zhijian.reports.document.Tone;
import org.zhijian.reports.look.Look;

/** Makes a piece of a document from its key figures. */
final class TileRows {
    private static final int MOST_IN_A_ROW = 4;
    private static final int GAP = 8;
    /** What is left blank at the left and at the right within a tile. */
    private static final int INSET = 9;
    /** The bar at the left of a tile, in the colour of its judgement. */
    private static final int ACCENT = 3;

    private static final Lettering SMALL = Fonts.regular(Look.NOTE_SIZE);
    /** About how high a row is; it grows with its text. */
    private static final int ROW = 84;

    private final Sheet sheet;

    TileRows(Sheet sheet) {
        this.sheet = sheet;
    }

    /** One piece; there is at least one figure. */
    Piece piece(Tiles tiles, Head head) {
        int rows = (tiles.tiles().size() + MOST_IN_A_ROW - 1) / MOST_IN_A_ROW;
        int inARow = (tiles.tiles().size() + rows - 1) / rows;
        int start = head.height(sheet) + ROW;
        JasperReport template = Fitted.shared(Template.TILES, sheet, start, inARow, made -> place(made, inARow));
        List<Map<String, Object>> records = new ArrayList<>();
        for (int first = 0; first < tiles.tiles().size(); first += inARow) {
            int end = Math.min(first + inARow, tiles.tiles().size());
            records.add(row(tiles.tiles().subList(first, end), textWidth(inARow)));
        }
        Records data = new Records(records.iterator());
        return new Piece(template, head.parameters(sheet), data, start);
    }

    private void place(JasperReport template, int inARow) {
        int width = width(inARow);
        Template.elements(template)
                .filter(JRFrame.class::isInstance)
                .map(JRFrame.class::cast)
                .forEach(tile -> {
                    int position = tile.getKey().charAt(tile.getKey().length() - 1) - '0';
                    tile.setX(position * (width + GAP));
                    tile.setWidth(width);
                    for (JRElement text : tile.getElements()) {
                        text.setX(INSET);
                        text.setWidth(textWidth(inARow));
                    }
                });
    }

    private int width(int inARow) {
        return (sheet.width() - GAP * (inARow - 1)) / inARow;
    }

    private int textWidth(int inARow) {
        return width(inARow) - 2 * INSET - ACCENT;
    }

    private static Map<String, Object> row(List<Tiles.Tile> tiles, int textWidth) {
        Map<String, Object> row = new HashMap<>();
        for (int i = 0; i < MOST_IN_A_ROW; i++) {
            row.put("has" + i, i < tiles.size());
        }
        for (int i = 0; i < tiles.size(); i++) {
            Tiles.Tile tile = tiles.get(i);
            String value = ShownText.of(tile.format().text(tile.value()));
            row.put("ground" + i, Styles.toned("tile", tile.tone()));
            row.put("figure" + i, Styles.toned("figure", tile.tone()));
            row.put("label" + i, Wrapping.wrapped(ShownText.of(tile.label()), SMALL, textWidth));
            row.put(
                    "value" + i,
                    tile.tone() == Tone.NEUTRAL ? value : tile.tone().sign() + " " + value);
            String comparisons = ShownText.of(String.join("\n", tile.comparisons()));
            row.put("comparisons" + i, Wrapping.wrapped(comparisons, SMALL, textWidth));
        }
        return row;
    }
}
