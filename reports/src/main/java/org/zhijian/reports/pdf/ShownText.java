package org.zhijian.reports.pdf;

/** What of a text can be put on a page. */
final class ShownText {
    /** Stands for a character that the font lacks, such as an emoji. */
    private static final int MISSING = '□';

    private ShownText() {}

    /**
     * The text without what can't be seen: control characters, and the marks of writing direction, which would turn the
     * rest of a line round. Line ends stay; a character without a glyph becomes a box. Null is the empty text.
     */
    static String of(String text) {
        if (text == null) {
            return "";
        }
        StringBuilder shown = new StringBuilder(text.length());
        text.replace("\r\n", "\n").codePoints().forEach(character -> append(character, shown));
        return shown.toString();
    }

    /** The same in one line. */
    static String inOneLine(String text) {
        return of(text).replace('\n', ' ');
    }

    private static void append(int character, StringBuilder shown) {
        switch (character) {
            case '\n', '\r', '\u2028', '\u2029' -> shown.append('\n');
            case '\t' -> shown.append(' ');
            default -> {
                if (!isInvisible(character)) {
                    shown.appendCodePoint(Fonts.has(character) ? character : MISSING);
                }
            }
        }
    }

    private static boolean isInvisible(int character) {
        int type = Character.getType(character);
        return type == Character.CONTROL || type == Character.FORMAT || picksVariant(character);
    }

    /** Whether the character only picks a variant of the one before it. */
    private static boolean picksVariant(int character) {
        return isWithin(character, 0xFE00, 0xFE0F) || isWithin(character, 0xE0100, 0xE01EF);
    }

    private static boolean isWithin(int character, int first, int last) {
        return first <= character && character <= last;
    }
}
