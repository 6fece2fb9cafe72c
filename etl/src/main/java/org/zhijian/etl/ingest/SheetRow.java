package org.zhijian.etl.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.zhijian.schema.sheet.ScoreSheetLayout;

/** One row of a score sheet, and what was found wrong with it. */
final class SheetRow {
    private final String sheet;
    private final int number;
    private final Map<String, Integer> columns;
    private final List<String> cells;
    private final List<Misfit> misfits = new ArrayList<>();

    /**
     * A row.
     *
     * @param sheet the sheet's name
     * @param number the row's number, the sheet's first being 1
     * @param columns where its columns stand by key, the first at 0
     * @param cells the texts of its cells, null where blank
     */
    SheetRow(String sheet, int number, Map<String, Integer> columns, List<String> cells) {
        this.sheet = sheet;
        this.number = number;
        this.columns = columns;
        this.cells = cells;
    }

    int number() {
        return number;
    }

    /** What stands in that column, null when the cell is blank. */
    String text(String key) {
        int position = columns.get(key);
        return position < cells.size() ? cells.get(position) : null;
    }

    /** A line of its own for what that column says. */
    long line(String key) {
        return FilledSheet.line(number, columns.get(key) + 1);
    }

    /** Takes note of what is wrong with a cell. */
    void misfit(String key, Reason reason, String allowed) {
        misfit(key, key, reason, allowed);
    }

    /** The same where the column has a name of its own. */
    void misfit(String key, String name, Reason reason, String allowed) {
        misfits.add(new Misfit(
                number, name, text(key), reason, allowed, ScoreSheetLayout.cell(sheet, number, columns.get(key) + 1)));
    }

    List<Misfit> misfits() {
        return misfits;
    }
}
