package org.zhijian.etl.star;

import org.apache.spark.sql.Column;

/** Spans of days for which a dimension's row holds: the first day is in it, the last one named is not. */
public final class Spans {
    private Spans() {}

    /** Whether a span holds a day: 2026-03-01 to 2026-04-01 holds 1 and 31 March, not 1 April. */
    public static Column hold(Column validFrom, Column validTo, Column day) {
        return day.geq(validFrom).and(day.lt(validTo));
    }
}
