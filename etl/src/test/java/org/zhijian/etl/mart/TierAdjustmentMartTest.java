package org.zhijian.etl.mart;

import static org.zhijian.etl.testing.Comparison.assertTable;
import static org.zhijian.etl.testing.Star.errorTypes;
import static org.zhijian.etl.testing.Star.errors;
import static org.zhijian.etl.testing.Star.evaluations;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.zhijian.etl.testing.Tables;
import org.zhijian.schema.mart.SamplingQuota;
import org.zhijian.schema.mart.TierAdjustment;
import org.zhijian.schema.settings.Settings;

class TierAdjustmentMartTest {
    private static final LocalDate MAY = LocalDate.parse("2026-05-01");
    private static final LocalDate END_OF_MAY = LocalDate.parse("2026-05-31");
    private static final String NO_ERRORS = "| evaluation_id | error_code |";

    private final Dataset<Row> errorTypes = errorTypes(
            """
            | error_code | severity |
            | S1         | severe   |
            | S2         | severe   |
            | G1         | general  |
            | U1         |          |
            """);

    private final Dataset<Row> quotas = Tables.of(
            SamplingQuota.TABLE,
            """
            | plan_month | agent_id | tier | base_quota |
            | 2026-05-01 | A        | A    | 7          |
            | 2026-05-01 | A2       | A    | 7          |
            | 2026-05-01 | B        | B    | 7          |
            | 2026-05-01 | C        | C    | 7          |
            """);

    @Test
    void aSevereErrorLeadsToTierCFromItsDay() {
        assertTable(
                compute(
                        """
                        | evaluation_id | agent_id | evaluated_on | score |
                        | E0            | B        | 2026-05-02   | 90    |
                        | E1            | A        | 2026-05-03   | 99    |
                        | E2            | A        | 2026-05-09   | 99    |
                        | E3            | B        | 2026-05-04   | 80    |
                        | E4            | B        | 2026-05-04   |       |
                        | E5            | C        | 2026-05-04   | 70    |
                        """,
                        """
                        | evaluation_id | error_code |
                        | E1            | S1         |
                        | E1            | S2         |
                        | E2            | S1         |
                        | E4            | S2         |
                        | E3            | S2         |
                        | E5            | S1         |
                        """),
                TierAdjustment.TABLE,
                """
                | plan_month | agent_id | effective_on | from_tier | to_tier | reason       | quota | inspected | remaining | score_mean | baseline | baseline_reachable | evidence |
                | 2026-05-01 | A        | 2026-05-03   | A         | C       | severe_error | 11    | 1         | 10        | 99         |          |                    | E1       |
                | 2026-05-01 | B        | 2026-05-04   | B         | C       | severe_error | 11    | 3         | 8         | 85         |          |                    | E3;E4    |
                """);
    }

    @Test
    void anAgentOfTierABelowTheBaselineGoesToTierBFromTheFirstSuchDay() {
        assertTable(
                compute(
                        """
                        | evaluation_id | agent_id | evaluated_on | score |
                        | L1            | X        | 2026-04-10   | 80    |
                        | L2            | X        | 2026-04-10   | 90    |
                        | L3            | Y        | 2026-04-10   | 85    |
                        | E1            | A        | 2026-05-03   | 95    |
                        | E2            | A        | 2026-05-05   | 98    |
                        | E3            | A        | 2026-05-05   | 80    |
                        | E4            | A        | 2026-05-06   | 70    |
                        | E5            | A2       | 2026-05-03   | 93.5  |
                        | E6            | B        | 2026-05-03   | 60    |
                        | E7            | C        | 2026-05-03   | 60    |
                        """,
                        NO_ERRORS),
                TierAdjustment.TABLE,
                """
                | agent_id | effective_on | from_tier | to_tier | reason         | quota | inspected | remaining | score_mean | baseline | baseline_reachable | evidence |
                | A        | 2026-05-05   | A         | B       | below_baseline | 7     | 3         | 4         | 91         | 93.5     | true               | E1;E2;E3 |
                """);
    }

    @Test
    void withinADayOnlyItsEndDecides() {
        assertTable(
                compute(
                        """
                        | evaluation_id | agent_id | evaluated_on | evaluated_at        | score |
                        | L1            | X        | 2026-04-10   | 2026-04-10 09:00:00 | 80    |
                        | E1            | A        | 2026-05-03   | 2026-05-03 09:00:00 | 80    |
                        | E2            | A        | 2026-05-03   | 2026-05-03 18:00:00 | 96    |
                        """,
                        NO_ERRORS),
                TierAdjustment.TABLE,
                "| agent_id |");
    }

    @Test
    void theBaselineIsMadeOfAllScoresAndNotOfTheAgentsMeans() {
        assertTable(
                compute(
                        """
                        | evaluation_id | agent_id | evaluated_on | score | category | published |
                        | L1            | X        | 2026-04-10   | 60    | agent    | true      |
                        | L2            | Y        | 2026-04-10   | 90    | agent    | true      |
                        | L3            | Y        | 2026-04-11   | 90    | agent    | true      |
                        | L4            | Y        | 2026-04-12   |       | agent    | true      |
                        | L5            | Y        | 2026-04-12   | 10    | event    | true      |
                        | L6            | Y        | 2026-04-12   | 10    | agent    | false     |
                        | L7            | Y        | 2026-03-12   | 10    | agent    | true      |
                        | E1            | A        | 2026-05-03   | 85    | agent    | true      |
                        """,
                        NO_ERRORS),
                TierAdjustment.TABLE,
                """
                | agent_id | baseline | reason         |
                | A        | 88       | below_baseline |
                """);
    }

    @Test
    void meanAndBaselineAreComparedHalfUpToFourDecimals() {
        assertTable(
                compute(
                        """
                        | evaluation_id | agent_id | evaluated_on | score    |
                        | L1            | X        | 2026-04-10   | 85       |
                        | E1            | A        | 2026-05-03   | 93.4999  |
                        | E2            | A        | 2026-05-03   | 93.5     |
                        | E3            | A2       | 2026-05-03   | 93.4999  |
                        | E4            | A2       | 2026-05-03   | 93.49999 |
                        """,
                        NO_ERRORS),
                TierAdjustment.TABLE,
                """
                | agent_id | score_mean |
                | A2       | 93.499945  |
                """);
    }

    @Test
    void aBaselineAboveOneHundredCannotBeReached() {
        assertTable(
                compute(
                        """
                        | evaluation_id | agent_id | evaluated_on | score |
                        | L1            | X        | 2026-04-10   | 95    |
                        | E1            | A        | 2026-05-03   | 100   |
                        """,
                        NO_ERRORS),
                TierAdjustment.TABLE,
                """
                | agent_id | score_mean | baseline | baseline_reachable |
                | A        | 100        | 104.5    | false              |
                """);
    }

    @Test
    void aBaselineOfOneHundredCanBeReached() {
        assertTable(
                compute(
                        """
                        | evaluation_id | agent_id | evaluated_on | score |
                        | L1            | X        | 2026-04-10   | 80    |
                        | E1            | A        | 2026-05-03   | 99.9  |
                        | E2            | A2       | 2026-05-03   | 100   |
                        """,
                        NO_ERRORS,
                        END_OF_MAY,
                        Settings.with(Map.of("adjustments.baseline-percent", 125))),
                TierAdjustment.TABLE,
                """
                | agent_id | baseline | baseline_reachable |
                | A        | 100      | true               |
                """);
    }

    @Test
    void theHighestBaselineThatCanBeSetIsComputed() {
        assertTable(
                compute(
                        """
                        | evaluation_id | agent_id | evaluated_on | score |
                        | L1            | X        | 2026-04-10   | 100   |
                        | E1            | A        | 2026-05-03   | 100   |
                        """,
                        NO_ERRORS,
                        END_OF_MAY,
                        Settings.with(Map.of("adjustments.baseline-percent", 1000))),
                TierAdjustment.TABLE,
                """
                | agent_id | baseline | baseline_reachable |
                | A        | 1000     | false              |
                """);
    }

    @Test
    void bothOnOneDayLeadOnlyToTierC() {
        assertTable(
                compute(
                        """
                        | evaluation_id | agent_id | evaluated_on | score |
                        | L1            | X        | 2026-04-10   | 85    |
                        | E1            | A        | 2026-05-03   | 80    |
                        """,
                        """
                        | evaluation_id | error_code |
                        | E1            | S1         |
                        """),
                TierAdjustment.TABLE,
                """
                | agent_id | effective_on | from_tier | to_tier | reason       | score_mean | baseline |
                | A        | 2026-05-03   | A         | C       | severe_error | 80         | 93.5     |
                """);
    }

    @Test
    void aSevereErrorAfterTheBaselineLeavesTierBAndNothingLeavesTierC() {
        assertTable(
                compute(
                        """
                        | evaluation_id | agent_id | evaluated_on | score |
                        | L1            | X        | 2026-04-10   | 85    |
                        | E1            | A        | 2026-05-03   | 80    |
                        | E2            | A        | 2026-05-04   | 80    |
                        | E3            | A2       | 2026-05-03   | 99    |
                        | E4            | A2       | 2026-05-04   | 50    |
                        """,
                        """
                        | evaluation_id | error_code |
                        | E2            | S1         |
                        | E3            | S1         |
                        """),
                TierAdjustment.TABLE,
                """
                | agent_id | effective_on | from_tier | to_tier | reason         | evidence |
                | A        | 2026-05-03   | A         | B       | below_baseline | E1       |
                | A        | 2026-05-04   | B         | C       | severe_error   | E2       |
                | A2       | 2026-05-03   | A         | C       | severe_error   | E3       |
                """);
    }

    @Test
    void onlyStandingSevereErrorsOfPublishedAgentQaUpToTheRunDateCount() {
        assertTable(
                compute(
                        """
                        | evaluation_id | agent_id | evaluated_on | score | category | published |
                        | E1            | A        | 2026-05-03   | 90    | event    | true      |
                        | E2            | A        | 2026-05-03   | 90    | special  | true      |
                        | E3            | A        | 2026-05-03   | 90    | agent    | false     |
                        | E4            | A        | 2026-05-03   | 90    | agent    | true      |
                        | E5            | A        | 2026-05-03   | 90    | agent    | true      |
                        | E6            | A        | 2026-05-11   | 90    | agent    | true      |
                        | E7            | B        | 2026-05-10   |       | agent    | true      |
                        """,
                        """
                        | evaluation_id | error_code | stands |
                        | E1            | S1         | true   |
                        | E2            | S1         | true   |
                        | E3            | S1         | true   |
                        | E4            | S1         | false  |
                        | E4            | G1         | true   |
                        | E5            | U1         | true   |
                        | E6            | S1         | true   |
                        | E7            | S1         | true   |
                        """,
                        LocalDate.parse("2026-05-10"),
                        Settings.defaults()),
                TierAdjustment.TABLE,
                """
                | agent_id | effective_on | inspected | score_mean | evidence |
                | B        | 2026-05-10   | 1         |            | E7       |
                """);
    }

    @Test
    void whatIsInspectedBeyondTheNewQuotaLeavesNothing() {
        assertTable(
                TierAdjustmentMart.compute(
                        Tables.of(
                                SamplingQuota.TABLE,
                                """
                                | plan_month | agent_id | tier | base_quota |
                                | 2026-05-01 | A        | A    | 1          |
                                """),
                        evaluations(
                                """
                                | evaluation_id | agent_id | evaluated_on | score |
                                | E1            | A        | 2026-05-03   | 90    |
                                | E2            | A        | 2026-05-04   | 90    |
                                | E3            | A        | 2026-05-05   | 90    |
                                | E4            | A        | 2026-05-06   | 90    |
                                """),
                        errors(
                                """
                                | evaluation_id | error_code |
                                | E3            | S1         |
                                """),
                        errorTypes,
                        List.of(MAY),
                        END_OF_MAY,
                        Settings.defaults()),
                TierAdjustment.TABLE,
                """
                | quota | inspected | remaining |
                | 2     | 3         | 0         |
                """);
    }

    @Test
    void onlyAgentsAndMonthsWithATierHaveRows() {
        assertTable(
                compute(
                        """
                        | evaluation_id | agent_id | evaluated_on | month      | score |
                        | E1            | N        | 2026-05-03   | 2026-05-01 | 90    |
                        | E2            | A        | 2026-04-03   | 2026-04-01 | 90    |
                        | E3            | A        | 2026-06-03   | 2026-06-01 | 90    |
                        | E4            | A        | 2026-06-03   | 2026-05-01 | 90    |
                        """,
                        """
                        | evaluation_id | error_code |
                        | E1            | S1         |
                        | E2            | S1         |
                        | E3            | S1         |
                        | E4            | S1         |
                        """,
                        LocalDate.parse("2026-06-30"),
                        Settings.defaults()),
                TierAdjustment.TABLE,
                "| agent_id |");
    }

    @Test
    void aCentreWithoutEvaluationsHasNone() {
        assertTable(
                compute("| evaluation_id | agent_id | evaluated_on | score |", NO_ERRORS),
                TierAdjustment.TABLE,
                "| agent_id |");
    }

    private Dataset<Row> compute(String evaluations, String errors) {
        return compute(evaluations, errors, END_OF_MAY, Settings.defaults());
    }

    private Dataset<Row> compute(String evaluations, String errors, LocalDate runDate, Settings settings) {
        return TierAdjustmentMart.compute(
                quotas, evaluations(evaluations), errors(errors), errorTypes, List.of(MAY), runDate, settings);
    }
}
