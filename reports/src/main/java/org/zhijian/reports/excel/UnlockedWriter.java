package org.zhijian.reports.excel;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;

/**
 * A buffered writer of UTF-8 for one thread. POI writes each cell in a dozen pieces, and {@link java.io.BufferedWriter} takes
 * a lock for each, which is a third of the time that a big workbook takes.
 */
final class UnlockedWriter extends Writer {
    private static final int SIZE = 1 << 15;

    private final Writer out;
    private final char[] buffer = new char[SIZE];
    private int used;

    UnlockedWriter(OutputStream out) {
        this.out = new OutputStreamWriter(out, StandardCharsets.UTF_8);
    }

    @Override
    public void write(int character) throws IOException {
        if (used == SIZE) {
            pass();
        }
        buffer[used++] = (char) character;
    }

    @Override
    public void write(char[] text, int from, int length) throws IOException {
        if (fits(length)) {
            System.arraycopy(text, from, buffer, used, length);
            used += length;
        } else {
            out.write(text, from, length);
        }
    }

    @Override
    public void write(String text, int from, int length) throws IOException {
        if (fits(length)) {
            text.getChars(from, from + length, buffer, used);
            used += length;
        } else {
            out.write(text, from, length);
        }
    }

    @Override
    public void flush() throws IOException {
        pass();
        out.flush();
    }

    @Override
    public void close() throws IOException {
        try (out) {
            pass();
        }
    }

    /** Makes room; whether so much fits the empty buffer at all. */
    private boolean fits(int length) throws IOException {
        if (length > SIZE - used) {
            pass();
        }
        return length <= SIZE;
    }

    private void pass() throws IOException {
        if (used > 0) {
            out.write(buffer, 0, used);
            used = 0;
        }
    }
}
