package org.zhijian.etl.ingest;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/**
 * Ends the reading of a text in which a record does not end, before it fills the memory. Whoever reads says where each record
 * begins; what stands in buffers behind the one before counts with it.
 */
final class RecordBound extends FilterReader {
    /** The longest record, in characters. */
    private static final int LONGEST = 1 << 24;

    /** More columns than this, no file has: those of a workbook end at XFD, the 16,384th. */
    private static final int MOST_COLUMNS = 20_000;

    private long read;

    RecordBound(Reader in) {
        super(in);
    }

    void begin() {
        read = 0;
    }

    /** From here on whoever reads sees to it himself. */
    void end() {
        read = Long.MIN_VALUE;
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
        if (read > LONGEST) {
            throw new IOException("a record is longer than " + LONGEST + " characters");
        }
        int count = super.read(buffer, offset, length);
        read += Math.max(0, count);
        return count;
    }

    static void requireColumns(int count) throws IOException {
        if (count > MOST_COLUMNS) {
            throw new IOException("it has more than " + MOST_COLUMNS + " columns");
        }
    }
}
