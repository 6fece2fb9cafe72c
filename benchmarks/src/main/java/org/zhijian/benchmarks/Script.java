package org.zhijian.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * SQL from the resources beside this class. {@code ${name}} stands for a value, {@code ${file:columns}} for another script in
 * which {@code ${by}} stands for the columns.
 */
final class Script {
    private static final Pattern PLACE = Pattern.compile("\\$\\{(?<name>[a-z_]+)(?::(?<by>[^}]+))?\\}");

    private Script() {}

    /** The script with its places filled. */
    static String filled(String name, Map<String, String> values) {
        return PLACE.matcher(text(name)).replaceAll(place -> Matcher.quoteReplacement(value((Matcher) place, values)));
    }

    private static String value(Matcher place, Map<String, String> values) {
        String by = place.group("by");
        if (by != null) {
            return filled(place.group("name"), Map.of("by", by));
        }
        String value = values.get(place.group("name"));
        if (value == null) {
            throw new IllegalArgumentException("Nothing is known to stand for " + place.group());
        }
        return value;
    }

    private static String text(String name) {
        try (InputStream in = Script.class.getResourceAsStream(name + ".sql")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
