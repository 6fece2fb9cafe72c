package org.zhijian.schema.text;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Text in one language. A key begins with the module that owns it: {@code etl.landing.missing} stands in the bundle
 * {@code org.zhijian.etl.messages}. The English file is the base, {@code messages_zh.properties} the Chinese one.
 */
public record Text(Locale locale) {
    /** The languages text exists in. */
    public static final Locale ENGLISH = Locale.ENGLISH;

    public static final Locale CHINESE = Locale.SIMPLIFIED_CHINESE;

    /** A word that agrees with a number, {@code {0|evaluation|evaluations}}: the first where argument 0 is 1, else the second. */
    private static final Pattern COUNTED = Pattern.compile("\\{(\\d+)\\|([^|}]*)\\|([^}]*)}");

    /** A count that may be large, {@code {0#}}: 12,345. */
    private static final Pattern GROUPED = Pattern.compile("\\{(\\d+)#}");

    /** The message of that key with its arguments in it; numbers are written plainly, without grouping, where it does not ask for it. */
    public String of(String key, Object... arguments) {
        String[] plain = Stream.of(arguments).map(String::valueOf).toArray(String[]::new);
        String agreeing = COUNTED.matcher(pattern(key))
                .replaceAll(word -> Matcher.quoteReplacement(
                        word.group(plain[Integer.parseInt(word.group(1))].equals("1") ? 2 : 3)));
        String grouped = GROUPED.matcher(agreeing)
                .replaceAll(count ->
                        String.format(Locale.ROOT, "%,d", Long.valueOf(plain[Integer.parseInt(count.group(1))])));
        return new MessageFormat(grouped.replace("'", "''"), locale).format(plain);
    }

    /** Whether the text is Chinese. */
    public boolean isChinese() {
        return Locale.CHINESE.getLanguage().equals(locale.getLanguage());
    }

    private String pattern(String key) {
        String module = key.substring(0, key.indexOf('.'));
        return ResourceBundle.getBundle(
                        "org.zhijian." + module + ".messages",
                        isChinese() ? Locale.CHINESE : Locale.ROOT,
                        Text.class.getClassLoader(),
                        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES))
                .getString(key);
    }
}
