package org.zhijian.etl.mart;

import static org.zhijian.etl.testing.Comparison.assertTable;
import static org.zhijian.etl.testing.Star.errorTypes;
import static org.zhijian.etl.testing.Star.errors;
import static org.zhijian.etl.testing.Star.evaluations;
import static org.zhijian.etl.testing.Star.interactions;

import java.time.LocalDate;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.zhijian.schema.mart.CaseLibrary;

class CaseLibraryMartTest {
    private static final LocalDate MAY = LocalDate.parse("2026-05-01");
    private static final String NO_ERRORS = "| evaluation_id | error_code |";

    private final Dataset<Row> errorTypes = errorTypes(
            """
            | error_code | severity |
            | S1         | severe   |
            | S2         | severe   |
            | G1         | general  |
            | U1         |          |
            """);

    @Test
    void marksAndSevereErrorsAreKeptWithTheirRecordings() {
        assertTable(
                compute(
                        """
                        | evaluation_id | agent_id | evaluated_on | interaction_id | case_mark | category |
                        | E1            | A        | 2026-05-02   | I1             | excellent | agent    |
                        | E2            | A        | 2026-05-03   | I2             | severe    | special  |
                        | E3            | B        | 2026-05-04   | I3             |           | event    |
                        | E4            | B        | 2026-05-05   | I4             |           | agent    |
                        """,
                        """
                        | evaluation_id | error_code |
                        | E3            | S2         |
                        | E3            | S1         |
                        | E3            | G1         |
                        | E4            | G1         |
                        | E4            | U1         |
                        """),
                CaseLibrary.TABLE,
                """
                | evaluation_id | month      | evaluated_on | interaction_id | agent_id | kind      | recording_ref | error_codes |
                | E1            | 2026-05-01 | 2026-05-02   | I1             | A        | excellent | R1            |             |
                | E2            | 2026-05-01 | 2026-05-03   | I2             | A        | severe    | R2            |             |
                | E3            | 2026-05-01 | 2026-05-04   | I3             | B        | severe    | R3            | S1;S2       |
                """);
    }

    @Test
    void anEvaluationHasOneRowForEachKind() {
        assertTable(
                compute(
                        """
                        | evaluation_id | evaluated_on | case_mark |
                        | E1            | 2026-05-02   | excellent |
                        | E2            | 2026-05-02   | severe    |
                        """,
                        """
                        | evaluation_id | error_code |
                        | E1            | S1         |
                        | E2            | S1         |
                        """),
                CaseLibrary.TABLE,
                """
                | evaluation_id | kind      | error_codes |
                | E1            | excellent |             |
                | E1            | severe    | S1          |
                | E2            | severe    | S1          |
                """);
    }

    @Test
    void anErrorThatAnAppealRemovedLeavesOnlyTheMark() {
        assertTable(
                compute(
                        """
                        | evaluation_id | evaluated_on | case_mark |
                        | E1            | 2026-05-02   |           |
                        | E2            | 2026-05-02   | severe    |
                        """,
                        """
                        | evaluation_id | error_code | stands |
                        | E1            | S1         | false  |
                        | E2            | S1         | false  |
                        """),
                CaseLibrary.TABLE,
                """
                | evaluation_id | kind   | error_codes |
                | E2            | severe |             |
                """);
    }

    @Test
    void dialTestsAndUnknownInteractionsHaveNoRecording() {
        assertTable(
                compute(
                        """
                        | evaluation_id | evaluated_on | interaction_id | case_mark |
                        | E1            | 2026-05-02   |                | excellent |
                        | E2            | 2026-05-02   | I99            | excellent |
                        """,
                        NO_ERRORS),
                CaseLibrary.TABLE,
                """
                | evaluation_id | interaction_id | recording_ref |
                | E1            |                |               |
                | E2            | I99            |               |
                """);
    }

    @Test
    void onlyWhatIsPublishedInTheMonthsUpToTheRunDateIsKept() {
        assertTable(
                compute(
                        """
                        | evaluation_id | evaluated_on | case_mark | published |
                        | E1            | 2026-05-20   | excellent | true      |
                        | E2            | 2026-05-21   | excellent | true      |
                        | E3            | 2026-05-20   | excellent | false     |
                        | E4            | 2026-04-20   | excellent | true      |
                        | E5            | 2026-05-20   | praised   | true      |
                        """,
                        NO_ERRORS),
                CaseLibrary.TABLE,
                """
                | evaluation_id |
                | E1            |
                """);
    }

    @Test
    void aCentreWithoutEvaluationsHasNone() {
        assertTable(compute("| evaluation_id | evaluated_on |", NO_ERRORS), CaseLibrary.TABLE, "| evaluation_id |");
    }

    private Dataset<Row> compute(String evaluations, String errors) {
        return CaseLibraryMart.compute(
                evaluations(evaluations),
                errors(errors),
                errorTypes,
                interactions(
                        """
                        | interaction_id | started_on | recording_ref |
                        | I1             | 2026-05-01 | R1            |
                        | I2             | 2026-04-30 | R2            |
                        | I3             | 2026-05-01 | R3            |
                        """),
                List.of(MAY),
                LocalDate.parse("2026-05-20"));
    }
}
