package org.zhijian.etl.ingest;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.spark.SparkException;
import org.apache.spark.api.java.function.ForeachPartitionFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.zhijian.schema.text.UserError;

/**
 * Tries a mapping on all of a file's records before anything is loaded, so that one that does not fit rejects the file and
 * does not end the run.
 */
final class MappingTrial {
    private static final String FILTER = "filter";

    /** What Spark advises to programmers, behind what is wrong; the columns that it proposes are told anyhow. */
    private static final Pattern ADVICE = Pattern.compile(
            " (?:Did you mean|1\\) You can|You can|Verify the spelling|If necessary|To tolerate|Use `).*");

    /** What stands in its message around a pattern for moments that it does not know. */
    private static final Pattern PATTERN = Pattern.compile(".*(?i:fail) to recognize ('.*') pattern.*");

    private final SparkSession session;

    MappingTrial(SparkSession spark) {
        session = MappedRecords.session(spark);
    }

    /**
     * Why the mapping does not fit the file, if it does not: the key of the expression that fails, and what is wrong with it.
     *
     * @throws UserError when the filter is no condition, or an expression is one over several records
     */
    Optional<String> misfit(Mapping mapping, LandingSource.Part file) {
        try {
            Dataset<Row> source = source(file);
            return failure(mapping, source).map(failure -> {
                String key = failing(mapping, source);
                if (key.equals(FILTER) && isAnalysed(asColumn(mapping), source)) {
                    throw new UserError("etl.mapping.no-condition", mapping.name(), mapping.filter()).causedBy(failure);
                }
                if (said(failure).startsWith("[MISSING_GROUP_BY]")) {
                    throw new UserError("etl.mapping.over-records", mapping.name(), key).causedBy(failure);
                }
                return key.isEmpty() ? said(failure) : key + ": " + said(failure);
            });
        } catch (UserError e) {
            throw e;
        } catch (Exception e) {
            // Spark's analysis errors are checked, but Scala declares none.
            return Optional.of(said(e));
        }
    }

    private Dataset<Row> source(LandingSource.Part file) {
        List<String> columns = file.options().columns();
        return file.options().format() == Format.PARQUET
                ? ParquetFiles.read(session, file, columns)
                : LandingSource.read(session, List.of(file), columns);
    }

    /** The key of the expression that fails; blank where none does by itself. */
    private static String failing(Mapping mapping, Dataset<Row> source) {
        Map<String, String> defined = new LinkedHashMap<>();
        for (Map.Entry<String, String> definition : mapping.definitions().entrySet()) {
            defined.put(definition.getKey(), definition.getValue());
            if (!isAnalysed(with(mapping, defined, Map.of(), ""), source)) {
                return "define." + definition.getKey();
            }
        }
        if (failure(with(mapping, defined, Map.of(), mapping.filter()), source).isPresent()) {
            return FILTER;
        }
        List<String> columns = List.copyOf(mapping.expressions().keySet());
        for (String column : columns) {
            if (!isAnalysed(only(mapping, List.of(column)), source)) {
                return "map." + column;
            }
        }
        // Each attempt reads the file, so half of the columns are tried at a time.
        while (columns.size() > 1) {
            List<String> half = columns.subList(0, columns.size() / 2);
            boolean inHalf = failure(only(mapping, half), source).isPresent();
            columns = inHalf ? half : columns.subList(half.size(), columns.size());
        }
        return columns.isEmpty() ? "" : "map." + columns.get(0);
    }

    private static Mapping only(Mapping mapping, List<String> columns) {
        Map<String, String> expressions = new LinkedHashMap<>();
        columns.forEach(column -> expressions.put(column, mapping.expressions().get(column)));
        return with(mapping, mapping.definitions(), expressions, mapping.filter());
    }

    /** The filter's expression as if it were a column's, which need not be a condition. */
    private static Mapping asColumn(Mapping mapping) {
        String any = mapping.entity().columns().get(0).name();
        return with(mapping, mapping.definitions(), Map.of(any, mapping.filter()), "");
    }

    private static Mapping with(
            Mapping mapping, Map<String, String> definitions, Map<String, String> expressions, String filter) {
        return new Mapping(
                mapping.name(),
                mapping.files(),
                mapping.options(),
                mapping.optional(),
                mapping.entity(),
                definitions,
                expressions,
                filter);
    }

    /** Whether all of the mapping's names and types fit, whatever the records hold. */
    private static boolean isAnalysed(Mapping mapping, Dataset<Row> source) {
        try {
            MappedRecords.of(mapping, source);
            return true;
        } catch (Exception e) {
            return false;
        }
    }

    private static Optional<Exception> failure(Mapping mapping, Dataset<Row> source) {
        try {
            ForeachPartitionFunction<Row> readThrough = rows -> rows.forEachRemaining(row -> {});
            MappedRecords.of(mapping, source).foreachPartition(readThrough);
            return Optional.empty();
        } catch (Exception e) {
            return Optional.of(e);
        }
    }

    private static String said(Throwable failure) {
        String said = ADVICE.matcher(FileProbe.said(inExpression(failure)))
                .replaceFirst("")
                .replaceFirst("[.]$", "");
        Matcher pattern = PATTERN.matcher(said);
        return pattern.matches() ? "fail to recognize " + pattern.group(1) + " pattern" : said;
    }

    /** What failed in an expression; Spark wraps it into what became of the job, with all of its calls in the message. */
    private static Throwable inExpression(Throwable failure) {
        boolean ofJob = failure instanceof SparkException && failure.getCause() != null;
        return ofJob ? inExpression(failure.getCause()) : failure;
    }
}
