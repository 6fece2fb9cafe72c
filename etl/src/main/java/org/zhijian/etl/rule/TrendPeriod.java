package org.zhijian.etl.rule;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.month;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.trunc;
import static org.apache.spark.sql.functions.unix_date;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.year;

import org.apache.spark.sql.Column;

/** The weeks and months that trends are told by (R9). */
public final class TrendPeriod {
    public static final String WEEK = "week";
    public static final String MONTH = "month";

    /** The same period last year lies so many periods back; for weeks it is the one that begins on the same weekday. */
    public static final int MONTHS_OF_YEAR = 12;

    public static final int WEEKS_OF_YEAR = 52;

    /** 5 January 1970, the first Monday, in days since the epoch. */
    private static final int FIRST_MONDAY = 4;

    private TrendPeriod() {}

    /**
     * The periods a day belongs to, an array of (type, first day). 2026-03-01, a Sunday → (week, 2026-02-23), (month,
     * 2026-03-01).
     */
    public static Column of(Column day, String type, String start) {
        return array(
                struct(lit(WEEK).as(type), trunc(day, "week").as(start)),
                struct(lit(MONTH).as(type), trunc(day, "month").as(start)));
    }

    /**
     * The number of a period: the one directly before has one less. Month 2026-01-01 → 24313, 2025-12-01 → 24312; week
     * 2026-01-05 → 2922, 2025-12-29 → 2921.
     */
    public static Column number(Column type, Column start) {
        Column week = unix_date(start).minus(FIRST_MONDAY).divide(7);
        return when(type.equalTo(WEEK), week.cast("bigint"))
                .otherwise(monthNumber(start).cast("bigint"));
    }

    /** The number of a month: the one directly before has one less. */
    public static Column monthNumber(Column start) {
        return year(start).multiply(12).plus(month(start));
    }
}
