package org.zhijian.etl.rule;

import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.round;
import static org.apache.spark.sql.functions.when;

import org.apache.spark.sql.Column;
import org.zhijian.schema.settings.Settings;

/** Tier changes within a plan month (R6). Means and baselines are decimals here, so that ties are decided exactly. */
public final class Adjustments {
    public static final String SEVERE_ERROR = "severe_error";
    public static final String BELOW_BASELINE = "below_baseline";

    private static final int COMPARED_DECIMALS = 4;
    private static final int HIGHEST_SCORE = 100;

    private Adjustments() {}

    /** The mean from the sum of scores, a decimal, and their number: 250 of 3 → 83.33…; null of 0. */
    public static Column mean(Column sum, Column number) {
        return when(number.gt(0), sum.divide(number));
    }

    /** The baseline from the sum and number of last month's scores. With 110 %: 255 of 3 → 93.5; null of 0. */
    public static Column baseline(Column sum, Column number, Settings settings) {
        Column share = lit(settings.get(Settings.BASELINE_PERCENT).movePointLeft(2));
        return when(number.gt(0), sum.multiply(share).divide(number));
    }

    /**
     * Whether a mean is below the baseline, both rounded half up to 4 decimals (R1). Against 93.5: 93.4999 → yes,
     * 93.49995 → no; null without either.
     */
    public static Column below(Column mean, Column baseline) {
        return round(mean, COMPARED_DECIMALS).lt(round(baseline, COMPARED_DECIMALS));
    }

    /** Whether a score can be as high as the baseline: 100 → yes, 100.1 → no. */
    public static Column reachable(Column baseline) {
        return round(baseline, COMPARED_DECIMALS).leq(HIGHEST_SCORE);
    }

    /**
     * The tier that a severe error leaves. Of an agent who began in A: below the baseline on 3 May, severe on 5 May → B;
     * both on 5 May, or never below → A. Who began in B leaves B.
     */
    public static Column tierLeft(Column tier, Column severeOn, Column belowOn) {
        return when(belowOn.lt(severeOn), Tiers.B).otherwise(tier);
    }

    /** What is left of a quota: of 11 after 4 → 7, of 3 after 4 → 0. */
    public static Column remaining(Column quota, Column inspected) {
        return greatest(quota.minus(inspected), lit(0L));
    }
}
