package org.zhijian.schema;

import java.util.List;
import java.util.Objects;

/**
 * A column, declared once; writers, readers, checks and the data dictionary are made from it.
 *
 * @param name the name in the table and in exported files
 * @param type the type
 * @param presence whether a value may be missing
 * @param meaning one line of English that says what the value is, with its unit
 * @param meaningZh the same in Chinese
 * @param accepted the accepted values, empty when any value is
 * @param range the accepted range of a number, or null
 * @param protection what happens to a landed value before it is stored
 * @param openEnd at which end of the calendar a day beyond it is as good as none
 */
public record Column(
        String name,
        Type type,
        Presence presence,
        String meaning,
        String meaningZh,
        List<String> accepted,
        Range range,
        Protection protection,
        OpenEnd openEnd) {
    private static final double LARGEST_QUANTITY = 999_999;

    public Column {
        Objects.requireNonNull(name);
        Objects.requireNonNull(type);
        accepted = List.copyOf(accepted);
    }

    /** Both ends belong to the range; a null end is open. */
    public record Range(Double min, Double max) {}

    public static Column of(String name, Type type, String meaning, String meaningZh) {
        return new Column(
                name, type, Presence.OPTIONAL, meaning, meaningZh, List.of(), null, Protection.NONE, OpenEnd.NONE);
    }

    /** A column of text, in which customers' numbers are masked where it is landed. */
    public static Column string(String name, String meaning, String meaningZh) {
        return of(name, Type.STRING, meaning, meaningZh).with(Protection.MASKED);
    }

    /**
     * A column of text by which things are found and told apart, such as ids, codes and teams: stored as it is landed, since
     * two of them could be the same when masked.
     */
    public static Column identifier(String name, String meaning, String meaningZh) {
        return of(name, Type.STRING, meaning, meaningZh);
    }

    public static Column integer(String name, String meaning, String meaningZh) {
        return of(name, Type.INT, meaning, meaningZh);
    }

    public static Column bigint(String name, String meaning, String meaningZh) {
        return of(name, Type.LONG, meaning, meaningZh);
    }

    public static Column number(String name, String meaning, String meaningZh) {
        return of(name, Type.DOUBLE, meaning, meaningZh);
    }

    public static Column bool(String name, String meaning, String meaningZh) {
        return of(name, Type.BOOLEAN, meaning, meaningZh);
    }

    public static Column date(String name, String meaning, String meaningZh) {
        return of(name, Type.DATE, meaning, meaningZh);
    }

    public static Column timestamp(String name, String meaning, String meaningZh) {
        return of(name, Type.TIMESTAMP, meaning, meaningZh);
    }

    public Column required() {
        return with(Presence.REQUIRED);
    }

    public Column columnRequired() {
        return with(Presence.COLUMN_REQUIRED);
    }

    /** The same column with nothing but these values, so there is nothing in it to protect. */
    public Column oneOf(String... values) {
        return new Column(name, type, presence, meaning, meaningZh, List.of(values), range, Protection.NONE, openEnd);
    }

    public Column between(double min, double max) {
        return new Column(name, type, presence, meaning, meaningZh, accepted, new Range(min, max), protection, openEnd);
    }

    public Column atLeast(double min) {
        return new Column(
                name, type, presence, meaning, meaningZh, accepted, new Range(min, null), protection, openEnd);
    }

    /** The same column for what is landed as a quantity: from 0 to six digits, since a longer number could be a customer's. */
    public Column quantity() {
        return between(0, LARGEST_QUANTITY);
    }

    public Column hashed() {
        return with(Protection.HASHED);
    }

    /** The same column of days where one before the calendar's first, such as 1900-01-01, means always. */
    public Column openAtStart() {
        return with(OpenEnd.START);
    }

    /** The same column of days where one after the calendar's last, such as 9999-12-31, means never. */
    public Column openAtEnd() {
        return with(OpenEnd.END);
    }

    /** The same column where a value may be missing, as in a table that also has rows without it. */
    public Column optional() {
        return with(Presence.OPTIONAL);
    }

    public boolean isRequired() {
        return presence == Presence.REQUIRED;
    }

    private Column with(Presence other) {
        return new Column(name, type, other, meaning, meaningZh, accepted, range, protection, openEnd);
    }

    private Column with(Protection other) {
        return new Column(name, type, presence, meaning, meaningZh, accepted, range, other, openEnd);
    }

    private Column with(OpenEnd other) {
        return new Column(name, type, presence, meaning, meaningZh, accepted, range, protection, other);
    }

    @Override
    public String toString() {
        return name;
    }
}
