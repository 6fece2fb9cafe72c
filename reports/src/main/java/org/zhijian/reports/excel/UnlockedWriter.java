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
        makeRoom(1);
        buffer[used++] = (char) character;
    }

    @Override
    public void write(char[] text, int from, int length) throws IOException {
        if (length > SIZE) {
            pass();
            out.write(text, from, length);
            return;
        }
        makeRoom(length);
        System.arraycopy(text, from, buffer, used, length);
        used += length;
    }

    @Override
    public void write(String text) throws IOException {
        write(text, 0, text.length());
    }

    @Override
    public void write(String text, int from, int length) throws IOException {
        if (length > SIZE) {
            pass();
            out.write(text, from, length);
            return;
        }
        makeRoom(length);
        text.getChars(from, from + length, buffer, used);
        used += length;
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

    private void makeRoom(int length) throws IOException {
        if (length > SIZE - used) {
            pass();
        }
    }

    private void pass() throws IOException {
        out.write(buffer, 0, used);
        used = 0;
    }
}
