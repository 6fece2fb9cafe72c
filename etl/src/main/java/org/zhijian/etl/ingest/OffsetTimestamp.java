package org.zhijian.etl.ingest;

import static org.apache.spark.sql.functions.timestamp_micros;
import static org.apache.spark.sql.functions.udf;

import java.time.LocalDate;
import java.time.YearMonth;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.types.DataTypes;

/**
 * Timestamps to the second with an offset, as most files have them: {@code 2026-10-01T08:30:00+08:00}. Spark looks each
 * offset up as the name of a zone, which takes a fifth of a big load; what has another shape is left to it.
 */
final class OffsetTimestamp {
    private static final int LENGTH = "2026-10-01T08:30:00+08:00".length();
    private static final long MICROS = 1_000_000;
    private static final int NONE = -1;
    /** Spark's widest offset, as java.time's. */
    private static final int WIDEST_OFFSET = 18 * 3600;

    private static final UserDefinedFunction MICROS_OF =
            udf((UDF1<String, Long>) OffsetTimestamp::micros, DataTypes.LongType);

    private OffsetTimestamp() {}

    /** The text as a timestamp, null where it has another shape or is no moment. */
    static Column of(Column text) {
        return timestamp_micros(MICROS_OF.apply(text));
    }

    /** Microseconds since 1970-01-01T00:00Z, or null. */
    static Long micros(String text) {
        if (text == null || text.length() != LENGTH || !hasMarks(text)) {
            return null;
        }
        int year = number(text, 0, 4);
        int month = number(text, 5, 7);
        int day = number(text, 8, 10);
        int second = secondOfDay(number(text, 11, 13), number(text, 14, 16), number(text, 17, 19));
        int offset = secondOfDay(number(text, 20, 22), number(text, 23, 25), 0);
        boolean isDay = year != NONE
                && month >= 1
                && month <= 12
                && day >= 1
                && day <= YearMonth.of(year, month).lengthOfMonth();
        if (!isDay || second == NONE || offset == NONE || offset > WIDEST_OFFSET) {
            return null;
        }
        long local = LocalDate.of(year, month, day).toEpochDay() * 24 * 3600 + second;
        return (text.charAt(19) == '+' ? local - offset : local + offset) * MICROS;
    }

    private static boolean hasMarks(String text) {
        char separator = text.charAt(10);
        char sign = text.charAt(19);
        return text.charAt(4) == '-'
                && text.charAt(7) == '-'
                && (separator == 'T' || separator == ' ')
                && text.charAt(13) == ':'
                && text.charAt(16) == ':'
                && (sign == '+' || sign == '-')
                && text.charAt(22) == ':';
    }

    private static int secondOfDay(int hour, int minute, int second) {
        boolean isTime = hour != NONE && hour < 24 && minute != NONE && minute < 60 && second != NONE && second < 60;
        return isTime ? (hour * 60 + minute) * 60 + second : NONE;
    }

    private static int number(String text, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (c < '0' || c > '9') {
                return NONE;
            }
            number = number * 10 + (c - '0');
        }
        return number;
    }
}
