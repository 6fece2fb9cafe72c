package org.zhijian.reports.excel;

import java.util.regex.Pattern;
import org.zhijian.schema.text.Text;

/** Text as a workbook can hold it: whatever came in, the file opens and the text is text. */
public final class SafeText {
    /** The most that a cell holds, in UTF-16 units. */
    static final int LONGEST = 32_767;

    /** How a workbook writes a character by its number; what looks like it is written so itself, or it would be decoded. */
    private static final Pattern ESCAPE = Pattern.compile("_(?=x[0-9A-Fa-f]{4}_)");

    private final Text messages;

    public SafeText(Text messages) {
        this.messages = messages;
    }

    /**
     * The text without characters that XML does not know, with line feeds for line ends, and cut where it is longer than
     * a cell; a mark then says how long it was. A missing text is empty.
     */
    public String of(String text) {
        if (text == null) {
            return "";
        }
        String known = isPlain(text) ? text : withoutUnknown(text);
        String escaped = known.indexOf("_x") < 0 ? known : ESCAPE.matcher(known).replaceAll("_x005F_");
        return escaped.length() <= LONGEST ? escaped : cut(escaped, known.length());
    }

    /** The text in one line, cut to that many characters: for names and footers. */
    String line(String text, int length) {
        String line = of(text).replaceAll("\\s+", " ").strip();
        return line.length() <= length ? line : head(line, length - 1) + "…";
    }

    /** Whether a program that reads the cell again could take the text for a formula. */
    public static boolean looksLikeFormula(String text) {
        if (text.isEmpty()) {
            return false;
        }
        return switch (text.charAt(0)) {
            case '=', '+', '-', '@', '\t', '\n' -> true;
            default -> false;
        };
    }

    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            if (character < ' ' || (character >= 0xD800 && character < 0xE000) || character >= 0xFFFE) {
                return false;
            }
        }
        return true;
    }

    private static String withoutUnknown(String text) {
        StringBuilder known = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); ) {
            int character = text.codePointAt(i);
            i += Character.charCount(character);
            if (character == '\r') {
                if (i == text.length() || text.charAt(i) != '\n') {
                    known.append('\n');
                }
            } else if (isInXml(character)) {
                known.appendCodePoint(character);
            }
        }
        return known.toString();
    }

    private static boolean isInXml(int character) {
        return (character >= ' ' && character < 0xD800)
                || character == '\t'
                || character == '\n'
                || (character >= 0xE000 && character < 0xFFFE)
                || character >= 0x10000;
    }

    private String cut(String text, int length) {
        String mark = messages.of("reports.excel.cut", length);
        return head(text, LONGEST - mark.length()) + mark;
    }

    private static String head(String text, int length) {
        int end = Character.isHighSurrogate(text.charAt(length - 1)) ? length - 1 : length;
        return text.substring(0, end);
    }
}
