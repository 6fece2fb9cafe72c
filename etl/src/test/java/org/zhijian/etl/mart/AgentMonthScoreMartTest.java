package org.zhijian.etl.mart;

import static org.zhijian.etl.testing.Comparison.assertTable;
import static org.zhijian.etl.testing.Star.evaluations;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.zhijian.schema.mart.AgentMonthScore;
import org.zhijian.schema.settings.Settings;

class AgentMonthScoreMartTest {
    private static final LocalDate MARCH = LocalDate.parse("2026-03-01");
    private static final LocalDate APRIL = LocalDate.parse("2026-04-01");
    private static final LocalDate END_OF_APRIL = LocalDate.parse("2026-04-30");

    @Test
    void averagesTheScoresOfEachAgentAndMonth() {
        assertTable(
                compute(
                        """
                        | agent_id | evaluated_on | score |
                        | A        | 2026-03-01   | 70    |
                        | A        | 2026-03-15   | 80    |
                        | A        | 2026-03-31   | 90    |
                        | A        | 2026-04-01   | 95    |
                        | B        | 2026-03-10   | 59.5  |
                        """),
                AgentMonthScore.TABLE,
                """
                | qa_month   | agent_id | evaluations | score_mean | grade     | score_variance |
                | 2026-03-01 | A        | 3           | 80         | good      | 100            |
                | 2026-03-01 | B        | 1           | 59.5       | fail      |                |
                | 2026-04-01 | A        | 1           | 95         | excellent |                |
                """);
    }

    @Test
    void countsOnlyPublishedScoredAgentQualityInspection() {
        assertTable(
                compute(
                        """
                        | agent_id | evaluated_on | score | category | published |
                        | A        | 2026-03-02   | 80    | agent    | true      |
                        | A        | 2026-03-02   |       | agent    | true      |
                        | A        | 2026-03-02   | 10    | event    | true      |
                        | A        | 2026-03-02   | 10    | special  | true      |
                        | A        | 2026-03-02   | 10    | agent    | false     |
                        | B        | 2026-03-02   |       | agent    | true      |
                        | C        | 2026-03-02   | 10    | agent    | false     |
                        """),
                AgentMonthScore.TABLE,
                """
                | qa_month   | agent_id | evaluations | score_mean |
                | 2026-03-01 | A        | 1           | 80         |
                """);
    }

    @Test
    void ignoresWhatIsAfterTheRunDateOrInOtherMonths() {
        Dataset<Row> evaluations = evaluations(
                """
                | agent_id | evaluated_on | score |
                | A        | 2026-03-30   | 80    |
                | A        | 2026-03-31   | 60    |
                | A        | 2026-02-28   | 10    |
                """);
        assertTable(
                AgentMonthScoreMart.compute(
                        evaluations, List.of(MARCH), LocalDate.parse("2026-03-30"), Settings.defaults()),
                AgentMonthScore.TABLE,
                """
                | qa_month   | agent_id | evaluations | score_mean |
                | 2026-03-01 | A        | 1           | 80         |
                """);
    }

    @Test
    void anEvaluationIsOfItsQaMonthEvenIfScoredLater() {
        assertTable(
                compute(
                        """
                        | agent_id | evaluated_on | month      | score |
                        | A        | 2026-04-02   | 2026-03-01 | 80    |
                        """),
                AgentMonthScore.TABLE,
                """
                | qa_month   | agent_id | score_mean |
                | 2026-03-01 | A        | 80         |
                """);
    }

    @Test
    void gradesByTheMeanRoundedHalfUpToFourDecimals() {
        assertTable(
                compute(
                        """
                        | agent_id | evaluated_on | score    |
                        | A        | 2026-03-02   | 89.99995 |
                        | B        | 2026-03-02   | 89.99994 |
                        | C        | 2026-03-02   | 80       |
                        | D        | 2026-03-02   | 79.9999  |
                        | E        | 2026-03-02   | 60       |
                        | F        | 2026-03-02   | 59.9999  |
                        | G        | 2026-03-02   | 89.9999  |
                        | G        | 2026-03-02   | 90       |
                        """),
                AgentMonthScore.TABLE,
                """
                | agent_id | grade     |
                | A        | excellent |
                | B        | good      |
                | C        | good      |
                | D        | pass      |
                | E        | pass      |
                | F        | fail      |
                | G        | excellent |
                """);
    }

    @Test
    void gradesByTheSettings() {
        Settings strict =
                Settings.with(Map.of("scores.excellent-from", 95.5, "scores.good-from", 90, "scores.pass-from", 85));
        Dataset<Row> evaluations = evaluations(
                """
                | agent_id | evaluated_on | score |
                | A        | 2026-03-02   | 95.5  |
                | B        | 2026-03-02   | 95.4  |
                | C        | 2026-03-02   | 89    |
                | D        | 2026-03-02   | 84    |
                """);
        assertTable(
                AgentMonthScoreMart.compute(evaluations, List.of(MARCH), END_OF_APRIL, strict),
                AgentMonthScore.TABLE,
                """
                | agent_id | grade     |
                | A        | excellent |
                | B        | good      |
                | C        | pass      |
                | D        | fail      |
                """);
    }

    @Test
    void equalScoresHaveNoVarianceWhateverTheirFractions() {
        assertTable(
                compute(
                        """
                        | agent_id | evaluated_on | score             |
                        | A        | 2026-03-02   | 66.66666666666667 |
                        | A        | 2026-03-02   | 66.66666666666667 |
                        | A        | 2026-03-02   | 66.66666666666667 |
                        """),
                AgentMonthScore.TABLE,
                """
                | agent_id | score_mean        | score_variance |
                | A        | 66.66666666666667 | 0              |
                """);
    }

    private static Dataset<Row> compute(String evaluations) {
        return AgentMonthScoreMart.compute(
                evaluations(evaluations), List.of(MARCH, APRIL), END_OF_APRIL, Settings.defaults());
    }
}
