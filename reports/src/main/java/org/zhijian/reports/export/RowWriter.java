package org.zhijian.reports.export;

import java.io.Closeable;
import java.io.IOException;
import org.zhijian.reports.read.Row;

/** Writes rows into a file; the file is complete when the writer has been closed. */
interface RowWriter extends Closeable {
    void write(Row row) throws IOException;
}
