package org.zhijian.generator;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** What a day's identifiers and timestamps begin and end with, made once a day. */
final class DayText {
    static final int NUMBER_DIGITS = 6;

    private final LocalDate day;
    private final String idPrefix;
    private final byte[] idPrefixBytes;
    private final byte[] recordingPrefix;
    private final byte[] datePrefix;
    private final byte[] offset;

    DayText(LocalDate day, ZoneId zone) {
        this.day = day;
        String compact = DateTimeFormatter.BASIC_ISO_DATE.format(day);
        idPrefix = "I" + compact + "-";
        idPrefixBytes = ascii(idPrefix);
        recordingPrefix = ascii("rec/" + day.toString().replace('-', '/') + "/" + idPrefix);
        datePrefix = ascii(day + "T");
        // The offset of noon holds for the opening hours; clocks change at night.
        offset = ascii(zone.getRules().getOffset(day.atTime(LocalTime.NOON)).getId());
    }

    LocalDate day() {
        return day;
    }

    String interactionId(int number) {
        return idPrefix + Integer.toString(1_000_000 + number).substring(1);
    }

    byte[] idPrefixBytes() {
        return idPrefixBytes;
    }

    byte[] recordingPrefix() {
        return recordingPrefix;
    }

    byte[] datePrefix() {
        return datePrefix;
    }

    byte[] offset() {
        return offset;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
