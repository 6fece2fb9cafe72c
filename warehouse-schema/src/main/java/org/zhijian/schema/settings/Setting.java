package org.zhijian.schema.settings;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * One setting of the configuration file.
 *
 * @param key where it stands in the file, sections separated by dots
 * @param defaultValue the default, as it is written in YAML
 * @param allowed what is allowed, in words
 * @param meaning one line of English
 * @param meaningZh the same in Chinese
 * @param parser from the YAML value to the setting's value; throws IllegalArgumentException for one that is not allowed
 */
public record Setting<T>(
        String key, String defaultValue, String allowed, String meaning, String meaningZh, Function<Object, T> parser) {

    /** A span of the day, from inclusive to exclusive; midnight as an end is the end of the day. */
    public record Span(LocalTime from, LocalTime to) {}

    static Setting<BigDecimal> decimal(
            String key, String defaultValue, String min, String max, String meaning, String meaningZh) {
        return new Setting<>(
                key,
                defaultValue,
                max == null ? "a number from " + min : "a number from " + min + " to " + max,
                meaning,
                meaningZh,
                value -> bounded(number(value), new BigDecimal(min), max == null ? null : new BigDecimal(max)));
    }

    static Setting<Integer> integer(String key, int defaultValue, int min, int max, String meaning, String meaningZh) {
        return new Setting<>(
                key,
                Integer.toString(defaultValue),
                "a whole number from " + min + " to " + max,
                meaning,
                meaningZh,
                value -> bounded(number(value), BigDecimal.valueOf(min), BigDecimal.valueOf(max))
                        .intValueExact());
    }

    static Setting<Boolean> flag(String key, boolean defaultValue, String meaning, String meaningZh) {
        return new Setting<>(key, Boolean.toString(defaultValue), "true or false", meaning, meaningZh, value -> {
            if (value instanceof Boolean flag) {
                return flag;
            }
            throw new IllegalArgumentException();
        });
    }

    static Setting<String> text(String key, String defaultValue, String allowed, String meaning, String meaningZh) {
        return new Setting<>(key, quote(defaultValue), allowed, meaning, meaningZh, value -> {
            if (value instanceof Map || value instanceof List) {
                throw new IllegalArgumentException();
            }
            return value == null ? "" : value.toString();
        });
    }

    static <E extends Enum<E>> Setting<E> choice(
            String key, E defaultValue, Class<E> type, String meaning, String meaningZh) {
        List<String> names = new ArrayList<>();
        for (E constant : type.getEnumConstants()) {
            names.add(constant.toString());
        }
        return new Setting<>(key, defaultValue.toString(), String.join(" or ", names), meaning, meaningZh, value -> {
            for (E constant : type.getEnumConstants()) {
                if (constant.toString().equals(String.valueOf(value))) {
                    return constant;
                }
            }
            throw new IllegalArgumentException();
        });
    }

    static Setting<ZoneId> zone(String key, String defaultValue, String meaning, String meaningZh) {
        return new Setting<>(
                key, defaultValue, "a time zone of the IANA list, such as Asia/Shanghai", meaning, meaningZh, value -> {
                    try {
                        return ZoneId.of(String.valueOf(value));
                    } catch (DateTimeException e) {
                        throw new IllegalArgumentException(e);
                    }
                });
    }

    /** A list of words, each one of {@code accepted}, or any when that is empty. */
    static Setting<List<String>> words(
            String key, String defaultValue, List<String> accepted, String meaning, String meaningZh) {
        String allowed = accepted.isEmpty() ? "a list of words" : "a list of " + String.join(", ", accepted);
        return new Setting<>(key, defaultValue, allowed, meaning, meaningZh, value -> {
            List<String> words = list(value).stream().map(String::valueOf).toList();
            if (!accepted.isEmpty() && !accepted.containsAll(words)) {
                throw new IllegalArgumentException();
            }
            return words;
        });
    }

    static Setting<List<Span>> spans(String key, String defaultValue, String meaning, String meaningZh) {
        return new Setting<>(
                key,
                defaultValue,
                "a list of spans like \"09:00-12:00\"",
                meaning,
                meaningZh,
                value -> list(value).stream()
                        .map(item -> span(String.valueOf(item)))
                        .toList());
    }

    /** Numbers by name, the names being those of the default. */
    static Setting<Map<String, BigDecimal>> numbers(
            String key, String defaultValue, List<String> names, String meaning, String meaningZh) {
        return new Setting<>(
                key,
                defaultValue,
                "numbers from 0, by name: " + String.join(", ", names),
                meaning,
                meaningZh,
                value -> {
                    if (!(value instanceof Map<?, ?> map)) {
                        throw new IllegalArgumentException();
                    }
                    Map<String, BigDecimal> numbers = new LinkedHashMap<>();
                    map.forEach((name, amount) -> {
                        if (!names.contains(String.valueOf(name))) {
                            throw new IllegalArgumentException();
                        }
                        numbers.put(String.valueOf(name), bounded(number(amount), BigDecimal.ZERO, null));
                    });
                    return Map.copyOf(numbers);
                });
    }

    private static List<?> list(Object value) {
        if (value instanceof List<?> list) {
            return list;
        }
        throw new IllegalArgumentException();
    }

    private static Span span(String text) {
        String[] ends = text.split("-", -1);
        if (ends.length != 2) {
            throw new IllegalArgumentException();
        }
        try {
            LocalTime from = LocalTime.parse(ends[0].trim());
            String end = ends[1].trim();
            LocalTime to = end.equals("24:00") ? LocalTime.MIDNIGHT : LocalTime.parse(end);
            if (!to.equals(LocalTime.MIDNIGHT) && !from.isBefore(to)) {
                throw new IllegalArgumentException();
            }
            return new Span(from, to);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static BigDecimal number(Object value) {
        if (value instanceof Number number) {
            return new BigDecimal(number.toString());
        }
        throw new IllegalArgumentException();
    }

    private static BigDecimal bounded(BigDecimal value, BigDecimal min, BigDecimal max) {
        if (value.compareTo(min) < 0 || (max != null && value.compareTo(max) > 0)) {
            throw new IllegalArgumentException();
        }
        return value;
    }

    private static String quote(String text) {
        return "\"" + text + "\"";
    }

    @Override
    public String toString() {
        return key;
    }
}
