package org.zhijian.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.zhijian.schema.Column;
import org.zhijian.schema.raw.Entities;
import org.zhijian.schema.raw.Entity;

/**
 * The same work in DuckDB: landing files to a star of Parquet files, and marts from these. It takes every file for whole,
 * keeps no raw layer and no earlier state, checks nothing and publishes nothing.
 */
final class Yardstick implements AutoCloseable {
    static final String ZONE = "Asia/Shanghai";

    private static final String MARTS = "mart";
    private static final int THREADS = 2;
    private static final String MEMORY = "4GB";
    private static final List<String> LOAD = List.of(
            "dim_agent",
            "dim_inspector",
            "dim_error_type",
            "dim_scorecard_item",
            "fact_interaction",
            "fact_agent_state",
            "fact_evaluation",
            "small_facts");
    private static final String PROTECTED = "hashed(customer_ref) AS customer_ref, masked(remark) AS remark,";

    private final Connection connection;
    private final Path out;
    private final Map<String, String> values = new HashMap<>();

    /** What of the interactions is kept. */
    enum Keeps {
        /** Every column. */
        ALL,
        /** What marts read: no customers' references, hashed as they are, and no remarks. */
        FOR_MARTS
    }

    /**
     * Opens it on a landing folder of plain CSV files.
     *
     * @param out the folder of its Parquet files
     * @param runDate the last day that counts
     */
    Yardstick(Path landing, Path out, LocalDate runDate, Keeps keeps) throws SQLException, IOException {
        Path star = Files.createDirectories(out.resolve("star"));
        this.out = out;
        Files.createDirectories(out.resolve(MARTS));
        values.put("star", star.toString());
        values.put("run_date", runDate.toString());
        values.put("zone", ZONE);
        values.put("customer", keeps == Keeps.ALL ? PROTECTED : "");
        List<Path> files;
        try (Stream<Path> all = Files.walk(landing)) {
            files = all.filter(Files::isRegularFile).sorted().toList();
        }
        Entities.ALL.forEach(entity -> values.put(entity.name(), csv(entity, files)));
        connection = DriverManager.getConnection("jdbc:duckdb:");
        run("SET threads = " + THREADS);
        run("SET memory_limit = '" + MEMORY + "'");
        run("SET temp_directory = '" + out.resolve("spill") + "'");
        run("SET TimeZone = '" + ZONE + "'");
        run(Script.filled("macros", Map.of()));
    }

    /** Landing files to star; the seconds of each script. */
    Map<String, Double> load() throws SQLException {
        Map<String, Double> seconds = new LinkedHashMap<>();
        for (String name : LOAD) {
            seconds.put(name, seconds(Script.filled("load/" + name, values)));
        }
        return seconds;
    }

    /** Star to marts, after {@link #load}; the seconds of each mart. */
    Map<String, Double> marts() throws SQLException {
        Map<String, Double> seconds = new LinkedHashMap<>();
        for (YardstickMart mart : YardstickMart.ALL) {
            Path file = martFile(out, mart);
            String query = Script.filled("mart/" + mart.name(), values);
            seconds.put(
                    mart.name(),
                    seconds("COPY (\n" + query + ") TO '" + file + "' (COMPRESSION zstd);\nCREATE VIEW " + mart.name()
                            + " AS FROM '" + file + "';"));
        }
        return seconds;
    }

    Connection connection() {
        return connection;
    }

    /** A mart's file. */
    static Path martFile(Path out, YardstickMart mart) {
        return out.resolve(MARTS).resolve(mart.name() + ".parquet");
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }

    private double seconds(String sql) throws SQLException {
        long start = System.nanoTime();
        run(sql);
        return (System.nanoTime() - start) / 1e9;
    }

    private void run(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new SQLException(e.getMessage() + "\n" + sql, e);
        }
    }

    /** An entity's files as a table in the order of their paths, an empty one where there are none. */
    private static String csv(Entity entity, List<Path> all) {
        List<Path> files = all.stream()
                .filter(file -> file.getFileName().toString().startsWith(entity.name() + "-"))
                .toList();
        if (files.isEmpty()) {
            return entity.columns().stream()
                    .map(column -> "NULL::" + type(column) + " AS \"" + column.name() + "\"")
                    .collect(Collectors.joining(", ", "(SELECT ", " WHERE false)"));
        }
        String paths = files.stream().map(file -> "'" + file + "'").collect(Collectors.joining(", ", "[", "]"));
        String columns = entity.columns().stream()
                .map(column -> "'" + column.name() + "': '" + type(column) + "'")
                .collect(Collectors.joining(", ", "{", "}"));
        return "read_csv(" + paths + ", header = true, delim = ',', quote = '\"', escape = '\"', columns = " + columns
                + ")";
    }

    private static String type(Column column) {
        return switch (column.type()) {
            case STRING -> "VARCHAR";
            case INT -> "INTEGER";
            case LONG -> "BIGINT";
            case DOUBLE -> "DOUBLE";
            case BOOLEAN -> "BOOLEAN";
            case DATE -> "DATE";
            case TIMESTAMP -> "TIMESTAMPTZ";
        };
    }
}
