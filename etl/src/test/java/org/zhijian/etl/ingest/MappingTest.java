package org.zhijian.etl.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.zhijian.schema.raw.Entities;
import org.zhijian.schema.raw.Entity;
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
        Mapping mapping = read(
                """
                entity: exams
                files: ["a/**.txt", "b-*.csv"]
                format: JSON
                delimiter: "\\t"
                quote: "'"
                header: no
                columns: [a, b]
                optional: [b]
                encoding: GB18030
                sheet: 10月
                skip-lines: 3
                records: /a/b
                define: {x: "a + 1"}
                filter: "x > 2"
                map: {exam_id: x, agent_id: b, taken_on: "'2026-10-01'", score: 5}
                """);
        assertThat(mapping.options())
                .isEqualTo(new SourceOptions(
                        Format.JSON, "GB18030", "\t", '\'', false, List.of("a", "b"), "10月", 3, "/a/b"));
        assertThat(mapping.optional()).containsExactly("b");
        assertThat(mapping.definitions()).containsEntry("x", "a + 1");
        assertThat(mapping.expressions()).containsEntry("score", "5");
        assertThat(mapping.filter()).isEqualTo("x > 2");
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
                Arguments.of(EXAM.replace("exam-*.csv", "exam-[.csv"), "etl.mapping.value", "exam-[.csv"),
                Arguments.of(EXAM.replace("files:", "filter:"), "etl.mapping.value", "file name pattern"),
                Arguments.of(EXAM + "format: xls", "etl.mapping.value", "xlsx"),
                Arguments.of(EXAM + "encoding: GBK2", "etl.mapping.value", "GB18030"),
                Arguments.of(EXAM + "header: maybe", "etl.mapping.value", "true, false"),
                Arguments.of(EXAM + "quote: \"''\"", "etl.mapping.value", "one character"),
                Arguments.of(EXAM + "skip-lines: -1", "etl.mapping.value", "0, 1, 2"),
                Arguments.of(EXAM + "records: conversations", "etl.mapping.value", "/conversations"),
                Arguments.of(EXAM + "define: {\"a b\": x}", "etl.mapping.value", "a b"),
                Arguments.of(EXAM + "filter: \"a >\"", "etl.mapping.expression", "filter"),
                Arguments.of(EXAM.replace("points", "\"to_date(\""), "etl.mapping.expression", "map.score"),
                Arguments.of(EXAM.replace("score:", "mark:"), "etl.mapping.column", "mark"),
                Arguments.of(EXAM.replace(", score: points", ""), "etl.mapping.required", "score"));
    }

    private Mapping read(String yaml) {
        return Mapping.read(Records.write(folder, "m.yaml", yaml));
    }
}
