package org.zhijian.etl.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Collections;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Unpacks a workbook without holding it and tells whether reading it would fill the memory. What a workbook says about its
 * own size is not believed. A reader holds one row of a sheet at a time, with a place for every column up to the last that a
 * cell names, and all of any other part.
 */
final class WorkbookMeasure {
    /** What all parts may unpack to. */
    private static final long LARGEST = 4L << 30;

    /** What a row, or a part without rows, may unpack to. */
    private static final long LARGEST_ROW = 32L << 20;

    /** What the shared texts may unpack to. */
    private static final long LARGEST_SHARED_TEXTS = 256L << 20;

    /** Columns end at XFD. */
    private static final int LETTERS_OF_COLUMN = 3;

    private static final int BUFFER = 1 << 16;
    private static final String ROW = "row";

    private final long largest;
    private long bytes;
    private long largestRow;
    private long row;
    private byte last;
    private boolean inTag;
    private boolean isClosing;
    private boolean inName;
    private int matched;
    private Reference reference = Reference.NONE;
    private int letters;
    private boolean farCell;

    /** How much of a cell's {@code r="AB12"} has been seen. */
    private enum Reference {
        NONE,
        SPACE,
        NAME,
        EQUALS,
        LETTERS
    }

    private WorkbookMeasure(long largest) {
        this.largest = largest;
    }

    static boolean isTooLarge(Path file) throws IOException {
        return isTooLarge(file, LARGEST);
    }

    /** Whether it is too large for a reader that may hold so many bytes. */
    static boolean isTooLarge(Path file, long largest) throws IOException {
        WorkbookMeasure measure = new WorkbookMeasure(largest);
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                try (InputStream part = zip.getInputStream(entry)) {
                    if (!measure.fits(part, entry.getName())) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    private boolean fits(InputStream part, String name) throws IOException {
        largestRow = name.endsWith("sharedStrings.xml") ? LARGEST_SHARED_TEXTS : LARGEST_ROW;
        row = 0;
        inTag = false;
        last = 0;
        byte[] buffer = new byte[BUFFER];
        for (int count = part.read(buffer); count >= 0; count = part.read(buffer)) {
            bytes += count;
            for (int i = 0; i < count; i++) {
                look(buffer[i]);
            }
            if (bytes > largest || row > largestRow || farCell) {
                return false;
            }
        }
        return true;
    }

    private void look(byte next) {
        row++;
        if (next == '<') {
            inTag = true;
            inName = true;
            matched = 0;
            reference = Reference.NONE;
        } else if (next == '>' && inTag) {
            boolean isWhole = isClosing || last == '/';
            if (matched == ROW.length() && isWhole) {
                row = 0;
            }
            inTag = false;
        } else if (inTag) {
            lookForRow(next);
            lookForReference(next);
        }
        last = next;
    }

    /** The tag's name is {@code row}, with or without a prefix. */
    private void lookForRow(byte next) {
        if (last == '<') {
            isClosing = next == '/';
        }
        boolean endsName = isSpace(next) || (next == '/' && last != '<');
        if (next == ':' && inName) {
            matched = 0;
        } else if (endsName) {
            inName = false;
        } else if (inName && next != '/') {
            boolean fits = matched >= 0 && matched < ROW.length() && next == ROW.charAt(matched);
            matched = fits ? matched + 1 : -1;
        }
    }

    private void lookForReference(byte next) {
        boolean isSpace = isSpace(next);
        boolean isLetter = (next >= 'A' && next <= 'Z') || (next >= 'a' && next <= 'z');
        if (isSpace && reference != Reference.NAME && reference != Reference.EQUALS) {
            reference = Reference.SPACE;
        } else if (reference == Reference.SPACE && next == 'r') {
            reference = Reference.NAME;
        } else if (reference == Reference.NAME && next == '=') {
            reference = Reference.EQUALS;
        } else if (reference == Reference.EQUALS && (next == '"' || next == '\'')) {
            reference = Reference.LETTERS;
            letters = 0;
        } else if (reference == Reference.LETTERS && isLetter) {
            letters++;
            farCell |= letters > LETTERS_OF_COLUMN;
        } else if (!isSpace) {
            reference = Reference.NONE;
        }
    }

    private static boolean isSpace(byte next) {
        return next == ' ' || next == '\t' || next == '\n' || next == '\r';
    }
}
