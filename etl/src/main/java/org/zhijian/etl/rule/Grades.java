package org.zhijian.etl.rule;

import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import org.apache.spark.sql.Column;
import org.zhijian.schema.settings.Settings;

/** The grade of a score (R1). */
public final class Grades {
    private Grades() {}

    /**
     * Excellent, good, pass or fail by the settings' thresholds, each of which belongs to the better grade. By default
     * 90 → excellent, 89.99995 → excellent (it compares as 90.0000), 89.9999 → good, 60 → pass, 59.9999 → fail.
     */
    public static Column grade(Column score, Settings settings) {
        Column compared = Rounding.compared(score);
        return when(compared.geq(lit(settings.get(Settings.EXCELLENT_FROM))), "excellent")
                .when(compared.geq(lit(settings.get(Settings.GOOD_FROM))), "good")
                .when(compared.geq(lit(settings.get(Settings.PASS_FROM))), "pass")
                .when(compared.isNotNull(), "fail");
    }
}
