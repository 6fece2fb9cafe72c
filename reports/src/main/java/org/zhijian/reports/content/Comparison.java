package org.zhijian.reports.content;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.zhijian.reports.document.Tone;
import org.zhijian.schema.indicator.Direction;
import org.zhijian.schema.indicator.Indicator;
import org.zhijian.schema.indicator.Unit;

/**
 * The centre's indicators of a period beside those of the period before and of last year.
 *
 * @param period the period
 * @param now its indicators
 * @param previous those of the period before
 * @param lastYear those of the same period last year
 */
record Comparison(Period period, IndicatorValues now, IndicatorValues previous, IndicatorValues lastYear) {

    static Comparison of(ReportSource source, Period period) {
        return new Comparison(
                period,
                IndicatorValues.of(source, period),
                IndicatorValues.of(source, period.previous()),
                IndicatorValues.of(source, period.lastYear()));
    }

    /** Those that have a target and a value. */
    List<Indicator> judged() {
        return Indicator.ALL.stream()
                .filter(indicator -> now.of(indicator).met() != null)
                .toList();
    }

    /** Those whose target is not met. */
    List<Indicator> missed() {
        return judged().stream().filter(indicator -> !now.of(indicator).met()).toList();
    }

    /** The target with its side, such as ≥ 98.0%, or null where there is none. */
    static String target(ReportSource source, Indicator indicator, IndicatorValue value) {
        return value.target() == null ? null : target(source, indicator, value, 0);
    }

    /** A missed target in words, with as many decimals as show that it is missed: Connection rate 97.96% (target ≥ 98.00%). */
    static String missedInWords(ReportSource source, Indicator indicator, IndicatorValue value) {
        int more = IndicatorText.moreDecimals(indicator, value);
        return source.say(
                "figures.missed-one",
                IndicatorText.name(indicator, source.text()),
                IndicatorText.written(indicator, value.value(), more, source.text()),
                target(source, indicator, value, more));
    }

    /** The target with its side and so many more decimals than usual. */
    static String target(ReportSource source, Indicator indicator, IndicatorValue value, int moreDecimals) {
        return side(indicator) + " " + IndicatorText.written(indicator, value.target(), moreDecimals, source.text());
    }

    /** The sign of the side on which the indicator is good. */
    static String side(Indicator indicator) {
        return indicator.direction() == Direction.AT_LEAST ? "≥" : "≤";
    }

    /** How much a value is above or below another, in percentage points for shares: +1.2, −0.3, ±0; null where one is missing. */
    static String difference(ReportSource source, Indicator indicator, Double value, Double other) {
        if (value == null || other == null) {
            return null;
        }
        BigDecimal difference = rounded(indicator, value, other);
        String sign = difference.signum() == 0 ? "±" : difference.signum() < 0 ? "−" : "+";
        String number = sign + difference.abs().toPlainString();
        return indicator.unit() == Unit.RATE || indicator.unit() == Unit.PERCENT
                ? source.say("percentage-points", number)
                : number;
    }

    /** Whether the value is better or worse than another, by what is shown of their difference. */
    static Tone tone(Indicator indicator, Double value, Double other) {
        if (value == null || other == null) {
            return Tone.NEUTRAL;
        }
        int side = rounded(indicator, value, other).signum();
        if (side == 0) {
            return Tone.NEUTRAL;
        }
        return side > 0 == (indicator.direction() == Direction.AT_LEAST) ? Tone.GOOD : Tone.BAD;
    }

    private static BigDecimal rounded(Indicator indicator, double value, double other) {
        int decimals = indicator.unit() == Unit.POINTS || indicator.unit() == Unit.RATING ? 2 : 1;
        int hundredfold = indicator.unit() == Unit.RATE ? 2 : 0;
        return BigDecimal.valueOf(value)
                .subtract(BigDecimal.valueOf(other))
                .movePointRight(hundredfold)
                .setScale(decimals, RoundingMode.HALF_UP);
    }
}
