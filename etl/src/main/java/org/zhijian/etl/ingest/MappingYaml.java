package org.zhijian.etl.ingest;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.representer.Representer;
import org.yaml.snakeyaml.resolver.Resolver;
import org.zhijian.schema.text.UserError;

/** The text of a mapping: keys with a text, a list of texts, or names with a text each. */
final class MappingYaml {
    private final Path file;
    private final Map<?, ?> values;

    private MappingYaml(Path file, Map<?, ?> values) {
        this.file = file;
        this.values = values;
    }

    static MappingYaml read(Path file) {
        LoaderOptions strict = new LoaderOptions();
        strict.setAllowDuplicateKeys(false);
        DumperOptions unused = new DumperOptions();
        Yaml yaml = new Yaml(new SafeConstructor(strict), new Representer(unused), unused, strict, new TextsOnly());
        try {
            String text = Files.readString(file);
            if (text.indexOf('\0') >= 0) {
                throw new UserError("etl.mapping.not-utf8", file);
            }
            return new MappingYaml(file, yaml.load(text) instanceof Map<?, ?> map ? map : Map.of());
        } catch (CharacterCodingException e) {
            throw new UserError("etl.mapping.not-utf8", file).causedBy(e);
        } catch (IOException | YAMLException e) {
            throw new UserError("etl.mapping.unreadable", file, e.getMessage()).causedBy(e);
        }
    }

    /** What YAML takes for a truth value, a number or a date can be a column's name: everything that is written is text. */
    private static final class TextsOnly extends Resolver {
        @Override
        protected void addImplicitResolvers() {
            addImplicitResolver(Tag.NULL, EMPTY, null);
            addImplicitResolver(Tag.MERGE, MERGE, "<");
        }
    }

    Path file() {
        return file;
    }

    Set<String> keys() {
        Set<String> keys = new LinkedHashSet<>();
        values.keySet().forEach(key -> keys.add(String.valueOf(key)));
        return keys;
    }

    /** Whether something stands behind a key. */
    boolean has(String key) {
        return values.get(key) != null;
    }

    /** The text of a key, or what holds where it is left out. */
    String text(String key, String otherwise) {
        Object value = values.get(key);
        if (value instanceof Collection<?> || value instanceof Map<?, ?>) {
            throw new UserError("etl.mapping.one-text", file, key);
        }
        return value == null ? otherwise : String.valueOf(value);
    }

    /** The text or texts of a key. */
    List<String> texts(String key) {
        Object value = values.get(key);
        Stream<?> items = value instanceof List<?> list ? list.stream() : Stream.ofNullable(value);
        return items.map(item -> {
                    if (item == null || item instanceof Collection<?> || item instanceof Map<?, ?>) {
                        throw new UserError("etl.mapping.list", file, key);
                    }
                    return String.valueOf(item);
                })
                .toList();
    }

    /** The expressions of a key by their names, in their order; one that is left blank is the expression null. */
    Map<String, String> expressions(String key) {
        Map<String, String> expressions = new LinkedHashMap<>();
        Object value = values.get(key);
        if (value instanceof Map<?, ?> map) {
            map.forEach((name, expression) -> expressions.put(String.valueOf(name), String.valueOf(expression)));
        } else if (value != null) {
            throw new UserError("etl.mapping.names", file, key);
        }
        return expressions;
    }
}
