package org.zhijian.etl.rule;

import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.round;
import static org.apache.spark.sql.functions.when;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import org.apache.spark.sql.Column;
import org.zhijian.schema.indicator.Direction;
import org.zhijian.schema.indicator.Indicator;
import org.zhijian.schema.indicator.Measure;
import org.zhijian.schema.indicator.Unit;
import org.zhijian.schema.settings.Settings;

/** An assessment indicator's value, its target, and the composite of several (R10). */
public final class Indicators {
    private Indicators() {}

    /** Numerator ÷ denominator: 49, 50 → 0.98; 0, 50 → 0; 0, 0 → null. */
    public static Column value(Column numerator, Column denominator) {
        return when(denominator.notEqual(0), numerator.divide(denominator));
    }

    /** The target in the unit of the value, null where the settings state none. By default connection_rate → 0.98. */
    public static Column target(Indicator indicator, Settings settings) {
        BigDecimal target = settings.get(Settings.TARGETS).get(indicator.name());
        return target == null
                ? lit(null).cast("double")
                : lit(indicator.unit().target(target).doubleValue());
    }

    /**
     * Whether the value is on the good side of the target or on it; null where either is null. connection_rate 0.98 of
     * 0.98 → met, abandonment_rate 0.06 of 0.05 → not met. Scores and deviations are compared half up to 4 decimals, as
     * everywhere (R1).
     *
     * @param name the indicator's name
     */
    public static Column met(Column name, Column value, Column target) {
        Column scored = name.isInCollection(named(i -> i.unit() == Unit.POINTS || i.unit() == Unit.PERCENT));
        Column atMost = name.isInCollection(named(indicator -> indicator.direction() == Direction.AT_MOST));
        Column compared = when(scored, round(value, 4)).otherwise(value);
        return when(atMost, compared.leq(target)).otherwise(compared.geq(target));
    }

    /**
     * The sum of weight × points over the weighted indicators that have a value: the composite's numerator. Its
     * denominator, {@link #weights}, is the sum of their weights, so that the weight of one without a value is shared
     * among the others in proportion.
     *
     * <p>Points are 0 to 100: a score as it is, a rate times 100, a rating of 1 to 5 times 20. By default qa_mean weighs
     * 50, csat_top2 20, first_contact_resolution 20, exam_pass_rate 10. An agent with qa_mean 84, csat_top2 0.9 (18 of
     * 20), first_contact_resolution 0.75 and no exam comes to
     *
     * <pre>(50 × 84 + 20 × 90 + 20 × 75) ÷ (50 + 20 + 20) = 7500 ÷ 90 = 83.33</pre>
     *
     * @param measure the sum of a measure, of the agent and month
     */
    public static Column weightedPoints(Function<Measure, Column> measure, Settings settings) {
        return total(settings, (indicator, weight) -> {
            Column numerator = measure.apply(indicator.numerator());
            Column denominator = measure.apply(indicator.denominator());
            Column value = value(numerator, denominator);
            return when(denominator.notEqual(0), value.multiply(lit(weight * pointsOfOne(indicator.unit()))))
                    .otherwise(lit(0.0));
        });
    }

    /** The sum of the weights of the weighted indicators that have a value: the composite's denominator. */
    public static Column weights(Function<Measure, Column> measure, Settings settings) {
        return total(settings, (indicator, weight) -> when(
                        measure.apply(indicator.denominator()).notEqual(0), lit(weight))
                .otherwise(lit(0.0)));
    }

    /** How many facts the weighted indicators rest on; the composite is stated where there are any. */
    public static Column compositeParts(Function<Measure, Column> measure, Settings settings) {
        return total(settings, (indicator, weight) -> measure.apply(indicator.base()));
    }

    /** What an indicator with a weight adds to a sum. */
    private interface Term {
        Column of(Indicator indicator, double weight);
    }

    /** A sum in the order of the indicators: doubles added in another order could come to another sum. */
    private static Column total(Settings settings, Term term) {
        Map<String, BigDecimal> weights = settings.get(Settings.COMPOSITE_WEIGHTS);
        List<Column> terms = new ArrayList<>();
        for (Indicator indicator : Indicator.ALL) {
            BigDecimal weight = weights.getOrDefault(indicator.name(), BigDecimal.ZERO);
            if (weight.signum() > 0) {
                terms.add(term.of(indicator, weight.doubleValue()));
            }
        }
        return terms.stream().reduce(lit(0.0), Column::plus);
    }

    private static int pointsOfOne(Unit unit) {
        return switch (unit) {
            case POINTS -> 1;
            case RATE -> 100;
            case RATING -> 20;
            case SECONDS, PERCENT -> throw new IllegalArgumentException(unit + " cannot be weighed as points");
        };
    }

    private static List<String> named(Predicate<Indicator> wanted) {
        return Indicator.ALL.stream().filter(wanted).map(Indicator::name).toList();
    }
}
