package org.zhijian.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhijian.reports.read.PublishedWarehouse;
import org.zhijian.reports.sheet.QaPlanReader;
import org.zhijian.reports.sheet.ScoreSheet;
import org.zhijian.schema.Column;
import org.zhijian.schema.Table;
import org.zhijian.schema.WarehouseSchema;
import org.zhijian.schema.mart.AssessmentIndicator;
import org.zhijian.schema.publication.Publications;
import org.zhijian.schema.raw.Appeals;
import org.zhijian.schema.raw.ErrorTypes;
import org.zhijian.schema.raw.EvaluationErrors;
import org.zhijian.schema.raw.Evaluations;
import org.zhijian.schema.raw.Exams;
import org.zhijian.schema.raw.Interactions;
import org.zhijian.schema.raw.LandingFile;
import org.zhijian.schema.raw.Quarantine;
import org.zhijian.schema.raw.Scorecards;
import org.zhijian.schema.star.FactInteraction;
import org.zhijian.schema.text.Text;

/**
 * Customers' numbers in every place where landing files can have them, and then in no file of the warehouse, the reports and
 * the exports, nor in what the commands say (R15).
 */
class PrivacyNightTest {
    /** What all numbers that are landed begin with: phone, identity card, bank card. */
    private static final List<String> BEGINNINGS = List.of("139001300", "110105194912", "622202000011");

    private static final String PHONE = "13900130001";
    private static final String NUMBERS = "来电139-0013-0002，证11010519491231102X，卡6222 0200 0011 2310 102";
    private static final String MASKED = "来电***，证***，卡***";
    private static final LocalDate OCTOBER = LocalDate.of(2026, 10, 1);

    @TempDir
    private static Path folder;

    private static Path landing;
    private static Path warehouse;
    private static Run night;

    @BeforeAll
    static void runNights() throws Exception {
        landing = Files.createDirectories(folder.resolve("landing"));
        warehouse = folder.resolve("warehouse");
        landACleanMonth();
        assertThat(Run.of(nightly()).exitCode()).isZero();
        landNumbersInRecords();
        landNumbersInBrokenFiles();
        landNumbersInAScoreSheet();
        night = inAProcessOfItsOwn(nightly("--config", config().toString(), "--reports", path("reports")));
    }

    @Test
    void textsAreStoredWithoutTheNumbersAndReferencesAsHashes() {
        assertThat(night.exitCode()).as(night.out() + night.err()).isZero();
        assertThat(values(Interactions.ENTITY.table(), Interactions.REMARK)).contains(MASKED);
        assertThat(values(Interactions.ENTITY.table(), Interactions.KEYWORDS)).contains("退款;***");
        assertThat(values(Interactions.ENTITY.table(), Interactions.CUSTOMER_REF))
                .anyMatch(hash -> hash.matches("[0-9a-f]{32}"));
        assertThat(values(Evaluations.ENTITY.table(), Evaluations.COMMENT)).contains(MASKED, "评语：" + MASKED);
        assertThat(values(Evaluations.ENTITY.table(), Evaluations.TOPIC)).contains(MASKED);
        assertThat(values(EvaluationErrors.ENTITY.table(), EvaluationErrors.NOTE))
                .contains(MASKED);
        assertThat(values(Appeals.ENTITY.table(), Appeals.REASON)).contains(MASKED);
        assertThat(values(Exams.ENTITY.table(), Exams.SUBJECT)).contains(MASKED);
        assertThat(values(ErrorTypes.ENTITY.table(), ErrorTypes.ROOT_CAUSE)).contains(MASKED);
        assertThat(values(Scorecards.ENTITY.table(), Scorecards.SECTION)).contains(MASKED);
    }

    @Test
    void whatIsRejectedIsToldWithoutTheNumbers() {
        assertThat(values(Quarantine.TABLE, Quarantine.COLUMN_NAME))
                .contains(
                        Interactions.TALK_SECONDS.name(),
                        Interactions.HOLD_SECONDS.name(),
                        Interactions.BUSINESS_TYPE.name(),
                        Interactions.STARTED_AT.name(),
                        Interactions.CSAT.name(),
                        "points",
                        "score",
                        "max_score",
                        Appeals.REVISED_SCORE.name(),
                        "V1");
        assertThat(values(Quarantine.TABLE, Quarantine.VALUE)).contains("***");
        assertThat(values(LandingFile.TABLE, LandingFile.STATUS))
                .filteredOn("rejected"::equals)
                .hasSize(7);
    }

    @Test
    void noFileOfTheWarehouseHasANumber() throws IOException {
        for (Path file : files(warehouse)) {
            requireNone(file.toString(), List.of(folder.relativize(file).toString()));
            requireNone(file.toString(), file.toString().endsWith(".parquet") ? rows(file) : texts(file));
        }
    }

    @Test
    void noReportAndNoExportHasANumber() throws IOException {
        Path reports = folder.resolve("reports");
        for (String report : List.of("score-details", "defect-breakdown", "qa-plan", "monthly-report")) {
            String month = report.equals("qa-plan") ? "2026-11" : "2026-10";
            Run made = Run.of(
                    "report", report, "--period", month, "--warehouse", warehouse.toString(), "--out", path("reports"));
            assertThat(made.exitCode()).as(made.err()).isZero();
        }
        for (Table table : WarehouseSchema.ALL) {
            Run exported = Run.of(
                    "export",
                    table.toString(),
                    "--warehouse",
                    warehouse.toString(),
                    "--format",
                    "csv",
                    "--out",
                    reports.resolve(table + ".csv").toString());
            assertThat(exported.exitCode()).as(exported.err()).isZero();
        }
        assertThat(files(reports)).hasSizeGreaterThan(WarehouseSchema.ALL.size());
        for (Path file : files(reports)) {
            requireNone(file.toString(), texts(file));
        }
    }

    @Test
    void noCommandSaysANumber() {
        requireNone("nightly", (night.out() + night.err()).lines().toList());
        requireNone("list", quarantine("list").lines().toList());
        for (String file : values(LandingFile.TABLE, LandingFile.FILE_ID)) {
            requireNone("show " + file, quarantine("show", file).lines().toList());
        }
    }

    @Test
    void theLogTellsWhatWentWrongWithoutNumbersAndSecrets() throws IOException {
        String key = Files.readString(warehouse.resolve("secret/customer.key"));
        List<Path> logs = files(warehouse.resolve("logs"));
        assertThat(logs).isNotEmpty();
        assertThat(logs).anySatisfy(log -> assertThat(log).content().contains("The timezone: *** is invalid"));
        for (Path log : logs) {
            assertThat(Files.readString(log))
                    .doesNotContain(key)
                    .doesNotContainPattern("(?i)password|passwd|jdbc:|access.?key");
        }
    }

    @Test
    void theLogTellsWhatTheNightSaidAndEachOfItsSteps() throws IOException {
        List<String> said = night.out().lines().filter(line -> !line.isBlank()).toList();
        assertThat(said).isNotEmpty();
        assertThat(files(warehouse.resolve("logs"))).anySatisfy(log -> assertThat(log)
                .content()
                .contains(said)
                .containsPattern("INFO +" + FactInteraction.TABLE.name() + "\\D+\\d+")
                .containsPattern("INFO +" + AssessmentIndicator.TABLE.name() + "\\D+\\d+"));
    }

    @Test
    void theLogHasNoWarningsThatTellNobodyAnything() throws IOException {
        for (Path log : files(warehouse.resolve("logs"))) {
            assertThat(log)
                    .content()
                    .doesNotContain("SnapshotManager", "SXSSFWorkbook", "NativeCodeLoader", "hostname");
        }
    }

    private static void landACleanMonth() throws IOException {
        land("agents.csv", "agent_id,name,team,on_post_date", "a1,张伟,one,2020-01-01");
        land("inspectors.csv", "inspector_id,name,level,monthly_capacity", "q1,沈云涵,senior,100");
        land("scorecards.csv", "scorecard_id,item_code,item_name,max_points,channel", "S,V1,开头语,10,voice");
        land("error_types.csv", "error_code,name,severity", "E1,打断客户,severe");
        land(
                "interactions.csv",
                "interaction_id,channel,agent_id,business_type,started_at,outcome",
                "i1,voice_in,a1,complaint,2026-10-30T09:00:00,answered",
                "i2,voice_in,a1,complaint,2026-10-30T10:00:00,answered");
    }

    private static void landNumbersInRecords() throws IOException {
        land(
                "interactions-2.csv",
                "interaction_id,channel,agent_id,business_type,started_at,outcome,talk_seconds,hold_seconds,csat,"
                        + "customer_ref,keywords,remark,queue,电话" + PHONE,
                "i3,voice_in,a1,complaint,2026-10-29T09:00:00,answered,60,,,6222020000112310103,退款;" + PHONE + ","
                        + NUMBERS + "," + PHONE + "," + PHONE,
                "i4,voice_in,a1," + PHONE + ",2026-10-29T09:00:00,answered,,,,,,,,",
                "i5,voice_in,a1,," + PHONE + ",answered,,,,,,,,",
                "i6,voice_in,a1,,2026-10-29T09:00:00,answered,6222020000112310104,,,,,,,",
                "i7,voice_in,a1,,2026-10-29T09:00:00,answered,,139001300,,,,,,",
                "i8,voice_in,a1,,2026-10-29T09:00:00,answered,,,11010519491231105X,,,,,",
                "i9,voice_in," + PHONE,
                "i10,voice_in,a1,,2026-10-29T09:00:00,answered,,,,,,\"" + NUMBERS);
        land(
                "evaluations.csv",
                "evaluation_id,interaction_id,agent_id,inspector_id,category,topic,evaluated_at,review_status,total_score,"
                        + "case_mark,comment",
                "v1,i3,a1,q1,special," + NUMBERS + ",2026-10-30T09:00:00,published,50,severe," + NUMBERS,
                "v2,i3,a1,q1,agent,,2026-10-30T09:00:00,published,50,excellent," + NUMBERS);
        land("evaluation_errors.csv", "evaluation_id,error_code,note", "v1,E1," + NUMBERS, "v2,E1," + NUMBERS);
        land("evaluation_scores.csv", "evaluation_id,item_code,points", "v2,V1," + PHONE);
        land(
                "appeals.jsonl",
                "{\"appeal_id\":\"p1\",\"evaluation_id\":\"v2\",\"submitted_at\":\"2026-10-30T10:00:00\",\"reason\":\""
                        + NUMBERS + "\",\"status\":\"submitted\"}",
                "{\"appeal_id\":\"p2\",\"evaluation_id\":\"v2\",\"submitted_at\":\"2026-10-30T10:00:00\",\"status\":\"accepted\","
                        + "\"revised_score\":" + PHONE + "}",
                "{\"appeal_id\":\"p3\",\"reason\":\"" + NUMBERS);
        land(
                "calibrations.csv",
                "session_id,held_on,interaction_id,inspector_id,score,max_score",
                "s1,2026-10-30,i3,q1,90," + PHONE);
        land(
                "exams.csv",
                "exam_id,agent_id,taken_on,score,subject",
                "x1,a1,2026-10-30," + PHONE + ",",
                "x2,a1,2026-10-30,90," + NUMBERS);
        land(
                "error_types-2.csv",
                "error_code,name,severity,category,root_cause",
                "E2," + NUMBERS + ",general," + NUMBERS + "," + NUMBERS);
        land(
                "scorecards-2.csv",
                "scorecard_id,item_code,item_name,max_points,section,channel",
                "S2,V2," + NUMBERS + ",10," + NUMBERS + "," + NUMBERS);
        land(
                "agents-2.csv",
                "agent_id,name,team,site,grade,on_post_date",
                "a2," + PHONE + ",one," + NUMBERS + "," + NUMBERS + ",2020-01-01");
        land("inspectors-2.csv", "inspector_id,name,level", "q2," + PHONE + ",junior");
    }

    private static void landNumbersInBrokenFiles() throws IOException {
        land("calls.csv", "number", PHONE);
        land("coaching.csv", "k1,a1," + PHONE, "k2,a1," + NUMBERS);
        land("exams-twice.csv", "exam_id," + PHONE + "," + PHONE, "x1,1,2");
        land("exams-text.parquet", "PAR1" + PHONE);
        land("exams-text.xlsx", PHONE + NUMBERS);
        byte[] packed = packed("exam_id,agent_id,taken_on,score\nx2,a1," + NUMBERS + "\n");
        Files.write(landing.resolve("exams-cut.csv.gz"), Arrays.copyOf(packed, packed.length - 9));
        land("hotline.csv", "number,zone,begin", "h1," + PHONE + ",2026-10-29T09:00:00");
    }

    private static void landNumbersInAScoreSheet() throws IOException {
        ScoreSheet sheet = ScoreSheet.of(
                        QaPlanReader.read(PublishedWarehouse.open(warehouse), OCTOBER), new Text(Text.ENGLISH))
                .get(0);
        String published = FilledScoreSheet.text("Published");
        String tenOClock = FilledScoreSheet.number("46326.41666666666");
        FilledScoreSheet.write(
                sheet,
                Map.of(
                        "M7", FilledScoreSheet.number("8"),
                        "T7", FilledScoreSheet.text("评语：" + NUMBERS),
                        "U7", published,
                        "V7", tenOClock,
                        "M8", FilledScoreSheet.number(PHONE),
                        "U8", published,
                        "V8", tenOClock),
                landing.resolve(sheet.name() + ".xlsx"));
    }

    /** A configuration with a mapping whose expression fails at a number. */
    private static Path config() throws IOException {
        Path mappings = Files.createDirectories(folder.resolve("mappings"));
        Files.writeString(
                mappings.resolve("hotline.yaml"),
                """
                files: "hotline*.csv"
                entity: interactions
                map:
                  interaction_id: "number"
                  channel: "'voice_in'"
                  started_at: "from_utc_timestamp(begin, zone)"
                  outcome: "'answered'"
                """);
        return Files.writeString(folder.resolve("zhijian.yaml"), "# every setting at its default\n");
    }

    private static String[] nightly(String... more) {
        return Stream.concat(
                        Stream.of(
                                "nightly",
                                "--landing",
                                landing.toString(),
                                "--warehouse",
                                warehouse.toString(),
                                "--date",
                                "2026-10-31"),
                        Stream.of(more))
                .toArray(String[]::new);
    }

    /** The log is set up once a process; this one logs as the program does. */
    private static Run inAProcessOfItsOwn(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(ProcessHandle.current().info().command().orElseThrow());
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.addAll(List.of(
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                Zhijian.class.getName()));
        command.addAll(List.of(arguments));
        Path err = folder.resolve("night.err");
        Process process =
                new ProcessBuilder(command).redirectError(err.toFile()).start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Run(process.waitFor(), out, Files.readString(err));
    }

    private static String quarantine(String... arguments) {
        return Run.of(Stream.concat(
                                Stream.concat(Stream.of("quarantine"), Stream.of(arguments)),
                                Stream.of("--warehouse", warehouse.toString()))
                        .toArray(String[]::new))
                .out();
    }

    private static void requireNone(String where, List<String> texts) {
        for (String text : texts) {
            String digits = text.replaceAll("[^0-9]", "");
            assertThat(BEGINNINGS).as(where + ": " + text).noneMatch(digits::contains);
        }
    }

    /** The texts of a published column. */
    private static List<String> values(Table table, Column column) {
        long version =
                new Publications(warehouse).newest().orElseThrow().tables().get(table.path());
        return SparkWarehouse.rows(warehouse, table, version).stream()
                .map(row -> String.valueOf(row.get(row.fieldIndex(column.name()))))
                .toList();
    }

    /** The rows of a Parquet file, be it a table's or a checkpoint's. */
    private static List<String> rows(Path file) {
        return SparkWarehouse.parquet(file).stream().map(Row::toString).toList();
    }

    /** The lines of a file, and of those packed in it. */
    private static List<String> texts(Path file) throws IOException {
        String name = file.toString();
        byte[] bytes = Files.readAllBytes(file);
        if (name.endsWith(".gz")) {
            return lines(new GZIPInputStream(new ByteArrayInputStream(bytes)).readAllBytes());
        }
        List<String> texts = new ArrayList<>(lines(bytes));
        if (name.endsWith(".xlsx")) {
            try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
                for (ZipEntry part = zip.getNextEntry(); part != null; part = zip.getNextEntry()) {
                    // A tag ends a text: styles and positions are numbers too.
                    String xml = new String(zip.readAllBytes(), StandardCharsets.UTF_8);
                    texts.addAll(List.of(xml.split("<[^>]*>", -1)));
                }
            }
        }
        return texts;
    }

    private static List<String> lines(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8).lines().toList();
    }

    private static List<Path> files(Path below) throws IOException {
        try (Stream<Path> files = Files.walk(below)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    private static byte[] packed(String text) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return packed.toByteArray();
    }

    private static String path(String name) {
        return folder.resolve(name).toString();
    }

    private static void land(String name, String... lines) throws IOException {
        Files.write(landing.resolve(name), List.of(lines));
    }
}
