package org.zhijian.etl.mart;

import static org.zhijian.etl.testing.Comparison.assertTable;
import static org.zhijian.etl.testing.Star.evaluations;
import static org.zhijian.etl.testing.Star.itemScores;

import java.time.LocalDate;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.zhijian.etl.testing.Tables;
import org.zhijian.schema.mart.DefectHeatmap;
import org.zhijian.schema.star.DimTeam;

class DefectHeatmapMartTest {
    @Test
    void sumsWhatIsMissingToTheMaximumByItemPeriodAndTeam() {
        assertTable(
                march(
                        """
                        | evaluation_id | evaluated_on | team_key |
                        | E1            | 2026-03-02   | 1        |
                        | E2            | 2026-03-09   | 2        |
                        | E3            | 2026-03-09   | 0        |
                        """,
                        """
                        | evaluation_id | item_code | points | max_points |
                        | E1            | I1        | 9.9    | 10         |
                        | E2            | I1        | 9.8    | 10         |
                        | E3            | I1        | 4      | 5          |
                        | E1            | I2        | 20     | 20         |
                        """),
                DefectHeatmap.TABLE,
                """
                | month      | period_type | period_start | item_code | team | points_lost | evaluations |
                | 2026-03-01 | week        | 2026-03-02   | I1        |      | 0.1         | 1           |
                | 2026-03-01 | week        | 2026-03-02   | I1        | T1   | 0.1         | 1           |
                | 2026-03-01 | week        | 2026-03-02   | I2        |      | 0           | 1           |
                | 2026-03-01 | week        | 2026-03-02   | I2        | T1   | 0           | 1           |
                | 2026-03-01 | week        | 2026-03-09   | I1        |      | 1.2         | 2           |
                | 2026-03-01 | week        | 2026-03-09   | I1        | T2   | 0.2         | 1           |
                | 2026-03-01 | month       | 2026-03-01   | I1        |      | 1.3         | 3           |
                | 2026-03-01 | month       | 2026-03-01   | I1        | T1   | 0.1         | 1           |
                | 2026-03-01 | month       | 2026-03-01   | I1        | T2   | 0.2         | 1           |
                | 2026-03-01 | month       | 2026-03-01   | I2        |      | 0           | 1           |
                | 2026-03-01 | month       | 2026-03-01   | I2        | T1   | 0           | 1           |
                """);
    }

    @Test
    void leavesOutWhatDoesNotApplyIsUnknownUnpublishedOrLater() {
        assertTable(
                march(
                                """
                                | evaluation_id | evaluated_on | published |
                                | E1            | 2026-03-02   | true      |
                                | E2            | 2026-03-02   | false     |
                                | E3            | 2026-04-01   | true      |
                                """,
                                """
                                | evaluation_id | item_code | points | max_points |
                                | E1            | I1        | 6      | 10         |
                                | E1            | I2        |        |            |
                                | E1            | I3        | 5      |            |
                                | E1            | I4        |        | 10         |
                                | E2            | I1        | 0      | 10         |
                                | E3            | I1        | 0      | 10         |
                                | E9            | I1        | 0      | 10         |
                                """)
                        .filter("period_type = 'month'"),
                DefectHeatmap.TABLE,
                """
                | item_code | points_lost | evaluations |
                | I1        | 4           | 1           |
                """);
    }

    private static Dataset<Row> march(String evaluations, String itemScores) {
        return DefectHeatmapMart.compute(
                evaluations(evaluations),
                itemScores(itemScores),
                Tables.of(DimTeam.TABLE, TrendFixture.TEAMS),
                List.of(LocalDate.parse("2026-03-01")),
                LocalDate.parse("2026-03-31"));
    }
}
