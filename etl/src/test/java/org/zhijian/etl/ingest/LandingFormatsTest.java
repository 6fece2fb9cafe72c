package org.zhijian.etl.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.zhijian.etl.testing.Comparison.assertRows;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhijian.etl.testing.LocalSpark;
import org.zhijian.etl.testing.Tables;
import org.zhijian.schema.raw.Exams;
import org.zhijian.schema.raw.Interactions;
import org.zhijian.schema.settings.Settings;
import org.zhijian.schema.text.UserError;

/** One night with the same interactions in every format, and with the ways in which a file may be written. */
class LandingFormatsTest {
    private static final String CSV =
            """
            interaction_id,channel,started_at,answered_at,talk_seconds,outcome,transferred,csat,keywords,remark
            I1,voice_in,2026-10-01T08:00:00+08:00,2026-10-01T00:00:05.500Z,42,answered,true,5,退款;投诉,"逗号,与 ""引号""
            第二行"
            I2,chat,2026-10-02 09:00:00,,,abandoned,,,,
            """;
    private static final String JSONL =
            """
            {"interaction_id": "I1", "channel": "voice_in", "started_at": "2026-10-01T08:00:00+08:00", "answered_at": "2026-10-01T00:00:05.500Z", "talk_seconds": 42, "outcome": "answered", "transferred": true, "csat": 5, "keywords": "退款;投诉", "remark": "逗号,与 \\"引号\\"\\n第二行"}
            {"interaction_id": "I2", "channel": "chat", "started_at": "2026-10-02 09:00:00", "talk_seconds": null, "outcome": "abandoned", "csat": ""}
            """;
    private static final String EXAMS = "exam_id,agent_id,taken_on,subject,score\nX1,A1,2026-10-01,业务知识,95.5\n";

    private static final String MAPPING =
            """
            files: "gb-*.csv"
            entity: exams
            map: {exam_id: exam_id, agent_id: agent_id, taken_on: taken_on, subject: subject, score: score}
            """;
    private static final Charset GB18030 = Charset.forName("GB18030");

    @TempDir
    private static Path folder;

    private static Centre centre;
    private static Map<String, FileReport> files;

    @BeforeAll
    static void loadAllInOneNight() throws IOException {
        centre = new Centre(folder, Interactions.ENTITY, Exams.ENTITY);
        centre.lands("interactions-1.csv", CSV)
                .lands("interactions-2.csv.gz", gzipped(CSV))
                .lands("interactions-3.jsonl", JSONL)
                .lands("sub/folder/interactions-4.jsonl.gz", gzipped(JSONL.replace("\"退款;投诉\"", "[\"退款\", \"投诉\"]")))
                .lands("interactions-7.csv", CSV)
                .lands(".hidden/interactions-8.csv", CSV)
                .lands("interactions-9.csv.part", CSV);
        parquet(centre.landing().resolve("interactions-5.parquet"));
        workbook(centre.landing().resolve("interactions-6.xlsx"));
        centre.mapping("gb", MAPPING + "encoding: GB18030\n")
                .lands("exams.csv", "\ufeff" + EXAMS)
                .lands("gb-1.csv", EXAMS.replace("X1", "X2").getBytes(GB18030))
                .mapping("capitals", MAPPING.replace("gb-*", "capitals-*"))
                .lands("capitals-1.csv", "exam_id,Agent_ID,taken_on,subject,score\nX6,A1,2026-10-01,a,1\n")
                .lands("capitals-2.csv", "EXAM_ID,agent_id,taken_on,score,subject\nX7,A2,2026-10-01,2,b\n")
                .lands("capitals-3.csv", "exam_id,AGENT_ID,taken_on,score,subject\nX8,A3,2026-10-01,3,c\n")
                .lands("exams-capitals.csv", "EXAM_ID,Agent_Id,SCORE,taken_on,score,Subject\nX9,A9,1,2026-10-01,9,d\n")
                .lands("exams-order.csv", "score,房间,agent_id,taken_on,exam_id,\n95.50,101,A1,2026-10-01,X3,\n");
        files = centre.night();
        centre.with(Settings.ENCODING.key(), "GB18030")
                .mapping("usual", MAPPING.replace("gb-*", "usual-*"))
                .lands("exams-set.csv", EXAMS.replace("X1", "X4").getBytes(GB18030))
                .lands("usual-1.csv", EXAMS.replace("X1", "X5").getBytes(GB18030))
                .night();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "interactions-1.csv",
                "interactions-2.csv.gz",
                "interactions-3.jsonl",
                "sub/folder/interactions-4.jsonl.gz",
                "interactions-5.parquet",
                "interactions-6.xlsx"
            })
    void everyFormatGivesTheSameRows(String file) {
        assertRows(
                centre.raw(Interactions.ENTITY, files.get(file))
                        .withColumn(
                                "remark",
                                functions.replace(functions.col("remark"), functions.lit("\n"), functions.lit("/"))),
                "interaction_id string, channel string, started_at timestamp, answered_at timestamp, talk_seconds int,"
                        + " outcome string, transferred boolean, csat int, keywords string, remark string",
                """
                | interaction_id | channel  | started_at          | answered_at           | talk_seconds | outcome   | transferred | csat | keywords  | remark               |
                | I1             | voice_in | 2026-10-01 00:00:00 | 2026-10-01 00:00:05.5 | 42           | answered  | true        | 5    | 退款;投诉 | 逗号,与 "引号"/第二行 |
                | I2             | chat     | 2026-10-02 09:00:00 |                       |              | abandoned |             |      |           |                      |
                """);
    }

    @Test
    void ofTheSameRecordTheLastFileHoldsAndTheOthersRepeatIt() {
        assertThat(files.get("interactions-1.csv").counts()).isEqualTo(new FileCounts(2, 0, 0, 2, 0));
        assertThat(Stream.of(
                                "interactions-1.csv",
                                "interactions-2.csv.gz",
                                "interactions-3.jsonl",
                                "interactions-5.parquet",
                                "interactions-6.xlsx",
                                "sub/folder/interactions-4.jsonl.gz")
                        .mapToLong(name -> files.get(name).counts().loaded()))
                .containsExactly(0L, 0L, 0L, 0L, 0L, 2L);
    }

    @Test
    void theSameContentUnderAnotherNameLoadsOnce() {
        assertThat(files.get("interactions-7.csv").status()).isEqualTo("repeated");
        assertThat(files.get("interactions-7.csv").counts()).isEqualTo(FileCounts.NONE);
    }

    @Test
    void hiddenFilesAndThoseBeingWrittenAreLeftAlone() {
        assertThat(files.keySet()).noneMatch(path -> path.contains("hidden") || path.endsWith(".part"));
    }

    @Test
    void marksEncodingsAndTheOrderOfColumnsMakeNoDifference() {
        assertRows(
                centre.raw(Exams.ENTITY),
                "exam_id string, agent_id string, taken_on date, subject string, score double",
                """
                | exam_id | agent_id | taken_on   | subject  | score |
                | X1      | A1       | 2026-10-01 | 业务知识 | 95.5  |
                | X2      | A1       | 2026-10-01 | 业务知识 | 95.5  |
                | X3      | A1       | 2026-10-01 |          | 95.5  |
                | X4      | A1       | 2026-10-01 | 业务知识 | 95.5  |
                | X5      | A1       | 2026-10-01 | 业务知识 | 95.5  |
                | X6      | A1       | 2026-10-01 | a        | 1     |
                | X7      | A2       | 2026-10-01 | b        | 2     |
                | X8      | A3       | 2026-10-01 | c        | 3     |
                | X9      | A9       | 2026-10-01 | d        | 9     |
                """);
    }

    @Test
    void aLinkedFolderIsAsGoodAsTheFolder(@TempDir Path elsewhere) throws IOException {
        Path link = Files.createSymbolicLink(elsewhere.resolve("link"), centre.landing());
        LandingFolder landing = new LandingFolder(centre.landing(), List.of());
        LandingFolder linked = new LandingFolder(link, List.of());
        assertThat(linked.files().stream().map(linked::path))
                .containsExactlyElementsOf(
                        landing.files().stream().map(landing::path).toList())
                .contains("exams.csv", "sub/folder/interactions-4.jsonl.gz");
        LandingFolder above = new LandingFolder(elsewhere, List.of());
        assertThat(above.files().stream().map(above::path)).contains("link/exams.csv");
    }

    @Test
    void aLinkThatLeadsBackIsNamed(@TempDir Path landing) throws IOException {
        Path link = Files.createSymbolicLink(
                Files.createDirectories(landing.resolve("sub")).resolve("back"), landing);
        LandingFolder folder = new LandingFolder(landing, List.of());
        assertThatThrownBy(folder::files)
                .isInstanceOf(UserError.class)
                .hasMessageContaining(link.toString())
                .hasMessageContaining("Remove the link");
    }

    @Test
    void bracketsInPathsStandForThemselves(@TempDir Path elsewhere) throws IOException {
        Centre bracketed = new Centre(elsewhere.resolve("a [b] {c}"), Exams.ENTITY);
        for (String name : List.of("exams-a", "exams-[ab]")) {
            parquet(
                    elsewhere.resolve(name),
                    Tables.typed(
                                    "exam_id string, agent_id string, taken_on string, score string",
                                    """
                                    | exam_id | agent_id | taken_on   | score |
                                    | X       | A1       | 2026-10-01 | 95    |
                                    """)
                            .withColumn("exam_id", functions.lit(name)),
                    bracketed.landing().resolve(name + ".parquet"));
        }
        assertThat(bracketed.night().values()).extracting(FileReport::status).containsOnly("loaded");
        assertThat(bracketed.raw(Exams.ENTITY).select("exam_id").collectAsList().stream()
                        .map(row -> row.getString(0)))
                .containsExactlyInAnyOrder("exams-a", "exams-[ab]");
    }

    @Test
    void parquetIsStrippedOfTheSameWhiteSpaceAsText(@TempDir Path elsewhere) throws IOException {
        String blank = " \t\n\u3000\u2003\u00a0";
        Path file = elsewhere.resolve("x.parquet");
        parquet(
                elsewhere.resolve("written"),
                LocalSpark.session()
                        .range(1)
                        .select(
                                functions.lit(blank + "a\u3000b" + blank).as("text"),
                                functions.lit(blank).as("blank")),
                file);
        LandingSource.Part part =
                new LandingSource.Part(1, file.toString(), 0, SourceOptions.plain(Format.PARQUET, "UTF-8"));
        Row row = ParquetFiles.read(LocalSpark.session(), part, List.of("text", "blank"))
                .head();
        assertThat(row.getString(0)).isEqualTo(SourceRecord.clean(blank + "a\u3000b" + blank));
        assertThat(row.getString(1)).isNull();
    }

    @Test
    void wordsAreAListInJsonOrStandBetweenSemicolons(@TempDir Path elsewhere) {
        Centre lists = new Centre(elsewhere, Interactions.ENTITY);
        StringBuilder lines = new StringBuilder();
        for (String words : List.of("[\"a\", 7, null]", "[]", "\"[a]\"", "\"a;b\"", "[\"a\"]")) {
            lines.append("{\"interaction_id\": \"I")
                    .append(lines.length())
                    .append(
                            "\", \"channel\": \"chat\", \"started_at\": \"2026-10-02 09:00:00\", \"outcome\": \"answered\", \"keywords\": ")
                    .append(words)
                    .append("}\n");
        }
        lists.lands("interactions.jsonl", lines.toString())
                .mapping(
                        "tagged",
                        """
                        files: "tagged-*"
                        format: jsonl
                        entity: interactions
                        map: {interaction_id: id, channel: "'chat'", started_at: "'2026-10-02 09:00'", outcome: "'answered'", keywords: tags}
                        """)
                .lands("tagged-1.jsonl", "\n".repeat(9) + "{\"id\": \"M1\", \"tags\": [\"退款\", \"投诉\"]}\n")
                .night();
        assertThat(lists.raw(Interactions.ENTITY)
                        .orderBy("line")
                        .select("keywords")
                        .collectAsList()
                        .toString())
                .isEqualTo("[[a;7], [null], [[a]], [a;b], [a], [退款;投诉]]");
    }

    @Test
    void aMappingsOptionalColumnsAreBlankWhereAFileLacksThem(@TempDir Path elsewhere) {
        Centre mapped = new Centre(elsewhere, Exams.ENTITY)
                .mapping(
                        "m",
                        """
                        files: "m-*"
                        entity: exams
                        optional: [Subject, "exam.score"]
                        map: {exam_id: id, agent_id: "'A1'", taken_on: "'2026-10-01'", subject: "coalesce(subject, 'none')", score: "coalesce(`exam.score`, '1')"}
                        """)
                .lands("m-1.csv", "id,SUBJECT\nX1,a\n")
                .lands("m-2.csv", "id,exam.score\nX2,2\n")
                .lands("m-3.csv", "id\nX3\n")
                .lands("m-4.csv", "subject\nX4\n")
                .lands("m-5.csv", "id,Note,note\nX5,a,b\n");
        Map<String, FileReport> reports = mapped.night();
        assertRows(
                mapped.raw(Exams.ENTITY),
                "exam_id string, subject string, score double",
                """
                | exam_id | subject | score |
                | X1      | a       | 1     |
                | X2      | none    | 2     |
                | X3      | none    | 1     |
                | X5      | none    | 1     |
                """);
        assertThat(reports.get("m-4.csv").rejection()).hasMessageContaining("`id`");
    }

    @Test
    void contactsThatNobodyTookLackTheAgentsKeys(@TempDir Path elsewhere) {
        Centre mapped = new Centre(elsewhere, Interactions.ENTITY).with(Settings.MAPPINGS.key(), "../config/mappings");
        mapped.lands(
                "amazon-connect-contact-1.json",
                """
                {"ContactId": "c", "Channel": "VOICE", "InitiationMethod": "INBOUND",
                 "InitiationTimestamp": "2026-10-01T08:00:00Z", "DisconnectTimestamp": "2026-10-01T08:01:00Z"}
                """);
        assertThat(mapped.night().get("amazon-connect-contact-1.json").status()).isEqualTo("loaded");
        assertRows(
                mapped.raw(Interactions.ENTITY),
                "interaction_id string, agent_id string, outcome string, transferred boolean",
                """
                | interaction_id | agent_id | outcome   | transferred |
                | connect-c      |          | abandoned | false       |
                """);
    }

    @Test
    void jsonWithoutRecordsIsLoadedAsAFileOfNone(@TempDir Path elsewhere) {
        Centre empty = new Centre(elsewhere, Interactions.ENTITY, Exams.ENTITY)
                .with(Settings.MAPPINGS.key(), "../config/mappings")
                .lands("exams-1.jsonl", "")
                .lands("exams-2.jsonl", "\n \n")
                .lands("exams-3.csv", EXAMS)
                .lands("amazon-connect-contact-1.json", "[]")
                .lands("genesys-conversations-1.json", "{\"conversations\": []}")
                .lands("genesys-conversations-2.json", "{\"conversations\": null, \"totalHits\": 0}")
                .lands("genesys-conversations-3.json", "{\"totalHits\": 0}")
                .lands("genesys-conversations-4.json", "  ");
        Map<String, FileReport> reports = empty.night();
        for (String file : List.of(
                "exams-1.jsonl",
                "exams-2.jsonl",
                "amazon-connect-contact-1.json",
                "genesys-conversations-1.json",
                "genesys-conversations-2.json")) {
            assertThat(reports.get(file).status()).as(file).isEqualTo("loaded");
            assertThat(reports.get(file).counts()).as(file).isEqualTo(FileCounts.NONE);
        }
        assertThat(empty.raw(Exams.ENTITY).count()).isEqualTo(1);
        assertThat(reports.get("genesys-conversations-3.json").rejection()).hasMessageContaining("/conversations");
        assertThat(reports.get("genesys-conversations-4.json").status()).isEqualTo("rejected");
    }

    @Test
    void aSourcesColumnsCanHaveAnyNames(@TempDir Path elsewhere) {
        Centre named = new Centre(elsewhere, Exams.ENTITY)
                .mapping(
                        "m",
                        """
                        files: "m-*"
                        entity: exams
                        map: {exam_id: _file_id, agent_id: _line, taken_on: "'2026-10-01'", subject: _problem, score: "1"}
                        """)
                .lands("m-1.csv", "_file_id,_line,_problem\nX1,A1,none\n");
        named.night();
        assertRows(
                named.raw(Exams.ENTITY),
                "exam_id string, agent_id string, subject string, line long",
                """
                | exam_id | agent_id | subject | line |
                | X1      | A1       | none    | 2    |
                """);
    }

    @Test
    void unknownColumnsAreNamedInAWarning() {
        assertThat(files.get("exams-order.csv").unknownColumns()).containsExactly("房间", "c6");
        assertThat(files.get("exams-capitals.csv").unknownColumns()).containsExactly("SCORE");
        assertThat(files.get("exams.csv").unknownColumns()).isEmpty();
    }

    private static byte[] gzipped(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    private static void parquet(Path file) throws IOException {
        Dataset<Row> rows = Tables.typed(
                        "interaction_id string, channel string, started_at timestamp, answered_at timestamp, talk_seconds bigint,"
                                + " outcome string, transferred boolean, csat double, keywords string, remark string",
                        """
                        | interaction_id | channel  | started_at          | answered_at           | talk_seconds | outcome   | transferred | csat | keywords  | remark               |
                        | I1             | voice_in | 2026-10-01 00:00:00 | 2026-10-01 00:00:05.5 | 42           | answered  | true        | 5    | 退款;投诉 | 逗号,与 "引号"/第二行 |
                        | I2             | chat     | 2026-10-02 09:00:00 |                       |              | abandoned |             |      |           |                      |
                        """)
                .withColumn("keywords", functions.split(functions.col("keywords"), ";"))
                .withColumn(
                        "remark", functions.replace(functions.col("remark"), functions.lit("/"), functions.lit("\n")));
        parquet(folder.resolve("parquet"), rows, file);
    }

    /** Writes rows to a folder, and copies the one file there. */
    private static void parquet(Path written, Dataset<Row> rows, Path file) throws IOException {
        rows.coalesce(1).write().parquet(written.toString());
        try (Stream<Path> parts = Files.list(written)) {
            Files.copy(
                    parts.filter(part -> part.toString().endsWith(".parquet"))
                            .findFirst()
                            .orElseThrow(),
                    file);
        }
    }

    private static void workbook(Path file) throws IOException {
        try (OutputStream out = Files.newOutputStream(file);
                Workbook workbook = new Workbook(out, "test", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("interactions");
            List<String> header = List.of(CSV.lines().findFirst().orElseThrow().split(","));
            for (int i = 0; i < header.size(); i++) {
                sheet.value(0, i, header.get(i));
            }
            sheet.value(1, 0, "I1");
            sheet.value(1, 1, "voice_in");
            sheet.value(1, 2, "2026-10-01T08:00:00+08:00");
            sheet.value(1, 3, "2026-10-01T00:00:05.5Z");
            sheet.value(1, 4, 42);
            sheet.value(1, 5, "answered");
            sheet.value(1, 6, true);
            sheet.value(1, 7, 5);
            sheet.value(1, 8, "退款;投诉");
            sheet.value(1, 9, "逗号,与 \"引号\"\n第二行");
            sheet.value(2, 0, "I2");
            sheet.value(2, 1, "chat");
            sheet.value(2, 2, LocalDateTime.of(2026, 10, 2, 9, 0));
            sheet.style(2, 2).format("yyyy-mm-dd hh:mm").set();
            sheet.value(2, 5, "abandoned");
        }
    }
}
