package org.zhijian.reports.excel;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Names of sheets that Excel takes: at most 31 characters, none of {@code []:*?/\}, none twice. */
public final class SheetNames {
    private static final int LONGEST = 31;

    private final Set<String> taken = new HashSet<>();

    /** Excel keeps this one for itself. */
    public SheetNames() {
        taken.add("history");
    }

    /** A name like that which is not taken; from then on it is. */
    public String take(String wanted) {
        String base = valid(wanted);
        String name = base;
        for (int i = 2; !taken.add(name.toLowerCase(Locale.ROOT)); i++) {
            String number = " (" + i + ")";
            name = head(base, LONGEST - number.length()) + number;
        }
        return name;
    }

    private static String valid(String wanted) {
        StringBuilder name = new StringBuilder();
        wanted.codePoints()
                .map(character ->
                        Character.isISOControl(character) || "[]:*?/\\".indexOf(character) >= 0 ? ' ' : character)
                .filter(character -> !Character.isSurrogate((char) character) || character > 0xFFFF)
                .filter(character ->
                        Character.getType(character) != Character.FORMAT && character != 0xFFFE && character != 0xFFFF)
                .forEach(name::appendCodePoint);
        String trimmed = head(trimmed(name.toString()), LONGEST);
        return trimmed.isEmpty() ? "-" : trimmed;
    }

    /** Excel takes no apostrophe at either end. */
    private static String trimmed(String name) {
        return name.replaceAll("\\s+", " ").replaceAll("^[ ']+|[ ']+$", "");
    }

    private static String head(String name, int length) {
        if (name.length() <= length) {
            return name;
        }
        int end = Character.isHighSurrogate(name.charAt(length - 1)) ? length - 1 : length;
        return trimmed(name.substring(0, end));
    }
}
