package org.zhijian.etl.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.Yaml;
import org.zhijian.schema.raw.Entities;
import org.zhijian.schema.raw.Entity;
import org.zhijian.schema.raw.Exams;
import org.zhijian.schema.text.UserError;

class MappingTest {
    private static final String EXAM =
            """
            entity: exams
            files: "exam-*.csv"
            map: {exam_id: id, agent_id: agent, taken_on: day, score: points}
            """;

    @TempDir
    private Path folder;

    @Test
    void whatIsNotSaidIsTheUsual() {
        Mapping mapping = read(EXAM);
        assertThat(mapping.name()).isEqualTo("m");
        assertThat(mapping.options()).isEqualTo(SourceOptions.plain(Format.CSV, ""));
        assertThat(mapping.filter()).isEmpty();
        assertThat(mapping.definitions()).isEmpty();
    }

    @Test
    void everyOptionIsRead() {
        Mapping csv = read(
                """
                entity: exams
                files: ["a/**.txt", "b-*.csv"]
                format: CSV
                delimiter: "\\t"
                quote: "'"
                header: no
                columns: [a, b]
                optional: [b]
                encoding: GB18030
                skip-lines: 3
                define: {x: "a + 1"}
                filter: "x > 2"
                map: {exam_id: x, agent_id: b, taken_on: "'2026-10-01'", score: 5}
                """);
        assertThat(csv.options())
                .isEqualTo(new SourceOptions(Format.CSV, "GB18030", "\t", '\'', false, List.of("a", "b"), "", 3, ""));
        assertThat(csv.optional()).containsExactly("b");
        assertThat(csv.definitions()).containsEntry("x", "a + 1");
        assertThat(csv.expressions()).containsEntry("score", "5");
        assertThat(csv.filter()).isEqualTo("x > 2");
        assertThat(read(EXAM + "format: JSON\nrecords: /a/b").options().records())
                .isEqualTo("/a/b");
        assertThat(read(EXAM + "format: xlsx\nsheet: 10月").options().sheet()).isEqualTo("10月");
    }

    @Test
    void whatLooksLikeATruthValueANumberOrADateIsAName() {
        Mapping mapping = read(
                """
                entity: exams
                files: 2026-10-01
                header: off
                columns: [no, on, yes, 1.0, 2026-10-01, null, ~]
                define: {no: "on", off: "yes"}
                map: {exam_id: no, agent_id: on, taken_on: yes, score: 1.50}
                """);
        assertThat(mapping.files()).containsExactly("2026-10-01");
        assertThat(mapping.options().header()).isFalse();
        assertThat(mapping.options().columns()).containsExactly("no", "on", "yes", "1.0", "2026-10-01", "null", "~");
        assertThat(mapping.definitions()).containsExactly(entry("no", "on"), entry("off", "yes"));
        assertThat(mapping.expressions())
                .containsEntry("exam_id", "no")
                .containsEntry("taken_on", "yes")
                .containsEntry("score", "1.50");
    }

    @Test
    void aKeyWithNothingBehindItIsLeftOut() {
        Mapping mapping = read(EXAM + "encoding:\nfilter:\ndefine:\ncolumns:\n");
        assertThat(mapping.options()).isEqualTo(SourceOptions.plain(Format.CSV, ""));
        assertThat(mapping.filter()).isEmpty();
        assertThat(mapping.definitions()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"||\"", "\";\"", "\"\\x01\"", "\"\\x01\\x02\"", "~", "'\\'", "\" \"", "\"x\""})
    void aDelimiterIsOneOrMoreCharacters(String delimiter) {
        assertThat(read(EXAM + "delimiter: " + delimiter).options().delimiter())
                .isEqualTo(new Yaml().<String>load(delimiter.equals("~") ? "'~'" : delimiter));
    }

    @ParameterizedTest
    @CsvSource({"||, \"||\"", "'\u0001', \"\\x01\"", "~|~, \"~|~\""})
    void aFileOfAnyNameIsReadWithItsDelimiter(String delimiter, String written) throws IOException {
        Mapping mapping = read(EXAM.replace("exam-*.csv", "exam-*.dat") + "delimiter: " + written + "\n");
        Path file = Records.write(folder, "exam-1.dat", "id|agent\n1|=\"0017\"\n".replace("|", delimiter));
        assertThat(mapping.matches(file)).isTrue();
        assertThat(Records.of(file, mapping.options().usually("UTF-8"))).containsExactly("id|agent", "2: 1|=\"0017\"");
    }

    @Test
    void aBracketInAPatternStandsForItself() {
        Mapping mapping =
                read(EXAM.replace("\"exam-*.csv\"", "[\"rep[1].csv\", \"[[全部]]?{a,[b}].txt\", 'old\\[2\\].csv']"));
        assertThat(mapping.matches(Path.of("rep[1].csv"))).isTrue();
        assertThat(mapping.matches(Path.of("x/rep[1].csv"))).isTrue();
        assertThat(mapping.matches(Path.of("rep1.csv"))).isFalse();
        assertThat(mapping.matches(Path.of("[[全部]]1[b].txt"))).isTrue();
        assertThat(mapping.matches(Path.of("[[全部]]1a].txt"))).isTrue();
        assertThat(mapping.matches(Path.of("old[2].csv"))).isTrue();
        assertThat(mapping.matches(Path.of("old2.csv"))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"GBK", "UTF-16LE", "UTF-16"})
    void aMappingInAnotherEncodingIsRefused(String encoding) throws IOException {
        Path file = Files.write(folder.resolve("m.yaml"), ("# 考试\n" + EXAM).getBytes(Charset.forName(encoding)));
        assertThatThrownBy(() -> Mapping.read(file))
                .isInstanceOfSatisfying(
                        UserError.class, e -> assertThat(e.key()).isEqualTo("etl.mapping.not-utf8"))
                .hasMessageContaining("UTF-8");
    }

    @Test
    void aByteOrderMarkIsPassedOver() {
        assertThat(read("\ufeff" + EXAM).entity()).isEqualTo(Exams.ENTITY);
    }

    @Test
    void aPatternIsForTheNameOrThePath() {
        Mapping mapping = read(EXAM.replace("\"exam-*.csv\"", "[\"exam-*.csv\", \"exams/**.txt\"]"));
        assertThat(mapping.matches(Path.of("exam-1.csv"))).isTrue();
        assertThat(mapping.matches(Path.of("a/b/exam-1.csv"))).isTrue();
        assertThat(mapping.matches(Path.of("exams/1.txt"))).isTrue();
        assertThat(mapping.matches(Path.of("exams/a/1.txt"))).isTrue();
        assertThat(mapping.matches(Path.of("a/exams/1.txt"))).isFalse();
        assertThat(mapping.matches(Path.of("Exam-1.csv"))).isFalse();
    }

    @Test
    void theMappingsThatComeAlongCatchNoOrdinaryFile() {
        List<Mapping> mappings = Mapping.readAll(Path.of("../config/mappings"));
        assertThat(mappings).isNotEmpty();
        for (Entity entity : Entities.ALL) {
            for (String ending : List.of(".csv", "-2026-10.csv.gz", "-x.jsonl", "-x.parquet", "-2026-10.xlsx")) {
                Path file = Path.of("2026/10", entity.name() + ending);
                assertThat(mappings).noneMatch(mapping -> mapping.matches(file));
            }
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("mistakes")
    void aMistakeIsRefusedWithWhatIsAllowed(String yaml, String key, String said) {
        assertThatThrownBy(() -> read(yaml))
                .isInstanceOfSatisfying(
                        UserError.class, e -> assertThat(e.key()).isEqualTo(key))
                .hasMessageContaining(said)
                .hasMessageContaining("m.yaml");
    }

    static Stream<Arguments> mistakes() {
        return Stream.of(
                Arguments.of(EXAM + "fliter: x", "etl.mapping.unknown-key", "fliter"),
                Arguments.of(EXAM + "files: twice.csv", "etl.mapping.unreadable", "files"),
                Arguments.of("- a: [", "etl.mapping.unreadable", "m.yaml"),
                Arguments.of(EXAM.replace("exams", "exam"), "etl.mapping.value", "interactions"),
                Arguments.of("", "etl.mapping.lacks", "files, entity, map"),
                Arguments.of("- files: x.csv", "etl.mapping.lacks", "files, entity, map"),
                Arguments.of(EXAM.replace("files:", "filter:"), "etl.mapping.lacks", "lacks files."),
                Arguments.of(EXAM.replace("\"exam-*.csv\"", "[]"), "etl.mapping.lacks", "lacks files."),
                Arguments.of(EXAM.replace("entity: exams", "entity:"), "etl.mapping.lacks", "lacks entity."),
                Arguments.of(EXAM.replace("exam-*.csv", "exam-{.csv"), "etl.mapping.pattern", "exam-{.csv"),
                Arguments.of(EXAM.replace("exam-*.csv", "/srv/landing/exam-*.csv"), "etl.mapping.pattern", "below"),
                Arguments.of(EXAM.replace("exam-*.csv", "C:/landing/exam-*.csv"), "etl.mapping.pattern", "below"),
                Arguments.of(EXAM.replace("exam-*.csv", "../exam-*.csv"), "etl.mapping.pattern", "below"),
                Arguments.of(EXAM.replace("exam-*.csv", ""), "etl.mapping.pattern", "below"),
                Arguments.of(EXAM.replace("\"exam-*.csv\"", "{a: b}"), "etl.mapping.list", "files"),
                Arguments.of(EXAM + "format: xls", "etl.mapping.value", "xlsx"),
                Arguments.of(EXAM + "format: [csv]", "etl.mapping.one-text", "format"),
                Arguments.of(EXAM + "encoding: ANSI", "etl.mapping.encoding", "GB18030"),
                Arguments.of(EXAM + "header: maybe", "etl.mapping.value", "true, false"),
                Arguments.of(EXAM + "delimiter: \"\"", "etl.mapping.delimiter", "\"||\", and \"\\t\" for a tab"),
                Arguments.of(EXAM + "delimiter: tab", "etl.mapping.delimiter", "\"\\t\" for a tab"),
                Arguments.of(EXAM + "delimiter: \\t", "etl.mapping.delimiter", "\"\\t\" for a tab"),
                Arguments.of(EXAM + "delimiter: \"\\n\"", "etl.mapping.delimiter", "characters"),
                Arguments.of(EXAM + "quote: \"''\"", "etl.mapping.quote", "one character"),
                Arguments.of(EXAM + "quote: \"\"", "etl.mapping.quote", "\"\\x01\""),
                Arguments.of(EXAM + "quote: \",\"", "etl.mapping.quote", "delimiter \",\""),
                Arguments.of(EXAM + "delimiter: \"'|'\"\nquote: \"'\"", "etl.mapping.quote", "delimiter \"'|'\""),
                Arguments.of(EXAM + "skip-lines: -1", "etl.mapping.value", "0 – 999999"),
                Arguments.of(EXAM + "format: json\nrecords: a", "etl.mapping.records", "/conversations"),
                Arguments.of(EXAM + "records: /a", "etl.mapping.other-format", "means nothing for csv, but for json"),
                Arguments.of(EXAM + "sheet: a", "etl.mapping.other-format", "for csv, but for xlsx"),
                Arguments.of(EXAM + "format: json\nskip-lines: 1", "etl.mapping.other-format", "csv, xlsx"),
                Arguments.of(EXAM + "columns: [a]", "etl.mapping.columns-of-header", "header: false"),
                Arguments.of(EXAM + "header: no\ncolumns: [[a]]", "etl.mapping.list", "columns"),
                Arguments.of(EXAM + "define: {\"a b\": x}", "etl.mapping.definition", "a b"),
                Arguments.of(EXAM + "define: [x]", "etl.mapping.names", "define"),
                Arguments.of(
                        EXAM.replace("{exam_id: id, agent_id: agent, taken_on: day, score: points}", "x"),
                        "etl.mapping.names",
                        "map"),
                Arguments.of(EXAM + "filter: \"a >\"", "etl.mapping.expression", "filter"),
                Arguments.of(EXAM.replace("points", "\"to_date(\""), "etl.mapping.expression", "map.score"),
                Arguments.of(EXAM.replace("score:", "mark:"), "etl.mapping.column", "mark"),
                Arguments.of(EXAM.replace(", score: points", ""), "etl.mapping.required", "score"));
    }

    private Mapping read(String yaml) {
        return Mapping.read(Records.write(folder, "m.yaml", yaml));
    }
}
