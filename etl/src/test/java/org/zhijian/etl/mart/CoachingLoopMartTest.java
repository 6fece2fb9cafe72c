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
import org.zhijian.schema.mart.CoachingLoop;
import org.zhijian.schema.star.DimTeam;
import org.zhijian.schema.star.FactCoaching;

class CoachingLoopMartTest {
    private static final String NO_EVALUATIONS = "| evaluation_id | evaluated_on |";
    private static final String NO_ERRORS = "| evaluation_id | error_code |";

    @Test
    void aCoachingIsOpenOverdueOrRechecked() {
        assertTable(
                compute(
                        """
                        | coaching_id | agent_id | team_key | evaluation_id | error_code | opened_on  | due_on     | rechecked_on | recheck_result |
                        | C1          | A        | 1        | E1            | S1         | 2026-05-10 | 2026-05-20 |              |                |
                        | C2          | A        | 1        | E2            | S1         | 2026-05-10 | 2026-05-19 |              |                |
                        | C3          | A        | 1        | E3            | S1         | 2026-05-10 | 2026-05-15 | 2026-05-20   | passed         |
                        | C4          | A        | 1        | E4            | S1         | 2026-05-10 | 2026-05-15 | 2026-05-14   | failed         |
                        | C5          | A        | 1        | E5            | S1         | 2026-05-10 | 2026-05-15 | 2026-05-14   |                |
                        | C6          | A        | 1        |               |            | 2026-05-10 |            |              |                |
                        | C7          | A        | 1        |               |            | 2026-05-10 | 2026-05-25 | 2026-05-21   | passed         |
                        | C8          | A        | 9        |               |            | 2026-05-10 | 2026-05-15 |              | passed         |
                        | C9          | A        | 1        |               |            | 2026-05-21 |            |              |                |
                        | C0          | A        | 1        |               |            | 2026-04-30 |            |              |                |
                        """,
                        NO_EVALUATIONS,
                        NO_ERRORS),
                CoachingLoop.TABLE,
                """
                | month      | state   | coaching_id | agent_id | team | evaluation_id | error_code | opened_on  | due_on     | rechecked_on |
                | 2026-05-01 | open    | C1          | A        | T1   | E1            | S1         | 2026-05-10 | 2026-05-20 |              |
                | 2026-05-01 | overdue | C2          | A        | T1   | E2            | S1         | 2026-05-10 | 2026-05-19 |              |
                | 2026-05-01 | passed  | C3          | A        | T1   | E3            | S1         | 2026-05-10 | 2026-05-15 | 2026-05-20   |
                | 2026-05-01 | failed  | C4          | A        | T1   | E4            | S1         | 2026-05-10 | 2026-05-15 | 2026-05-14   |
                | 2026-05-01 | closed  | C5          | A        | T1   | E5            | S1         | 2026-05-10 | 2026-05-15 | 2026-05-14   |
                | 2026-05-01 | open    | C6          | A        | T1   |               |            | 2026-05-10 |            |              |
                | 2026-05-01 | open    | C7          | A        | T1   |               |            | 2026-05-10 | 2026-05-25 | 2026-05-21   |
                | 2026-05-01 | passed  | C8          | A        |      |               |            | 2026-05-10 | 2026-05-15 |              |
                """);
    }

    @Test
    void aSevereErrorWithoutACoachingAboutItIsMissingOne() {
        assertTable(
                compute(
                        """
                        | coaching_id | evaluation_id | error_code | opened_on  |
                        | C1          | E1            | S1         | 2026-06-02 |
                        | C2          | E2            |            | 2026-04-02 |
                        | C3          | E3            | S1         | 2026-04-02 |
                        | C4          |               | S2         | 2026-04-02 |
                        """,
                        """
                        | evaluation_id | agent_id | team_key | evaluated_on | category |
                        | E1            | A        | 1        | 2026-05-03   | agent    |
                        | E2            | A        | 1        | 2026-05-04   | agent    |
                        | E3            | B        | 1        | 2026-05-05   | event    |
                        """,
                        """
                        | evaluation_id | error_code |
                        | E1            | S1         |
                        | E2            | S1         |
                        | E2            | S2         |
                        | E3            | S1         |
                        | E3            | S2         |
                        | E3            | G1         |
                        """),
                CoachingLoop.TABLE,
                """
                | month      | state   | coaching_id | agent_id | team | evaluation_id | error_code | opened_on  | due_on | rechecked_on |
                | 2026-05-01 | missing |             | A        | T1   | E1            | S1         | 2026-05-03 |        |              |
                | 2026-05-01 | missing |             | B        | T1   | E3            | S2         | 2026-05-05 |        |              |
                """);
    }

    @Test
    void onlySevereErrorsThatStandInPublishedEvaluationsUpToTheRunDateNeedOne() {
        assertTable(
                compute(
                        "| coaching_id |",
                        """
                        | evaluation_id | evaluated_on | published |
                        | E1            | 2026-05-20   | true      |
                        | E2            | 2026-05-21   | true      |
                        | E3            | 2026-05-20   | false     |
                        | E4            | 2026-05-20   | true      |
                        | E5            | 2026-04-20   | true      |
                        """,
                        """
                        | evaluation_id | error_code | stands |
                        | E1            | S1         | true   |
                        | E2            | S1         | true   |
                        | E3            | S1         | true   |
                        | E4            | S1         | false  |
                        | E4            | U1         | true   |
                        | E5            | S1         | true   |
                        """),
                CoachingLoop.TABLE,
                """
                | state   | evaluation_id |
                | missing | E1            |
                """);
    }

    private static Dataset<Row> compute(String coachings, String evaluations, String errors) {
        return CoachingLoopMart.compute(
                Tables.of(FactCoaching.TABLE, coachings),
                evaluations(evaluations),
                errors(errors),
                errorTypes(
                        """
                        | error_code | severity |
                        | S1         | severe   |
                        | S2         | severe   |
                        | G1         | general  |
                        | U1         |          |
                        """),
                Tables.of(
                        DimTeam.TABLE,
                        """
                        | team_key | team |
                        | 1        | T1   |
                        """),
                List.of(LocalDate.parse("2026-05-01")),
                LocalDate.parse("2026-05-20"));
    }
}
