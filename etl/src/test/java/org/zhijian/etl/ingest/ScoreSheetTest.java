package org.zhijian.etl.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhijian.etl.io.Schemas.col;
import static org.zhijian.etl.testing.Comparison.assertRows;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhijian.schema.raw.Entity;
import org.zhijian.schema.raw.EvaluationErrors;
import org.zhijian.schema.raw.EvaluationScores;
import org.zhijian.schema.raw.Evaluations;
import org.zhijian.schema.raw.LandingFile;
import org.zhijian.schema.sheet.ScoreSheetLayout;
import org.zhijian.schema.text.Text;

/** Score sheets that come back through the landing folder. */
class ScoreSheetTest {
    private static final String FILE = "score_sheets-2026-10-q1.xlsx";
    private static final LocalDateTime MORNING = LocalDateTime.of(2026, 10, 6, 10, 5);
    private static final String ERROR = ScoreSheetLayout.ERROR_KEYS.get(0);
    private static final String ONLINE = ScoreSheetLayout.itemKey(3);

    @TempDir
    private Path folder;

    private Centre centre;

    @BeforeEach
    void openTheCentre() {
        centre = new Centre(folder, Evaluations.ENTITY, EvaluationScores.ENTITY, EvaluationErrors.ENTITY);
    }

    private FileReport lands(SheetFile sheet) {
        return centre.lands(FILE, sheet.bytes()).night().get(FILE);
    }

    private Dataset<Row> holding(Entity entity) {
        return LoadedEntity.holding(entity, centre.raw(entity));
    }

    private static SheetFile filledIn() {
        return new SheetFile()
                .published(7, MORNING)
                .voice(7, 8, 4.5)
                .with(7, ERROR, "E1 打断客户")
                .with(7, Evaluations.COMMENT, "=请回电13800138000")
                .with(7, Evaluations.CASE_MARK, "优秀案例")
                .with(7, Evaluations.FEEDBACK_AT, "2026-10-06 11:00")
                .published(9, MORNING.plusHours(1))
                .with(9, Evaluations.AGENT_ID, "a9")
                .with(9, ScoreSheetLayout.ERROR_KEYS.get(2), "E2")
                .with(10, Evaluations.COMMENT, "not heard yet");
    }

    @Test
    void anUntouchedSheetLoadsNothing() {
        FileReport report = lands(new SheetFile());

        assertThat(report.status()).isEqualTo("loaded");
        assertThat(report.counts().read()).isZero();
        assertThat(centre.raw(Evaluations.ENTITY).isEmpty()).isTrue();
    }

    @Test
    void filledInRowsBecomeEvaluationsWithTheirPointsAndErrors() {
        FileReport report = lands(filledIn());

        assertRows(
                centre.raw(Evaluations.ENTITY),
                "evaluation_id string, line long, interaction_id string, agent_id string, inspector_id string, category string, method string, scorecard_id string, evaluated_at timestamp, review_status string, feedback_at timestamp, case_mark string, comment string, updated_at timestamp",
                """
                | evaluation_id         | line | interaction_id | agent_id | inspector_id | category | method   | scorecard_id | evaluated_at         | review_status | feedback_at          | case_mark | comment  | updated_at |
                | plan-2026-10-agent-i1 | 7    | i1             | a1       | q1           | agent    | sampling | voice        | 2026-10-06T10:05:00Z | published     | 2026-10-06T11:00:00Z | excellent | =请回电*** |            |
                | plan-2026-10-event-i3 | 9    | i3             | a9       | q1           | event    | sampling | voice        | 2026-10-06T11:05:00Z | published     |                      |           |          |            |
                """);
        assertRows(
                centre.raw(EvaluationScores.ENTITY),
                "evaluation_id string, item_code string, points double",
                """
                | evaluation_id         | item_code | points |
                | plan-2026-10-agent-i1 | V1        | 8      |
                | plan-2026-10-agent-i1 | V2        | 4.5    |
                | plan-2026-10-event-i3 | V1        |        |
                | plan-2026-10-event-i3 | V2        |        |
                """);
        assertRows(
                centre.raw(EvaluationErrors.ENTITY),
                "evaluation_id string, error_code string, withdrawn boolean",
                """
                | evaluation_id         | error_code | withdrawn |
                | plan-2026-10-agent-i1 | E1         |           |
                | plan-2026-10-event-i3 | E2         |           |
                """);
        assertThat(report.counts().read()).isEqualTo(8);
        assertThat(report.counts().loaded()).isEqualTo(8);
        assertRows(
                centre.warehouse().read(LandingFile.TABLE),
                "path string, entity string, status string, rows_read long",
                """
                | path                         | entity       | status | rows_read |
                | score_sheets-2026-10-q1.xlsx | score_sheets | loaded | 8         |
                """);
    }

    @Test
    void eachWrongCellIsNamedAndItsRowIsNotLoadedWhileOthersAre() {
        FileReport report = lands(new SheetFile()
                .published(7, MORNING)
                .voice(7, 10, "n/a")
                .published(8, MORNING)
                .voice(8, 11, "eight 13800138000")
                .with(8, ONLINE, 3)
                .with(8, ERROR, "E7 unknown")
                .with(8, Evaluations.AGENT_ID, "a7")
                .with(9, Evaluations.CASE_MARK, "nice")
                .with(9, Evaluations.EVALUATED_AT, LocalDateTime.of(2026, 10, 4, 23, 0))
                .with(9, Evaluations.REVIEW_STATUS, "done")
                .voice(9, -1, null)
                .with(10, ONLINE, 20));

        assertRows(
                centre.quarantine(report),
                "line long, column_name string, cell string, value string, reason string, allowed string",
                """
                | line | column_name   | cell       | value     | reason        | allowed        |
                | 8    | V1            | Scores!N8  | 11        | out_of_range  | 0 – 10, N/A    |
                | 8    | V2            | Scores!O8  | eight *** | not_a_number  | 0 – 5.5, N/A   |
                | 8    | item_3        | Scores!P8  | 3         | changed       |                |
                | 8    | error_1       | Scores!K8  | E7 unknown | not_accepted | E1 打断客户, E2 =泄露 |
                | 8    | agent_id      | Scores!B8  | a7        | changed       | a2             |
                | 9    | agent_id      | Scores!B9  |           | missing_value |                |
                | 9    | case_mark     | Scores!G9  | nice      | not_accepted  | 优秀案例, 严重差错 |
                | 9    | evaluated_at  | Scores!J9  | 2026-10-04T23:00:00 | out_of_range | ≥ 2026-10-05 |
                | 9    | review_status | Scores!I9  | done      | not_accepted  | 草稿, 已发布     |
                | 9    | V1            | Scores!N9  | -1        | out_of_range  | 0 – 10, N/A    |
                | 9    | V2            | Scores!O9  |           | missing_value | 0 – 5.5, N/A   |
                | 10   | evaluated_at  | Scores!J10 |           | missing_value |                |
                | 10   | review_status | Scores!I10 |           | missing_value | 草稿, 已发布     |
                """);
        assertRows(
                centre.raw(Evaluations.ENTITY),
                "evaluation_id string",
                """
                | evaluation_id         |
                | plan-2026-10-agent-i1 |
                """);
        assertThat(report.counts().quarantined()).isEqualTo(3);
        assertThat(report.counts().loaded()).isEqualTo(3);
        assertThat(report.counts().read()).isEqualTo(6);
    }

    @Test
    void aRowIsKnownByItsInteractionWhereverItStands() {
        FileReport report = lands(new SheetFile()
                // The rows of i1 and i4 have changed places, i2 was overwritten, and i3 is there twice.
                .with(7, Evaluations.INTERACTION_ID, "i4")
                .with(7, Evaluations.SCORECARD_ID, "online")
                .with(7, ONLINE, 20)
                .published(7, MORNING)
                .with(8, Evaluations.INTERACTION_ID, "i22")
                .published(8, MORNING)
                .voice(8, 1, 1)
                .with(9, Evaluations.INTERACTION_ID, "i4")
                .published(9, MORNING)
                .with(10, Evaluations.INTERACTION_ID, "i4")
                .published(10, MORNING)
                .with(10, ONLINE, 1));

        assertRows(
                centre.quarantine(report),
                "column_name string, cell string, value string, reason string, allowed string",
                """
                | column_name    | cell       | value | reason  | allowed |
                | interaction_id | Scores!A8  | i22   | changed | i2      |
                | interaction_id | Scores!A9  | i4    | changed | i3      |
                | interaction_id | Scores!A10 | i4    | changed | i4      |
                """);
        assertRows(
                centre.raw(EvaluationScores.ENTITY),
                "evaluation_id string, item_code string, points double",
                """
                | evaluation_id         | item_code | points |
                | plan-2026-10-agent-i4 | O1        | 20     |
                """);
    }

    @Test
    void aCorrectedSheetTakesTheEarlierOnesPlace() {
        lands(filledIn());
        FileReport second = lands(filledIn()
                .published(7, MORNING.minusDays(1))
                .voice(7, "N/A", 5)
                .with(7, ERROR, null)
                .with(7, ScoreSheetLayout.ERROR_KEYS.get(1), "E2 =泄露")
                .published(10, MORNING)
                .with(10, ONLINE, 12));

        assertThat(second.counts().read()).isEqualTo(11);
        assertThat(second.counts().loaded()).isEqualTo(7);
        assertThat(second.counts().duplicate()).isEqualTo(4);
        assertRows(
                holding(EvaluationScores.ENTITY),
                "evaluation_id string, item_code string, points double",
                """
                | evaluation_id         | item_code | points |
                | plan-2026-10-agent-i1 | V1        |        |
                | plan-2026-10-agent-i1 | V2        | 5      |
                | plan-2026-10-event-i3 | V1        |        |
                | plan-2026-10-event-i3 | V2        |        |
                | plan-2026-10-agent-i4 | O1        | 12     |
                """);
        assertRows(
                holding(EvaluationErrors.ENTITY),
                "evaluation_id string, error_code string, withdrawn boolean",
                """
                | evaluation_id         | error_code | withdrawn |
                | plan-2026-10-agent-i1 | E1         | true      |
                | plan-2026-10-agent-i1 | E2         |           |
                | plan-2026-10-event-i3 | E2         |           |
                """);
        assertRows(
                holding(Evaluations.ENTITY).where(col(Evaluations.AGENT_ID).equalTo("a1")),
                "evaluation_id string, evaluated_at timestamp",
                """
                | evaluation_id         | evaluated_at         |
                | plan-2026-10-agent-i1 | 2026-10-05T10:05:00Z |
                | plan-2026-10-agent-i4 | 2026-10-06T10:05:00Z |
                """);
    }

    @Test
    void whatIsReadAgainStaysAsItWas() {
        lands(filledIn());
        FileReport second = lands(filledIn().with(7, ERROR, null));
        FileReport again = centre.again(Set.of(second.fileId())).get(FILE);

        assertThat(again.fileId()).isEqualTo(second.fileId());
        assertThat(again.counts().read()).isEqualTo(second.counts().read());
        assertRows(
                holding(EvaluationErrors.ENTITY),
                "evaluation_id string, error_code string, withdrawn boolean",
                """
                | evaluation_id         | error_code | withdrawn |
                | plan-2026-10-agent-i1 | E1         | true      |
                | plan-2026-10-event-i3 | E2         |           |
                """);
    }

    @Test
    void aDraftMayHaveGaps() {
        FileReport report = lands(new SheetFile()
                .with(7, ScoreSheetLayout.itemKey(1), 8)
                .with(7, Evaluations.EVALUATED_AT, MORNING)
                .with(7, Evaluations.REVIEW_STATUS, "草稿"));

        assertThat(report.counts().quarantined()).isZero();
        assertThat(report.counts().loaded()).isEqualTo(3);
    }

    @Test
    void aWorkbookThatIsNoScoreSheetIsRejectedWhole() {
        byte[] text = "interaction_id,points\n".getBytes(StandardCharsets.UTF_8);
        var files = centre.lands(FILE, RejectionTest.workbook())
                .lands("score_sheets-2026-10.csv", text)
                .night();

        assertThat(files.get(FILE).rejection().key()).isEqualTo("etl.sheet.not-one");
        assertThat(files.get(FILE).rejection().in(new Text(Text.CHINESE))).contains(FILE);
        assertThat(files.get("score_sheets-2026-10.csv").rejection().key()).isEqualTo("etl.file.other-format");
    }
}
