package org.zhijian.reports.pdf;

import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.zhijian.reports.document.Grid;
import org.zhijian.reports.document.Tone;

/** The rows of a table as records of its template. */
final class TableRows implements Iterator<Map<String, Object>> {
    /** For how many columns the template has cells. */
    static final int MOST_COLUMNS = 24;

    private final Iterator<Grid.Line> lines;
    private final List<Grid.Heading> headings;
    private final Columns.Layout layout;
    private final Lettering usual;
    private final Lettering total;
    private final long firstOfEnd;
    private long shown;
    private boolean isShaded;

    TableRows(Grid grid, Columns.Layout layout, TableEnds ends) {
        this.lines = grid.rows().iterator();
        this.headings = grid.columns();
        this.layout = layout;
        this.usual = Fonts.regular(layout.size());
        this.total = Fonts.bold(layout.size());
        this.firstOfEnd = ends.firstOfEnd();
    }

    /** What stands in a cell: the sign of its judgement and the value. */
    static String text(Grid.Heading heading, Grid.Line line, int column) {
        Object value = line.values().get(column);
        Object plain = value instanceof Grid.Judged judged ? judged.value() : value;
        String text = ShownText.of(heading.format().text(plain));
        Tone tone = tone(value);
        return tone == Tone.NEUTRAL ? text : tone.sign() + " " + text;
    }

    @Override
    public boolean hasNext() {
        return shown == 0 || lines.hasNext();
    }

    /** The next row; without any, one record that says so. */
    @Override
    public Map<String, Object> next() {
        boolean isEmpty = shown == 0 && !lines.hasNext();
        Map<String, Object> row = new HashMap<>();
        row.put("isEmpty", isEmpty);
        row.put("isRow", !isEmpty);
        row.put("isEnd", !isEmpty && shown >= firstOfEnd);
        shown++;
        if (!isEmpty) {
            fill(row, lines.next());
        }
        return row;
    }

    private void fill(Map<String, Object> row, Grid.Line line) {
        boolean isTotal = line.role() == Grid.Line.Role.TOTAL;
        String ground = isShaded ? "row.shaded" : "row";
        row.put("ground", isTotal ? "row.total" : ground);
        isShaded = !isShaded;
        for (int i = 0; i < layout.columns().size(); i++) {
            int column = layout.columns().get(i);
            String text = text(headings.get(column), line, column);
            row.put("value" + i, Wrapping.wrapped(text, isTotal ? total : usual, layout.room(i)));
            row.put(
                    "style" + i,
                    Styles.toned(isTotal ? "total" : "cell", tone(line.values().get(column))));
        }
    }

    private static Tone tone(Object value) {
        return value instanceof Grid.Judged judged ? judged.tone() : Tone.NEUTRAL;
    }
}
