package org.zhijian.etl.mart;

import static org.zhijian.etl.testing.Comparison.assertTable;

import java.time.LocalDate;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.zhijian.etl.testing.Tables;
import org.zhijian.schema.mart.CoachingLoop;
import org.zhijian.schema.mart.ErrorPareto;
import org.zhijian.schema.mart.PdcaIssue;

class PdcaIssueMartTest {
    @Test
    void theVitalFewOfAMonthAreItsIssues() {
        assertTable(
                compute(
                        """
                        | period_type | period_start | error_code | errors | share | vital_few |
                        | month       | 2026-04-01   | G1         | 4      | 0.5   | true      |
                        | month       | 2026-04-01   | G3         | 4      | 0.5   | true      |
                        | month       | 2026-05-01   | G1         | 6      | 0.6   | true      |
                        | month       | 2026-05-01   | G2         | 3      | 0.3   | true      |
                        | month       | 2026-05-01   | G3         | 1      | 0.1   | false     |
                        | week        | 2026-05-01   | G3         | 1      | 0.1   | true      |
                        """,
                        "| month |"),
                PdcaIssue.TABLE,
                """
                | month      | error_code | errors | share | previous_errors | coaching_opened | coaching_closed | status |
                | 2026-05-01 | G1         | 6      | 0.6   | 4               | 0               | 0               | plan   |
                | 2026-05-01 | G2         | 3      | 0.3   | 0               | 0               | 0               | plan   |
                """);
    }

    @Test
    void withoutAnyErrorTheMonthBeforeIsUnknown() {
        assertTable(
                compute(
                        """
                        | period_type | period_start | error_code | errors | vital_few |
                        | week        | 2026-04-01   | G1         | 4      | true      |
                        | month       | 2026-05-01   | G1         | 6      | true      |
                        """,
                        "| month |"),
                PdcaIssue.TABLE,
                """
                | error_code | previous_errors |
                | G1         |                 |
                """);
    }

    @Test
    void theStageFollowsTheMonthsCoachingsAboutIt() {
        assertTable(
                compute(
                        """
                        | period_type | period_start | error_code | errors | vital_few |
                        | month       | 2026-05-01   | Plan       | 6      | true      |
                        | month       | 2026-05-01   | Do         | 6      | true      |
                        | month       | 2026-05-01   | Failed     | 6      | true      |
                        | month       | 2026-05-01   | Some       | 6      | true      |
                        | month       | 2026-05-01   | Act        | 6      | true      |
                        """,
                        """
                        | month      | state   | error_code |
                        | 2026-05-01 | missing | Plan       |
                        | 2026-04-01 | passed  | Plan       |
                        | 2026-05-01 | passed  |            |
                        | 2026-05-01 | open    | Do         |
                        | 2026-05-01 | overdue | Do         |
                        | 2026-05-01 | failed  | Failed     |
                        | 2026-05-01 | passed  | Some       |
                        | 2026-05-01 | open    | Some       |
                        | 2026-05-01 | passed  | Act        |
                        | 2026-05-01 | closed  | Act        |
                        """),
                PdcaIssue.TABLE,
                """
                | error_code | coaching_opened | coaching_closed | status |
                | Plan       | 0               | 0               | plan   |
                | Do         | 2               | 0               | do     |
                | Failed     | 1               | 0               | check  |
                | Some       | 2               | 1               | check  |
                | Act        | 2               | 2               | act    |
                """);
    }

    private static Dataset<Row> compute(String pareto, String coachings) {
        return PdcaIssueMart.compute(
                Tables.of(ErrorPareto.TABLE, pareto),
                Tables.of(CoachingLoop.TABLE, coachings),
                List.of(LocalDate.parse("2026-05-01")));
    }
}
