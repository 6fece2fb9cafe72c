package org.zhijian.etl.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.zhijian.etl.testing.Comparison.assertRows;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.apache.spark.sql.functions;
import org.dhatim.fastexcel.Workbook;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zhijian.etl.testing.LocalSpark;
import org.zhijian.schema.raw.Exams;
import org.zhijian.schema.raw.Interactions;
import org.zhijian.schema.raw.LandingFile;
import org.zhijian.schema.raw.Quarantine;
import org.zhijian.schema.text.Text;

/** One night with broken rows and broken files among good ones, with customers' numbers in all of them. */
class RejectionTest {
    private static final String EXAMS = "exam_id,agent_id,taken_on,subject,score\n";
    private static final String PHONE = "13800138000";
    private static final String CARD = "6222020000112345678";
    private static final String IDENTITY = "11010519491231002X";
    private static final List<String> NUMBERS = List.of(PHONE, CARD, IDENTITY, "110105194912310");

    @TempDir
    private static Path folder;

    private static Centre centre;
    private static Map<String, FileReport> files;

    @BeforeAll
    static void loadAllInOneNight() throws IOException {
        centre = new Centre(folder, Interactions.ENTITY, Exams.ENTITY);
        centre.lands(
                        "interactions-broken.csv",
                        """
                interaction_id,channel,customer_ref,agent_id,started_at,answered_at,ended_at,talk_seconds,outcome,transferred,csat,remark
                I1,voice_in,13800138000,A1,2026-10-01T08:00:00Z,,,42,answered,yes,5,卡号6222020000112345678 身份证11010519491231002X
                I2,,13800138000,A1,2026-10-01T08:00:00Z,,,42,answered,,5,
                I3,fax 13800138000,,A1,2026-10-01T08:00:00Z,,,-1,answered,maybe,6,
                I4,voice_in,,A1,2026-10-01,,,4.5,answered,,x,
                I5,voice_in,,A1,01.10.2026 08:00,,,42,answered,,,
                I6,voice_in,,A1,1815-10-01T08:00:00Z,,,42,answered,,,
                I7,voice_in,,A1,2026-10-01T08:00:00Z,2026-10-01T07:59:59Z,2026-10-01T07:00:00Z,42.0,answered,,,
                I8,voice_in,,A1,2026-10-01T08:00:00Z,42,answered,,13800138000
                I9,voice_in,,A1,2026-10-01T08:00:00Z,,,42,answered,,,"call 13800138000
                I10,VOICE_OUT,138 0013 8000,A1,2026-10-01T08:00:00Z,,,42.0,answered,0,,"两行
                之二"
                """)
                .lands(
                        "exams-broken.jsonl",
                        """
                        {"exam_id": "X1", "agent_id": "A1", "taken_on": "2026-10-01", "score": 95}
                        {"exam_id": "X2", "agent_id": "A1", "taken_on": "2026-02-30", "score": "ninety"}
                        {"exam_id": "X3", "agent_id": "A1", "taken_on": "2026-10-01x", "score": "12d"}
                        {"exam_id": "X4", "agent_id": "A1", "taken_on": "2999-01-01", "score": "NaN"}
                        {"exam_id": "X5", "agent_id": "A1",
                        {"exam_id": "X6", "agent_id": "A1", "taken_on": "2026-10-01 00:00", "score": "1e2"}
                        """);
        byte[] exams = (EXAMS + "X7,A1,2026-10-01,业务,95\n".repeat(500)).getBytes(StandardCharsets.UTF_8);
        byte[] gzip = gzipped(exams);
        byte[] rubbish = new byte[5000];
        new Random(1).nextBytes(rubbish);
        byte[] workbook = workbook();
        centre.lands("exams-rubbish.csv", rubbish)
                .lands("exams-zeros.csv", "exam_id\0agent_id\n")
                .lands("exams-cut.csv.gz", Arrays.copyOf(gzip, gzip.length / 2))
                .lands("exams-gb.csv", (EXAMS + "X1,A1,2026-10-01,业务,95\n").getBytes(Charset.forName("GB18030")))
                .lands("exams-columns.csv", "exam_id,agent_id,score\nX1,A1,95\n")
                .lands("exams-headerless.csv", PHONE + ",A1," + CARD + "\n")
                .lands("exams-twice.csv", "exam_id,score,score\n")
                .lands("exams-quotes.csv", EXAMS + "X1,A1,2026-10-01,\"open\"x,95\n".repeat(101))
                .lands("exams-empty.csv", "")
                .lands("exams-empty.csv.gz", "")
                .lands("exams-blank.csv", "\n\n")
                .lands("exams-cut.xlsx", Arrays.copyOf(workbook, workbook.length * 2 / 3))
                .lands("exams-text.xlsx", exams)
                .lands("exams-text.parquet", exams)
                .lands("exams-array.jsonl", "[\n  {\"exam_id\": \"X1\"},\n  {\"exam_id\": \"X2\"}\n]\n")
                .lands("exams-words.jsonl", "exam X1\nexam X2\n")
                .lands("exams-cut.json", "[{\"exam_id\": ")
                .lands("marks-2026.csv", exams)
                .lands("exams.txt", exams)
                .lands("misfit-1.csv", "id," + PHONE + "\n1,2\n")
                .lands("pattern-1.csv", "id,day\n1,01.10.2026\n")
                .lands("document-1.json", "{\"a\": [{\"id\": 1}, {\"id\": ")
                .lands("sheet-1.xlsx", workbook)
                .lands("overflow-1.csv", "id,day\n" + "1,1790812800\n".repeat(150) + "2,20261001080000\n")
                .mapping("overflow", exam("overflow-*.csv", "id", "timestamp_seconds(bigint(day))"))
                .mapping("misfit", exam("misfit-*.csv", "agent", "'2026-10-01'"))
                .mapping("pattern", exam("pattern-*.csv", "id", "to_date(day, 'YYYY-MM-dd')"))
                .lands("defined-1.csv", "id,day\n1,2\n")
                .lands("filtered-1.csv", "id,day\n1,3\n")
                .lands("condition-1.csv", "id,day\n1,4\n")
                .lands("sum-1.csv", "id,day\n1,5\n")
                .lands("elsewhere-1.csv", "id,day\n1,6\n")
                .mapping(
                        "defined",
                        exam("defined-*.csv", "id", "'2026-10-01'")
                                + "define: {first: id, second: lines, third: first}\n")
                .mapping("filtered", exam("filtered-*.csv", "id", "'2026-10-01'") + "filter: \"lines > 1\"\n")
                .mapping("condition", exam("condition-*.csv", "id", "'2026-10-01'") + "filter: id\n")
                .mapping("sum", exam("sum-*.csv", "sum(id)", "'2026-10-01'"))
                .mapping("elsewhere", exam("elsewhere-*.csv", "\"(SELECT max(a) FROM staff)\"", "'2026-10-01'"))
                .mapping("document", exam("document-*.json", "id", "'2026-10-01'") + "format: json\nrecords: /a\n")
                .mapping("sheet", exam("sheet-*.xlsx", "id", "'2026-10-01'") + "format: xlsx\nsheet: Exam\n");
        files = centre.night();
    }

    private static String exam(String files, String agent, String day) {
        return "files: \"" + files + "\"\nentity: exams\nmap: {exam_id: id, agent_id: " + agent + ", taken_on: \"" + day
                + "\", score: 1}\n";
    }

    @Test
    void eachBrokenValueIsShownWithItsLineAndWhatIsAllowed() {
        assertRows(
                centre.quarantine(files.get("interactions-broken.csv")),
                "line long, column_name string, value string, reason string, allowed string",
                """
                | line | column_name    | value               | reason                | allowed |
                | 3    | channel        |                     | missing_value         | voice_in, voice_out, chat, email, social |
                | 4    | channel        | fax ***             | not_accepted          | voice_in, voice_out, chat, email, social |
                | 4    | talk_seconds   | -1                  | out_of_range          | 0 – 999999 |
                | 4    | transferred    | maybe               | not_true_or_false     |         |
                | 4    | csat           | 6                   | out_of_range          | 1 – 5   |
                | 5    | talk_seconds   | 4.5                 | not_a_whole_number    | 0 – 999999 |
                | 5    | csat           | x                   | not_a_whole_number    | 1 – 5   |
                | 6    | started_at     | 01.10.2026 08:00     | not_a_timestamp       | ≥ 1970-01-01T00:00Z, < 2050-01-01T00:00Z |
                | 7    | started_at     | 1815-10-01T08:00:00Z | out_of_calendar       | ≥ 1970-01-01T00:00Z, < 2050-01-01T00:00Z |
                | 8    | answered_at    | 2026-10-01T07:59:59Z | ends_before_it_starts | ≥ started_at |
                | 8    | ended_at       | 2026-10-01T07:00:00Z | ends_before_it_starts | ≥ started_at |
                | 9    |                |                     | wrong_column_count    |         |
                | 10   |                |                     | quote_not_closed      |         |
                """);
        assertRows(
                centre.quarantine(files.get("exams-broken.jsonl")),
                "line long, column_name string, value string, reason string",
                """
                | line | column_name | value       | reason          |
                | 2    | taken_on    | 2026-02-30  | not_a_date      |
                | 2    | score       | ninety      | not_a_number    |
                | 3    | taken_on    | 2026-10-01x | not_a_date      |
                | 3    | score       | 12d         | not_a_number    |
                | 4    | taken_on    | 2999-01-01  | out_of_calendar |
                | 4    | score       | NaN         | not_a_number    |
                | 5    |             |             | not_json        |
                """);
    }

    @Test
    void brokenRowsDoNotStopTheRest() {
        assertRows(
                centre.raw(Interactions.ENTITY),
                "interaction_id string, line long, channel string, talk_seconds int, transferred boolean",
                """
                | interaction_id | line | channel   | talk_seconds | transferred |
                | I1             | 2    | voice_in  | 42           | true        |
                | I10            | 11   | voice_out | 42           | false       |
                """);
        assertRows(
                centre.raw(Exams.ENTITY),
                "exam_id string, taken_on date, score double",
                """
                | exam_id | taken_on   | score |
                | X1      | 2026-10-01 | 95    |
                | X6      | 2026-10-01 | 100   |
                """);
        assertThat(files.get("interactions-broken.csv").counts().quarantined()).isEqualTo(8);
        assertThat(files.get("exams-broken.jsonl").counts().quarantined()).isEqualTo(4);
    }

    @ParameterizedTest
    @CsvSource({
        "exams-rubbish.csv, etl.file.encoding",
        "exams-zeros.csv, etl.file.binary",
        "exams-cut.csv.gz, etl.file.unreadable",
        "exams-gb.csv, etl.file.encoding",
        "exams-columns.csv, etl.file.missing-columns",
        "exams-headerless.csv, etl.file.missing-columns",
        "exams-twice.csv, etl.file.column-twice",
        "exams-quotes.csv, etl.file.unreadable",
        "exams-empty.csv, etl.file.empty",
        "exams-empty.csv.gz, etl.file.empty",
        "exams-blank.csv, etl.file.no-columns",
        "exams-cut.xlsx, etl.file.unreadable",
        "exams-text.xlsx, etl.file.other-format",
        "exams-text.parquet, etl.file.other-format",
        "exams-array.jsonl, etl.file.not-json-lines",
        "exams-words.jsonl, etl.file.not-json-lines",
        "exams-cut.json, etl.file.unknown-name",
        "marks-2026.csv, etl.file.unknown-name",
        "exams.txt, etl.file.unknown-name",
        "misfit-1.csv, etl.mapping.does-not-fit",
        "pattern-1.csv, etl.mapping.does-not-fit",
        "overflow-1.csv, etl.mapping.does-not-fit",
        "defined-1.csv, etl.mapping.does-not-fit",
        "filtered-1.csv, etl.mapping.does-not-fit",
        "condition-1.csv, etl.mapping.no-condition",
        "sum-1.csv, etl.mapping.over-records",
        "elsewhere-1.csv, etl.mapping.does-not-fit",
        "document-1.json, etl.file.unreadable",
        "sheet-1.xlsx, etl.file.no-sheet",
    })
    void aFileThatCannotBeReadIsRejectedWholeAndSaysWhy(String file, String key) {
        FileReport report = files.get(file);
        assertThat(report.status()).isEqualTo("rejected");
        assertThat(report.rejection().key()).isEqualTo(key);
        assertThat(report.rejection().in(new Text(Text.CHINESE))).isNotBlank();
        assertThat(report.counts()).isEqualTo(FileCounts.NONE);
        assertThat(centre.raw(Exams.ENTITY, report).isEmpty()).isTrue();
    }

    @Test
    void aMappingThatDoesNotFitNamesItselfTheTroubleAndTheColumns() {
        assertThat(files.get("misfit-1.csv").rejection())
                .hasMessageContaining("misfit")
                .hasMessageContaining("`agent`")
                .hasMessageContaining("map.agent_id: [UNRESOLVED_COLUMN")
                .hasMessageContaining("`agent` cannot be resolved")
                .hasMessageContaining("id, ***");
        assertThat(files.get("pattern-1.csv").rejection())
                .hasMessageContaining("map.taken_on: fail to recognize 'YYYY-MM-dd' pattern.");
        assertThat(files.get("defined-1.csv").rejection()).hasMessageContaining("define.second: [UNRESOLVED_COLUMN");
        assertThat(files.get("filtered-1.csv").rejection()).hasMessageContaining("filter: [UNRESOLVED_COLUMN");
        assertThat(files.get("condition-1.csv").rejection())
                .hasMessageContaining("the filter \"id\", which is no condition");
        assertThat(files.get("sum-1.csv").rejection()).hasMessageContaining("under map.agent_id an expression over");
        assertThat(files.get("elsewhere-1.csv").rejection()).hasMessageContaining("map.agent_id: ");
        for (String file : List.of("misfit", "pattern", "defined", "filtered", "condition", "sum", "elsewhere")) {
            assertThat(files.get(file + "-1.csv").rejection().getMessage())
                    .doesNotContain("spark.sql", "GROUP BY", "DROP", "_line", "_file_id", "_problem");
        }
        assertThat(files.get("overflow-1.csv").rejection())
                .hasMessageContaining(
                        "does not fit this file: map.taken_on: long overflow. The file has the columns id, day.");
    }

    @Test
    void aFileWhoseNameIsNoTextIsRejectedAndSaysWhy(@TempDir Path landing) throws Exception {
        Process made = new ProcessBuilder("sh", "-c", "printf x > \"$(printf 'exams-\\306\\325.csv')\"")
                .directory(landing.toFile())
                .start();
        assumeThat(made.waitFor()).as("the file system takes such a name").isZero();
        LandingFolder found = new LandingFolder(landing, List.of());
        FoundFile file = new FileProbe(found, "UTF-8", LocalSpark.session())
                .probe(found.files().get(0));
        assertThat(file.rejection().key()).isEqualTo("etl.file.name");
        assertThat(file.checksum()).hasSize(64);
        assertThat(file.holds()).isEqualTo("exams");
    }

    @Test
    void ofAFileOrFolderThatMayNotBeReadItIsSaidWhatIsMissing() throws IOException {
        assertThat(LandingFolder.unreachable(Path.of("exams.csv"), new AccessDeniedException("exams.csv")))
                .hasMessageContaining("exams.csv may not be read: the permission is missing");
    }

    @Test
    void theLedgerAddsUpAndSaysWhatTheQuarantineHolds() {
        List<String> wrong = new ArrayList<>();
        files.values().forEach(file -> {
            long lines = centre.quarantine(file)
                    .select(Quarantine.LINE.name())
                    .distinct()
                    .count();
            FileCounts counts = file.counts();
            if (counts.read() != counts.loaded() + counts.superseded() + counts.duplicate() + counts.quarantined()
                    || lines != counts.quarantined()) {
                wrong.add(file + ", lines in quarantine: " + lines);
            }
        });
        assertThat(wrong).isEmpty();
        assertThat(centre.warehouse().read(LandingFile.TABLE).count()).isEqualTo(files.size());
    }

    @Test
    void noCustomersNumberIsInAnyFileOfTheWarehouse() throws IOException {
        List<Path> written;
        try (Stream<Path> all = Files.walk(centre.warehouse().folder())) {
            written = all.filter(Files::isRegularFile).toList();
        }
        List<Path> parquet = written.stream()
                .filter(file -> file.toString().endsWith(".parquet"))
                .toList();
        assertThat(parquet).hasSizeGreaterThanOrEqualTo(4);
        for (Path file : written) {
            assertHoldsNoNumber(file.toString(), text(file));
        }
        for (Path file : parquet) {
            LocalSpark.session()
                    .read()
                    .parquet(file.toString())
                    .select(functions.to_json(functions.struct("*")))
                    .collectAsList()
                    .forEach(row -> assertHoldsNoNumber(file.toString(), row.getString(0)));
        }
    }

    @Test
    void aCustomersReferenceIsAKeyedHashAndTheSameForTheSame() {
        List<String> references = centre
                .raw(Interactions.ENTITY)
                .orderBy(Interactions.INTERACTION_ID.name())
                .select(Interactions.CUSTOMER_REF.name())
                .collectAsList()
                .stream()
                .map(row -> row.getString(0))
                .toList();
        byte[] key = read(centre.warehouse().folder().resolve("secret/customer.key"));
        assertThat(references.get(0)).matches("[0-9a-f]{32}");
        assertThat(references)
                .containsExactly(hash(key, PHONE), hash(key, "138 0013 8000"))
                .doesNotContain(hash(new byte[32], PHONE));
    }

    private static String hash(byte[] key, String reference) {
        return LocalSpark.session()
                .range(1)
                .select(new Privacy(key).hashed(functions.lit(reference)))
                .head()
                .getString(0);
    }

    @Test
    void onlyItsOwnerReadsTheKey() throws IOException {
        Path key = centre.warehouse().folder().resolve("secret/customer.key");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key)))
                .isEqualTo("rw-------");
        assertThat(read(key)).hasSize(64);
    }

    private static void assertHoldsNoNumber(String where, String text) {
        for (String number : NUMBERS) {
            assertThat(text.toUpperCase(Locale.ROOT)).as(where).doesNotContain(number);
        }
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        return new String(read(file), StandardCharsets.ISO_8859_1);
    }

    private static byte[] gzipped(byte[] bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        }
        return out.toByteArray();
    }

    /** A workbook with a header of its own. */
    static byte[] workbook() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(out, "test", "1.0")) {
            workbook.newWorksheet("Exams").value(0, 0, "exam_id");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
