package org.zhijian.reports.content;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.zhijian.reports.document.Tone;
import org.zhijian.reports.read.Row;
import org.zhijian.schema.indicator.Direction;
import org.zhijian.schema.indicator.Indicator;
import org.zhijian.schema.indicator.Unit;
import org.zhijian.schema.mart.AssessmentIndicator;

/**
 * An indicator of a period and scope (R10).
 *
 * @param numerator what is divided
 * @param denominator by what
 * @param value the quotient, null with a denominator of 0
 * @param target the target in the value's unit, or null
 * @param met whether it is met, null without a value or target
 */
record IndicatorValue(double numerator, double denominator, Double value, Double target, Boolean met) {

    /** What stands for an indicator that the period does not have. */
    static final IndicatorValue NONE = new IndicatorValue(0, 0, null, null, null);

    static IndicatorValue of(Row row) {
        return new IndicatorValue(
                row.number(AssessmentIndicator.NUMERATOR),
                row.number(AssessmentIndicator.DENOMINATOR),
                row.number(AssessmentIndicator.VALUE),
                row.number(AssessmentIndicator.TARGET),
                row.bool(AssessmentIndicator.MET));
    }

    /** The value of this and a later period together: numerators and denominators add up, the later one's target holds. */
    IndicatorValue and(IndicatorValue later, Indicator indicator) {
        double sum = numerator + later.numerator;
        double of = denominator + later.denominator;
        Double quotient = of == 0 ? null : Double.valueOf(sum / of);
        return new IndicatorValue(sum, of, quotient, later.target, isMet(indicator, quotient, later.target));
    }

    /** Whether the period and scope have anything to state it for. */
    boolean isStated() {
        return !equals(NONE);
    }

    /** Whether it has a target that is not met. */
    boolean isMissed() {
        return Boolean.FALSE.equals(met);
    }

    /** Good where the target is met, bad where it is not. */
    Tone tone() {
        return met == null ? Tone.NEUTRAL : met ? Tone.GOOD : Tone.BAD;
    }

    /** The comparison of the mart: scores and percentages in 4 decimals. */
    private static Boolean isMet(Indicator indicator, Double value, Double target) {
        if (value == null || target == null) {
            return null;
        }
        BigDecimal compared = BigDecimal.valueOf(value);
        if (indicator.unit() == Unit.POINTS || indicator.unit() == Unit.PERCENT) {
            compared = compared.setScale(4, RoundingMode.HALF_UP);
        }
        int side = compared.compareTo(BigDecimal.valueOf(target));
        return indicator.direction() == Direction.AT_LEAST ? side >= 0 : side <= 0;
    }
}
