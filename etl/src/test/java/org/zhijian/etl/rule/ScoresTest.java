package org.zhijian.etl.rule;

import static org.zhijian.etl.testing.Comparison.assertRows;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.zhijian.etl.testing.Tables;

class ScoresTest {
    private static final String GIVEN = "id string, revised double, items bigint, applying bigint, unknown bigint,"
            + " awarded double, possible double, total double";
    private static final String EXPECTED = "id string, score double, basis string";

    @Test
    void theAppealGoesBeforeTheItemsAndTheseBeforeTheTotal() {
        assertRows(
                scored(
                        """
                        | id           | revised | items | applying | unknown | awarded | possible | total |
                        | all          | 88      | 5     | 4        | 0       | 30      | 40       | 70    |
                        | items        |         | 5     | 4        | 0       | 30      | 40       | 70    |
                        | no items     |         | 0     | 0        | 0       |         |          | 70    |
                        | null counts  |         |       |          |         |         |          | 70    |
                        | nothing      |         | 0     | 0        | 0       |         |          |       |
                        | appeal alone | 0       |       |          |         |         |          |       |
                        | appeal, N/A  | 50      | 5     | 0        | 0       |         |          |       |
                        """),
                EXPECTED,
                """
                | id           | score | basis   |
                | all          | 88    | appeal  |
                | items        | 75    | items   |
                | no items     | 70    | total   |
                | null counts  | 70    | total   |
                | nothing      |       | missing |
                | appeal alone | 0     | appeal  |
                | appeal, N/A  | 50    | appeal  |
                """);
    }

    @Test
    void itemsThatComeToNoScoreSayWhyAndTheTotalDoesNotStepIn() {
        assertRows(
                scored(
                        """
                        | id                | revised | items | applying | unknown | awarded | possible | total |
                        | all N/A           |         | 5     | 0        | 0       |         |          | 70    |
                        | no points at all  |         | 1     | 1        | 0       | 0       | 0        | 70    |
                        | unknown           |         | 5     | 4        | 1       | 30      | 40       | 70    |
                        | only unknown      |         | 1     | 1        | 1       | 5       |          | 70    |
                        | too many points   |         | 5     | 4        | 0       | 41      | 40       | 70    |
                        | negative points   |         | 5     | 4        | 0       | -1      | 40       | 70    |
                        | absurd points     |         | 5     | 4        | 0       | 1e300   | 40       | 70    |
                        """),
                EXPECTED,
                """
                | id                | score | basis          |
                | all N/A           |       | not_applicable |
                | no points at all  |       | not_applicable |
                | unknown           |       | unknown_item   |
                | only unknown      |       | unknown_item   |
                | too many points   |       | out_of_range   |
                | negative points   |       | out_of_range   |
                | absurd points     |       | out_of_range   |
                """);
    }

    @Test
    void aScoreIsFrom0To100BothIncluded() {
        assertRows(
                scored(
                        """
                        | id        | revised | items | applying | unknown | awarded | possible | total  |
                        | full      |         | 5     | 4        | 0       | 40      | 40       |        |
                        | none      |         | 5     | 4        | 0       | 0       | 40       |        |
                        | total 100 |         |       |          |         |         |          | 100    |
                        | total 101 |         |       |          |         |         |          | 100.01 |
                        | total -1  |         |       |          |         |         |          | -0.01  |
                        | total NaN |         |       |          |         |         |          | NaN    |
                        | appeal    | 120     |       |          |         |         |          | 80     |
                        """),
                EXPECTED,
                """
                | id        | score | basis        |
                | full      | 100   | items        |
                | none      | 0     | items        |
                | total 100 | 100   | total        |
                | total 101 |       | out_of_range |
                | total -1  |       | out_of_range |
                | total NaN |       | out_of_range |
                | appeal    |       | out_of_range |
                """);
    }

    @Test
    void fullPointsAre100HoweverTheirFractionsAddUp() {
        assertRows(
                scored(
                        """
                        | id   | revised | items | applying | unknown | awarded             | possible | total |
                        | full |         | 2     | 2        | 0       | 0.30000000000000004 | 0.3      |       |
                        """),
                EXPECTED,
                """
                | id   | score | basis |
                | full | 100   | items |
                """);
    }

    private static Dataset<Row> scored(String text) {
        Dataset<Row> given = Tables.typed(GIVEN, text);
        Column revised = given.col("revised");
        Column items = given.col("items");
        Column applying = given.col("applying");
        Column unknown = given.col("unknown");
        Column awarded = given.col("awarded");
        Column possible = given.col("possible");
        Column total = given.col("total");
        return given.select(
                given.col("id"),
                Scores.finalScore(revised, items, applying, unknown, awarded, possible, total)
                        .as("score"),
                Scores.scoreBasis(revised, items, applying, unknown, awarded, possible, total)
                        .as("basis"));
    }
}
