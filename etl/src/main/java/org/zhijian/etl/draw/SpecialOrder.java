package org.zhijian.etl.draw;

import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;
import org.zhijian.schema.mart.SamplingPlan;
import org.zhijian.schema.text.UserError;

/**
 * An order for special-topic QA (R5), one YAML file each.
 *
 * @param topic what is looked at; no two orders have the same
 * @param from the first day whose interactions are drawn
 * @param to the last day
 * @param condition a Spark SQL condition over the interaction's columns, those of {@code fact_interaction} and
 *     {@code time_band}, {@code channel}, {@code business_type} and {@code team}; "true" for all
 * @param interactions how many human-handled interactions are drawn in all
 * @param method how they are inspected
 */
public record SpecialOrder(
        String topic, LocalDate from, LocalDate to, String condition, long interactions, String method)
        implements Serializable {
    private static final Set<String> KEYS = Set.of("topic", "from", "to", "condition", "interactions", "method");

    /** The orders of a folder, by the names of their files; none when the folder is not there. */
    public static List<SpecialOrder> readAll(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        Set<String> topics = new HashSet<>();
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().matches(".*\\.ya?ml"))
                    .sorted()
                    .map(file -> {
                        SpecialOrder order = read(file);
                        if (!topics.add(order.topic())) {
                            throw new UserError("etl.special.topic-twice", file, order.topic());
                        }
                        return order;
                    })
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads one order; a wrong key or value is refused with what is allowed. */
    static SpecialOrder read(Path file) {
        Map<?, ?> yaml = yaml(file);
        for (Object key : yaml.keySet()) {
            if (!KEYS.contains(String.valueOf(key))) {
                throw new UserError("etl.special.unknown-key", file, key, String.join(", ", new TreeSet<>(KEYS)));
            }
        }
        String topic = text(yaml, "topic", "");
        LocalDate from = date(file, yaml, "from");
        LocalDate to = date(file, yaml, "to");
        String interactions = text(yaml, "interactions", "");
        String method = text(yaml, "method", "sampling");
        if (topic.isBlank()) {
            throw wrong(file, "topic", topic, "a name");
        }
        if (to.isBefore(from)) {
            throw wrong(file, "to", to, "a day from " + from);
        }
        if (!interactions.matches("[1-9]\\d{0,6}")) {
            throw wrong(file, "interactions", interactions, "a whole number from 1");
        }
        if (!SamplingPlan.METHOD.accepted().contains(method)) {
            throw wrong(file, "method", method, String.join(", ", SamplingPlan.METHOD.accepted()));
        }
        return new SpecialOrder(topic, from, to, text(yaml, "condition", "true"), Long.parseLong(interactions), method);
    }

    private static Map<?, ?> yaml(Path file) {
        try {
            LoaderOptions strict = new LoaderOptions();
            strict.setAllowDuplicateKeys(false);
            Object root = new Yaml(new SafeConstructor(strict)).load(Files.readString(file));
            return root instanceof Map<?, ?> map ? map : Map.of();
        } catch (IOException | YAMLException e) {
            throw new UserError("etl.special.unreadable", file, e.getMessage()).causedBy(e);
        }
    }

    /** A day, which YAML reads as the start of that day in UTC unless it stands in quotes. */
    private static LocalDate date(Path file, Map<?, ?> yaml, String key) {
        if (yaml.get(key) instanceof Date date) {
            return date.toInstant().atZone(ZoneOffset.UTC).toLocalDate();
        }
        String text = text(yaml, key, "");
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw wrong(file, key, text, "a day such as 2026-04-01").causedBy(e);
        }
    }

    private static UserError wrong(Path file, String key, Object value, String allowed) {
        return new UserError("etl.special.value", file, key, value, allowed);
    }

    private static String text(Map<?, ?> yaml, String key, String otherwise) {
        Object value = yaml.get(key);
        return value == null ? otherwise : String.valueOf(value);
    }
}
