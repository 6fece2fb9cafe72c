package org.zhijian.etl.mart;

import static org.zhijian.etl.testing.Comparison.assertTable;
import static org.zhijian.etl.testing.Star.agents;
import static org.zhijian.etl.testing.Star.interactions;

import java.time.LocalDate;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.zhijian.schema.mart.AgentMonthVolume;

class AgentMonthVolumeMartTest {
    private static final LocalDate MARCH = LocalDate.parse("2026-03-01");

    private final Dataset<Row> agents = agents(
            """
            | agent_key | agent_id | team | skill_group | valid_from | valid_to   |
            | 1         | A        | T1   | voice       | 1900-01-01 | 2026-03-10 |
            | 2         | A        | T2   |             | 2026-03-10 | 9999-12-31 |
            | 3         | B        | T1   | voice       | 1900-01-01 | 9999-12-31 |
            """);

    @Test
    void countsHumanHandledInteractionsByAgentAndTeamOfTheDay() {
        Dataset<Row> interactions = interactions(
                """
                | started_on | agent_id | agent_key | human_handled |
                | 2026-03-31 | A        | 2         | true          |
                | 2026-03-01 | A        | 1         | true          |
                | 2026-03-31 | B        | 3         | false         |
                | 2026-03-09 | B        | 3         | true          |
                | 2026-03-09 |          | 0         | false         |
                | 2026-04-01 | B        | 3         | true          |
                """);
        assertTable(
                AgentMonthVolumeMart.compute(interactions, agents, List.of(MARCH), LocalDate.parse("2026-04-30")),
                AgentMonthVolume.TABLE,
                """
                | month      | agent_id | team | skill_group | interactions |
                | 2026-03-01 | A        | T1   | voice       | 1            |
                | 2026-03-01 | A        | T2   |             | 1            |
                | 2026-03-01 | B        | T1   | voice       | 1            |
                """);
    }

    @Test
    void ignoresWhatIsAfterTheRunDate() {
        Dataset<Row> interactions = interactions(
                """
                | started_on | agent_id | agent_key |
                | 2026-03-09 | A        | 1         |
                | 2026-03-10 | A        | 2         |
                """);
        assertTable(
                AgentMonthVolumeMart.compute(interactions, agents, List.of(MARCH), LocalDate.parse("2026-03-09")),
                AgentMonthVolume.TABLE,
                """
                | month      | agent_id | team | interactions |
                | 2026-03-01 | A        | T1   | 1            |
                """);
    }

    @Test
    void anAgentWhoIsNotInTheDimensionKeepsItsVolume() {
        Dataset<Row> interactions = interactions(
                """
                | started_on | agent_id | agent_key |
                | 2026-03-09 | X        | 99        |
                """);
        assertTable(
                AgentMonthVolumeMart.compute(interactions, agents, List.of(MARCH), LocalDate.parse("2026-03-31")),
                AgentMonthVolume.TABLE,
                """
                | month      | agent_id | team | skill_group | interactions |
                | 2026-03-01 | X        |      |             | 1            |
                """);
    }
}
