package org.zhijian.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhijian.schema.Column;
import org.zhijian.schema.mart.AgentMonthVolume;
import org.zhijian.schema.raw.LandingFile;
import org.zhijian.schema.raw.Quarantine;
import org.zhijian.schema.raw.RunStep;
import org.zhijian.schema.star.DimInspector;
import org.zhijian.schema.star.FactEvaluation;
import org.zhijian.schema.star.FactExam;

class WarehouseCommandsTest {
    private static final LocalDate SEPTEMBER = LocalDate.of(2026, 9, 1);
    private static final LocalDate OCTOBER = LocalDate.of(2026, 10, 1);
    private static final Instant MODIFIED = Instant.parse("2026-10-30T01:00:00Z");

    @TempDir
    private static Path folder;

    private static String warehouse;

    @BeforeAll
    static void publishTwoNights() {
        warehouse = folder.resolve("warehouse").toString();
        new SparkWarehouse(Path.of(warehouse))
                .append(
                        AgentMonthVolume.TABLE,
                        row(OCTOBER, "a2", 2L, "t", "g", 30L),
                        row(SEPTEMBER, "a1", 1L, "t", "g", 10L),
                        row(SEPTEMBER, "a2", 2L, "t", "g", 20L),
                        row(SEPTEMBER, "gone", 3L, "t", "g", 99L))
                .append(
                        LandingFile.TABLE,
                        file(1, 1, "agents.csv", "agents", "loaded", 5, 3, null),
                        file(2, 1, "exams-2026-10.csv", "exams", "loaded", 4, 1, null),
                        file(3, 1, "notes.csv", null, "rejected", 0, 0, "no entity begins with notes"))
                .append(
                        Quarantine.TABLE,
                        row(1L, 1L, 3L, "on_post_date", "yesterday", "not_a_date", "yyyy-MM-dd", null),
                        row(1L, 1L, 4L, "name", null, "missing_value", null, null),
                        row(1L, 1L, 4L, "team", null, "missing_value", null, null),
                        row(1L, 1L, 5L, null, "x,y", "wrong_column_count", "9", null),
                        row(2L, 1L, 2L, "score", "120", "out_of_range", "0 to 100", null))
                .append(
                        FactEvaluation.TABLE,
                        evaluation("e3", "unknown_item"),
                        evaluation("e1", "unknown_item"),
                        evaluation("e2", "total"))
                .append(
                        DimInspector.TABLE,
                        row(1L, "q1", "沈云涵", "senior", "t", 100, false),
                        row(2L, "q9", null, null, null, null, true))
                .append(RunStep.TABLE, step(1, 1, OCTOBER.withDayOfMonth(30)), step(1, 2, OCTOBER.withDayOfMonth(30)))
                .publish("2026-10-30")
                .delete(AgentMonthVolume.TABLE, AgentMonthVolume.AGENT_ID.name() + " = 'gone'")
                .append(
                        LandingFile.TABLE,
                        new Object[][] {file(2, 2, "exams-2026-10.csv", "exams", "loaded", 4, 0, null)})
                .append(RunStep.TABLE, new Object[][] {step(2, 1, OCTOBER.withDayOfMonth(31))})
                .publish("2026-10-31");
    }

    @Test
    void exportLeavesOutWhatADeletionVectorDeletesAndSortsByKey() throws IOException {
        Path out = folder.resolve("volume.csv");
        assertThat(Path.of(warehouse, AgentMonthVolume.TABLE.path(), "_delta_log", "00000000000000000001.json"))
                .content()
                .contains("deletionVector");

        Run newest = export(AgentMonthVolume.TABLE.name(), "csv", out);
        assertThat(newest.exitCode()).isZero();
        assertThat(newest.out())
                .contains("mart.agent_month_volume: 3 rows written")
                .contains("publication 2, business day 2026-10-31");
        assertThat(Files.readAllLines(out)).hasSize(4).satisfies(lines -> {
            assertThat(lines.get(1)).startsWith("2026-09-01,a1,1,t,g,10");
            assertThat(lines.get(2)).startsWith("2026-09-01,a2,2,t,g,20");
            assertThat(lines.get(3)).startsWith("2026-10-01,a2,2,t,g,30");
        });

        for (String first : new String[] {"2026-10-31", "1"}) {
            assertThat(export(AgentMonthVolume.TABLE.name(), "csv", out, "--as-of", first)
                            .exitCode())
                    .isZero();
            assertThat(Files.readAllLines(out))
                    .hasSize(5)
                    .anyMatch(line -> line.startsWith("2026-09-01,gone,3,t,g,99"));
        }
        assertThat(export(AgentMonthVolume.TABLE.name(), "csv", out, "--publication", "2")
                        .exitCode())
                .isZero();
        assertThat(Files.readAllLines(out)).hasSize(4);
    }

    @Test
    void anotherReaderReadsTheParquetExport() throws SQLException {
        Path out = folder.resolve("volume.parquet");
        assertThat(export(AgentMonthVolume.TABLE.toString(), "parquet", out).exitCode())
                .isZero();

        try (Connection duck = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = duck.createStatement();
                ResultSet rows = statement.executeQuery("SELECT count(*), sum(" + AgentMonthVolume.INTERACTIONS
                        + ") FROM read_parquet('" + out + "')")) {
            rows.next();
            assertThat(rows.getLong(1)).isEqualTo(3);
            assertThat(rows.getLong(2)).isEqualTo(60);
        }
    }

    @Test
    void aTableThatNoStepHasWrittenIsTheUsersToMend() {
        Run run = export(FactExam.TABLE.name(), "csv", folder.resolve("none.csv"));

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("no step has written it yet");
        assertThat(folder.resolve("none.csv")).doesNotExist();
    }

    @Test
    void whatNobodyHadSeenYetCannotBeExported() {
        Path out = folder.resolve("early.csv");
        Run early = export(AgentMonthVolume.TABLE.name(), "csv", out, "--as-of", "2026-10-30");
        assertThat(early.exitCode()).isEqualTo(1);
        assertThat(early.err()).contains("by the end of 2026-10-30", "made on 2026-10-31");
        assertThat(out).doesNotExist();

        Run later = export(AgentMonthVolume.TABLE.name(), "csv", out, "--as-of", "3");
        assertThat(later.exitCode()).isEqualTo(1);
        assertThat(later.err()).contains("There is no publication 3; the newest is 2");

        Run neither = export(AgentMonthVolume.TABLE.name(), "csv", out, "--as-of", "2026-02-30");
        assertThat(neither.exitCode()).isEqualTo(2);
        assertThat(neither.err()).contains("\"2026-02-30\" is not allowed for --as-of DATE|N");
    }

    @Test
    void statusShowsRunsFreshnessAndQuarantine() {
        String status = Run.of("status", "--warehouse", warehouse).out();

        assertThat(status)
                .contains("Publication 2: business day 2026-10-31, published 2026-11-01T02:00:00+08:00")
                .containsPattern("2 +2026-10-31 +2026-10-31T02:00:00 +1 +10 +1\\.5")
                .containsPattern("1 +2026-10-30 +2026-10-30T02:00:00 +2 +20 +2\\.5")
                .containsPattern("mart.agent_month_volume +3 +1 +2026-10-31")
                .containsPattern("raw.quarantine +5 +0 +2026-10-30")
                .containsPattern("1 +agents.csv +agents +3 +")
                .containsPattern("3 +notes.csv +no entity begins with notes")
                .doesNotContain("exams-2026-10.csv");
    }

    @Test
    void statusShowsWhichRecordsLackSomething() {
        assertThat(Run.of("status", "--warehouse", warehouse).out())
                .containsPattern("an item is not on the scorecard +2 +e1, e3\n")
                .containsPattern("inspectors that no file describes: they get no work +1 +q9\n")
                .doesNotContain("agents that no file describes");
        assertThat(Run.in("zh-CN", "status", "--warehouse", warehouse).out()).contains("缺少资料的记录", "有考核项不在评分标准中");
    }

    @Test
    void quarantineListCountsRecordsByReason() {
        String list = Run.of("quarantine", "list", "--warehouse", warehouse).out();
        assertThat(list.replaceAll("\\s+", " "))
                .contains("1 agents.csv agents 3 value missing × 1; not a date × 1; wrong number of columns × 1");

        String before = Run.in("zh-CN", "quarantine", "list", "--warehouse", warehouse, "--publication", "1")
                .out();
        assertThat(before).contains("exams-2026-10.csv", "超出范围 × 1", "整份拒收的文件");
    }

    @Test
    void quarantineShowSaysWhereWhyAndWhatToDo() {
        String shown =
                Run.of("quarantine", "show", "1", "--warehouse", warehouse).out();

        assertThat(shown)
                .startsWith("agents.csv")
                .containsPattern("3 +on_post_date +yesterday +not a date +yyyy-MM-dd")
                .containsPattern("4 +name +value missing")
                .containsPattern("5 +x,y +wrong number of columns +9")
                .contains("Not a date: write it as 2026-10-31.")
                .containsOnlyOnce("Value missing: fill it in");
        assertThat(Run.of("quarantine", "show", "1", "--limit", "1", "--warehouse", warehouse)
                        .out())
                .contains("3 more");
        assertThat(Run.of("quarantine", "show", "2", "--warehouse", warehouse).out())
                .contains("Nothing of this file is in quarantine.");
        assertThat(Run.of("quarantine", "show", "3", "--warehouse", warehouse).out())
                .contains("The whole file was rejected: no entity begins with notes");
        Run unknown = Run.of("quarantine", "show", "9", "--warehouse", warehouse);
        assertThat(unknown.exitCode()).isEqualTo(1);
        assertThat(unknown.err()).contains("No landing file has the number 9");
    }

    private static Run export(String table, String format, Path out, String... more) {
        String[] fixed = {"export", table, "--warehouse", warehouse, "--format", format, "--out", out.toString()};
        return Run.of(Stream.concat(Stream.of(fixed), Stream.of(more)).toArray(String[]::new));
    }

    private static Object[] evaluation(String id, String scoreBasis) {
        Map<Column, Object> values = Map.of(
                FactEvaluation.EVALUATION_ID, id,
                FactEvaluation.MONTH, OCTOBER,
                FactEvaluation.PUBLISHED, true,
                FactEvaluation.SCORE_BASIS, scoreBasis);
        return FactEvaluation.TABLE.columns().stream().map(values::get).toArray();
    }

    private static Object[] row(Object... values) {
        return values;
    }

    private static Object[] file(
            long id, long run, String path, String entity, String status, long read, long bad, String message) {
        return row(id, run, path, entity, null, 100L, MODIFIED, "0a", status, read, read - bad, 0L, 0L, bad, message);
    }

    private static Object[] step(long run, int position, LocalDate day) {
        Instant started = Instant.parse(day.minusDays(1) + "T18:00:00Z").plusSeconds(position - 1L);
        return row(run, position, "step" + position, day, started, 10L, 10L, 1.5);
    }
}
