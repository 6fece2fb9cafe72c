package org.zhijian.etl.rule;

import static org.apache.spark.sql.functions.array_size;
import static org.apache.spark.sql.functions.element_at;
import static org.apache.spark.sql.functions.exists;
import static org.apache.spark.sql.functions.filter;
import static org.apache.spark.sql.functions.forall;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sequence;
import static org.apache.spark.sql.functions.sqrt;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;
import org.apache.spark.sql.Column;
import org.zhijian.schema.settings.Settings;

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
    private static final String WHOLE = "decimal(12,0)";

    private final Column number;
    private final Column errors;
    private final Column evaluations;
    private final Column pastErrors;
    private final Column pastEvaluations;

    /**
     * @param number the period's number, see {@link TrendPeriod#number}
     * @param errors e
     * @param evaluations n, at least 1
     * @param pastErrors E, or null where no previous period has evaluations
     * @param pastEvaluations N, or null
     */
    public ControlChart(Column number, Column errors, Column evaluations, Column pastErrors, Column pastEvaluations) {
        this.number = number;
        this.errors = errors.cast(WHOLE);
        this.evaluations = evaluations.cast(WHOLE);
        this.pastErrors = pastErrors.cast(WHOLE);
        this.pastEvaluations = pastEvaluations.cast(WHOLE);
    }

    /** Errors per 100 evaluations: 3 in 40 → 7.5. */
    public static Column rate(Column errors, Column evaluations) {
        return errors.multiply(100).divide(evaluations);
    }

    /** One period of the array that {@link #signal} takes. */
    public static Column point(Column number, Column errors, Column evaluations) {
        return struct(
                number.as(NUMBER),
                errors.cast(WHOLE).as(ERRORS),
                evaluations.cast(WHOLE).as(EVALUATIONS));
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
        Column current = point(number, errors, evaluations);
        Column expected = evaluations.multiply(pastErrors);
        Column many = expected.geq(pastEvaluations.multiply(lit(settings.get(Settings.RUN_RULES_FROM))));
        Column two = filter(points, p -> earlier(p, 2));
        return when(above(current, 3), "above_limit")
                .when(below(current, 3), "below_limit")
                .when(many.and(above(current, 2)).and(exists(two, p -> above(p, 2))), "two_of_three_above")
                .when(many.and(below(current, 2)).and(exists(two, p -> below(p, 2))), "two_of_three_below")
                .when(many.and(row(points, p -> above(p, 0))), "eight_above")
                .when(many.and(row(points, p -> below(p, 0))), "eight_below")
                .when(many.and(steady(points, (earlier, later) -> later.gt(earlier))), "six_rising")
                .when(many.and(steady(points, (earlier, later) -> later.lt(earlier))), "six_falling");
    }

    private Column meanRate() {
        return pastErrors.cast("double").divide(pastEvaluations.cast("double"));
    }

    private Column sigma() {
        return sqrt(meanRate().divide(evaluations.cast("double")));
    }

    private Column above(Column point, int sigmas) {
        return distance(point).gt(0).and(beyond(point, sigmas));
    }

    private Column below(Column point, int sigmas) {
        return distance(point).lt(0).and(beyond(point, sigmas));
    }

    private Column beyond(Column point, int sigmas) {
        Column squared = distance(point).multiply(distance(point));
        Column sigma = pastErrors.multiply(pastEvaluations).multiply(point.getField(EVALUATIONS));
        return squared.gt(sigma.multiply(sigmas * sigmas));
    }

    /** e·N − E·n, which has the sign of e÷n − ū. */
    private Column distance(Column point) {
        Column observed = point.getField(ERRORS).multiply(pastEvaluations);
        return observed.minus(pastErrors.multiply(point.getField(EVALUATIONS)));
    }

    private Column earlier(Column point, int periods) {
        return point.getField(NUMBER).lt(number).and(point.getField(NUMBER).geq(number.minus(periods)));
    }

    private static Column row(Column points, UnaryOperator<Column> rule) {
        return array_size(points).equalTo(POINTS).and(forall(points, rule::apply));
    }

    private Column steady(Column points, BinaryOperator<Column> rule) {
        int inARow = 6;
        Column last = filter(points, p -> p.getField(NUMBER).gt(number.minus(inARow)));
        Column pairs = forall(sequence(lit(1), lit(inARow - 1)), i -> {
            Column earlier = element_at(last, i);
            Column later = element_at(last, i.plus(1));
            return rule.apply(
                    earlier.getField(ERRORS).multiply(later.getField(EVALUATIONS)),
                    later.getField(ERRORS).multiply(earlier.getField(EVALUATIONS)));
        });
        return when(array_size(last).equalTo(inARow), pairs).otherwise(false);
    }
}
