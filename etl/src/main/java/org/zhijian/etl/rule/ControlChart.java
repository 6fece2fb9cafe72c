package org.zhijian.etl.rule;

import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sqrt;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.udf;
import static org.apache.spark.sql.functions.when;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF4;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.types.DataTypes;
import org.zhijian.schema.settings.Settings;
import scala.collection.Seq;
import scala.jdk.javaapi.CollectionConverters;

/**
 * The u-chart of errors per evaluation (R9).
 *
 * <p>The previous periods had E errors in N evaluations together; this one has e in n. The centre line is ū = E ÷ N and
 * one sigma is √(ū ÷ n). Whether a point lies outside is decided on whole numbers: e÷n differs from ū by more than k
 * sigma when (e·N − E·n)² &gt; k²·E·N·n. Worked example: 100 errors in 1000 evaluations before, 100 evaluations now: ū = 0.1,
 * sigma = 0.0316, limits 0.51 and 19.49 per 100; 19 errors are within, 20 are above the limit.
 *
 * <p>The rules, in the order in which {@link #signal} names the first one broken:
 *
 * <ol>
 *   <li>{@code above_limit}, {@code below_limit}: the point lies outside three sigma;
 *   <li>{@code two_of_three_above}, {@code …_below}: it and one of the two periods before lie outside two sigma on the same
 *       side (Western Electric);
 *   <li>{@code eight_above}, {@code …_below}: it and the seven periods before lie on the same side of its centre line
 *       (Western Electric);
 *   <li>{@code six_rising}, {@code six_falling}: it is the last of six periods in a row, each above, or each below, the one
 *       before (Nelson).
 * </ol>
 *
 * <p>All points are held against this period's centre line, each with its own number of evaluations. A period without
 * evaluations interrupts a row. The rules on several points suppose counts that spread about evenly around the centre
 * line; where fewer errors are expected than the setting says, most periods of a quiet type lie below it, and these rules
 * are not applied.
 */
public final class ControlChart {
    /** How many periods, this one among them, the rules look at. */
    public static final int POINTS = 8;

    private static final String NUMBER = "number";
    private static final String ERRORS = "errors";
    private static final String EVALUATIONS = "evaluations";

    private static final UserDefinedFunction SIGNAL =
            udf((UDF4<Seq<Row>, Long, Long, Integer, String>) ControlChart::signal, DataTypes.StringType);

    private final Column evaluations;
    private final Column pastErrors;
    private final Column pastEvaluations;

    /**
     * @param evaluations n, at least 1
     * @param pastErrors E, or null where no previous period has evaluations
     * @param pastEvaluations N, or null
     */
    public ControlChart(Column evaluations, Column pastErrors, Column pastEvaluations) {
        this.evaluations = evaluations;
        this.pastErrors = pastErrors;
        this.pastEvaluations = pastEvaluations;
    }

    /** Errors per 100 evaluations: 3 in 40 → 7.5. */
    public static Column rate(Column errors, Column evaluations) {
        return errors.multiply(100).divide(evaluations);
    }

    /** One period of the array that {@link #signal} takes: its number, see {@link TrendPeriod#number}, e and n. */
    public static Column point(Column number, Column errors, Column evaluations) {
        return struct(number.as(NUMBER), errors.as(ERRORS), evaluations.as(EVALUATIONS));
    }

    /** ū per 100 evaluations. */
    public Column centerLine() {
        return meanRate().multiply(100);
    }

    /** The centre line less three sigma, per 100 evaluations, not below 0. */
    public Column lowerLimit() {
        Column limit = meanRate().minus(sigma().multiply(3)).multiply(100);
        return when(meanRate().isNotNull(), greatest(limit, lit(0.0)));
    }

    /** The centre line and three sigma, per 100 evaluations. */
    public Column upperLimit() {
        return meanRate().plus(sigma().multiply(3)).multiply(100);
    }

    /**
     * The first rule that the period breaks, or null.
     *
     * @param points those of the last {@link #POINTS} periods that have evaluations, in the order of time, this one last
     */
    public Column signal(Column points, Settings settings) {
        return SIGNAL.apply(points, pastErrors, pastEvaluations, lit(settings.get(Settings.RUN_RULES_FROM)));
    }

    private static String signal(Seq<Row> points, Long pastErrors, Long pastEvaluations, Integer runRulesFrom) {
        if (pastErrors == null) {
            return null;
        }
        List<SignalRules.Period> periods = CollectionConverters.asJava(points).stream()
                .map(point -> new SignalRules.Period(point.getLong(0), point.getLong(1), point.getLong(2)))
                .toList();
        return new SignalRules(periods, pastErrors, pastEvaluations).firstBroken(runRulesFrom);
    }

    private Column meanRate() {
        return pastErrors.cast("double").divide(pastEvaluations.cast("double"));
    }

    private Column sigma() {
        return sqrt(meanRate().divide(evaluations.cast("double")));
    }
}
