package org.zhijian.reports.export;

import java.util.Comparator;
import java.util.List;
import org.zhijian.reports.read.Fields;
import org.zhijian.reports.read.Row;
import org.zhijian.schema.Column;

/** Orders rows by the columns of a key, missing values first. */
final class KeyOrder implements Comparator<Row> {
    private static final Comparator<Object> VALUES = Comparator.nullsFirst(KeyOrder::compareValues);

    private final int[] positions;

    KeyOrder(Fields fields, List<Column> key) {
        positions = key.stream().mapToInt(fields::position).toArray();
    }

    @Override
    public int compare(Row left, Row right) {
        for (int position : positions) {
            int order = VALUES.compare(left.value(position), right.value(position));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    /** Two values of one column have one type, and every type a column can have is comparable. */
    @SuppressWarnings("unchecked")
    private static int compareValues(Object left, Object right) {
        return ((Comparable<Object>) left).compareTo(right);
    }
}
