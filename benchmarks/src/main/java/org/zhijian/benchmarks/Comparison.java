package org.zhijian.benchmarks;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.zhijian.reports.export.ExportFormat;
import org.zhijian.reports.export.TableExport;
import org.zhijian.reports.read.PublishedWarehouse;
import org.zhijian.schema.Column;
import org.zhijian.schema.Type;

/** A mart as the suite and as the yardstick computed it, row by row in the columns that both have. */
final class Comparison {
    /** Doubles that are closer, in proportion, are the same: sums in another order. */
    private static final String CLOSE = "1e-9";

    private static final int SHOWN = 20;

    private final Connection connection;

    Comparison(Connection connection) {
        this.connection = connection;
    }

    /**
     * What differs.
     *
     * @param rows the suite's rows that were compared
     * @param columns the columns that were compared, besides the key
     * @param differing how many rows differ or are in one of both only
     * @param examples some of them
     */
    record Result(long rows, List<String> columns, long differing, List<String> examples) {}

    /**
     * Compares one mart.
     *
     * @param export where the suite's mart is written to as Parquet
     */
    Result compare(YardstickMart mart, PublishedWarehouse warehouse, Path export, Path yardstick) throws SQLException {
        new TableExport(warehouse, mart.table()).write(ExportFormat.PARQUET, export, rows -> {});
        run("CREATE OR REPLACE TEMP VIEW suite AS SELECT *, true AS of_suite FROM '" + export + "' WHERE NOT ("
                + mart.leftOut() + ")");
        run("CREATE OR REPLACE TEMP VIEW yardstick AS SELECT *, true AS of_yardstick FROM '" + yardstick + "'");
        Set<String> computed = columnsOfYardstick();
        List<Column> columns = mart.table().columns().stream()
                .filter(column -> computed.contains(column.name()))
                .filter(column -> !mart.key().contains(column))
                .filter(column -> !column.name().equals("agent_key"))
                .toList();
        String same = mart.key().stream()
                .map(key -> "s." + key.name() + " IS NOT DISTINCT FROM y." + key.name())
                .collect(Collectors.joining(" AND "));
        List<String> differences = new ArrayList<>(List.of("of_suite IS NULL", "of_yardstick IS NULL"));
        columns.forEach(column -> differences.add(differs(column)));
        run("CREATE OR REPLACE TEMP TABLE differing AS SELECT s, y FROM suite s FULL JOIN yardstick y ON " + same
                + " WHERE " + String.join(" OR ", differences));
        return new Result(
                number("SELECT count(*) FROM suite"),
                columns.stream().map(Column::name).toList(),
                number("SELECT count(*) FROM differing"),
                examples());
    }

    private static String differs(Column column) {
        String suite = "s." + column.name();
        String yardstick = "y." + column.name();
        if (column.type() == Type.DOUBLE) {
            return "((" + suite + " IS NULL) <> (" + yardstick + " IS NULL) OR abs(" + suite + " - " + yardstick
                    + ") > " + CLOSE + " * greatest(1, abs(" + suite + ")))";
        }
        return suite + " IS DISTINCT FROM " + yardstick;
    }

    private Set<String> columnsOfYardstick() throws SQLException {
        Set<String> columns = new HashSet<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("DESCRIBE yardstick")) {
            while (rows.next()) {
                columns.add(rows.getString("column_name"));
            }
        }
        return columns;
    }

    private List<String> examples() throws SQLException {
        List<String> examples = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "SELECT s::VARCHAR, y::VARCHAR FROM differing ORDER BY ALL LIMIT " + SHOWN)) {
            while (rows.next()) {
                examples.add("suite  " + rows.getString(1) + "\nDuckDB " + rows.getString(2));
            }
        }
        return examples;
    }

    private long number(String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private void run(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
