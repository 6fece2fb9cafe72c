package org.zhijian.app;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.zhijian.schema.text.Text;

/** Which language the command speaks: needed before the command line is parsed, since its help is in that language. */
final class Languages {
    static final String OPTION = "--locale";

    /** The language that {@code --locale} names, else the JVM's, which is English unless it is Chinese. */
    static Text of(String... args) {
        return new Text(named(args).flatMap(Languages::parse).orElseGet(() -> ofLanguage(Locale.getDefault())));
    }

    /** The locale of that tag, such as zh-CN or en, when text exists in its language. */
    static Optional<Locale> parse(String tag) {
        Locale locale = Locale.forLanguageTag(tag.replace('_', '-'));
        return List.of(Text.CHINESE, Text.ENGLISH).stream()
                .filter(known -> known.getLanguage().equals(locale.getLanguage()))
                .findFirst();
    }

    private static Locale ofLanguage(Locale locale) {
        return parse(locale.toLanguageTag()).orElse(Text.ENGLISH);
    }

    private static Optional<String> named(String... args) {
        return IntStream.range(0, args.length)
                .mapToObj(i -> {
                    if (args[i].startsWith(OPTION + "=")) {
                        return Optional.of(args[i].substring(OPTION.length() + 1));
                    }
                    return args[i].equals(OPTION) && i + 1 < args.length
                            ? Optional.of(args[i + 1])
                            : Optional.<String>empty();
                })
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Languages() {}
}
