package org.zhijian.etl.mart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhijian.etl.mart.TrendFixture.TEAMS;
import static org.zhijian.etl.testing.Comparison.assertTable;
import static org.zhijian.etl.testing.Star.errorTypes;
import static org.zhijian.etl.testing.Star.errors;
import static org.zhijian.etl.testing.Star.evaluations;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.Test;
import org.zhijian.etl.testing.Tables;
import org.zhijian.schema.mart.ErrorTrend;
import org.zhijian.schema.settings.Settings;
import org.zhijian.schema.star.DimTeam;

class ErrorTrendMartTest {
    private static final LocalDate MARCH = LocalDate.parse("2026-03-01");
    private static final LocalDate END_OF_MARCH = LocalDate.parse("2026-03-31");

    private final Dataset<Row> teams = Tables.of(DimTeam.TABLE, TEAMS);
    private final Dataset<Row> twoTypes = errorTypes(
            """
            | error_type_key | error_code | inferred |
            | 0              | unknown    | false    |
            | 1              | G1         | false    |
            | 2              | S1         | true     |
            """);
    private final Dataset<Row> oneType =
            errorTypes("""
            | error_code |
            | G1         |
            """);

    @Test
    void everyPeriodAndScopeWithEvaluationsHasARowForEachTypeAndOneForAll() {
        Dataset<Row> evaluations = evaluations(
                """
                | evaluation_id | evaluated_on | team_key | category |
                | E1            | 2026-03-02   | 1        | agent    |
                | E2            | 2026-03-08   | 1        | event    |
                | E3            | 2026-03-08   | 2        | special  |
                | E4            | 2026-03-09   | 1        | agent    |
                """);
        Dataset<Row> errors = errors(
                """
                | evaluation_id | error_code |
                | E1            | G1         |
                | E1            | S1         |
                | E2            | G1         |
                | E4            | G1         |
                """);
        assertTable(
                march(evaluations, errors, twoTypes),
                ErrorTrend.TABLE,
                """
                | month      | period_type | period_start | team | error_code | errors | evaluations | rate_per_100 |
                | 2026-03-01 | week        | 2026-03-02   |      |            | 3      | 3           | 100          |
                | 2026-03-01 | week        | 2026-03-02   |      | G1         | 2      | 3           | 66.6666667   |
                | 2026-03-01 | week        | 2026-03-02   |      | S1         | 1      | 3           | 33.3333333   |
                | 2026-03-01 | week        | 2026-03-02   | T1   |            | 3      | 2           | 150          |
                | 2026-03-01 | week        | 2026-03-02   | T1   | G1         | 2      | 2           | 100          |
                | 2026-03-01 | week        | 2026-03-02   | T1   | S1         | 1      | 2           | 50           |
                | 2026-03-01 | week        | 2026-03-02   | T2   |            | 0      | 1           | 0            |
                | 2026-03-01 | week        | 2026-03-02   | T2   | G1         | 0      | 1           | 0            |
                | 2026-03-01 | week        | 2026-03-02   | T2   | S1         | 0      | 1           | 0            |
                | 2026-03-01 | week        | 2026-03-09   |      |            | 1      | 1           | 100          |
                | 2026-03-01 | week        | 2026-03-09   |      | G1         | 1      | 1           | 100          |
                | 2026-03-01 | week        | 2026-03-09   |      | S1         | 0      | 1           | 0            |
                | 2026-03-01 | week        | 2026-03-09   | T1   |            | 1      | 1           | 100          |
                | 2026-03-01 | week        | 2026-03-09   | T1   | G1         | 1      | 1           | 100          |
                | 2026-03-01 | week        | 2026-03-09   | T1   | S1         | 0      | 1           | 0            |
                | 2026-03-01 | month       | 2026-03-01   |      |            | 4      | 4           | 100          |
                | 2026-03-01 | month       | 2026-03-01   |      | G1         | 3      | 4           | 75           |
                | 2026-03-01 | month       | 2026-03-01   |      | S1         | 1      | 4           | 25           |
                | 2026-03-01 | month       | 2026-03-01   | T1   |            | 4      | 3           | 133.3333333  |
                | 2026-03-01 | month       | 2026-03-01   | T1   | G1         | 3      | 3           | 100          |
                | 2026-03-01 | month       | 2026-03-01   | T1   | S1         | 1      | 3           | 33.3333333   |
                | 2026-03-01 | month       | 2026-03-01   | T2   |            | 0      | 1           | 0            |
                | 2026-03-01 | month       | 2026-03-01   | T2   | G1         | 0      | 1           | 0            |
                | 2026-03-01 | month       | 2026-03-01   | T2   | S1         | 0      | 1           | 0            |
                """);
    }

    @Test
    void countsOnlyWhatIsPublishedStandsAndIsNotAfterTheRunDate() {
        Dataset<Row> evaluations = evaluations(
                """
                | evaluation_id | evaluated_on | published |
                | E1            | 2026-03-31   | true      |
                | E2            | 2026-03-31   | false     |
                | E3            | 2026-04-01   | true      |
                """);
        Dataset<Row> errors = errors(
                """
                | evaluation_id | error_code | stands |
                | E1            | G1         | true   |
                | E1            | S1         | false  |
                | E2            | G1         | true   |
                | E3            | G1         | true   |
                | E9            | G1         | true   |
                """);
        assertTable(
                march(evaluations, errors, twoTypes),
                ErrorTrend.TABLE,
                """
                | period_type | period_start | team | error_code | errors | evaluations |
                | week        | 2026-03-30   |      |            | 1      | 1           |
                | week        | 2026-03-30   |      | G1         | 1      | 1           |
                | week        | 2026-03-30   |      | S1         | 0      | 1           |
                | month       | 2026-03-01   |      |            | 1      | 1           |
                | month       | 2026-03-01   |      | G1         | 1      | 1           |
                | month       | 2026-03-01   |      | S1         | 0      | 1           |
                """);
    }

    @Test
    void withoutAnyErrorTypeThereIsStillTheRowForAllAndAnUnknownTeamIsTheCentresOnly() {
        Dataset<Row> evaluations = evaluations(
                """
                | evaluation_id | evaluated_on | team_key |
                | E1            | 2026-03-10   | 0        |
                | E2            | 2026-03-10   | 1        |
                """);
        assertTable(
                march(evaluations, TrendFixture.noErrors(), twoTypes.limit(0)),
                ErrorTrend.TABLE,
                """
                | period_type | period_start | team | error_code | errors | evaluations | control_periods | center_line | signal |
                | week        | 2026-03-09   |      |            | 0      | 2           | 0               |             |        |
                | week        | 2026-03-09   | T1   |            | 0      | 1           | 0               |             |        |
                | month       | 2026-03-01   |      |            | 0      | 2           | 0               |             |        |
                | month       | 2026-03-01   | T1   |            | 0      | 1           | 0               |             |        |
                """);
    }

    @Test
    void withoutEvaluationsThereAreNoRows() {
        assertThat(march(TrendFixture.noEvaluations(), TrendFixture.noErrors(), twoTypes)
                        .collectAsList())
                .isEmpty();
    }

    @Test
    void aWeekIsOfTheMonthItBeginsIn() {
        Dataset<Row> evaluations = evaluations(
                """
                | evaluation_id | evaluated_on |
                | E1            | 2026-02-28   |
                | E2            | 2026-03-01   |
                | E3            | 2026-04-05   |
                | E4            | 2026-04-06   |
                """);
        Dataset<Row> rows = compute(
                evaluations,
                TrendFixture.noErrors(),
                oneType.limit(0),
                List.of(MARCH.minusMonths(1), MARCH),
                LocalDate.parse("2026-04-30"),
                Settings.defaults());
        assertTable(
                rows,
                ErrorTrend.TABLE,
                """
                | month      | period_type | period_start | evaluations |
                | 2026-02-01 | week        | 2026-02-23   | 2           |
                | 2026-02-01 | month       | 2026-02-01   | 1           |
                | 2026-03-01 | week        | 2026-03-30   | 1           |
                | 2026-03-01 | month       | 2026-03-01   | 1           |
                """);
    }

    @Test
    void ratesAreHeldAgainstThePeriodDirectlyBeforeAndTheSameOneLastYear() {
        TrendFixture facts = new TrendFixture()
                .add("2024-12-30", 1, 5)
                .add("2025-12-22", 1, 4)
                .add("2025-12-29", 1, 2)
                .add("2026-01-12", 3, 4);
        assertTable(
                compute(
                                facts.evaluations(),
                                facts.errors(),
                                oneType,
                                List.of(LocalDate.parse("2025-12-01"), LocalDate.parse("2026-01-01")),
                                END_OF_MARCH,
                                Settings.defaults())
                        .filter("team is null and error_code = 'G1'"),
                ErrorTrend.TABLE,
                """
                | period_type | period_start | rate_per_100 | previous_rate | last_year_rate |
                | week        | 2025-12-22   | 25           |               |                |
                | week        | 2025-12-29   | 50           | 25            | 20             |
                | week        | 2026-01-12   | 75           |               |                |
                | month       | 2025-12-01   | 33.3333333   |               | 20             |
                | month       | 2026-01-01   | 75           | 33.3333333    |                |
                """);
    }

    @Test
    void theLimitsComeFromTheControlPeriodsBeforeThatHaveEvaluations() {
        TrendFixture facts = new TrendFixture()
                .add("2025-02-10", 9, 9)
                .add("2025-03-10", 2, 10)
                .add("2025-06-10", 0, 10)
                .add("2026-02-10", 1, 10)
                .add("2026-03-10", 9, 16);
        String columns = "| period_start | center_line | lower_limit | upper_limit | control_periods | signal |\n";
        assertMonth(
                facts, MARCH, Settings.defaults(), columns + "| 2026-03-01 | 10 | 0 | 33.7170825 | 3 | above_limit |");
        assertMonth(
                facts,
                MARCH,
                Settings.with(Map.of("trends.control-periods", 2)),
                columns + "| 2026-03-01 | 10 | 0 | 33.7170825 | 1 | above_limit |");
        assertMonth(
                facts,
                MARCH,
                Settings.with(Map.of("trends.control-periods", 13)),
                columns + "| 2026-03-01 | 30.7692308 | 0 | 72.3717455 | 4 |  |");
        assertMonth(
                facts, LocalDate.parse("2025-02-01"), Settings.defaults(), columns + "| 2025-02-01 |  |  |  | 0 |  |");
    }

    @Test
    void theRulesOnSeveralPointsLookAtThePeriodsBefore() {
        TrendFixture facts = new TrendFixture();
        for (int month = 0; month < 7; month++) {
            facts.add(LocalDate.parse("2025-08-10").plusMonths(month).toString(), 5 + month, 40);
        }
        facts.add("2026-03-10", 12, 40);
        assertMonth(
                facts,
                MARCH,
                Settings.defaults(),
                """
                | period_start | errors | center_line | control_periods | signal     |
                | 2026-03-01   | 12     | 20          | 7               | six_rising |
                """);
    }

    /**
     * Over 30 months of facts: what is computed from the named fact months alone is what all facts give, and a change
     * reaches no other month.
     */
    @Test
    void theNamedMonthsAreEnoughAndAllThatAChangeReaches() {
        LocalDate first = LocalDate.parse("2023-10-01");
        TrendFixture before = new TrendFixture();
        for (int day = 0; day < 910; day += 3) {
            before.add(first.plusDays(day).toString(), day * 7 % 3 == 0 ? 1 : 0, 1 + day % 2);
        }
        TrendFixture after = new TrendFixture(before).add("2024-04-01", 1, 2);
        Set<LocalDate> all = new TreeSet<>();
        for (LocalDate month = first.minusMonths(1); !month.isAfter(END_OF_MARCH); month = month.plusMonths(1)) {
            all.add(month);
        }
        TrendPeriods periods =
                new TrendPeriods(List.of(LocalDate.parse("2024-04-01")), END_OF_MARCH, Settings.defaults());
        Set<LocalDate> needed = periods.trendFactMonths(all);
        Dataset<Row> part = compute(
                after.evaluations().filter(functions.col("month").isInCollection(needed)),
                after.errors().filter(functions.col("month").isInCollection(needed)),
                oneType,
                periods.trendMonths(),
                END_OF_MARCH,
                Settings.defaults());
        List<String> updated = new ArrayList<>(
                rows(compute(before.evaluations(), before.errors(), oneType, all, END_OF_MARCH, Settings.defaults())
                        .filter(functions.not(functions.col("month").isInCollection(periods.trendMonths())))));
        updated.addAll(rows(part));
        assertThat(updated)
                .containsExactlyInAnyOrderElementsOf(rows(
                        compute(after.evaluations(), after.errors(), oneType, all, END_OF_MARCH, Settings.defaults())));
    }

    private static List<String> rows(Dataset<Row> rows) {
        return rows.collectAsList().stream().map(Row::toString).toList();
    }

    /** The centre's row of that month for error type G1. */
    private void assertMonth(TrendFixture facts, LocalDate month, Settings settings, String expected) {
        assertTable(
                compute(facts.evaluations(), facts.errors(), oneType, List.of(month), END_OF_MARCH, settings)
                        .filter("period_type = 'month' and team is null and error_code = 'G1'"),
                ErrorTrend.TABLE,
                expected);
    }

    private Dataset<Row> march(Dataset<Row> evaluations, Dataset<Row> errors, Dataset<Row> errorTypes) {
        return compute(evaluations, errors, errorTypes, List.of(MARCH), END_OF_MARCH, Settings.defaults());
    }

    private Dataset<Row> compute(
            Dataset<Row> evaluations,
            Dataset<Row> errors,
            Dataset<Row> errorTypes,
            Collection<LocalDate> months,
            LocalDate runDate,
            Settings settings) {
        return ErrorTrendMart.compute(
                DailyErrors.of(evaluations, errors, teams, runDate), errorTypes, months, settings);
    }
}
