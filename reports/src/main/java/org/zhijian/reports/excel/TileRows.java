package org.zhijian.reports.excel;

import java.util.List;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.zhijian.reports.document.Format;
import org.zhijian.reports.document.Tiles;
import org.zhijian.reports.document.Tiles.Tile;
import org.zhijian.reports.excel.CellLook.Side;
import org.zhijian.reports.excel.CellLook.Trait;
import org.zhijian.reports.look.Look;

/** Key figures side by side, four in a row: each its label, the figure, and what it is compared with. */
final class TileRows {
    private static final int PER_ROW = 4;
    private static final double NARROWEST = 32;
    private static final int FIGURE_SIZE = 15;
    private static final float LABEL_HEIGHT = 20;
    private static final float FIGURE_HEIGHT = 28;
    private static final float GAP = 8;

    private static final CellLook GROUND =
            CellLook.BODY.fill(Look.SHADE).across(HorizontalAlignment.LEFT, 1).down(VerticalAlignment.CENTER);
    private static final CellLook LABEL = GROUND.ink(Look.MUTED);
    private static final CellLook FIGURE = GROUND.size(FIGURE_SIZE).with(Trait.BOLD);
    private static final CellLook COMPARISON =
            GROUND.size(Look.NOTE_SIZE).ink(Look.MUTED).with(Trait.WRAPPED);

    private final SheetPage page;

    TileRows(SheetPage page) {
        this.page = page;
    }

    void write(Tiles tiles) {
        for (int i = 0; i < tiles.tiles().size(); i += PER_ROW) {
            writeRow(
                    tiles.tiles().subList(i, Math.min(i + PER_ROW, tiles.tiles().size())));
            page.row(GAP);
        }
    }

    private void writeRow(List<Tile> tiles) {
        Row label = page.row(LABEL_HEIGHT);
        Row figure = page.row(FIGURE_HEIGHT);
        int column = 0;
        for (Tile tile : tiles) {
            int span = span(column);
            spread(label, column, span, tile.label(), LABEL, tile);
            spread(figure, column, span, figure(tile), figureLook(tile), tile);
            column += span;
        }
        int comparisons =
                tiles.stream().mapToInt(tile -> tile.comparisons().size()).max().orElse(0);
        for (int i = 0; i < comparisons; i++) {
            compare(tiles, i);
        }
    }

    private void compare(List<Tile> tiles, int line) {
        float height = SheetPage.ROW_HEIGHT;
        int column = 0;
        for (Tile tile : tiles) {
            int span = span(column);
            double width = page.columns().between(column, column + span) - 2;
            height = Math.max(height, SheetPage.height(TextWidth.lines(comparison(tile, line), width), COMPARISON));
            column += span;
        }
        Row row = page.row(height);
        column = 0;
        for (Tile tile : tiles) {
            int span = span(column);
            spread(row, column, span, comparison(tile, line), COMPARISON, tile);
            column += span;
        }
    }

    private int span(int column) {
        return page.columns().spanning(column, NARROWEST);
    }

    private static String comparison(Tile tile, int line) {
        return line < tile.comparisons().size() ? tile.comparisons().get(line) : "";
    }

    /** A figure that is not known is a dash, not an empty place. */
    private static Object figure(Tile tile) {
        return tile.value() == null ? Format.TEXT.text(null) : tile.value();
    }

    private static CellLook figureLook(Tile tile) {
        return FIGURE.format(Styles.pattern(tile.format(), tile.tone())).ink(Styles.color(tile.tone()));
    }

    /** The tone's colour stands at the left of a tile, a white gap at its right. */
    private void spread(Row row, int column, int span, Object value, CellLook look, Tile tile) {
        CellLook left = look.rule(
                Side.LEFT,
                BorderStyle.THICK,
                switch (tile.tone()) {
                    case NEUTRAL -> Look.PRIMARY;
                    default -> Styles.color(tile.tone());
                });
        for (int i = 0; i < span; i++) {
            CellLook cell = i == 0 ? left : look;
            page.put(
                    row,
                    column + i,
                    i == 0 ? value : null,
                    i == span - 1 ? cell.rule(Side.RIGHT, BorderStyle.THICK, Look.COLD) : cell);
        }
        page.merge(row.getRowNum(), column, span);
    }
}
