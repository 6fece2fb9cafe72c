package org.zhijian.reports.document;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** How a value is written; the pattern is the one of Excel's number formats and of {@link DecimalFormat}. */
public enum Format {
    /** A {@link String}. */
    TEXT("@"),
    /** A whole {@link Number}. */
    INTEGER("#,##0"),
    /** A {@link Number}. */
    ONE_DECIMAL("#,##0.0"),
    /** A {@link Number}. */
    TWO_DECIMALS("#,##0.00"),
    /** A {@link Number}. */
    FOUR_DECIMALS("#,##0.0000"),
    /** A share as a {@link Number} from 0 to 1. */
    PERCENT("0.0%"),
    /** A share as a {@link Number} from 0 to 1. */
    WHOLE_PERCENT("0%"),
    /** A {@link LocalDate}. */
    DATE("yyyy-mm-dd"),
    /** A {@link LocalDate}: the month's first day. */
    MONTH("yyyy-mm"),
    /** A {@link LocalDateTime} of the centre's zone. */
    DATE_TIME("yyyy-mm-dd hh:mm"),
    /** A {@link String} that a person writes by hand; a missing one leaves room for it. */
    HANDWRITING("@");

    /** Two lines of nothing. */
    private static final String ROOM = "\u00A0\n\u00A0";

    private static final char MINUS = '\u2212';

    private final String pattern;

    Format(String pattern) {
        this.pattern = pattern;
    }

    /** Excel's number format. */
    public String pattern() {
        return pattern;
    }

    /** Whether values stand at the right of their column. */
    public boolean isNumber() {
        return switch (this) {
            case INTEGER, ONE_DECIMAL, TWO_DECIMALS, FOUR_DECIMALS, PERCENT, WHOLE_PERCENT -> true;
            case TEXT, HANDWRITING, DATE, MONTH, DATE_TIME -> false;
        };
    }

    /** The value as text; a missing one is a dash, or room for a person's hand. Numbers are rounded half up, as people do. */
    public String text(Object value) {
        if (value == null) {
            return this == HANDWRITING ? ROOM : "–";
        }
        return switch (this) {
            case TEXT, HANDWRITING -> (String) value;
            case INTEGER, ONE_DECIMAL, TWO_DECIMALS, FOUR_DECIMALS, PERCENT, WHOLE_PERCENT ->
                number((Number) value, pattern);
            case DATE -> DateTimeFormatter.ISO_LOCAL_DATE.format((LocalDate) value);
            case MONTH -> ((LocalDate) value).toString().substring(0, 7);
            case DATE_TIME ->
                DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).format((LocalDateTime) value);
        };
    }

    /** The moment as the centre's clocks show it. */
    public static LocalDateTime local(Instant moment, ZoneId zone) {
        return moment == null ? null : LocalDateTime.ofInstant(moment, zone);
    }

    /** The number as {@link #text} writes it, with so many more decimals. */
    public String precise(Number value, int moreDecimals) {
        return number(value, pattern.replace("0.0", "0.0" + "0".repeat(moreDecimals)));
    }

    private static String number(Number value, String pattern) {
        DecimalFormat format = new DecimalFormat(pattern, symbols());
        format.setRoundingMode(RoundingMode.HALF_UP);
        // The shortest decimal of a double is what people and Excel see; its binary value can lie just below a half.
        String text = format.format(new BigDecimal(value.toString()));
        boolean isZero = text.chars().noneMatch(character -> character >= '1' && character <= '9');
        return isZero ? text.replace(String.valueOf(MINUS), "") : text;
    }

    /** The signs in numbers that are shown as text: the same in every language, with a minus as wide as a plus. */
    public static DecimalFormatSymbols symbols() {
        DecimalFormatSymbols symbols = DecimalFormatSymbols.getInstance(Locale.ROOT);
        symbols.setMinusSign(MINUS);
        return symbols;
    }
}
