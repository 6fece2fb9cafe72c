package org.zhijian.etl.rule;

import static org.apache.spark.sql.functions.ceil;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.round;

import java.math.BigDecimal;
import org.apache.spark.sql.Column;

/**
 * Rounding in decimals. Binary fractions would decide some cases wrongly: 7 % of 100 is 7.000000000000001 in doubles,
 * which rounds up to 8.
 */
public final class Rounding {
    private static final String SCORE = "decimal(20,17)";
    private static final String COUNT = "decimal(15,0)";

    private Rounding() {}

    /**
     * A score as ranks and thresholds compare it: half up to 4 decimals (R1). 89.99995 → 90.0000, 89.99994 → 89.9999.
     */
    public static Column compared(Column score) {
        return round(score.cast(SCORE), 4);
    }

    /** A percentage of a count, rounded half up to a whole number. 20 % of 12 is 2.4 → 2, of 13 is 2.6 → 3. */
    public static Column halfUpShare(BigDecimal percent, Column count) {
        return round(share(percent, count), 0).cast("bigint");
    }

    /** A percentage of a count, rounded up to a whole number. 30 % of 7 is 2.1 → 3, of 10 is 3 → 3. */
    public static Column ceilingShare(BigDecimal percent, Column count) {
        return ceil(share(percent, count)).cast("bigint");
    }

    /**
     * A percentage of a count over a number, rounded up to a whole number. 1 % of 1400 over 2 is 7 → 7, of 1401 over 2
     * is 7.005 → 8.
     */
    public static Column ceilingShare(BigDecimal percent, Column count, Column over) {
        return ceil(share(percent, count).divide(over.cast(COUNT))).cast("bigint");
    }

    private static Column share(BigDecimal percent, Column count) {
        return lit(percent.movePointLeft(2)).multiply(count.cast(COUNT));
    }
}
