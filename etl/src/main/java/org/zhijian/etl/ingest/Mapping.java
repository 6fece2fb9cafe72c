package org.zhijian.etl.ingest;

import com.fasterxml.jackson.core.JsonPointer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;
import org.apache.spark.sql.catalyst.parser.CatalystSqlParser$;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;
import org.zhijian.schema.Column;
import org.zhijian.schema.Presence;
import org.zhijian.schema.raw.Entities;
import org.zhijian.schema.raw.Entity;
import org.zhijian.schema.text.UserError;

/**
 * How files of another system become an entity's records.
 *
 * @param name the mapping file's name without its ending
 * @param files patterns of the files it is for, matched against the path below the landing folder and the file name
 * @param options how the files are read
 * @param optional columns of the source that a file may lack; they are blank there
 * @param entity what their records are
 * @param definitions names for expressions, which later ones and those of columns and filter can use
 * @param expressions for a column of the entity, a Spark SQL expression over the source's columns, all of them text
 * @param filter a Spark SQL condition that records meet, blank for all
 */
public record Mapping(
        String name,
        List<String> files,
        SourceOptions options,
        List<String> optional,
        Entity entity,
        Map<String, String> definitions,
        Map<String, String> expressions,
        String filter) {
    private static final Set<String> KEYS = Set.of(
            "files",
            "format",
            "delimiter",
            "quote",
            "header",
            "columns",
            "optional",
            "encoding",
            "sheet",
            "skip-lines",
            "records",
            "entity",
            "define",
            "filter",
            "map");

    /** The mappings of a folder, in the order of their names; none when the folder is not there. */
    public static List<Mapping> readAll(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file ->
                            file.toString().endsWith(".yaml") || file.toString().endsWith(".yml"))
                    .sorted()
                    .map(Mapping::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads one mapping; a wrong key or value is refused with what is allowed. */
    public static Mapping read(Path file) {
        Map<?, ?> yaml;
        try {
            LoaderOptions strict = new LoaderOptions();
            strict.setAllowDuplicateKeys(false);
            Object root = new Yaml(new SafeConstructor(strict)).load(Files.readString(file));
            yaml = root instanceof Map<?, ?> map ? map : Map.of();
        } catch (IOException | YAMLException e) {
            throw new UserError("etl.mapping.unreadable", file, e.getMessage()).causedBy(e);
        }
        for (Object key : yaml.keySet()) {
            if (!KEYS.contains(String.valueOf(key))) {
                throw new UserError("etl.mapping.unknown-key", file, key, String.join(", ", new TreeSet<>(KEYS)));
            }
        }
        String name = String.valueOf(file.getFileName()).replaceFirst("\\.ya?ml$", "");
        Entity entity = Entities.named(text(yaml, "entity", ""))
                .orElseThrow(() -> new UserError(
                        "etl.mapping.value",
                        file,
                        "entity",
                        text(yaml, "entity", ""),
                        String.join(
                                ", ", Entities.ALL.stream().map(Entity::name).toList())));
        return new Mapping(
                name,
                patterns(file, yaml),
                options(file, yaml),
                strings(yaml.get("optional")),
                entity,
                definitions(file, yaml),
                expressions(file, yaml, entity),
                filter(file, yaml));
    }

    /** Whether the mapping is for that file. */
    boolean matches(Path relative) {
        return files.stream().anyMatch(pattern -> {
            PathMatcher matcher = matcher(pattern);
            return matcher.matches(relative) || matcher.matches(relative.getFileName());
        });
    }

    private static PathMatcher matcher(String pattern) {
        return FileSystems.getDefault().getPathMatcher("glob:" + pattern);
    }

    private static List<String> patterns(Path file, Map<?, ?> yaml) {
        List<String> patterns = strings(yaml.get("files"));
        try {
            patterns.forEach(Mapping::matcher);
        } catch (PatternSyntaxException e) {
            throw wrongPattern(file, e.getPattern()).causedBy(e);
        }
        if (patterns.isEmpty()) {
            throw wrongPattern(file, "");
        }
        return patterns;
    }

    private static UserError wrongPattern(Path file, String pattern) {
        return new UserError("etl.mapping.value", file, "files", pattern, "a file name pattern such as \"cdr-*.csv\"");
    }

    private static SourceOptions options(Path file, Map<?, ?> yaml) {
        String format = text(yaml, "format", "csv");
        String encoding = text(yaml, "encoding", "");
        try {
            if (!encoding.isEmpty()) {
                Charset.forName(encoding);
            }
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            throw new UserError("etl.mapping.value", file, "encoding", encoding, "UTF-8, GB18030, ...").causedBy(e);
        }
        String delimiter = text(yaml, "delimiter", ",");
        String quote = text(yaml, "quote", "\"");
        if (delimiter.isEmpty() || quote.length() != 1) {
            throw new UserError("etl.mapping.value", file, "delimiter, quote", delimiter + quote, "one character each");
        }
        String header = text(yaml, "header", "true");
        if (!header.matches("true|false")) {
            throw new UserError("etl.mapping.value", file, "header", header, "true, false");
        }
        String skip = text(yaml, "skip-lines", "0");
        if (!skip.matches("\\d{1,6}")) {
            throw new UserError("etl.mapping.value", file, "skip-lines", skip, "0, 1, 2, ...");
        }
        String records = text(yaml, "records", "");
        try {
            JsonPointer.compile(records);
        } catch (IllegalArgumentException e) {
            throw new UserError("etl.mapping.value", file, "records", records, "a JSON pointer such as /conversations")
                    .causedBy(e);
        }
        return new SourceOptions(
                Format.ofWord(format)
                        .orElseThrow(() -> new UserError(
                                "etl.mapping.value", file, "format", format, "csv, jsonl, json, parquet, xlsx")),
                encoding,
                delimiter,
                quote.charAt(0),
                header.equals("true"),
                strings(yaml.get("columns")),
                text(yaml, "sheet", ""),
                Integer.parseInt(skip),
                records);
    }

    private static Map<String, String> definitions(Path file, Map<?, ?> yaml) {
        Map<String, String> definitions = new LinkedHashMap<>();
        Map<?, ?> given = yaml.get("define") instanceof Map<?, ?> map ? map : Map.of();
        given.forEach((key, expression) -> {
            String name = String.valueOf(key);
            if (!name.matches("[A-Za-z][A-Za-z0-9_]*")) {
                throw new UserError("etl.mapping.value", file, "define", name, "a name of letters, digits and _");
            }
            definitions.put(name, parsed(file, "define." + name, String.valueOf(expression)));
        });
        return definitions;
    }

    private static Map<String, String> expressions(Path file, Map<?, ?> yaml, Entity entity) {
        Map<String, String> expressions = new LinkedHashMap<>();
        Map<?, ?> given = yaml.get("map") instanceof Map<?, ?> map ? map : Map.of();
        List<String> names = entity.columns().stream().map(Column::name).toList();
        given.forEach((column, expression) -> {
            if (!names.contains(String.valueOf(column))) {
                throw new UserError("etl.mapping.column", file, column, entity.name(), String.join(", ", names));
            }
            expressions.put(String.valueOf(column), parsed(file, "map." + column, String.valueOf(expression)));
        });
        for (Column column : entity.columns()) {
            if (column.presence() != Presence.OPTIONAL && !expressions.containsKey(column.name())) {
                throw new UserError("etl.mapping.required", file, column.name(), entity.name());
            }
        }
        return expressions;
    }

    private static String filter(Path file, Map<?, ?> yaml) {
        String filter = text(yaml, "filter", "");
        return filter.isEmpty() ? filter : parsed(file, "filter", filter);
    }

    private static String parsed(Path file, String key, String expression) {
        try {
            CatalystSqlParser$.MODULE$.parseExpression(expression);
            return expression;
        } catch (Exception e) {
            // Scala declares no exceptions: a ParseException is checked, but the compiler does not see it thrown.
            throw new UserError("etl.mapping.expression", file, key, expression, e.getMessage()).causedBy(e);
        }
    }

    private static String text(Map<?, ?> yaml, String key, String otherwise) {
        Object value = yaml.get(key);
        return value == null ? otherwise : String.valueOf(value);
    }

    private static List<String> strings(Object value) {
        if (value instanceof List<?> list) {
            List<String> strings = new ArrayList<>();
            list.forEach(item -> strings.add(String.valueOf(item)));
            return List.copyOf(strings);
        }
        return value == null ? List.of() : List.of(String.valueOf(value));
    }
}
