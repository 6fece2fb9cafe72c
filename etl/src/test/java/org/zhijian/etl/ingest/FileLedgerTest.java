package org.zhijian.etl.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhijian.etl.testing.Comparison.assertRows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhijian.etl.io.Schemas;
import org.zhijian.schema.raw.EvaluationScores;
import org.zhijian.schema.raw.Evaluations;
import org.zhijian.schema.raw.Exams;
import org.zhijian.schema.raw.LandingFile;

/** Files that share their content: which of them load, and under which number. */
class FileLedgerTest {
    private static final String EXAMS = "exam_id,agent_id,taken_on,score\nX1,A1,2026-10-01,95\nX2,A1,2026-10-02,many\n";

    private static final String MARKS = "no,person,day,mark\nX1,A1,2026-10-01,95\n";

    /** A QA form with a column an item, as docs/mappings.md has it. */
    private static final String FORM =
            """
            No,Time,Agent,QA,Greeting,Solution,Comment
            901,2026-10-05 10:20,A1,Q1,5,40,friendly
            902,2026-10-05 11:00,A2,Q1,3,n/a,
            """;

    @TempDir
    private Path folder;

    private Centre centre;

    @BeforeEach
    void openACentre() {
        centre = new Centre(folder, Exams.ENTITY, Evaluations.ENTITY, EvaluationScores.ENTITY);
    }

    @AfterEach
    void eachFileHasOneRowARun() {
        assertThat(centre.warehouse()
                        .read(LandingFile.TABLE)
                        .groupBy(Schemas.columns(LandingFile.TABLE.key()))
                        .count()
                        .where("count > 1")
                        .collectAsList())
                .isEmpty();
    }

    private static String marks(String files, String person) {
        return "files: \"" + files + "\"\nentity: exams\nmap: {exam_id: no, agent_id: " + person
                + ", taken_on: day, score: mark}\n";
    }

    private static String item(String code, String column) {
        return """
                files: "forms/%s/*.csv"
                entity: evaluation_scores
                map:
                  evaluation_id: "concat('form-', No)"
                  item_code: "'%s'"
                  points: "nullif(%s, 'n/a')"
                """
                .formatted(code, code, column);
    }

    private Centre formMappings() {
        return centre.mapping(
                        "form-evaluations",
                        """
                        files: "forms/evaluations/*.csv"
                        entity: evaluations
                        map:
                          evaluation_id: "concat('form-', No)"
                          agent_id: "Agent"
                          inspector_id: "QA"
                          category: "'agent'"
                          scorecard_id: "'form'"
                          evaluated_at: "Time"
                          review_status: "'published'"
                          comment: "Comment"
                        """)
                .mapping("form-greeting", item("greeting", "Greeting"))
                .mapping("form-solution", item("solution", "Solution"));
    }

    private void touch(String name) throws IOException {
        Files.setLastModifiedTime(centre.landing().resolve(name), FileTime.from(Instant.parse("2026-10-31T00:00:00Z")));
    }

    private static void assertBecame(Map<String, FileReport> files, String path, long number, String status) {
        assertThat(files).containsKey(path);
        assertThat(files.get(path).fileId()).as(path).isEqualTo(number);
        assertThat(files.get(path).status()).as(path).isEqualTo(status);
    }

    @Test
    void rejectedFilesOfTheSameContentKeepTheirNumbersWhenTheyAreReadAgain() {
        centre.lands("exams-empty1.csv", "").lands("exams-empty2.csv", "").night();

        Map<String, FileReport> again = centre.lands("exams-empty0.csv", "").again(Set.of(1L, 2L));

        assertBecame(again, "exams-empty1.csv", 1, LandingFile.REJECTED);
        assertBecame(again, "exams-empty2.csv", 2, LandingFile.REJECTED);
        assertBecame(again, "exams-empty0.csv", 3, LandingFile.REJECTED);
    }

    @Test
    void ofRejectedFilesOfTheSameContentThoseLoadWhoseMappingsAreMended() {
        centre.mapping("a", marks("a.csv", "nobody"))
                .mapping("b", marks("b?.csv", "nobody"))
                .mapping("c", marks("c.csv", "nobody"));
        for (String name : new String[] {"a.csv", "b1.csv", "b2.csv", "c.csv"}) {
            centre.lands(name, MARKS);
        }
        centre.night();

        Map<String, FileReport> again =
                centre.mapping("b", marks("b?.csv", "person")).again(Set.of(1L, 2L, 3L, 4L));

        assertBecame(again, "a.csv", 1, LandingFile.REJECTED);
        assertBecame(again, "b1.csv", 2, LandingFile.LOADED);
        assertBecame(again, "b2.csv", 3, LandingFile.REPEATED);
        assertBecame(again, "c.csv", 4, LandingFile.REJECTED);
        assertThat(centre.raw(Exams.ENTITY).count()).isEqualTo(1);
    }

    @Test
    void aRejectedFileThatWasGivenAnotherNameKeepsItsNumberAndLeavesThoseOfOthersAlone() throws IOException {
        centre.lands("marks1.csv", EXAMS).lands("marks2.csv", EXAMS).night();
        Files.move(centre.landing().resolve("marks1.csv"), centre.landing().resolve("exams.csv"));

        Map<String, FileReport> again = centre.again(Set.of(1L, 2L));

        assertBecame(again, "exams.csv", 1, LandingFile.LOADED);
        assertBecame(again, "marks2.csv", 2, LandingFile.REJECTED);
    }

    @Test
    void aCopyThatComesWithItsFileReadAgainIsRepeated() throws IOException {
        centre.lands("exams-1.csv", EXAMS).night();
        touch("exams-1.csv");
        assertBecame(centre.night(), "exams-1.csv", 2, LandingFile.REPEATED);

        Map<String, FileReport> again = centre.lands("exams-0.csv", EXAMS).again(Set.of(1L));

        assertBecame(again, "exams-1.csv", 1, LandingFile.LOADED);
        assertBecame(again, "exams-0.csv", 3, LandingFile.REPEATED);
        assertThat(centre.raw(Exams.ENTITY).count()).isEqualTo(1);
    }

    @Test
    void aFormWithAColumnAnItemLoadsOnceForEachMapping() throws IOException {
        Map<String, FileReport> files = formMappings()
                .lands("forms/evaluations/2026-10.csv", FORM)
                .lands("forms/greeting/2026-10.csv", FORM)
                .lands("forms/solution/2026-10.csv", FORM)
                .lands("forms/solution/2026-10-copy.csv", FORM)
                .night();

        FileCounts both = new FileCounts(2, 2, 0, 0, 0);
        assertThat(files.get("forms/evaluations/2026-10.csv").counts()).isEqualTo(both);
        assertThat(files.get("forms/greeting/2026-10.csv").counts()).isEqualTo(both);
        assertThat(files.get("forms/solution/2026-10-copy.csv").counts()).isEqualTo(both);
        assertThat(files.get("forms/solution/2026-10.csv").status()).isEqualTo(LandingFile.REPEATED);
        assertRows(
                centre.raw(EvaluationScores.ENTITY),
                "evaluation_id string, item_code string, points double",
                """
                | evaluation_id | item_code | points |
                | form-901      | greeting  | 5      |
                | form-901      | solution  | 40     |
                | form-902      | greeting  | 3      |
                | form-902      | solution  |        |
                """);
        Path forms = centre.landing().resolve("forms");
        Files.move(forms.resolve("greeting/2026-10.csv"), forms.resolve("greeting/october.csv"));
        touch("forms/evaluations/2026-10.csv");
        assertThat(centre.night().values()).hasSize(2).allSatisfy(file -> assertThat(file.status())
                .isEqualTo(LandingFile.REPEATED));
    }

    @Test
    void aCopyThatWasRepeatedLoadsWhenItHasAMappingOfItsOwnAndIsTouched() throws IOException {
        centre.mapping("all", marks("*.csv", "person"))
                .lands("a.csv", MARKS)
                .lands("b.csv", MARKS)
                .night();
        centre.mapping("aa-later", marks("b.csv", "person").replace("exam_id: no", "exam_id: day"));
        assertThat(centre.night()).isEmpty();

        touch("b.csv");

        assertBecame(centre.night(), "b.csv", 3, LandingFile.LOADED);
        assertThat(centre.raw(Exams.ENTITY).count()).isEqualTo(2);
    }
}
