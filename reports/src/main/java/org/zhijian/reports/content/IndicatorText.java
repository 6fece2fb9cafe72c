package org.zhijian.reports.content;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.zhijian.reports.document.Format;
import org.zhijian.schema.indicator.Indicator;
import org.zhijian.schema.indicator.Unit;
import org.zhijian.schema.text.Text;

/** How an indicator and its values are written. */
final class IndicatorText {
    private static final Map<String, String> WORDS = Map.of("qa", "QA", "csat", "CSAT", "top2", "top two");

    private static final int MOST_DECIMALS = 12;

    /** What the indicator is called: 接通率 or Connection rate. */
    static String name(Indicator indicator, Text text) {
        if (text.isChinese()) {
            return indicator.nameZh();
        }
        String words = Arrays.stream(indicator.name().split("_", -1))
                .map(word -> WORDS.getOrDefault(word, word))
                .collect(Collectors.joining(" "));
        return ReportSource.capitalized(words);
    }

    static Format format(Indicator indicator) {
        return switch (indicator.unit()) {
            case RATE, PERCENT -> Format.PERCENT;
            case SECONDS -> Format.ONE_DECIMAL;
            case POINTS, RATING -> Format.TWO_DECIMALS;
        };
    }

    /** The value as {@link #format} takes it, null for null: a mean of percentages, 5 being 5 %, becomes a share of 1. */
    static Double value(Indicator indicator, Double value) {
        return value != null && indicator.unit() == Unit.PERCENT ? Double.valueOf(value / 100) : value;
    }

    /** The value of the mart in a text, with its unit; a missing one is a dash. */
    static String written(Indicator indicator, Double value, Text text) {
        return value == null ? format(indicator).text(null) : written(indicator, value, 0, text);
    }

    /** The value with so many more decimals than usual. */
    static String written(Indicator indicator, double value, int moreDecimals, Text text) {
        String number = format(indicator).precise(value(indicator, value), moreDecimals);
        return indicator.unit() == Unit.SECONDS ? text.of("reports.content.seconds", number) : number;
    }

    /** How many more decimals than usual it takes to show that a missed target is missed: for 97.96 % of 98 % one. */
    static int moreDecimals(Indicator indicator, IndicatorValue value) {
        int more = 0;
        if (value.isMissed()) {
            Format format = format(indicator);
            Double shown = value(indicator, value.value());
            Double target = value(indicator, value.target());
            while (more < MOST_DECIMALS && format.precise(shown, more).equals(format.precise(target, more))) {
                more++;
            }
        }
        return more;
    }

    /** The value of the mart as a chart shows it, null for null: shares in percent. */
    static Double charted(Indicator indicator, Double value) {
        return value != null && indicator.unit() == Unit.RATE ? Double.valueOf(value * 100) : value;
    }

    /** What charted values are. */
    static String unit(Indicator indicator, Text text) {
        return text.of(
                switch (indicator.unit()) {
                    case RATE, PERCENT -> "reports.content.indicators.in-percent";
                    case SECONDS -> "reports.content.indicators.in-seconds";
                    case POINTS -> "reports.content.indicators.in-points";
                    case RATING -> "reports.content.indicators.in-ratings";
                });
    }

    private IndicatorText() {}
}
