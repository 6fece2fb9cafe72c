package org.zhijian.etl.ingest;

import static org.apache.spark.sql.functions.udf;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.types.DataTypes;

/**
 * What happens to customers' data before anything is written (R15). Numbers in text are masked: any run of seven or more
 * digits, however it is grouped, that is no date; phone, identity-card and bank-card numbers all are such runs.
 * References become HMAC-SHA-256 under the centre's key, the first 128 bits in hex, so that equal references stay equal.
 */
final class Privacy {
    /** What stands in place of a number. */
    static final String MASK = "***";

    /** The shortest number that is masked. */
    private static final int FEWEST_DIGITS = 7;

    /** Decimal digits of any script and form, and Chinese ones. */
    private static final String DIGIT = "[\\p{Nd}⁰¹²³⁴-⁹₀-₉①-⑨⓪零〇一二三四五六七八九幺]";
    /** What groups digits: spaces, tabs and line ends, dashes, slashes, dots and brackets, full-width ones and such of no width too. */
    private static final String BETWEEN = "[\\t\\r\\n\\p{Zs}\\u200b-\\u200d\\u2060\\ufeff\\-‐‑–—－_/／.·()（）]";

    /** Commas group amounts by three or four digits from the right, which a mobile number's 3, 4 and 4 never are. */
    private static final String MOBILE_WITH_COMMAS =
            "(?<!" + DIGIT + ")[1１][3-9３-９]" + DIGIT + "(?:[,，]" + DIGIT + "{4}){2}(?!" + DIGIT + ")";

    private static final Pattern DATE_OR_NUMBER = Pattern.compile(
            "(?<date>(?:19|20)[0-9]{2}(?:-[01]?[0-9]-[0-3]?[0-9]|/[01]?[0-9]/[0-3]?[0-9]|年[01]?[0-9]月[0-3]?[0-9]日)(?![0-9]))"
                    + "|[+＋]?[(（]?" + DIGIT + "(?:" + BETWEEN + "{0,3}" + DIGIT + "){6,}[XxＸｘ]?"
                    + "|" + MOBILE_WITH_COMMAS);

    private static final String TIME =
            "[0-9]{1,2}:[0-9]{2}(?::[0-9]{2}(?:[.][0-9]{1,9})?)?(?:Z|[+-][0-9]{2}:?[0-9]{2}| ?[AaPp][Mm])?";

    /**
     * Whole values that are long enough for a customer's number and yet cannot be one: seven or eight digits that begin with 0
     * or 1, as no number within a town does, days of any year, and moments.
     */
    private static final Pattern HARMLESS = Pattern.compile("[01][0-9]{6,7}"
            + "|(?:[0-9]{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])"
            + "|[0-3]?[0-9]([-/.])[0-3]?[0-9]\\1(?:19|20)[0-9]{2})(?:[ T]" + TIME + ")?"
            + "|(?:19|20)[0-9]{2}[01][0-9][0-3][0-9](?:[ T]" + TIME + "|T[0-9]{4}(?:[0-9]{2})?Z?)");

    /** By a char's code: whether it is a digit, or could be a part of one that takes two chars. */
    private static final boolean[] DIGITS = digits();

    private final UserDefinedFunction mask = udf((UDF1<String, String>) Privacy::mask, DataTypes.StringType);
    private final UserDefinedFunction hash;

    /** With the centre's key, which never becomes part of a query's text. */
    Privacy(byte[] key) {
        hash = udf(new KeyedHash(key.clone()), DataTypes.StringType);
    }

    Column masked(Column text) {
        return mask.apply(text);
    }

    Column hashed(Column reference) {
        return hash.apply(reference);
    }

    /** The text without customers' numbers: {@code 请回电138 0013 8000} becomes {@code 请回电***}. */
    static String mask(String text) {
        if (text == null || !hasEnoughDigits(text) || HARMLESS.matcher(text).matches()) {
            return text;
        }
        Matcher matcher = DATE_OR_NUMBER.matcher(text);
        StringBuilder masked = null;
        while (matcher.find()) {
            if (matcher.group("date") != null) {
                continue;
            }
            if (masked == null) {
                masked = new StringBuilder();
            }
            matcher.appendReplacement(masked, MASK);
        }
        return masked == null ? text : matcher.appendTail(masked).toString();
    }

    /** Most texts have no number in them, and counting digits is much cheaper than matching. */
    private static boolean hasEnoughDigits(String text) {
        int digits = 0;
        for (int i = 0; i < text.length() && digits < FEWEST_DIGITS; i++) {
            if (DIGITS[text.charAt(i)]) {
                digits++;
            }
        }
        return digits == FEWEST_DIGITS;
    }

    private static boolean[] digits() {
        Pattern digit = Pattern.compile(DIGIT);
        boolean[] digits = new boolean[Character.MAX_VALUE + 1];
        for (char c = 0; c < Character.MAX_VALUE; c++) {
            digits[c] = Character.isLowSurrogate(c)
                    || digit.matcher(String.valueOf(c)).matches();
        }
        return digits;
    }

    /** HMAC under a key; one instance of the algorithm a thread. */
    private static final class KeyedHash implements UDF1<String, String> {
        private static final long serialVersionUID = 1L;
        private static final String ALGORITHM = "HmacSHA256";
        private static final int BYTES = 16;

        private final byte[] key;
        private transient ThreadLocal<Mac> macs;

        private KeyedHash(byte[] key) {
            this.key = key;
        }

        @Override
        public String call(String reference) {
            if (reference == null) {
                return null;
            }
            byte[] digest = macs().get().doFinal(reference.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, BYTES);
        }

        private synchronized ThreadLocal<Mac> macs() {
            if (macs == null) {
                macs = ThreadLocal.withInitial(this::mac);
            }
            return macs;
        }

        private Mac mac() {
            try {
                Mac mac = Mac.getInstance(ALGORITHM);
                mac.init(new SecretKeySpec(key, ALGORITHM));
                return mac;
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
