package org.zhijian.reports.pdf;

import java.util.Locale;
import java.util.function.IntPredicate;

/** What of a text can be put on a page. */
final class ShownText {
    private ShownText() {}

    /**
     * The text without what can't be seen: control characters, the marks of writing direction, which would turn the rest of
     * a line round, and what only picks another look of the character before. Line ends stay. A character that the fonts
     * lack is told by its number, as {@code [U+20BB7]}: it can be looked up, and two of them are not mistaken for one
     * another. Null is the empty text.
     */
    static String of(String text) {
        return of(text, Fonts::has);
    }

    /** The same in one line. */
    static String inOneLine(String text) {
        return of(text).replace('\n', ' ');
    }

    /** The same in one line of a chart. */
    static String inAChart(String text) {
        return of(text, Fonts::hasInCharts).replace('\n', ' ');
    }

    private static String of(String text, IntPredicate isKnown) {
        if (text == null) {
            return "";
        }
        StringBuilder shown = new StringBuilder(text.length());
        text.replace("\r\n", "\n").codePoints().forEach(character -> append(character, isKnown, shown));
        return shown.toString();
    }

    private static void append(int character, IntPredicate isKnown, StringBuilder shown) {
        switch (character) {
            case '\n', '\r', '\u2028', '\u2029' -> shown.append('\n');
            case '\t' -> shown.append(' ');
            default -> {
                if (isInvisible(character)) {
                    return;
                }
                if (isKnown.test(character)) {
                    shown.appendCodePoint(character);
                } else {
                    shown.append(String.format(Locale.ROOT, "[U+%04X]", character));
                }
            }
        }
    }

    private static boolean isInvisible(int character) {
        int type = Character.getType(character);
        return type == Character.CONTROL || type == Character.FORMAT || picksVariant(character);
    }

    /** Whether the character only picks a variant, or an emoji's skin, of the one before it. */
    private static boolean picksVariant(int character) {
        return isWithin(character, 0xFE00, 0xFE0F)
                || isWithin(character, 0xE0100, 0xE01EF)
                || isWithin(character, 0x1F3FB, 0x1F3FF);
    }

    private static boolean isWithin(int character, int first, int last) {
        return first <= character && character <= last;
    }
}
