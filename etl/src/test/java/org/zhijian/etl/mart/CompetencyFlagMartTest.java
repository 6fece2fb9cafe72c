package org.zhijian.etl.mart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhijian.etl.testing.Comparison.assertTable;
import static org.zhijian.etl.testing.Star.errorTypes;
import static org.zhijian.etl.testing.Star.errors;
import static org.zhijian.etl.testing.Star.evaluations;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.zhijian.etl.testing.Tables;
import org.zhijian.schema.mart.CompetencyFlag;
import org.zhijian.schema.settings.Settings;

class CompetencyFlagMartTest {
    private static final LocalDate END_OF_YEAR = LocalDate.parse("2026-12-31");
    private static final String ERRORS_OF_E1_TO_E5 =
            """
            | evaluation_id | error_code |
            | E1            | S1         |
            | E2            | S1         |
            | E3            | S2         |
            | E4            | S1         |
            | E5            | S1         |
            """;

    private final Dataset<Row> errorTypes = errorTypes(
            """
            | error_code | severity |
            | S1         | severe   |
            | S2         | severe   |
            | G1         | general  |
            | U1         |          |
            """);

    @Test
    void twoInAMonthAreReachedOnTheDayOfTheSecond() {
        assertTable(
                year(
                        """
                        | evaluation_id | agent_id | evaluated_on | interaction_id |
                        | E3            | A        | 2026-05-09   | I3             |
                        | E1            | A        | 2026-05-03   | I1             |
                        | E2            | A        | 2026-05-05   | I2             |
                        | E4            | B        | 2026-05-05   | I4             |
                        | E9            | A        | 2026-05-01   | I9             |
                        """,
                        ERRORS_OF_E1_TO_E5),
                CompetencyFlag.TABLE,
                """
                | agent_id | rule         | period_start | reached_on | occurrences | evidence | provisional | inspected | expected_occurrences |
                | A        | two_in_month | 2026-05-01   | 2026-05-05 | 3           | E1;E2;E3 | false       | 4         | 3.2                  |
                """);
    }

    @Test
    void oneInEachOfTwoMonthsIsReachedWithTheSecondMonthsFirst() {
        assertTable(
                year(
                        """
                        | evaluation_id | agent_id | evaluated_on | interaction_id |
                        | E1            | A        | 2026-05-31   | I1             |
                        | E2            | A        | 2026-06-20   | I2             |
                        | E3            | B        | 2026-05-31   | I3             |
                        | E4            | B        | 2026-07-01   | I4             |
                        """,
                        ERRORS_OF_E1_TO_E5),
                CompetencyFlag.TABLE,
                """
                | agent_id | rule               | period_start | reached_on | occurrences | evidence | inspected | expected_occurrences |
                | A        | consecutive_months | 2026-05-01   | 2026-06-20 | 2           | E1;E2    | 2         | 2                    |
                """);
    }

    @Test
    void decemberAndJanuaryAreConsecutive() {
        Dataset<Row> evaluations = evaluations(
                """
                | evaluation_id | agent_id | evaluated_on | interaction_id |
                | E1            | A        | 2025-12-31   | I1             |
                | E2            | A        | 2026-01-01   | I2             |
                """);
        assertTable(
                compute(evaluations, errors(ERRORS_OF_E1_TO_E5), periods("2026-01-01"), Settings.defaults()),
                CompetencyFlag.TABLE,
                """
                | agent_id | rule               | period_start | reached_on | occurrences |
                | A        | consecutive_months | 2025-12-01   | 2026-01-01 | 2           |
                """);
    }

    @Test
    void fourInAYearAreReachedOnTheDayOfTheFourth() {
        assertTable(
                year(
                        """
                        | evaluation_id | agent_id | evaluated_on | interaction_id |
                        | E1            | A        | 2026-01-10   | I1             |
                        | E2            | A        | 2026-03-10   | I2             |
                        | E3            | A        | 2026-05-10   | I3             |
                        | E4            | A        | 2026-07-10   | I4             |
                        | E5            | A        | 2026-09-10   | I5             |
                        """,
                        ERRORS_OF_E1_TO_E5),
                CompetencyFlag.TABLE,
                """
                | agent_id | rule         | period_start | reached_on | occurrences | evidence       | inspected |
                | A        | four_in_year | 2026-01-01   | 2026-07-10 | 5           | E1;E2;E3;E4;E5 | 5         |
                """);
    }

    @Test
    void anInteractionInspectedTwiceIsOneOccurrenceWithBothEvaluationsAsEvidence() {
        assertTable(
                year(
                        """
                        | evaluation_id | agent_id | evaluated_on | interaction_id | category |
                        | E1            | A        | 2026-05-03   | I1             | agent    |
                        | E2            | A        | 2026-05-04   | I1             | event    |
                        | E3            | B        | 2026-05-03   | I3             | agent    |
                        | E4            | B        | 2026-05-04   | I3             | event    |
                        | E5            | B        | 2026-05-06   | I5             | agent    |
                        """,
                        ERRORS_OF_E1_TO_E5),
                CompetencyFlag.TABLE,
                """
                | agent_id | rule         | reached_on | occurrences | evidence | inspected |
                | B        | two_in_month | 2026-05-06 | 2           | E3;E4;E5 | 2         |
                """);
    }

    @Test
    void anInteractionInspectedInTwoMonthsCountsOnceInEachButOnceInTheYear() {
        assertTable(
                year(
                        """
                        | evaluation_id | agent_id | evaluated_on | interaction_id |
                        | E1            | A        | 2026-05-31   | I1             |
                        | E2            | A        | 2026-06-01   | I1             |
                        | E3            | A        | 2026-08-01   | I3             |
                        | E4            | A        | 2026-10-01   | I4             |
                        """,
                        ERRORS_OF_E1_TO_E5),
                CompetencyFlag.TABLE,
                """
                | agent_id | rule               | occurrences | inspected |
                | A        | consecutive_months | 2           | 2         |
                """);
    }

    @Test
    void dialTestsHaveNoInteractionAndCountEach() {
        assertTable(
                year(
                        """
                        | evaluation_id | agent_id | evaluated_on | interaction_id | method    |
                        | E1            | A        | 2026-05-03   |                | dial_test |
                        | E2            | A        | 2026-05-04   |                | dial_test |
                        | E3            | B        | 2026-05-04   | E4             | sampling  |
                        | E4            | B        | 2026-05-05   |                | dial_test |
                        """,
                        ERRORS_OF_E1_TO_E5),
                CompetencyFlag.TABLE,
                """
                | agent_id | rule         | occurrences | evidence | inspected |
                | A        | two_in_month | 2           | E1;E2    | 2         |
                | B        | two_in_month | 2           | E3;E4    | 2         |
                """);
    }

    @Test
    void onlySevereErrorsThatStandCount() {
        assertTable(
                year(
                        """
                        | evaluation_id | agent_id | evaluated_on | interaction_id |
                        | E1            | A        | 2026-05-03   | I1             |
                        | E2            | A        | 2026-05-04   | I2             |
                        | E3            | B        | 2026-05-03   | I3             |
                        | E4            | B        | 2026-05-04   | I4             |
                        | E5            | C        | 2026-05-03   | I5             |
                        | E6            | C        | 2026-05-04   | I6             |
                        """,
                        """
                        | evaluation_id | error_code | stands |
                        | E1            | S1         | true   |
                        | E2            | S1         | false  |
                        | E2            | G1         | true   |
                        | E3            | S1         | true   |
                        | E4            | S1         | false  |
                        | E4            | S2         | true   |
                        | E4            | U1         | true   |
                        | E5            | S1         | true   |
                        | E5            | S2         | true   |
                        | E6            | U1         | true   |
                        """),
                CompetencyFlag.TABLE,
                """
                | agent_id | rule         | occurrences | evidence |
                | B        | two_in_month | 2           | E3;E4    |
                """);
    }

    @Test
    void anOpenAppealAgainstTheEvidenceMakesItProvisional() {
        assertTable(
                year(
                        """
                        | evaluation_id | agent_id | evaluated_on | interaction_id | open_appeal |
                        | E1            | A        | 2026-05-03   | I1             | false       |
                        | E2            | A        | 2026-05-04   | I2             | true        |
                        | E3            | B        | 2026-05-03   | I3             | false       |
                        | E4            | B        | 2026-05-04   | I4             | false       |
                        | E9            | B        | 2026-05-04   | I9             | true        |
                        """,
                        ERRORS_OF_E1_TO_E5),
                CompetencyFlag.TABLE,
                """
                | agent_id | rule         | provisional |
                | A        | two_in_month | true        |
                | B        | two_in_month | false       |
                """);
    }

    @Test
    void draftsAndWhatIsAfterTheRunDateDoNotCount() {
        Dataset<Row> evaluations = evaluations(
                """
                | evaluation_id | agent_id | evaluated_on | interaction_id | published |
                | E1            | A        | 2026-05-03   | I1             | true      |
                | E2            | A        | 2026-05-04   | I2             | false     |
                | E3            | A        | 2026-05-06   | I3             | true      |
                | E4            | B        | 2026-05-04   | I4             | true      |
                | E5            | B        | 2026-05-05   | I5             | true      |
                """);
        assertTable(
                CompetencyFlagMart.compute(
                        evaluations,
                        errors(ERRORS_OF_E1_TO_E5),
                        errorTypes,
                        periods("2026-05-01"),
                        LocalDate.parse("2026-05-05"),
                        Settings.defaults()),
                CompetencyFlag.TABLE,
                """
                | agent_id | rule         | reached_on | inspected | expected_occurrences |
                | B        | two_in_month | 2026-05-05 | 2         | 2                    |
                """);
    }

    @Test
    void categoriesAndNumbersFollowTheSettings() {
        Dataset<Row> evaluations = evaluations(
                """
                | evaluation_id | agent_id | evaluated_on | interaction_id | category |
                | E1            | A        | 2026-05-03   | I1             | agent    |
                | E2            | A        | 2026-05-04   | I2             | special  |
                | E3            | A        | 2026-05-05   | I3             | event    |
                | E4            | A        | 2026-05-06   | I4             | agent    |
                """);
        Settings settings = Settings.with(Map.of(
                "competency.categories", List.of("agent", "event"), "competency.in-month", 3, "competency.in-year", 1));
        assertTable(
                compute(evaluations, errors(ERRORS_OF_E1_TO_E5), periods("2026-05-01"), settings),
                CompetencyFlag.TABLE,
                """
                | agent_id | rule         | reached_on | occurrences | evidence |
                | A        | two_in_month | 2026-05-06 | 3           | E1;E3;E4 |
                | A        | four_in_year | 2026-05-03 | 3           | E1;E3;E4 |
                """);
    }

    @Test
    void twoOnOneMomentAreOrderedByTheirNumber() {
        assertTable(
                year(
                        """
                        | evaluation_id | agent_id | evaluated_on | evaluated_at        | interaction_id |
                        | E2            | A        | 2026-05-03   | 2026-05-03 09:00:00 | I2             |
                        | E1            | A        | 2026-05-03   | 2026-05-03 09:00:00 | I1             |
                        """,
                        ERRORS_OF_E1_TO_E5),
                CompetencyFlag.TABLE,
                """
                | agent_id | reached_on | evidence |
                | A        | 2026-05-03 | E1;E2    |
                """);
    }

    @Test
    void whereInteractionsDecideTheMonthItIsReachedOnceBothAreFound() {
        assertTable(
                year(
                        """
                        | evaluation_id | agent_id | evaluated_on | month      | interaction_id |
                        | E1            | A        | 2026-06-20   | 2026-05-01 | I1             |
                        | E2            | A        | 2026-06-02   | 2026-06-01 | I2             |
                        """,
                        ERRORS_OF_E1_TO_E5),
                CompetencyFlag.TABLE,
                """
                | agent_id | rule               | period_start | reached_on |
                | A        | consecutive_months | 2026-05-01   | 2026-06-20 |
                """);
    }

    @Test
    void theExpectationIsTheCentresRateOfThePeriod() {
        assertTable(
                year(
                        """
                        | evaluation_id | agent_id | evaluated_on | interaction_id |
                        | E1            | A        | 2026-05-03   | I1             |
                        | E2            | A        | 2026-05-04   | I2             |
                        | E3            | B        | 2026-05-04   | I3             |
                        | N1            | B        | 2026-05-04   | I4             |
                        | N2            | B        | 2026-05-04   | I5             |
                        | N3            | C        | 2026-05-04   | I6             |
                        | N4            | C        | 2026-05-04   | I6             |
                        | N5            | C        | 2026-06-04   | I7             |
                        """,
                        ERRORS_OF_E1_TO_E5),
                CompetencyFlag.TABLE,
                """
                | agent_id | rule         | occurrences | inspected | expected_occurrences |
                | A        | two_in_month | 2           | 2         | 1                    |
                """);
    }

    @Test
    void onlyTheTouchedPeriodsAreComputedAndTheyAreThoseToReplace() {
        Dataset<Row> evaluations = evaluations(
                """
                | evaluation_id | agent_id | evaluated_on | interaction_id |
                | E1            | A        | 2026-04-03   | I1             |
                | E2            | A        | 2026-04-04   | I2             |
                | E3            | A        | 2026-05-04   | I3             |
                | E4            | A        | 2026-06-04   | I4             |
                """);
        Dataset<Row> all = compute(
                evaluations, errors(ERRORS_OF_E1_TO_E5), periods("2026-04-01", "2026-06-01"), Settings.defaults());
        assertTable(
                all,
                CompetencyFlag.TABLE,
                """
                | rule               | period_start |
                | two_in_month       | 2026-04-01   |
                | consecutive_months | 2026-04-01   |
                | consecutive_months | 2026-05-01   |
                | four_in_year       | 2026-01-01   |
                """);
        CompetencyPeriods june = periods("2026-06-01");
        Dataset<Row> ofJune = compute(evaluations, errors(ERRORS_OF_E1_TO_E5), june, Settings.defaults());
        assertThat(ofJune.collectAsList())
                .containsExactlyInAnyOrderElementsOf(all.filter(june.replaced()).collectAsList())
                .hasSize(2);
    }

    @Test
    void aTouchedMonthReplacesItsMonthBothPairsAndItsYear() {
        Dataset<Row> flags = Tables.of(
                CompetencyFlag.TABLE,
                """
                | rule               | period_start |
                | two_in_month       | 2025-12-01   |
                | two_in_month       | 2026-01-01   |
                | two_in_month       | 2026-02-01   |
                | consecutive_months | 2025-11-01   |
                | consecutive_months | 2025-12-01   |
                | consecutive_months | 2026-01-01   |
                | consecutive_months | 2026-02-01   |
                | four_in_year       | 2025-01-01   |
                | four_in_year       | 2026-01-01   |
                """);
        assertTable(
                flags.filter(periods("2026-01-01").replaced()),
                CompetencyFlag.TABLE,
                """
                | rule               | period_start |
                | two_in_month       | 2026-01-01   |
                | consecutive_months | 2025-12-01   |
                | consecutive_months | 2026-01-01   |
                | four_in_year       | 2026-01-01   |
                """);
    }

    @Test
    void theFactsNeededAreThoseOfTheYearAndItsNeighbours() {
        assertThat(periods("2026-01-01").factMonths())
                .hasSize(13)
                .startsWith(LocalDate.parse("2025-12-01"))
                .endsWith(LocalDate.parse("2026-12-01"));
        assertThat(periods("2026-12-01").factMonths()).endsWith(LocalDate.parse("2027-01-01"));
        assertThat(periods().factMonths()).isEmpty();
    }

    private Dataset<Row> year(String evaluations, String errors) {
        CompetencyPeriods all =
                new CompetencyPeriods(Stream.iterate(LocalDate.parse("2026-01-01"), month -> month.plusMonths(1))
                        .limit(12)
                        .toList());
        return compute(evaluations(evaluations), errors(errors), all, Settings.defaults());
    }

    private Dataset<Row> compute(
            Dataset<Row> evaluations, Dataset<Row> errors, CompetencyPeriods periods, Settings settings) {
        return CompetencyFlagMart.compute(evaluations, errors, errorTypes, periods, END_OF_YEAR, settings);
    }

    private static CompetencyPeriods periods(String... months) {
        return new CompetencyPeriods(Stream.of(months).map(LocalDate::parse).toList());
    }
}
