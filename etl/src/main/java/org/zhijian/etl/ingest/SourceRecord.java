package org.zhijian.etl.ingest;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * One record of a file.
 *
 * @param line its first line, the file's first line being 1; in a workbook the row
 * @param values the values in the order of the reader's columns, null where blank
 * @param problem why it is no record, a reason of the quarantine, or null when it is one
 */
@SuppressWarnings("ArrayRecordComponent") // made once a record of millions, never compared
record SourceRecord(long line, String[] values, Reason problem) {
    /** What {@link #clean} takes away from around a value. */
    static final String WHITE_SPACE = IntStream.rangeClosed(0, Character.MAX_VALUE)
            .filter(SourceRecord::isWhiteSpace)
            .mapToObj(Character::toString)
            .collect(Collectors.joining());

    static SourceRecord broken(long line, Reason problem) {
        return new SourceRecord(line, null, problem);
    }

    /** The value without surrounding white space, null when nothing is left. */
    static String clean(String value) {
        if (value == null) {
            return null;
        }
        int from = 0;
        int to = value.length();
        while (from < to && isWhiteSpace(value.charAt(from))) {
            from++;
        }
        while (from < to && isWhiteSpace(value.charAt(to - 1))) {
            to--;
        }
        return from == to ? null : value.substring(from, to);
    }

    /** The spaces that do not break a line are none to Java, but to whoever looks at the file. */
    private static boolean isWhiteSpace(int character) {
        return Character.isWhitespace(character) || Character.isSpaceChar(character);
    }
}
