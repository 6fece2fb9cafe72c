package org.zhijian.reports.document;

import java.util.List;

/**
 * Key figures side by side, at most four in a row.
 *
 * @param tiles the figures
 */
public record Tiles(List<Tile> tiles) implements Block {

    /**
     * One key figure.
     *
     * @param label what it is
     * @param value the figure
     * @param format how the figure is written
     * @param tone how it is judged
     * @param comparisons one line each: against the target, the last period, last year
     */
    public record Tile(String label, Object value, Format format, Tone tone, List<String> comparisons) {
        public Tile {
            comparisons = List.copyOf(comparisons);
        }
    }

    public Tiles {
        tiles = List.copyOf(tiles);
    }
}
