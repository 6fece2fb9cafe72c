package org.zhijian.etl.mart;

import static org.zhijian.etl.testing.Comparison.assertTable;
import static org.zhijian.etl.testing.Star.errorTypes;
import static org.zhijian.etl.testing.Star.errors;
import static org.zhijian.etl.testing.Star.evaluations;

import java.time.LocalDate;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.zhijian.etl.testing.Tables;
import org.zhijian.schema.mart.ErrorTrendCategory;
import org.zhijian.schema.settings.Settings;
import org.zhijian.schema.star.DimTeam;

class ErrorTrendCategoryMartTest {
    @Test
    void qaCategoriesHaveTheirOwnEvaluationsAndErrorCategoriesAll() {
        Dataset<Row> evaluations = evaluations(
                """
                | evaluation_id | evaluated_on | team_key | category |
                | E0            | 2026-02-10   | 1        | agent    |
                | E1            | 2026-03-10   | 1        | agent    |
                | E2            | 2026-03-10   | 1        | agent    |
                | E3            | 2026-03-10   | 0        | event    |
                """);
        Dataset<Row> errors = errors(
                """
                | evaluation_id | error_code |
                | E0            | G1         |
                | E1            | G1         |
                | E1            | G2         |
                | E2            | G1         |
                | E3            | S1         |
                | E3            | U1         |
                """);
        Dataset<Row> errorTypes = errorTypes(
                """
                | error_code | category   |
                | G1         | service    |
                | G2         | service    |
                | S1         | compliance |
                | U1         |            |
                """);
        assertTable(
                ErrorTrendCategoryMart.compute(
                                DailyErrors.of(
                                        evaluations,
                                        errors,
                                        Tables.of(DimTeam.TABLE, TrendFixture.TEAMS),
                                        LocalDate.parse("2026-03-31")),
                                errorTypes,
                                List.of(LocalDate.parse("2026-03-01")),
                                Settings.defaults())
                        .filter("period_type = 'month'"),
                ErrorTrendCategory.TABLE,
                """
                | month      | period_start | category_type | category   | team | errors | evaluations | rate_per_100 | previous_rate | control_periods |
                | 2026-03-01 | 2026-03-01   | qa            | agent      |      | 3      | 2           | 150          | 100           | 1               |
                | 2026-03-01 | 2026-03-01   | qa            | agent      | T1   | 3      | 2           | 150          | 100           | 1               |
                | 2026-03-01 | 2026-03-01   | qa            | event      |      | 2      | 1           | 200          |               | 0               |
                | 2026-03-01 | 2026-03-01   | error         | service    |      | 3      | 3           | 100          | 100           | 1               |
                | 2026-03-01 | 2026-03-01   | error         | service    | T1   | 3      | 2           | 150          | 100           | 1               |
                | 2026-03-01 | 2026-03-01   | error         | compliance |      | 1      | 3           | 33.3333333   | 0             | 1               |
                | 2026-03-01 | 2026-03-01   | error         | compliance | T1   | 0      | 2           | 0            | 0             | 1               |
                """);
    }
}
