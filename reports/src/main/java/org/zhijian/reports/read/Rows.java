package org.zhijian.reports.read;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** Rows that are read as they are asked for. They hold files open until they are closed; closing twice does nothing. */
public interface Rows extends Iterator<Row>, AutoCloseable {
    /** The columns that each row has. */
    Fields fields();

    @Override
    void close();

    /** All that is left, in memory; closes the rows. */
    default List<Row> toList() {
        try (this) {
            List<Row> list = new ArrayList<>();
            forEachRemaining(list::add);
            return list;
        }
    }
}
