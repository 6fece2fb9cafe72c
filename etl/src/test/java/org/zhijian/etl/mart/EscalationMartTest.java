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
import org.zhijian.schema.mart.ErrorTrend;
import org.zhijian.schema.mart.Escalation;
import org.zhijian.schema.settings.Settings;
import org.zhijian.schema.star.DimTeam;

class EscalationMartTest {
    private static final LocalDate MAY = LocalDate.parse("2026-05-01");
    private static final LocalDate RUN_DATE = LocalDate.parse("2026-05-20");
    private static final String NO_TREND = "| period_type |";
    private static final String G1_IN_E1_TO_E4 =
            """
            | evaluation_id | error_code |
            | E1            | G1         |
            | E2            | G1         |
            | E3            | G1         |
            | E4            | G1         |
            """;

    private final Dataset<Row> errorTypes = errorTypes(
            """
            | error_code | severity |
            | S1         | severe   |
            | G1         | general  |
            | G2         | general  |
            | U1         |          |
            """);

    private final Dataset<Row> teams = Tables.of(
            DimTeam.TABLE,
            """
            | team_key | team |
            | 1        | T1   |
            | 2        | T2   |
            """);

    @Test
    void theSameGeneralErrorForTheThirdTimeGoesToTheTeamLeaderOfThatDay() {
        assertTable(
                compute(
                        """
                        | evaluation_id | agent_id | team_key | evaluated_on | interaction_id | category |
                        | E4            | A        | 1        | 2026-05-10   | I4             | agent    |
                        | E3            | A        | 2        | 2026-05-09   | I3             | agent    |
                        | E1            | A        | 1        | 2026-05-03   | I1             | event    |
                        | E2            | A        | 1        | 2026-05-05   | I2             | special  |
                        """,
                        G1_IN_E1_TO_E4),
                Escalation.TABLE,
                """
                | month      | reason         | agent_id | team | error_code | reached_on | occurrences | evidence    |
                | 2026-05-01 | repeated_error | A        | T2   | G1         | 2026-05-09 | 4           | E1;E2;E3;E4 |
                """);
    }

    @Test
    void differentErrorsAgentsOrMonthsAreNotTheSame() {
        assertTable(
                compute(
                        """
                        | evaluation_id | agent_id | evaluated_on | interaction_id |
                        | E0            | A        | 2026-04-30   | I0             |
                        | E1            | A        | 2026-05-03   | I1             |
                        | E2            | A        | 2026-05-05   | I2             |
                        | E3            | B        | 2026-05-05   | I3             |
                        | E5            | A        | 2026-05-06   | I5             |
                        """,
                        """
                        | evaluation_id | error_code |
                        | E0            | G1         |
                        | E1            | G1         |
                        | E2            | G1         |
                        | E3            | G1         |
                        | E5            | G2         |
                        """),
                Escalation.TABLE,
                "| agent_id |");
    }

    @Test
    void anInteractionInspectedTwiceIsOneTimeAndEachDialTestIsOne() {
        assertTable(
                compute(
                        """
                        | evaluation_id | agent_id | evaluated_on | interaction_id |
                        | E1            | A        | 2026-05-03   | I1             |
                        | E2            | A        | 2026-05-05   | I1             |
                        | E3            | A        | 2026-05-06   | I3             |
                        | E4            | A        | 2026-05-07   |                |
                        | E5            | B        | 2026-05-03   | I5             |
                        | E6            | B        | 2026-05-05   | I5             |
                        | E7            | B        | 2026-05-06   | I7             |
                        """,
                        G1_IN_E1_TO_E4
                                + """
                                | E5            | G1         |
                                | E6            | G1         |
                                | E7            | G1         |
                                """),
                Escalation.TABLE,
                """
                | agent_id | reached_on | occurrences | evidence    |
                | A        | 2026-05-07 | 3           | E1;E2;E3;E4 |
                """);
    }

    @Test
    void onlyGeneralErrorsThatStandInPublishedEvaluationsUpToTheRunDateCount() {
        assertTable(
                compute(
                        """
                        | evaluation_id | agent_id | evaluated_on | interaction_id | published |
                        | E1            | A        | 2026-05-03   | I1             | true      |
                        | E2            | A        | 2026-05-04   | I2             | true      |
                        | E3            | A        | 2026-05-05   | I3             | false     |
                        | E4            | A        | 2026-05-21   | I4             | true      |
                        | E5            | A        | 2026-05-06   | I5             | true      |
                        """,
                        """
                        | evaluation_id | error_code | stands |
                        | E1            | G1         | true   |
                        | E1            | S1         | true   |
                        | E1            | U1         | true   |
                        | E2            | G1         | true   |
                        | E2            | S1         | true   |
                        | E2            | U1         | true   |
                        | E3            | G1         | true   |
                        | E4            | G1         | true   |
                        | E5            | G1         | false  |
                        | E5            | S1         | true   |
                        | E5            | U1         | true   |
                        """),
                Escalation.TABLE,
                "| agent_id |");
    }

    @Test
    void theNumberOfTimesIsASetting() {
        assertTable(
                EscalationMart.compute(
                        evaluations(
                                """
                                | evaluation_id | agent_id | evaluated_on | interaction_id |
                                | E1            | A        | 2026-05-03   | I1             |
                                | E2            | A        | 2026-05-20   | I2             |
                                | E3            | B        | 2026-05-20   | I3             |
                                """),
                        errors(G1_IN_E1_TO_E4),
                        errorTypes,
                        teams,
                        Tables.of(ErrorTrend.TABLE, NO_TREND),
                        List.of(MAY),
                        RUN_DATE,
                        Settings.with(Map.of("escalation.times", 2))),
                Escalation.TABLE,
                """
                | agent_id | reached_on | occurrences |
                | A        | 2026-05-20 | 2           |
                """);
    }

    @Test
    void aTeamWhoseRateIsAboveItsLimitGoesToItsLeader() {
        String trend =
                """
                | period_type | period_start | error_code | team | errors | signal      |
                | month       | 2026-05-01   |            | T1   | 12     | above_limit |
                | month       | 2026-05-01   |            | T2   | 12     | eight_above |
                | month       | 2026-05-01   |            | T3   | 12     |             |
                | month       | 2026-05-01   | G1         | T2   | 12     | above_limit |
                | month       | 2026-05-01   |            |      | 99     | above_limit |
                | month       | 2026-04-01   |            | T2   | 12     | above_limit |
                | week        | 2026-05-01   |            | T2   | 12     | above_limit |
                """;
        assertTable(
                compute("| evaluation_id | agent_id | evaluated_on |", "| evaluation_id |", trend, RUN_DATE),
                Escalation.TABLE,
                """
                | month      | reason           | agent_id | team | error_code | reached_on | occurrences | evidence |
                | 2026-05-01 | team_above_limit |          | T1   |            | 2026-05-20 | 12          |          |
                """);
        assertTable(
                compute(
                        "| evaluation_id | agent_id | evaluated_on |",
                        "| evaluation_id |",
                        trend,
                        LocalDate.parse("2026-06-20")),
                Escalation.TABLE,
                """
                | team | reached_on |
                | T1   | 2026-05-31 |
                """);
    }

    private Dataset<Row> compute(String evaluations, String errors) {
        return compute(evaluations, errors, NO_TREND, RUN_DATE);
    }

    private Dataset<Row> compute(String evaluations, String errors, String trend, LocalDate runDate) {
        return EscalationMart.compute(
                evaluations(evaluations),
                errors(errors),
                errorTypes,
                teams,
                Tables.of(ErrorTrend.TABLE, trend),
                List.of(MAY),
                runDate,
                Settings.defaults());
    }
}
