package org.zhijian.reports.read;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** Rows that are read as they are asked for; close them, they hold files open. */
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
