package org.zhijian.etl.star;

import static org.zhijian.etl.testing.Comparison.assertTable;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.zhijian.etl.testing.Tables;
import org.zhijian.schema.raw.Agents;
import org.zhijian.schema.star.DimAgent;

class AgentDimensionTest {
    @Test
    void leavingIsKnownFromTheLastRecordOfTheSameTimeOnThePost() {
        assertTable(
                dimension(
                        """
                        | agent_id | team | on_post_date | left_date  | effective_from |
                        | A        | T1   | 2024-01-08   |            | 2024-01-08     |
                        | A        | T2   | 2024-01-08   |            | 2024-06-01     |
                        | A        | T2   | 2024-01-08   | 2025-03-01 | 2025-03-10     |
                        | A        | T3   | 2025-07-01   |            | 2025-07-01     |
                        | A        | T4   | 2025-07-01   | 2026-02-01 | 2026-01-15     |
                        """),
                DimAgent.TABLE,
                """
                | agent_id | team | on_post_date | left_date  | valid_from | valid_to   |
                | unknown  |      |              |            | 1900-01-01 | 9999-12-31 |
                | A        | T1   | 2024-01-08   | 2025-03-01 | 1900-01-01 | 2024-06-01 |
                | A        | T2   | 2024-01-08   | 2025-03-01 | 2024-06-01 | 2025-03-10 |
                | A        | T2   | 2024-01-08   | 2025-03-01 | 2025-03-10 | 2025-07-01 |
                | A        | T3   | 2025-07-01   | 2026-02-01 | 2025-07-01 | 2026-01-15 |
                | A        | T4   | 2025-07-01   | 2026-02-01 | 2026-01-15 | 9999-12-31 |
                """);
    }

    @Test
    void aRecordThatHoldsLaterLeavesThePostDateOfBefore() {
        assertTable(
                dimension(
                        """
                        | agent_id | team | on_post_date | left_date | effective_from |
                        | A        | T1   | 2020-01-01   |           |                |
                        | A        | T1   | 2026-05-01   |           | 2026-05-01     |
                        """),
                DimAgent.TABLE,
                """
                | agent_id | on_post_date | left_date | valid_from |
                | unknown  |              |           | 1900-01-01 |
                | A        | 2020-01-01   |           | 1900-01-01 |
                | A        | 2026-05-01   |           | 2026-05-01 |
                """);
    }

    private static Dataset<Row> dimension(String agents) {
        Dataset<Row> records = Tables.of(Agents.ENTITY.table(), agents);
        return AgentDimension.compute(records, records.select(DimAgent.AGENT_ID.name()));
    }
}
