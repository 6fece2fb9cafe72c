package org.zhijian.etl.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhijian.etl.testing.Comparison.assertRows;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhijian.schema.raw.Evaluations;
import org.zhijian.schema.raw.Exams;
import org.zhijian.schema.raw.Interactions;

/** Two nights in which records come again, changed and unchanged. */
class VersionsTest {
    private static final String HEADER =
            "evaluation_id,agent_id,inspector_id,category,evaluated_at,review_status,total_score,updated_at\n";

    @TempDir
    private static Path folder;

    private static Centre centre;
    private static Map<String, FileReport> first;
    private static Map<String, FileReport> second;
    private static Map<String, FileReport> third;

    @BeforeAll
    static void loadThreeNights() {
        centre = new Centre(folder, Evaluations.ENTITY, Exams.ENTITY);
        first = centre.lands(
                        "evaluations-1.csv",
                        HEADER
                                + row("newer-first", 80, "2026-10-05T09:00:00")
                                + row("line-decides", 80, "2026-10-05T09:00:00")
                                + row("line-decides", 81, "2026-10-05T09:00:00")
                                + row("twice", 80, "2026-10-05T09:00:00")
                                + row("twice", 80, "2026-10-05T09:00:00")
                                + row("undated", 80, "2026-10-05T09:00:00")
                                + row("next-night", 80, "2026-10-05T09:00:00")
                                + row("late-news", 80, "2026-10-05T09:00:00")
                                + row("again", 80, "2026-10-05T09:00:00"))
                .lands(
                        "evaluations-2.csv",
                        HEADER + row("newer-first", 70, "2026-10-04T09:00:00") + row("undated", 70, ""))
                .lands("exams-1.csv", "exam_id,agent_id,taken_on,score\nX,A1,2026-10-01,60\nX,A2,2026-10-01,70\n")
                .lands("exams-2.csv", "exam_id,agent_id,taken_on,score\nX,A1,2026-10-01,61\n")
                .night();
        second = centre.lands(
                        "evaluations-3.csv",
                        HEADER
                                + row("next-night", 90, "2026-10-06T09:00:00")
                                + row("late-news", 90, "2026-10-04T09:00:00")
                                + row("again", 80, "2026-10-05T09:00:00"))
                .lands("exams-3.csv", "exam_id,agent_id,taken_on,score\nX,A1,2026-10-01,60\n")
                .night();
        third = centre.night();
    }

    private static String row(String id, int score, String updated) {
        return id + ",A1,Q1,agent,2026-10-01T10:00:00,published," + score + "," + updated + "\n";
    }

    @Test
    void theLatestUpdateHoldsElseTheLaterFileElseTheLaterLine() {
        assertRows(
                LoadedEntity.holding(Evaluations.ENTITY, centre.raw(Evaluations.ENTITY)),
                "evaluation_id string, total_score double",
                """
                | evaluation_id | total_score |
                | newer-first   | 80          |
                | line-decides  | 81          |
                | twice         | 80          |
                | undated       | 80          |
                | next-night    | 90          |
                | late-news     | 80          |
                | again         | 80          |
                """);
        assertRows(
                LoadedEntity.holding(Exams.ENTITY, centre.raw(Exams.ENTITY)),
                "exam_id string, agent_id string, score double",
                """
                | exam_id | agent_id | score |
                | X       | A1       | 60    |
                | X       | A2       | 70    |
                """);
    }

    @Test
    void theLedgerTellsWhatBecameOfEach() {
        assertThat(first.get("evaluations-1.csv").counts()).isEqualTo(new FileCounts(9, 7, 1, 1, 0));
        assertThat(first.get("evaluations-2.csv").counts()).isEqualTo(new FileCounts(2, 0, 2, 0, 0));
        assertThat(first.get("exams-1.csv").counts()).isEqualTo(new FileCounts(2, 1, 1, 0, 0));
        assertThat(first.get("exams-2.csv").counts()).isEqualTo(new FileCounts(1, 1, 0, 0, 0));
        assertThat(second.get("evaluations-3.csv").counts()).isEqualTo(new FileCounts(3, 1, 1, 1, 0));
        assertThat(second.get("exams-3.csv").counts()).isEqualTo(new FileCounts(1, 1, 0, 0, 0));
    }

    @Test
    void aValueThatMovesToAnotherColumnIsNews() {
        String header = "interaction_id,channel,started_at,outcome,talk_seconds,hold_seconds\n";
        Centre calls = new Centre(folder.resolve("calls"), Interactions.ENTITY);
        calls.lands("interactions-1.csv", header + "I1,voice_in,2026-10-01T10:00:00,answered,,400\n")
                .night();

        Map<String, FileReport> corrected = calls.lands(
                        "interactions-2.csv", header + "I1,voice_in,2026-10-01T10:00:00,answered,400,\n")
                .night();

        assertThat(corrected.get("interactions-2.csv").counts()).isEqualTo(new FileCounts(1, 1, 0, 0, 0));
    }

    @Test
    void aFileThatWasReadIsNotReadAgain() {
        assertThat(second).containsOnlyKeys("evaluations-3.csv", "exams-3.csv");
        assertThat(third).isEmpty();
    }
}
