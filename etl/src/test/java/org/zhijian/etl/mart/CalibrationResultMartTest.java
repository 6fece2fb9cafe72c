package org.zhijian.etl.mart;

import static org.zhijian.etl.testing.Comparison.assertTable;

import java.time.LocalDate;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.zhijian.etl.testing.Tables;
import org.zhijian.schema.mart.CalibrationResult;
import org.zhijian.schema.settings.Settings;
import org.zhijian.schema.star.FactCalibrationScore;

class CalibrationResultMartTest {
    private static final LocalDate RUN_DATE = LocalDate.parse("2026-05-15");

    @Test
    void deviationsAreFromTheLeadsScoreAndTheLeadHasNone() {
        assertTable(
                compute(
                        """
                        | session_id | interaction_id | inspector_id | held_on    | score | max_score | reference |
                        | K1         | I1             | L            | 2026-05-15 | 80    | 100       | true      |
                        | K1         | I1             | P            | 2026-05-15 | 85    | 100       | false     |
                        | K1         | I1             | Q            | 2026-05-15 | 78    | 100       | false     |
                        | K1         | I2             | L            | 2026-05-15 | 90    | 100       | true      |
                        | K1         | I2             | P            | 2026-05-15 | 87    | 100       | false     |
                        | K2         | I3             | L            | 2026-05-15 | 90    | 100       | true      |
                        | K2         | I3             | P            | 2026-05-15 | 96    | 100       | false     |
                        """),
                CalibrationResult.TABLE,
                """
                | session_id | inspector_id | held_on    | interactions | mean_deviation | mean_absolute_deviation | within_tolerance |
                | K1         | P            | 2026-05-15 | 2            | 1              | 4                       | true             |
                | K1         | Q            | 2026-05-15 | 1            | -2             | 2                       | true             |
                | K2         | P            | 2026-05-15 | 1            | 6              | 6                       | false            |
                """);
    }

    @Test
    void withoutAReferenceTheMeanOfTheOthersIsOne() {
        assertTable(
                compute(
                        """
                        | session_id | interaction_id | inspector_id | score | max_score |
                        | K1         | I1             | P            | 80    | 100       |
                        | K1         | I1             | Q            | 85    | 100       |
                        | K1         | I1             | R            | 78    | 100       |
                        """),
                CalibrationResult.TABLE,
                """
                | inspector_id | interactions | mean_deviation | mean_absolute_deviation | within_tolerance |
                | P            | 1            | -1.5           | 1.5                     | true             |
                | Q            | 1            | 6              | 6                       | false            |
                | R            | 1            | -4.5           | 4.5                     | true             |
                """);
    }

    @Test
    void whoIsTheReferenceForSomeInteractionsIsComparedInTheOthers() {
        assertTable(
                compute(
                        """
                        | session_id | interaction_id | inspector_id | score | max_score | reference |
                        | K1         | I1             | L            | 80    | 100       | true      |
                        | K1         | I1             | P            | 90    | 100       | false     |
                        | K1         | I2             | L            | 70    | 100       | false     |
                        | K1         | I2             | P            | 74    | 100       | false     |
                        """),
                CalibrationResult.TABLE,
                """
                | inspector_id | interactions | mean_deviation | mean_absolute_deviation |
                | L            | 1            | -4             | 4                       |
                | P            | 2            | 7              | 7                       |
                """);
    }

    @Test
    void anOnlyScoreAndAnOnlyReferenceAreNotCounted() {
        assertTable(
                compute(
                        """
                        | session_id | interaction_id | inspector_id | score | max_score | reference |
                        | K1         | I1             | P            | 80    | 100       | false     |
                        | K1         | I2             | L            | 80    | 100       | true      |
                        | K2         | I1             | Q            | 80    | 100       | false     |
                        """),
                CalibrationResult.TABLE,
                "| inspector_id |");
    }

    @Test
    void ofTwoReferencesTheMeanIsTaken() {
        assertTable(
                compute(
                        """
                        | session_id | interaction_id | inspector_id | score | max_score | reference |
                        | K1         | I1             | L1           | 80    | 100       | true      |
                        | K1         | I1             | L2           | 84    | 100       | true      |
                        | K1         | I1             | P            | 80    | 100       | false     |
                        """),
                CalibrationResult.TABLE,
                """
                | inspector_id | mean_deviation |
                | P            | -2             |
                """);
    }

    @Test
    void deviationsAreInPercentOfTheMaximumAndFivePercentIsWithinTolerance() {
        assertTable(
                compute(
                        """
                        | session_id | interaction_id | inspector_id | score | max_score | reference |
                        | K1         | I1             | L            | 23.5  | 30        | true      |
                        | K1         | I1             | P            | 25    | 30        | false     |
                        | K1         | I1             | Q            | 25.1  | 30        | false     |
                        | K1         | I2             | L            | 40    | 50        | true      |
                        | K1         | I2             | P            | 42.5  | 50        | false     |
                        """),
                CalibrationResult.TABLE,
                """
                | inspector_id | mean_deviation | within_tolerance |
                | P            | 5              | true             |
                | Q            | 5.333333333333 | false            |
                """);
    }

    @Test
    void theToleranceIsASetting() {
        String scores =
                """
                | session_id | interaction_id | inspector_id | score | max_score | reference |
                | K1         | I1             | L            | 80    | 100       | true      |
                | K1         | I1             | P            | 83    | 100       | false     |
                | K1         | I1             | Q            | 82.5  | 100       | false     |
                """;
        assertTable(
                CalibrationResultMart.compute(
                        scores(scores), RUN_DATE, Settings.with(Map.of("indicators.calibration-percent", 2.5))),
                CalibrationResult.TABLE,
                """
                | inspector_id | within_tolerance |
                | P            | false            |
                | Q            | true             |
                """);
    }

    @Test
    void scoresAboveTheirMaximumAndSessionsAfterTheRunDateDoNotCount() {
        assertTable(
                compute(
                        """
                        | session_id | interaction_id | inspector_id | held_on    | score | max_score | reference |
                        | K1         | I1             | L            | 2026-05-15 | 80    | 100       | true      |
                        | K1         | I1             | P            | 2026-05-15 | 101   | 100       | false     |
                        | K1         | I1             | Q            | 2026-05-15 | 0     | 0         | false     |
                        | K1         | I1             | R            | 2026-05-15 | 100   | 100       | false     |
                        | K2         | I1             | L            | 2026-05-16 | 80    | 100       | true      |
                        | K2         | I1             | P            | 2026-05-16 | 80    | 100       | false     |
                        """),
                CalibrationResult.TABLE,
                """
                | session_id | inspector_id | mean_deviation |
                | K1         | R            | 20             |
                """);
    }

    @Test
    void aCentreWithoutSessionsHasNone() {
        assertTable(compute("| session_id |"), CalibrationResult.TABLE, "| session_id |");
    }

    private static Dataset<Row> compute(String text) {
        return CalibrationResultMart.compute(scores(text), RUN_DATE, Settings.defaults());
    }

    private static Dataset<Row> scores(String text) {
        return Tables.of(FactCalibrationScore.TABLE, text);
    }
}
