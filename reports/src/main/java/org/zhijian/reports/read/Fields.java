package org.zhijian.reports.read;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.zhijian.schema.Column;

/** The columns that the rows of one result have, in their order. */
public final class Fields {
    private final List<Column> columns;
    private final Map<String, Integer> positions = new HashMap<>();

    public Fields(List<Column> columns) {
        this.columns = List.copyOf(columns);
        for (int i = 0; i < columns.size(); i++) {
            positions.put(columns.get(i).name(), i);
        }
    }

    public List<Column> columns() {
        return columns;
    }

    public int size() {
        return columns.size();
    }

    /** The place of that column, from 0. */
    public int position(Column column) {
        Integer position = positions.get(column.name());
        if (position == null) {
            throw new IllegalArgumentException("The column " + column + " is not among the selected " + columns);
        }
        return position;
    }
}
