package org.zhijian.etl.rule;

import static org.apache.spark.sql.functions.abs;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.expressions.WindowSpec;

/** How far calibrated scores lie from their reference (R10, R12), in decimals, so that no order of summing decides. */
public final class Deviations {
    private static final String POINTS = "decimal(18,6)";
    private static final String PERCENT = "decimal(20,12)";

    private Deviations() {}

    /** A score in percent of its maximum: 45 of 60 → 75; null for what is no score, 101 of 100 or 0 of 0. */
    public static Column percent(Column score, Column maximum) {
        Column valid = maximum.gt(0).and(score.between(0, maximum));
        Column percent = score.try_cast(POINTS).multiply(lit(100)).divide(maximum.try_cast(POINTS));
        return when(valid, percent).cast(PERCENT);
    }

    /**
     * The absolute deviation of a score from the reference, or without one from the mean of the others; null for the
     * reference itself and where there is nothing to compare with. Reference 80, scores 83 and 78 → 3 and 2. Without one,
     * 80, 83, 86 → 4.5 (84.5), 0 (83), 4.5 (81.5). One score alone → null.
     *
     * @param percent the score in percent of the maximum
     * @param reference whether it is the reference
     * @param scoring all scores of the interaction in the session
     */
    public static Column absolute(Column percent, Column reference, WindowSpec scoring) {
        Column referencePercent = when(reference, percent);
        Column references = count(referencePercent).over(scoring);
        Column ofReference = sum(referencePercent).over(scoring).divide(positive(references));
        Column others = count(percent).over(scoring).minus(1);
        Column ofOthers = sum(percent).over(scoring).minus(percent).divide(positive(others));
        return when(not(reference), abs(percent.minus(coalesce(ofReference, ofOthers))))
                .cast(PERCENT);
    }

    private static Column positive(Column count) {
        return when(count.gt(0), count);
    }
}
