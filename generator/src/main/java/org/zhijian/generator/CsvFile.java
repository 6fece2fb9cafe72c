package org.zhijian.generator;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.zhijian.schema.Column;

/**
 * One RFC 4180 file in UTF-8, written field by field without making strings of numbers. It bears a provisional name until
 * it is closed, so that nobody loads half of it.
 */
final class CsvFile {
    private static final int ROOM = 1 << 16;
    /** More than the longest number and separator; longer text looks after itself. */
    private static final int SPARE = 64;

    private final Path target;
    private final Path provisional;
    private final OutputStream out;
    private final byte[] buffer = new byte[ROOM];
    private int used;
    private boolean inRow;
    private long rows;

    CsvFile(Path target, Compression compression, List<Column> columns) throws IOException {
        this.target = target;
        Files.createDirectories(target.toAbsolutePath().getParent());
        provisional = target.resolveSibling(target.getFileName() + ".part");
        out = compression.over(Files.newOutputStream(provisional));
        for (Column column : columns) {
            text(column.name());
        }
        endRow();
        rows = 0;
    }

    /** A field of text that may need quotes. Null is an empty field. */
    CsvFile text(String value) throws IOException {
        if (value == null || value.isEmpty()) {
            return empty();
        }
        return bytes(encoded(value));
    }

    /** A field that was {@link #encoded} before. */
    CsvFile bytes(byte[] encoded) throws IOException {
        separate();
        return more(encoded);
    }

    /** Continues the field begun last. */
    CsvFile more(byte[] encoded) throws IOException {
        if (encoded.length > ROOM - SPARE) {
            flush();
            out.write(encoded);
            return this;
        }
        makeRoom(encoded.length + SPARE);
        System.arraycopy(encoded, 0, buffer, used, encoded.length);
        used += encoded.length;
        return this;
    }

    CsvFile empty() throws IOException {
        separate();
        return this;
    }

    /** A number that is not negative. */
    CsvFile number(int value) throws IOException {
        separate();
        int digits = 1;
        for (int rest = value / 10; rest > 0; rest /= 10) {
            digits++;
        }
        return moreDigits(value, digits);
    }

    /** A field of one byte. */
    CsvFile digit(int value) throws IOException {
        separate();
        buffer[used++] = (byte) ('0' + value);
        return this;
    }

    /** Continues the field begun last with a number of so many digits, zeros first. */
    CsvFile moreDigits(long value, int digits) throws IOException {
        makeRoom(digits + SPARE);
        long rest = value;
        for (int i = used + digits - 1; i >= used; i--) {
            buffer[i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        used += digits;
        return this;
    }

    /** Continues the field begun last with hours, minutes and seconds. */
    CsvFile moreTime(int secondOfDay) throws IOException {
        moreDigits(secondOfDay / 3600, 2);
        buffer[used++] = ':';
        moreDigits(secondOfDay / 60 % 60, 2);
        buffer[used++] = ':';
        return moreDigits(secondOfDay % 60, 2);
    }

    void endRow() throws IOException {
        makeRoom(SPARE);
        buffer[used++] = '\r';
        buffer[used++] = '\n';
        inRow = false;
        rows++;
    }

    long rows() {
        return rows;
    }

    /** Completes the file under its name and returns its size in bytes. */
    long complete() throws IOException {
        try (out) {
            flush();
        }
        Files.move(provisional, target, StandardCopyOption.REPLACE_EXISTING);
        return Files.size(target);
    }

    /** Throws away what was written. */
    void abandon() throws IOException {
        out.close();
        Files.delete(provisional);
    }

    /** The bytes of a field, with quotes where RFC 4180 wants them. */
    static byte[] encoded(String value) {
        String quoted = value;
        if (value.indexOf(',') >= 0
                || value.indexOf('"') >= 0
                || value.indexOf('\n') >= 0
                || value.indexOf('\r') >= 0) {
            quoted = '"' + value.replace("\"", "\"\"") + '"';
        }
        return quoted.getBytes(StandardCharsets.UTF_8);
    }

    private void separate() throws IOException {
        makeRoom(SPARE);
        if (inRow) {
            buffer[used++] = ',';
        }
        inRow = true;
    }

    private void makeRoom(int bytes) throws IOException {
        if (used + bytes > ROOM) {
            flush();
        }
    }

    private void flush() throws IOException {
        out.write(buffer, 0, used);
        used = 0;
    }
}
