package org.zhijian.reports.content;

import java.util.List;
import java.util.function.Function;
import org.zhijian.reports.document.Grid;

/**
 * A column of a table whose rows are all made from things of one kind.
 *
 * @param heading its heading
 * @param value what it says of a thing
 */
record TableColumn<T>(Grid.Heading heading, Function<T, Object> value) {

    /** The table that says of each thing what the columns say. */
    static <T> Grid grid(String title, List<TableColumn<T>> columns, List<T> things) {
        return new Grid(
                title,
                columns.stream().map(TableColumn::heading).toList(),
                things.stream().map(thing -> line(columns, thing)).toList());
    }

    private static <T> Grid.Line line(List<TableColumn<T>> columns, T thing) {
        return Grid.Line.of(
                columns.stream().map(column -> column.value().apply(thing)).toArray());
    }
}
