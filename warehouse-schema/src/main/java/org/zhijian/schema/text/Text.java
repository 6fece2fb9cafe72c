package org.zhijian.schema.text;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/**
 * Text in one language. A key begins with the module that owns it: {@code etl.landing.missing} stands in the bundle
 * {@code org.zhijian.etl.messages}. The English file is the base, {@code messages_zh.properties} the Chinese one.
 */
public record Text(Locale locale) {
    /** The languages text exists in. */
    public static final Locale ENGLISH = Locale.ENGLISH;

    public static final Locale CHINESE = Locale.SIMPLIFIED_CHINESE;

    /** The message of that key with its arguments in it; numbers are written plainly, without grouping. */
    public String of(String key, Object... arguments) {
        Object[] plain = new Object[arguments.length];
        for (int i = 0; i < arguments.length; i++) {
            plain[i] = String.valueOf(arguments[i]);
        }
        return new MessageFormat(pattern(key).replace("'", "''"), locale).format(plain);
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
