package org.zhijian.app;

import java.util.Collections;
import java.util.Enumeration;
import java.util.Locale;
import java.util.ResourceBundle;
import org.zhijian.schema.text.Text;

/**
 * The help's texts as picocli asks for them: its key {@code zhijian.export.usage.description} is the message
 * {@code app.help.zhijian.export.usage.description}, and an option {@code --warehouse} is explained by
 * {@code app.help.warehouse}, or by {@code app.help.zhijian.export.warehouse} where one command differs.
 */
final class HelpTexts extends ResourceBundle {
    private static final String PREFIX = "app.help.";

    private final ResourceBundle messages;

    HelpTexts(Text text) {
        messages = ResourceBundle.getBundle(
                "org.zhijian.app.messages",
                text.isChinese() ? Locale.CHINESE : Locale.ROOT,
                HelpTexts.class.getClassLoader(),
                Control.getNoFallbackControl(Control.FORMAT_PROPERTIES));
    }

    @Override
    protected Object handleGetObject(String key) {
        return messages.containsKey(PREFIX + key) ? messages.getString(PREFIX + key) : null;
    }

    @Override
    public Enumeration<String> getKeys() {
        return Collections.enumeration(messages.keySet().stream()
                .filter(key -> key.startsWith(PREFIX))
                .map(key -> key.substring(PREFIX.length()))
                .toList());
    }
}
