package org.zhijian.reports.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.zhijian.reports.Samples.EVERY_TYPE;
import static org.zhijian.reports.Samples.FACT;
import static org.zhijian.reports.Samples.OCTOBER;
import static org.zhijian.reports.Samples.SEPTEMBER;
import static org.zhijian.reports.Samples.row;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.zhijian.reports.PublishedTables;
import org.zhijian.reports.read.PublishedWarehouse;
import org.zhijian.schema.Table;
import org.zhijian.schema.text.UserError;

class TableExportTest {
    private static final Instant NOON = Instant.parse("2026-09-15T04:00:00.123456Z");

    @TempDir
    private Path folder;

    @Test
    void csvIsWrittenByTheRules() throws IOException {
        Path file = export(everyType(), EVERY_TYPE, ExportFormat.CSV);

        assertThat(Files.readString(file, StandardCharsets.UTF_8))
                .isEqualTo(String.join(
                        "\r\n",
                        "month,name,count,total,score,met,seen_at",
                        "2026-09-01,,,,,,",
                        "2026-09-01,\"\",0,0,0.1,false,2026-09-15T12:00:00.123456+08:00",
                        "2026-09-01,\"a,\"\"b\"\"\n李四\",-3,4000000000,12300000000.0,true,2026-10-01T08:00:00+08:00",
                        "2026-10-01,b,7,8,0.00000000125,true,1999-12-31T23:59:59+08:00",
                        ""));
    }

    @ParameterizedTest
    @EnumSource
    void anotherReaderFindsTheSameValuesAndTypes(ExportFormat format) throws IOException, SQLException {
        Path file = export(everyType(), EVERY_TYPE, format);
        String from = format == ExportFormat.CSV
                ? "read_csv('%s', header = true, nullstr = '', allow_quoted_nulls = false)"
                : "read_parquet('%s')";

        assertThat(query("DESCRIBE SELECT * FROM " + from.formatted(file), "column_name", "column_type"))
                .containsExactly(
                        List.of("month", "DATE"),
                        List.of("name", "VARCHAR"),
                        List.of("count", format == ExportFormat.CSV ? "BIGINT" : "INTEGER"),
                        List.of("total", "BIGINT"),
                        List.of("score", "DOUBLE"),
                        List.of("met", "BOOLEAN"),
                        List.of("seen_at", "TIMESTAMP WITH TIME ZONE"));
        assertThat(query(
                        "SELECT month::VARCHAR m, name, count, total, score, met, epoch_us(seen_at) us FROM "
                                + from.formatted(file),
                        "m",
                        "name",
                        "count",
                        "total",
                        "score",
                        "met",
                        "us"))
                .containsExactly(
                        Arrays.asList("2026-09-01", null, null, null, null, null, null),
                        List.of("2026-09-01", "", "0", "0", "0.1", "false", "1789444800123456"),
                        List.of("2026-09-01", "a,\"b\"\n李四", "-3", "4000000000", "1.23E10", "true", "1790812800000000"),
                        List.of("2026-10-01", "b", "7", "8", "1.25E-9", "true", "946655999000000"));
    }

    @ParameterizedTest
    @EnumSource
    void anEmptyTableIsAFileWithItsColumns(ExportFormat format) throws IOException, SQLException {
        PublishedTables tables =
                new PublishedTables(folder.resolve("warehouse")).append(FACT).publish("2026-10-01");
        Path file = export(tables, FACT, format);

        String from = format == ExportFormat.CSV ? "read_csv('%s', header = true)" : "read_parquet('%s')";
        assertThat(query("DESCRIBE SELECT * FROM " + from.formatted(file), "column_name"))
                .containsExactly(List.of("name"), List.of("count"));
        assertThat(query("SELECT count(*) c FROM " + from.formatted(file), "c")).containsExactly(List.of("0"));
    }

    @Test
    void factsKeepTheirStoredOrder() throws IOException {
        PublishedTables tables = new PublishedTables(folder.resolve("warehouse"))
                .append(FACT, row("b", 1), row("a", 2))
                .publish("2026-10-01");

        assertThat(Files.readAllLines(export(tables, FACT, ExportFormat.CSV)))
                .containsExactly("name,count", "b,1", "a,2");
    }

    @Test
    void aFailedExportLeavesWhatStoodThere() throws IOException {
        PublishedTables tables = new PublishedTables(folder.resolve("warehouse"))
                .append(FACT, row("a", 1))
                .publish("2026-10-01");
        Path file = export(tables, FACT, ExportFormat.CSV);
        try (Stream<Path> stored = Files.list(folder.resolve("warehouse/star/fact_sample"))) {
            for (Path parquet : stored.filter(Files::isRegularFile).toList()) {
                Files.delete(parquet);
            }
        }

        assertThatExceptionOfType(RuntimeException.class)
                .isThrownBy(() -> export(tables, FACT, ExportFormat.CSV))
                .isNotInstanceOf(UserError.class);
        assertThat(Files.readAllLines(file)).containsExactly("name,count", "a,1");
        try (Stream<Path> beside = Files.list(file.getParent())) {
            assertThat(beside).containsExactly(file);
        }
    }

    @Test
    void aPlaceThatCannotBeWrittenIsTheUsersToMend() throws IOException {
        PublishedTables tables = new PublishedTables(folder.resolve("warehouse"))
                .append(FACT, row("a", 1))
                .publish("2026-10-01");
        Files.createFile(folder.resolve("file"));

        assertThatExceptionOfType(UserError.class)
                .isThrownBy(() -> export(tables, FACT, ExportFormat.CSV, folder))
                .withMessageContaining("is a folder");
        assertThatExceptionOfType(UserError.class)
                .isThrownBy(() -> export(tables, FACT, ExportFormat.CSV, folder.resolve("file/out.csv")))
                .withMessageContaining("cannot be written");
    }

    private PublishedTables everyType() {
        return new PublishedTables(folder.resolve("warehouse"))
                .append(
                        EVERY_TYPE,
                        new Object[][] {row(OCTOBER, "b", 7, 8L, 1.25e-9, true, Instant.parse("1999-12-31T15:59:59Z"))})
                .append(
                        EVERY_TYPE,
                        row(
                                SEPTEMBER,
                                "a,\"b\"\n李四",
                                -3,
                                4_000_000_000L,
                                1.23e10,
                                true,
                                Instant.parse("2026-10-01T00:00:00Z")),
                        row(SEPTEMBER, "", 0, 0L, 0.1, false, NOON),
                        row(SEPTEMBER, null, null, null, null, null, null))
                .publish("2026-10-31");
    }

    private Path export(PublishedTables written, Table table, ExportFormat format) {
        return export(written, table, format, folder.resolve("out/export"));
    }

    private static Path export(PublishedTables written, Table table, ExportFormat format, Path file) {
        new TableExport(PublishedWarehouse.open(written.warehouse()), table).write(format, file, done -> {});
        return file;
    }

    private static List<List<String>> query(String sql, String... columns) throws SQLException {
        List<List<String>> rows = new ArrayList<>();
        try (Connection duck = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = duck.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            while (result.next()) {
                List<String> row = new ArrayList<>();
                for (String column : columns) {
                    row.add(result.getString(column));
                }
                rows.add(row);
            }
        }
        return rows;
    }
}
