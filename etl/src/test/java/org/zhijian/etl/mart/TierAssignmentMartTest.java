package org.zhijian.etl.mart;

import static org.apache.spark.sql.functions.lit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.zhijian.etl.testing.Comparison.assertTable;
import static org.zhijian.etl.testing.Star.agents;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.zhijian.etl.testing.Tables;
import org.zhijian.schema.mart.AgentMonthScore;
import org.zhijian.schema.mart.TierAssignment;
import org.zhijian.schema.settings.Settings;

class TierAssignmentMartTest {
    private static final LocalDate APRIL = LocalDate.parse("2026-04-01");

    @Test
    void theBestFifthIsTopAndTheWorstFifthBottom() {
        assertTable(
                april(
                        """
                        | agent_id | score_mean |
                        | A        | 95         |
                        | B        | 90         |
                        | C        | 85         |
                        | D        | 80         |
                        | E        | 75         |
                        """),
                TierAssignment.TABLE,
                """
                | plan_month | agent_id | tier | reason | rank | ranked_agents | score_mean | evaluations |
                | 2026-04-01 | A        | A    | top    | 1    | 5             | 95         | 5           |
                | 2026-04-01 | B        | B    | middle | 2    | 5             | 90         | 5           |
                | 2026-04-01 | C        | B    | middle | 3    | 5             | 85         | 5           |
                | 2026-04-01 | D        | B    | middle | 4    | 5             | 80         | 5           |
                | 2026-04-01 | E        | C    | bottom | 5    | 5             | 75         | 5           |
                """);
    }

    @Test
    void thoseWhoTieAtTheCutAllBelong() {
        assertTable(
                april(
                        """
                        | agent_id | score_mean |
                        | A        | 95         |
                        | B        | 95         |
                        | C        | 85         |
                        | D        | 75         |
                        | E        | 75         |
                        """),
                TierAssignment.TABLE,
                """
                | agent_id | tier | reason | rank |
                | A        | A    | top    | 1    |
                | B        | A    | top    | 1    |
                | C        | B    | middle | 3    |
                | D        | C    | bottom | 4    |
                | E        | C    | bottom | 4    |
                """);
    }

    @Test
    void aTieThatReachesPastTheCutFromBelowStaysOut() {
        assertTable(
                april(
                        """
                        | agent_id | score_mean |
                        | A        | 95         |
                        | B        | 90         |
                        | C        | 90         |
                        | D        | 85         |
                        | E        | 85         |
                        | F        | 85         |
                        | G        | 80         |
                        | H        | 75         |
                        """),
                TierAssignment.TABLE,
                """
                | agent_id | tier | reason | rank |
                | A        | A    | top    | 1    |
                | B        | A    | top    | 2    |
                | C        | A    | top    | 2    |
                | D        | B    | middle | 4    |
                | E        | B    | middle | 4    |
                | F        | B    | middle | 4    |
                | G        | C    | bottom | 7    |
                | H        | C    | bottom | 8    |
                """);
    }

    @Test
    void aTieThatSpansBothEndsIsMiddle() {
        assertTable(
                april(
                        """
                        | agent_id | score_mean |
                        | A        | 80         |
                        | B        | 80         |
                        | C        | 80         |
                        """),
                TierAssignment.TABLE,
                """
                | agent_id | tier | reason | rank | ranked_agents |
                | A        | B    | middle | 1    | 3             |
                | B        | B    | middle | 1    | 3             |
                | C        | B    | middle | 1    | 3             |
                """);
    }

    @Test
    void scoresCompareRoundedHalfUpToFourDecimals() {
        assertTable(
                april(
                        """
                        | agent_id | score_mean |
                        | A        | 90.00005   |
                        | B        | 90.00014   |
                        | C        | 90.00004   |
                        """),
                TierAssignment.TABLE,
                """
                | agent_id | tier | rank |
                | A        | A    | 1    |
                | B        | A    | 1    |
                | C        | C    | 3    |
                """);
    }

    @Test
    void aSingleRankedAgentIsMiddle() {
        assertTable(
                april(
                        """
                        | agent_id | score_mean |
                        | A        | 80         |
                        """),
                TierAssignment.TABLE,
                """
                | agent_id | tier | reason | rank | ranked_agents | tier_probability |
                | A        | B    | middle | 1    | 1             | 1                |
                """);
    }

    @Test
    void newcomersAreBottomTierWhateverTheirScoreAndNotRanked() {
        assertTable(
                april(
                        """
                        | agent_id | on_post_date | left_date |
                        | A        | 2026-01-01   |           |
                        | B        | 2026-01-02   |           |
                        | C        | 2026-03-31   |           |
                        | D        | 2026-04-01   |           |
                        """,
                        """
                        | agent_id | score_mean |
                        | A        | 70         |
                        | B        | 99         |
                        """,
                        Settings.defaults()),
                TierAssignment.TABLE,
                """
                | agent_id | tier | reason   | rank | ranked_agents | score_mean | evaluations |
                | A        | B    | middle   | 1    | 1             | 70         | 5           |
                | B        | C    | newcomer |      | 1             | 99         | 5           |
                | C        | C    | newcomer |      | 1             |            | 0           |
                """);
    }

    @Test
    void newcomersMayBeRankedYetStayBottomTier() {
        assertTable(
                april(
                        """
                        | agent_id | on_post_date |
                        | A        | 2020-01-01   |
                        | B        | 2026-02-01   |
                        | C        | 2020-01-01   |
                        """,
                        """
                        | agent_id | score_mean |
                        | A        | 90         |
                        | B        | 95         |
                        | C        | 80         |
                        """,
                        Settings.with(Map.of("tiers.rank-newcomers", true))),
                TierAssignment.TABLE,
                """
                | agent_id | tier | reason   | rank | ranked_agents |
                | A        | B    | middle   | 2    | 3             |
                | B        | C    | newcomer | 1    | 3             |
                | C        | C    | bottom   | 3    | 3             |
                """);
    }

    @Test
    void newcomerMonthsAreClampedToTheEndOfAMonth() {
        Dataset<Row> agents = agents(
                """
                | agent_id | on_post_date |
                | A        | 2025-11-30   |
                | B        | 2025-12-01   |
                | C        | 2025-12-02   |
                """);
        assertTable(
                TierAssignmentMart.compute(
                        scores("2026-02-01", "| agent_id | score_mean |"),
                        agents,
                        List.of(LocalDate.parse("2026-03-01")),
                        Settings.defaults()),
                TierAssignment.TABLE,
                """
                | agent_id | reason   |
                | A        | unscored |
                | B        | unscored |
                | C        | newcomer |
                """);
    }

    @Test
    void onlyThoseOnPostOnTheLastDayOfTheMonthBeforeHaveATier() {
        assertTable(
                april(
                        """
                        | agent_id | on_post_date | left_date  | inferred |
                        | A        | 2026-03-31   |            | false    |
                        | B        | 2026-04-01   |            | false    |
                        | C        | 2020-01-01   | 2026-03-31 | false    |
                        | D        | 2020-01-01   | 2026-04-01 | false    |
                        | E        | 2020-01-01   |            | true     |
                        """,
                        """
                        | agent_id | score_mean |
                        | C        | 90         |
                        | E        | 95         |
                        """,
                        Settings.with(Map.of("tiers.newcomer-months", 0))),
                TierAssignment.TABLE,
                """
                | agent_id | tier | reason   | rank | ranked_agents | evaluations | tier_probability |
                | A        | B    | unscored |      | 0             | 0           |                  |
                | D        | B    | unscored |      | 0             | 0           |                  |
                """);
    }

    @Test
    void anAgentCountsByTheRecordThatHoldsOnTheLastDayOfTheMonthBefore() {
        Dataset<Row> agents = agents(
                """
                | agent_id | agent_key | valid_from | valid_to   | on_post_date | left_date  |
                | A        | 1         | 1900-01-01 | 2026-03-15 | 2020-01-01   | 2026-01-20 |
                | A        | 2         | 2026-03-15 | 9999-12-31 | 2026-03-15   |            |
                | B        | 3         | 1900-01-01 | 2026-04-01 | 2020-01-01   |            |
                | B        | 4         | 2026-04-01 | 9999-12-31 | 2026-04-01   |            |
                """);
        assertTable(
                TierAssignmentMart.compute(
                        scores("2026-03-01", "| agent_id | score_mean |"),
                        agents,
                        List.of(
                                LocalDate.parse("2026-01-01"),
                                LocalDate.parse("2026-02-01"),
                                LocalDate.parse("2026-03-01"),
                                APRIL,
                                LocalDate.parse("2026-07-01")),
                        Settings.defaults()),
                TierAssignment.TABLE,
                """
                | plan_month | agent_id | tier | reason   |
                | 2026-01-01 | A        | B    | unscored |
                | 2026-01-01 | B        | B    | unscored |
                | 2026-02-01 | B        | B    | unscored |
                | 2026-03-01 | B        | B    | unscored |
                | 2026-04-01 | A        | C    | newcomer |
                | 2026-04-01 | B        | B    | unscored |
                | 2026-07-01 | A        | B    | unscored |
                | 2026-07-01 | B        | B    | unscored |
                """);
    }

    @Test
    void anAgentWithSeveralSpansHasOneRowAMonth() {
        Dataset<Row> agents = agents(
                """
                | agent_id | agent_key | valid_from | valid_to   | team |
                | A        | 1         | 1900-01-01 | 2026-03-10 | T1   |
                | A        | 2         | 2026-03-10 | 9999-12-31 | T2   |
                """);
        assertTable(
                TierAssignmentMart.compute(
                        scores("2026-03-01", "| agent_id | score_mean |\n| A | 80 |"),
                        agents,
                        List.of(APRIL, LocalDate.parse("2026-05-01")),
                        Settings.defaults()),
                TierAssignment.TABLE,
                """
                | plan_month | agent_id | reason   | ranked_agents | score_mean |
                | 2026-04-01 | A        | middle   | 1             | 80         |
                | 2026-05-01 | A        | unscored | 0             |            |
                """);
    }

    @Test
    void noPlanMonthsGiveNoRows() {
        assertThat(TierAssignmentMart.compute(
                                scores("2026-03-01", "| agent_id | score_mean |\n| A | 80 |"),
                                agents("| agent_id |\n| A |"),
                                List.of(),
                                Settings.defaults())
                        .collectAsList())
                .isEmpty();
    }

    @Test
    void thePlacesFollowTheSetting() {
        assertTable(
                april(
                        """
                        | agent_id |
                        | A        |
                        | B        |
                        | C        |
                        """,
                        """
                        | agent_id | score_mean |
                        | A        | 90         |
                        | B        | 80         |
                        | C        | 70         |
                        """,
                        Settings.with(Map.of("tiers.percent", 50))),
                TierAssignment.TABLE,
                """
                | agent_id | tier | reason |
                | A        | A    | top    |
                | B        | B    | middle |
                | C        | C    | bottom |
                """);
    }

    @Test
    void eachRowSaysHowCertainItIs() {
        Dataset<Row> scores = Tables.of(
                AgentMonthScore.TABLE,
                """
                | qa_month   | agent_id | evaluations | score_mean | score_variance |
                | 2026-03-01 | A        | 3           | 80         | 100            |
                | 2026-03-01 | B        | 2           | 95         | 50             |
                """);
        // σ² = 250 ÷ 3, τ² = 700 ÷ 9, μ = 2350 ÷ 27, t(0.975, 3) = 3.182446305; one rank of two is no place.
        assertTable(
                TierAssignmentMart.compute(
                        scores, agents("| agent_id |\n| A |\n| B |"), List.of(APRIL), Settings.defaults()),
                TierAssignment.TABLE,
                """
                | agent_id | score_low    | score_high  | score_shrunk | tier_probability |
                | A        | 63.22703524  | 96.77296476 | 81.85185185  | 1                |
                | B        | 74.45739743  | 100         | 92.22222222  | 1                |
                """);
    }

    private static Dataset<Row> april(String scores) {
        String roster = Tables.typed("agent_id string, score_mean double", scores)
                .select(AgentMonthScore.AGENT_ID.name())
                .collectAsList()
                .stream()
                .map(row -> "| " + row.getString(0) + " |\n")
                .reduce("| agent_id |\n", String::concat);
        return april(roster, scores, Settings.defaults());
    }

    private static Dataset<Row> april(String roster, String scores, Settings settings) {
        return TierAssignmentMart.compute(scores("2026-03-01", scores), agents(roster), List.of(APRIL), settings);
    }

    /** Scores of one month, each the mean of five that differ a little. */
    private static Dataset<Row> scores(String month, String text) {
        return Tables.of(
                AgentMonthScore.TABLE,
                text,
                Map.of(
                        AgentMonthScore.QA_MONTH, lit(month),
                        AgentMonthScore.EVALUATIONS, lit(5),
                        AgentMonthScore.SCORE_VARIANCE, lit(16)));
    }
}
