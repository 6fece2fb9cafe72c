package org.zhijian.etl.mart;

import static org.zhijian.etl.testing.Comparison.assertTable;

import java.time.LocalDate;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.zhijian.etl.testing.Tables;
import org.zhijian.schema.mart.InspectorAgreement;
import org.zhijian.schema.settings.Settings;
import org.zhijian.schema.star.FactCalibrationScore;

class InspectorAgreementMartTest {
    private static final LocalDate RUN_DATE = LocalDate.parse("2026-05-15");

    /** Grades of P: pass, good, excellent; of Q: pass, excellent, excellent. */
    private static final String TWO_SESSIONS =
            """
            | session_id | held_on    | interaction_id | inspector_id | score | max_score | reference |
            | K1         | 2026-04-15 | I1             | P            | 70    | 100       | true      |
            | K1         | 2026-04-15 | I1             | Q            | 75    | 100       | false     |
            | K1         | 2026-04-15 | I2             | P            | 85    | 100       | true      |
            | K1         | 2026-04-15 | I2             | Q            | 90    | 100       | false     |
            | K2         | 2026-05-15 | I3             | P            | 95    | 100       | true      |
            | K2         | 2026-05-15 | I3             | Q            | 100   | 100       | false     |
            | K2         | 2026-05-16 | I9             | Q            | 50    | 100       | false     |
            """;

    @Test
    void eachInspectorHasALeniencyEachPairAKappaAndAllTheirAgreement() {
        assertTable(
                compute(TWO_SESSIONS),
                InspectorAgreement.TABLE,
                """
                | scope     | inspector_id | other_inspector_id | sessions | interactions | leniency | cohen_kappa | weighted_kappa | fleiss_kappa   | gwet_ac1       | icc_agreement  | icc_consistency | icc_inspectors | icc_interactions |
                | inspector | Q            |                    | 2        | 3            | 5        |             |                |                |                |                |                 |                |                  |
                | pair      | P            | Q                  | 2        | 3            |          | 0.5         | 0.666666666667 |                |                |                |                 |                |                  |
                | all       |              |                    | 2        | 3            |          |             |                | 0.454545454545 | 0.581395348837 | 0.926829268293 | 1               | 2              | 3                |
                """);
    }

    @Test
    void gradesFollowTheSettings() {
        assertTable(
                InspectorAgreementMart.compute(
                                scores(TWO_SESSIONS), RUN_DATE, Settings.with(Map.of("scores.excellent-from", 85)))
                        .filter("scope = 'pair'"),
                InspectorAgreement.TABLE,
                """
                | cohen_kappa |
                | 1           |
                """);
    }

    @Test
    void theCorrelationsAreOfThoseWhoScoredAllOfTheLatestSession() {
        assertTable(
                compute(
                                """
                                | session_id | held_on    | interaction_id | inspector_id | score | max_score |
                                | K1         | 2026-04-15 | I1             | P            | 70    | 100       |
                                | K1         | 2026-04-15 | I1             | Q            | 75    | 100       |
                                | K1         | 2026-04-15 | I1             | Gone         | 75    | 100       |
                                | K1         | 2026-04-15 | I2             | P            | 70    | 100       |
                                | K1         | 2026-04-15 | I2             | Gone         | 75    | 100       |
                                | K2         | 2026-05-15 | I3             | P            | 80    | 100       |
                                | K2         | 2026-05-15 | I3             | Q            | 85    | 100       |
                                | K2         | 2026-05-15 | I3             | Half         | 85    | 100       |
                                | K2         | 2026-05-15 | I4             | P            | 90    | 100       |
                                | K2         | 2026-05-15 | I4             | Q            | 95    | 100       |
                                """)
                        .filter("scope = 'all'"),
                InspectorAgreement.TABLE,
                """
                | interactions | icc_consistency | icc_inspectors | icc_interactions |
                | 4            | 1               | 2              | 3                |
                """);
    }

    @Test
    void whereNoTwoInteractionsHaveTheSameInspectorsThereIsNoCorrelation() {
        assertTable(
                compute(
                                """
                                | session_id | held_on    | interaction_id | inspector_id | score | max_score |
                                | K1         | 2026-05-15 | I1             | P            | 70    | 100       |
                                | K1         | 2026-05-15 | I1             | Q            | 75    | 100       |
                                | K1         | 2026-05-15 | I2             | R            | 70    | 100       |
                                | K1         | 2026-05-15 | I2             | S            | 75    | 100       |
                                """)
                        .filter("scope = 'all'"),
                InspectorAgreement.TABLE,
                """
                | interactions | fleiss_kappa | gwet_ac1 | icc_agreement | icc_consistency | icc_inspectors | icc_interactions |
                | 2            |              | 1        |               |                 | 2              | 1                |
                """);
    }

    @Test
    void oneOddSessionDoesNotTakeTheCorrelationOfTheOthers() {
        assertTable(
                compute(
                                """
                                | session_id | held_on    | interaction_id | inspector_id | score | max_score |
                                | K1         | 2026-04-15 | I1             | P            | 70    | 100       |
                                | K1         | 2026-04-15 | I1             | Q            | 75    | 100       |
                                | K1         | 2026-04-15 | I2             | P            | 80    | 100       |
                                | K1         | 2026-04-15 | I2             | Q            | 85    | 100       |
                                | K2         | 2026-05-15 | I3             | P            | 90    | 100       |
                                | K2         | 2026-05-15 | I3             | R            | 60    | 100       |
                                """)
                        .filter("scope = 'all'"),
                InspectorAgreement.TABLE,
                """
                | interactions | icc_consistency | icc_inspectors | icc_interactions |
                | 3            | 1               | 2              | 2                |
                """);
    }

    @Test
    void leniencyIsTheMeanOfAllDeviationsAndNotOfTheSessionsMeans() {
        assertTable(
                compute(
                                """
                                | session_id | interaction_id | inspector_id | score | max_score | reference |
                                | K1         | I1             | L            | 70    | 100       | true      |
                                | K1         | I1             | Q            | 79    | 100       | false     |
                                | K2         | I2             | L            | 70    | 100       | true      |
                                | K2         | I2             | Q            | 70    | 100       | false     |
                                | K2         | I3             | L            | 35    | 50        | true      |
                                | K2         | I3             | Q            | 33.5  | 50        | false     |
                                """)
                        .filter("scope = 'inspector'"),
                InspectorAgreement.TABLE,
                """
                | inspector_id | sessions | interactions | leniency |
                | Q            | 2        | 3            | 2        |
                """);
    }

    @Test
    void interactionsThatOneAloneScoredTellNothing() {
        assertTable(
                compute(
                        """
                        | session_id | interaction_id | inspector_id | score | max_score | reference |
                        | K1         | I1             | L            | 70    | 100       | true      |
                        | K2         | I1             | Q            | 79    | 100       | false     |
                        """),
                InspectorAgreement.TABLE,
                "| scope |");
    }

    @Test
    void aCentreWithoutSessionsHasNone() {
        assertTable(compute("| session_id |"), InspectorAgreement.TABLE, "| scope |");
    }

    private static Dataset<Row> compute(String text) {
        return InspectorAgreementMart.compute(scores(text), RUN_DATE, Settings.defaults());
    }

    private static Dataset<Row> scores(String text) {
        return Tables.of(FactCalibrationScore.TABLE, text);
    }
}
