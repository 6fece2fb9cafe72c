package org.zhijian.reports.content;

import java.util.Comparator;
import java.util.regex.Pattern;

/** The order in which people list teams: 在线9班 stands before 在线10班. */
final class TeamOrder {
    static final Comparator<String> BY_NAME =
            Comparator.comparing(TeamOrder::comparable).thenComparing(Comparator.naturalOrder());

    private static final Pattern NUMBER = Pattern.compile("[0-9]+");

    private TeamOrder() {}

    /** The name with the length of each number before it, so that of two numbers the shorter comes first. */
    private static String comparable(String name) {
        return NUMBER.matcher(name)
                .replaceAll(number -> (char) ('0' + number.group().length()) + number.group());
    }
}
