package org.zhijian.reports.excel;

import java.util.Arrays;

/**
 * How much room text takes, in the unit of a column's width, a digit: a Chinese character is nearly two wide, a small
 * Latin letter a little less than one.
 */
final class TextWidth {
    /** Widths are counted in tenths. */
    private static final int DIGIT = 10;

    private static final int SMALL = 9;
    private static final int CAPITAL = 12;
    private static final int WIDE = 19;

    private TextWidth() {}

    /** The width of the widest line, rounded up. */
    static int of(String text) {
        return (int) Math.ceil(
                (double) text.lines().mapToInt(TextWidth::tenths).max().orElse(0) / DIGIT);
    }

    /** The number of lines that the text fills in a column of that width, broken between words or Chinese characters. */
    static int lines(String text, double width) {
        double room = Math.max(1, width) * DIGIT;
        return text.lines().mapToInt(line -> broken(line, room)).sum();
    }

    /** The number of lines that a line is broken into. */
    private static int broken(String line, double room) {
        int lines = 1;
        int used = 0;
        int word = 0;
        for (int character : line.codePoints().toArray()) {
            int width = width(character);
            boolean wide = isWide(character);
            used += width;
            word = wide ? width : word + width;
            if (used > room && character != ' ') {
                lines++;
                word = word < used ? word : width;
                used = word;
            }
            if (wide || character == ' ') {
                word = 0;
            }
        }
        return lines;
    }

    /** The width that a heading needs: long ones stand in two lines, broken between words or Chinese characters. */
    static int ofHeading(String heading) {
        int longestWord = Arrays.stream(heading.split("\\s+"))
                .mapToInt(word -> word.codePoints().anyMatch(TextWidth::isWide) ? Math.min(of(word), 12) : of(word))
                .max()
                .orElse(0);
        int width = of(heading);
        return Math.max(longestWord, Math.max(Math.min(width, 12), (int) Math.ceil(width * 0.55)));
    }

    private static int tenths(String line) {
        return line.codePoints().map(TextWidth::width).sum();
    }

    private static int width(int character) {
        if (character < 0x7F) {
            if (character >= 'A' && character <= 'Z') {
                return CAPITAL;
            }
            return character >= '0' && character <= '9' ? DIGIT : SMALL;
        }
        return switch (Character.getType(character)) {
            case Character.FORMAT, Character.NON_SPACING_MARK, Character.ENCLOSING_MARK -> 0;
            default -> isWide(character) ? WIDE : DIGIT;
        };
    }

    private static boolean isWide(int character) {
        return character >= 0x1100
                && (character <= 0x115F
                        || within(character, 0x2E80, 0xA4CF)
                        || within(character, 0xAC00, 0xD7A3)
                        || within(character, 0xF900, 0xFAFF)
                        || within(character, 0xFE30, 0xFE6F)
                        || within(character, 0xFF00, 0xFF60)
                        || within(character, 0xFFE0, 0xFFE6)
                        || within(character, 0x1F300, 0x1FAFF)
                        || within(character, 0x20000, 0x3FFFD));
    }

    private static boolean within(int character, int first, int last) {
        return character >= first && character <= last;
    }
}
