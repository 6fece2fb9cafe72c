package org.zhijian.reports.pdf;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Breaks text into lines: between words, between Chinese characters, and within a word that is wider than the line. A
 * number, a date such as 2026-10 and a time are words. No line begins with a mark that closes something or ends with one
 * that opens something. Jasper's own line breaks don't
 * keep to that, so text comes to it in lines.
 */
final class Wrapping {
    /** What rounding in Jasper may add to a line. */
    private static final double TOLERANCE = 0.6;
    /** How finely lines are balanced. */
    private static final double STEP = 2;
    /** Marks that close something, which the JDK lets begin a line. */
    private static final String NEVER_FIRST = "…～·—";
    /** Marks within a number, a date or the number of a record, after which the JDK begins a line. */
    private static final String WITHIN_NUMBERS = ".:-–";

    private Wrapping() {}

    /** The text with a line end wherever it has to take a new line; those it has are kept. */
    static String wrapped(String text, Lettering lettering, double width) {
        return text.indexOf('\n') < 0 && lettering.width(text) <= width - TOLERANCE
                ? text
                : String.join("\n", lines(text, lettering, width - TOLERANCE));
    }

    /** The same in as few lines, of about the same length: no heading ends in a single character. */
    static String balanced(String text, Lettering lettering, double width) {
        double widestPiece = widestPiece(text, lettering);
        int count = lines(text, lettering, width - TOLERANCE).size();
        double narrow = width;
        while (narrow - STEP - TOLERANCE >= widestPiece
                && lines(text, lettering, narrow - STEP - TOLERANCE).size() == count) {
            narrow -= STEP;
        }
        return wrapped(text, lettering, narrow);
    }

    /** The lines, none wider than the width, at least one. */
    static List<String> lines(String text, Lettering lettering, double width) {
        List<String> lines = new ArrayList<>();
        text.lines().forEach(paragraph -> wrap(paragraph, lettering, width, lines));
        return lines.isEmpty() ? List.of("") : lines;
    }

    /** How wide the widest piece is that no line end may divide. */
    static double widestPiece(String text, Lettering lettering) {
        return pieces(text).stream()
                .mapToDouble(piece -> lettering.width(piece.strip()))
                .max()
                .orElse(0);
    }

    /** The least width at which the text takes no more than so many lines. */
    static double narrowest(String text, Lettering lettering, int mostLines) {
        double width = widestPiece(text, lettering);
        double step = lettering.width("中") / 4;
        while (lines(text, lettering, width).size() > mostLines) {
            width += step;
        }
        return width;
    }

    private static void wrap(String paragraph, Lettering lettering, double width, List<String> lines) {
        StringBuilder line = new StringBuilder();
        double used = 0;
        for (String piece : pieces(paragraph)) {
            if (used + lettering.width(piece.stripTrailing()) > width) {
                if (line.length() > 0) {
                    lines.add(line.toString().stripTrailing());
                    line.setLength(0);
                }
                breakWithin(piece, lettering, width, line, lines);
                used = lettering.width(line.toString());
            } else {
                line.append(piece);
                used += lettering.width(piece);
            }
        }
        lines.add(line.toString().stripTrailing());
    }

    private static void breakWithin(
            String piece, Lettering lettering, double width, StringBuilder line, List<String> lines) {
        double used = 0;
        for (int character : piece.stripTrailing().codePoints().toArray()) {
            String one = Character.toString(character);
            double advance = lettering.width(one);
            if (used > 0 && used + advance > width) {
                lines.add(line.toString());
                line.setLength(0);
                used = 0;
            }
            line.append(one);
            used += advance;
        }
        line.append(piece.substring(piece.stripTrailing().length()));
    }

    private static List<String> pieces(String text) {
        BreakIterator breaks = BreakIterator.getLineInstance(Locale.ROOT);
        breaks.setText(text);
        List<String> pieces = new ArrayList<>();
        int start = breaks.first();
        for (int end = breaks.next(); end != BreakIterator.DONE; end = breaks.next()) {
            if (end == text.length() || !isKeptWithNext(text, end)) {
                pieces.add(text.substring(start, end));
                start = end;
            }
        }
        return pieces;
    }

    private static boolean isKeptWithNext(String text, int place) {
        return NEVER_FIRST.indexOf(text.charAt(place)) >= 0 || isWithinNumber(text, place);
    }

    /** Whether the mark before that place stands between a digit and another digit or letter. */
    private static boolean isWithinNumber(String text, int place) {
        if (place < 2 || WITHIN_NUMBERS.indexOf(text.charAt(place - 1)) < 0) {
            return false;
        }
        char before = text.charAt(place - 2);
        char after = text.charAt(place);
        return (isDigit(before) && isLatin(after)) || (isLatin(before) && isDigit(after));
    }

    private static boolean isDigit(char character) {
        return isWithin(character, '0', '9');
    }

    private static boolean isLatin(char character) {
        return isDigit(character) || isWithin(character, 'A', 'Z') || isWithin(character, 'a', 'z');
    }

    private static boolean isWithin(char character, char first, char last) {
        return first <= character && character <= last;
    }
}
