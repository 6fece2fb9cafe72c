package org.zhijian.etl.rule;

import static org.apache.spark.sql.functions.aggregate;
import static org.apache.spark.sql.functions.array_size;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sort_array;
import static org.apache.spark.sql.functions.when;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.functions;

/** Mean and variance of scores that do not depend on the order in which rows come. */
public final class Means {
    private static final String SCORE = "decimal(20,17)";
    private static final String COUNT = "decimal(10,0)";

    private Means() {}

    /** Aggregate: the exact sum of the scores that are not null, a decimal; null without any. */
    public static Column sum(Column score) {
        return functions.sum(score.cast(SCORE));
    }

    /**
     * Aggregate: the mean of the scores that are not null. Sum and quotient are decimals, since doubles would put the
     * mean of 80 and 80.0001 now above and now below 80.00005, where it must round up.
     */
    public static Column mean(Column score) {
        return sum(score).divide(count(score)).cast("double");
    }

    /** Aggregate: the mean of means, each weighing by the count behind it. 80 of 3 and 90 of 1 → 82.5. */
    public static Column mean(Column mean, Column count) {
        return functions
                .sum(mean.cast(SCORE).multiply(count.cast(COUNT)))
                .divide(functions.sum(count))
                .cast("double");
    }

    /**
     * The sample variance (divisor n − 1) of an array of scores around their mean, null with fewer than two. [70, 80,
     * 90] → 100.
     */
    public static Column variance(Column scores, Column mean) {
        Column squares = aggregate(sort_array(scores), lit(0.0), (sum, score) -> {
            Column deviation = score.minus(mean);
            return sum.plus(deviation.multiply(deviation));
        });
        Column degrees = array_size(scores).minus(1);
        return when(degrees.gt(0), squares.divide(degrees));
    }
}
