package org.zhijian.etl.rule;

import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.round;
import static org.apache.spark.sql.functions.when;

import org.apache.spark.sql.Column;
import org.zhijian.schema.settings.Settings;

/** How far inspectors' scores of one interaction lie from the reference (R12), in percent of the maximum. */
public final class Calibration {
    /** Holds −100 to 100; as decimals they add up to the same in any order. */
    private static final String PERCENT = "decimal(20,15)";

    private static final int COMPARED_DECIMALS = 4;

    private Calibration() {}

    /** Whether a score can be one: 80 of 100 → yes, 101 of 100 and 0 of 0 → no. */
    public static Column valid(Column score, Column maximum) {
        return maximum.gt(0).and(score.between(0, maximum));
    }

    /** A valid score in percent of its maximum: 24 of 30 → 80. */
    public static Column percent(Column score, Column maximum) {
        return score.multiply(100).divide(maximum).cast(PERCENT);
    }

    /**
     * The deviation of one score of an interaction from its reference; null for a reference and for the only score. Lead
     * 80 as the reference, others 85 and 78 → null, 5, −2. Without a reference, 80, 85 and 78 → −1.5, 6, −4.5. Of two
     * references the mean is taken.
     *
     * @param references how many scores of the interaction are references
     * @param referenceSum their sum
     * @param scores how many scores it has
     * @param sum their sum
     */
    public static Column deviation(
            Column percent, Column isReference, Column references, Column referenceSum, Column scores, Column sum) {
        Column fromReference = percent.minus(referenceSum.divide(references));
        Column fromOthers = percent.minus(sum.minus(percent).divide(scores.minus(1)));
        return when(references.gt(0).and(not(isReference)), fromReference)
                .when(references.equalTo(0).and(scores.gt(1)), fromOthers)
                .cast(PERCENT);
    }

    /** Whether a mean absolute deviation is within tolerance, rounded half up to 4 decimals: by default 5.00004 → yes, 5.00005 → no. */
    public static Column withinTolerance(Column meanAbsoluteDeviation, Settings settings) {
        return round(meanAbsoluteDeviation, COMPARED_DECIMALS).leq(lit(settings.get(Settings.CALIBRATION_PERCENT)));
    }
}
