package org.zhijian.etl.rule;

import static org.apache.spark.sql.functions.lit;

import java.math.BigDecimal;
import org.apache.spark.sql.Column;
import org.zhijian.schema.settings.Settings;

/** Which error types are the vital few (R9). */
public final class Pareto {
    private static final String WHOLE = "decimal(15,0)";

    private Pareto() {}

    /**
     * Whether the types before this one have not yet reached the share of the vital few. With 80 % and counts of 50, 30,
     * 15, 5: yes, yes, no, no; with 50, 29, 16, 5: yes, yes, yes, no.
     *
     * @param before the errors of the types before this one
     * @param total all errors
     */
    public static Column vitalFew(Column before, Column total, Settings settings) {
        BigDecimal percent = settings.get(Settings.VITAL_FEW_PERCENT);
        return before.cast(WHOLE).multiply(100).lt(total.cast(WHOLE).multiply(lit(percent)));
    }
}
