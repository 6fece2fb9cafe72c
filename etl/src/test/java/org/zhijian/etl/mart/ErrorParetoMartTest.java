package org.zhijian.etl.mart;

import static org.zhijian.etl.testing.Comparison.assertTable;
import static org.zhijian.etl.testing.Star.errors;
import static org.zhijian.etl.testing.Star.evaluations;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.zhijian.etl.testing.Tables;
import org.zhijian.schema.mart.ErrorPareto;
import org.zhijian.schema.settings.Settings;
import org.zhijian.schema.star.DimTeam;

class ErrorParetoMartTest {
    private static final LocalDate MARCH = LocalDate.parse("2026-03-01");
    private static final LocalDate END_OF_MARCH = LocalDate.parse("2026-03-31");

    @Test
    void theVitalFewEndWithTheTypeThatReachesTheShare() {
        assertTable(
                month(Map.of("A", 3, "B", 5, "C", 1, "D", 1), Settings.defaults()),
                ErrorPareto.TABLE,
                """
                | month      | period_start | error_code | errors | share | cumulative_share | vital_few |
                | 2026-03-01 | 2026-03-01   | B          | 5      | 0.5   | 0.5              | true      |
                | 2026-03-01 | 2026-03-01   | A          | 3      | 0.3   | 0.8              | true      |
                | 2026-03-01 | 2026-03-01   | C          | 1      | 0.1   | 0.9              | false     |
                | 2026-03-01 | 2026-03-01   | D          | 1      | 0.1   | 1                | false     |
                """);
    }

    @Test
    void theTypeThatPassesTheShareBelongsToTheVitalFewAndEqualCountsGoByCode() {
        assertTable(
                month(Map.of("b", 2, "B", 2, "A10", 2, "A9", 2, "Z", 3), Settings.defaults()),
                ErrorPareto.TABLE,
                """
                | error_code | errors | cumulative_share | vital_few |
                | Z          | 3      | 0.2727273        | true      |
                | A10        | 2      | 0.4545455        | true      |
                | A9         | 2      | 0.6363636        | true      |
                | B          | 2      | 0.8181818        | true      |
                | b          | 2      | 1                | false     |
                """);
    }

    @Test
    void theShareIsASetting() {
        Settings third = Settings.with(Map.of("trends.vital-few-percent", 33.3));
        assertTable(
                month(Map.of("A", 1, "B", 1, "C", 1), third),
                ErrorPareto.TABLE,
                """
                | error_code | vital_few |
                | A          | true      |
                | B          | false     |
                | C          | false     |
                """);
        assertTable(
                month(Map.of("A", 1, "B", 1, "C", 1), Settings.with(Map.of("trends.vital-few-percent", 33.4))),
                ErrorPareto.TABLE,
                """
                | error_code | vital_few |
                | A          | true      |
                | B          | true      |
                | C          | false     |
                """);
    }

    @Test
    void countsTheWholeCentreByWeekAndMonth() {
        Dataset<Row> evaluations = evaluations(
                """
                | evaluation_id | evaluated_on | team_key | published | category |
                | E1            | 2026-03-01   | 1        | true      | agent    |
                | E2            | 2026-03-02   | 2        | true      | event    |
                | E3            | 2026-03-03   | 0        | true      | special  |
                | E4            | 2026-03-03   | 1        | false     | agent    |
                | E5            | 2026-04-01   | 1        | true      | agent    |
                """);
        Dataset<Row> errors = errors(
                """
                | evaluation_id | error_code | stands |
                | E1            | A          | true   |
                | E2            | A          | true   |
                | E3            | A          | true   |
                | E3            | B          | true   |
                | E3            | C          | false  |
                | E4            | A          | true   |
                | E5            | A          | true   |
                """);
        assertTable(
                compute(evaluations, errors, List.of(MARCH.minusMonths(1), MARCH), Settings.defaults()),
                ErrorPareto.TABLE,
                """
                | month      | period_type | period_start | error_code | errors | share     | cumulative_share |
                | 2026-02-01 | week        | 2026-02-23   | A          | 1      | 1         | 1                |
                | 2026-03-01 | week        | 2026-03-02   | A          | 2      | 0.6666667 | 0.6666667        |
                | 2026-03-01 | week        | 2026-03-02   | B          | 1      | 0.3333333 | 1                |
                | 2026-03-01 | month       | 2026-03-01   | A          | 3      | 0.75      | 0.75             |
                | 2026-03-01 | month       | 2026-03-01   | B          | 1      | 0.25      | 1                |
                """);
    }

    @Test
    void withoutErrorsThereAreNoRows() {
        assertTable(
                month(Map.of(), Settings.defaults()), ErrorPareto.TABLE, "| period_type | error_code | vital_few |");
    }

    /** The rows of March, in which each type was found so often. */
    private static Dataset<Row> month(Map<String, Integer> counts, Settings settings) {
        StringBuilder errors = new StringBuilder("| evaluation_id | error_code |\n");
        counts.forEach((code, count) -> {
            for (int i = 1; i <= count; i++) {
                errors.append("| E%d | %s |%n".formatted(i, code));
            }
        });
        Dataset<Row> evaluations = evaluations(
                """
                | evaluation_id | evaluated_on |
                | E1            | 2026-03-02   |
                | E2            | 2026-03-10   |
                | E3            | 2026-03-17   |
                | E4            | 2026-03-24   |
                | E5            | 2026-03-31   |
                """);
        return compute(evaluations, errors(errors.toString()), List.of(MARCH), settings)
                .filter("period_type = 'month'");
    }

    private static Dataset<Row> compute(
            Dataset<Row> evaluations, Dataset<Row> errors, List<LocalDate> months, Settings settings) {
        Dataset<Row> teams = Tables.of(DimTeam.TABLE, TrendFixture.TEAMS);
        return ErrorParetoMart.compute(DailyErrors.of(evaluations, errors, teams, END_OF_MARCH), months, settings);
    }
}
