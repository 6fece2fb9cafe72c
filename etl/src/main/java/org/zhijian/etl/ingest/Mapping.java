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
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;
import org.apache.spark.sql.catalyst.parser.CatalystSqlParser$;
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

    private static final List<String> NEEDED = List.of("files", "entity", "map");

    /** The keys that mean something for some formats only, and these formats. */
    private static final Map<String, List<Format>> FORMATS_OF_KEY = Map.of(
            "delimiter", List.of(Format.CSV),
            "quote", List.of(Format.CSV),
            "columns", List.of(Format.CSV, Format.XLSX),
            "skip-lines", List.of(Format.CSV, Format.XLSX),
            "sheet", List.of(Format.XLSX),
            "records", List.of(Format.JSON));

    /** A pattern that begins at a root or with a folder that is none below the landing folder. */
    private static final Pattern OUTSIDE = Pattern.compile("^([/\\\\]|[A-Za-z]:|[.]{1,2}/)");

    /** Any characters but line ends, a word such as "tab", and an escape that YAML has left as it stands. */
    private static final Pattern DELIMITER = Pattern.compile("(?![\\p{L}]{2})(?!\\\\.)[^\r\n]+");

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
        MappingYaml yaml = MappingYaml.read(file);
        for (String key : yaml.keys()) {
            if (!KEYS.contains(key)) {
                throw new UserError("etl.mapping.unknown-key", file, key, String.join(", ", new TreeSet<>(KEYS)));
            }
        }
        List<String> lacking = NEEDED.stream().filter(key -> !yaml.has(key)).toList();
        if (!lacking.isEmpty()) {
            throw new UserError("etl.mapping.lacks", file, String.join(", ", lacking));
        }
        String name = String.valueOf(file.getFileName()).replaceFirst("\\.ya?ml$", "");
        Entity entity = Entities.named(yaml.text("entity", ""))
                .orElseThrow(() -> new UserError(
                        "etl.mapping.value",
                        file,
                        "entity",
                        yaml.text("entity", ""),
                        String.join(
                                ", ", Entities.ALL.stream().map(Entity::name).toList())));
        return new Mapping(
                name,
                patterns(yaml),
                options(yaml),
                yaml.texts("optional"),
                entity,
                definitions(yaml),
                expressions(yaml, entity),
                filter(yaml));
    }

    /** Whether the mapping is for that file. */
    boolean matches(Path relative) {
        return files.stream().anyMatch(pattern -> {
            PathMatcher matcher = matcher(pattern);
            return matcher.matches(relative) || matcher.matches(relative.getFileName());
        });
    }

    /** A bracket stands for itself. */
    private static PathMatcher matcher(String pattern) {
        return FileSystems.getDefault().getPathMatcher("glob:" + pattern.replaceAll("(?<!\\\\)\\[", "\\\\["));
    }

    private static List<String> patterns(MappingYaml yaml) {
        List<String> patterns = yaml.texts("files");
        for (String pattern : patterns) {
            try {
                matcher(pattern);
            } catch (PatternSyntaxException e) {
                throw new UserError("etl.mapping.pattern", yaml.file(), pattern).causedBy(e);
            }
            if (pattern.isBlank() || OUTSIDE.matcher(pattern).find()) {
                throw new UserError("etl.mapping.pattern", yaml.file(), pattern);
            }
        }
        if (patterns.isEmpty()) {
            throw new UserError("etl.mapping.lacks", yaml.file(), "files");
        }
        return patterns;
    }

    private static SourceOptions options(MappingYaml yaml) {
        Format format = format(yaml);
        for (String key : yaml.keys()) {
            if (FORMATS_OF_KEY.containsKey(key) && !FORMATS_OF_KEY.get(key).contains(format)) {
                String others = String.join(
                        ", ",
                        FORMATS_OF_KEY.get(key).stream().map(Format::toString).toList());
                throw new UserError("etl.mapping.other-format", yaml.file(), key, format, others);
            }
        }
        String delimiter = delimiter(yaml);
        boolean header = header(yaml);
        List<String> columns = yaml.texts("columns");
        if (header && !columns.isEmpty()) {
            throw new UserError("etl.mapping.columns-of-header", yaml.file());
        }
        return new SourceOptions(
                format,
                encoding(yaml),
                delimiter,
                quote(yaml, delimiter),
                header,
                columns,
                yaml.text("sheet", ""),
                skipLines(yaml),
                records(yaml));
    }

    private static Format format(MappingYaml yaml) {
        String format = yaml.text("format", "csv");
        return Format.ofWord(format)
                .orElseThrow(() -> new UserError(
                        "etl.mapping.value", yaml.file(), "format", format, "csv, jsonl, json, parquet, xlsx"));
    }

    private static String encoding(MappingYaml yaml) {
        String encoding = yaml.text("encoding", "");
        try {
            if (!encoding.isEmpty()) {
                Charset.forName(encoding);
            }
            return encoding;
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            throw new UserError("etl.mapping.encoding", yaml.file(), encoding).causedBy(e);
        }
    }

    private static String delimiter(MappingYaml yaml) {
        String delimiter = yaml.text("delimiter", ",");
        if (!DELIMITER.matcher(delimiter).matches()) {
            throw new UserError("etl.mapping.delimiter", yaml.file(), delimiter);
        }
        return delimiter;
    }

    private static char quote(MappingYaml yaml, String delimiter) {
        String quote = yaml.text("quote", "\"");
        if (quote.length() != 1 || delimiter.contains(quote) || quote.matches("[\r\n]")) {
            throw new UserError("etl.mapping.quote", yaml.file(), quote, delimiter);
        }
        return quote.charAt(0);
    }

    private static boolean header(MappingYaml yaml) {
        String header = yaml.text("header", "true").toLowerCase(Locale.ROOT);
        return switch (header) {
            case "true", "yes", "on" -> true;
            case "false", "no", "off" -> false;
            default -> throw new UserError("etl.mapping.value", yaml.file(), "header", header, "true, false");
        };
    }

    private static int skipLines(MappingYaml yaml) {
        String skip = yaml.text("skip-lines", "0");
        if (!skip.matches("\\d{1,6}")) {
            throw new UserError("etl.mapping.value", yaml.file(), "skip-lines", skip, "0 – 999999");
        }
        return Integer.parseInt(skip);
    }

    private static String records(MappingYaml yaml) {
        String records = yaml.text("records", "");
        try {
            JsonPointer.compile(records);
            return records;
        } catch (IllegalArgumentException e) {
            throw new UserError("etl.mapping.records", yaml.file(), records).causedBy(e);
        }
    }

    private static Map<String, String> definitions(MappingYaml yaml) {
        Map<String, String> definitions = yaml.expressions("define");
        definitions.forEach((name, expression) -> {
            if (!name.matches("[A-Za-z][A-Za-z0-9_]*")) {
                throw new UserError("etl.mapping.definition", yaml.file(), name);
            }
            requireExpression(yaml, "define." + name, expression);
        });
        return definitions;
    }

    private static Map<String, String> expressions(MappingYaml yaml, Entity entity) {
        Map<String, String> expressions = yaml.expressions("map");
        List<String> names = entity.columns().stream().map(Column::name).toList();
        expressions.forEach((column, expression) -> {
            if (!names.contains(column)) {
                throw new UserError("etl.mapping.column", yaml.file(), column, entity.name(), String.join(", ", names));
            }
            requireExpression(yaml, "map." + column, expression);
        });
        for (Column column : entity.columns()) {
            if (column.presence() != Presence.OPTIONAL && !expressions.containsKey(column.name())) {
                throw new UserError("etl.mapping.required", yaml.file(), column.name(), entity.name());
            }
        }
        return expressions;
    }

    private static String filter(MappingYaml yaml) {
        String filter = yaml.text("filter", "");
        if (!filter.isEmpty()) {
            requireExpression(yaml, "filter", filter);
        }
        return filter;
    }

    private static void requireExpression(MappingYaml yaml, String key, String expression) {
        try {
            CatalystSqlParser$.MODULE$.parseExpression(expression);
        } catch (Exception e) {
            // Scala declares no exceptions: a ParseException is checked, but the compiler does not see it thrown.
            throw new UserError("etl.mapping.expression", yaml.file(), key, expression, e.getMessage()).causedBy(e);
        }
    }
}
