package org.zhijian.etl.mart;

import static org.zhijian.etl.testing.Comparison.assertTable;
import static org.zhijian.etl.testing.Star.agents;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.zhijian.etl.testing.Tables;
import org.zhijian.schema.mart.AgentMonthVolume;
import org.zhijian.schema.mart.SamplingQuota;
import org.zhijian.schema.mart.TierAssignment;
import org.zhijian.schema.settings.Settings;

class SamplingQuotaMartTest {
    private static final LocalDate APRIL = LocalDate.parse("2026-04-01");
    private static final LocalDate END_OF_MARCH = LocalDate.parse("2026-03-31");
    private static final String ONE_OF_EACH_TIER =
            """
            | plan_month | agent_id | tier |
            | 2026-04-01 | A        | A    |
            | 2026-04-01 | B        | B    |
            | 2026-04-01 | C        | C    |
            """;

    private final Dataset<Row> agents = agents(
            """
            | agent_key | agent_id | team | skill_group | valid_from | valid_to   |
            | 1         | A        | T1   | voice       | 1900-01-01 | 2026-04-01 |
            | 2         | A        | T2   | chat        | 2026-04-01 | 9999-12-31 |
            | 3         | B        | T1   | voice       | 1900-01-01 | 2026-03-31 |
            | 4         | B        | T2   |             | 2026-03-31 | 9999-12-31 |
            | 5         | C        | T3   |             | 1900-01-01 | 9999-12-31 |
            """);

    @Test
    void onePercentOfLastYearsVolumeAnAgentIsRoundedUpAndSoAreTheTiers() {
        assertTable(
                compute(
                        """
                        | month      | agent_id | interactions |
                        | 2025-04-01 | A        | 601          |
                        | 2025-04-01 | X        | 800          |
                        | 2025-05-01 | A        | 9000         |
                        | 2025-03-01 | A        | 9000         |
                        """,
                        Settings.defaults()),
                SamplingQuota.TABLE,
                """
                | plan_month | agent_id | tier | base_month | base_volume | quota | basis                | base_scope | base_interactions | base_agents | base_quota |
                | 2026-04-01 | A        | A    | 2025-04-01 | 700.5       | 3     | same_month_last_year | centre     | 1401              | 2           | 8          |
                | 2026-04-01 | B        | B    | 2025-04-01 | 700.5       | 8     | same_month_last_year | centre     | 1401              | 2           | 8          |
                | 2026-04-01 | C        | C    | 2025-04-01 | 700.5       | 12    | same_month_last_year | centre     | 1401              | 2           | 8          |
                """);
    }

    @Test
    void aVolumeOf700IsSevenAndNotEight() {
        assertTable(
                compute(
                        """
                        | month      | agent_id | interactions |
                        | 2025-04-01 | A        | 1400         |
                        | 2025-04-01 | X        | 699          |
                        | 2025-04-01 | Y        | 1            |
                        """,
                        Settings.defaults()),
                SamplingQuota.TABLE,
                """
                | agent_id | base_volume | base_quota | quota |
                | A        | 700         | 7          | 3     |
                | B        | 700         | 7          | 7     |
                | C        | 700         | 7          | 11    |
                """);
    }

    @Test
    void atLeastOneIsInspected() {
        assertTable(
                compute(
                        """
                        | month      | agent_id | interactions |
                        | 2025-04-01 | A        | 3            |
                        """,
                        Settings.with(Map.of("quotas.percent", 0))),
                SamplingQuota.TABLE,
                """
                | agent_id | base_quota | quota |
                | A        | 1          | 1     |
                | B        | 1          | 1     |
                | C        | 1          | 2     |
                """);
    }

    @Test
    void withoutThatMonthTheLatestEarlierOneIsTheBase() {
        assertTable(
                compute(
                        """
                        | month      | agent_id | interactions |
                        | 2024-12-01 | A        | 100          |
                        | 2025-02-01 | A        | 500          |
                        | 2025-05-01 | A        | 9000         |
                        """,
                        Settings.defaults()),
                SamplingQuota.TABLE,
                """
                | agent_id | base_month | base_volume | basis         | base_quota |
                | A        | 2025-02-01 | 500         | earlier_month | 5          |
                | B        | 2025-02-01 | 500         | earlier_month | 5          |
                | C        | 2025-02-01 | 500         | earlier_month | 5          |
                """);
    }

    @Test
    void withoutAnyMonthTheConfiguredNumberIsTheQuota() {
        assertTable(
                compute(
                        """
                        | month      | agent_id | interactions |
                        | 2025-05-01 | A        | 9000         |
                        """,
                        Settings.with(Map.of("quotas.without-data", 11))),
                SamplingQuota.TABLE,
                """
                | agent_id | base_month | base_volume | basis      | base_scope | base_interactions | base_agents | base_quota | quota |
                | A        |            |             | configured | centre     |                   |             | 11         | 4     |
                | B        |            |             | configured | centre     |                   |             | 11         | 11    |
                | C        |            |             | configured | centre     |                   |             | 11         | 17    |
                """);
    }

    @Test
    void monthsAfterTheRunDateHaveNoVolume() {
        assertTable(
                SamplingQuotaMart.compute(
                        tiers(ONE_OF_EACH_TIER),
                        volumes(
                                """
                                | month      | agent_id | interactions |
                                | 2025-04-01 | A        | 9000         |
                                | 2025-03-01 | A        | 500          |
                                """),
                        agents,
                        List.of(APRIL),
                        LocalDate.parse("2025-03-31"),
                        Settings.defaults()),
                SamplingQuota.TABLE,
                """
                | agent_id | base_month |
                | A        | 2025-03-01 |
                | B        | 2025-03-01 |
                | C        | 2025-03-01 |
                """);
    }

    @Test
    void byTeamEachTeamHasItsOwnBaseAsOfTheLastDayBefore() {
        assertTable(
                compute(
                        """
                        | month      | agent_id | team | interactions |
                        | 2025-04-01 | A        | T1   | 1000         |
                        | 2025-04-01 | B        | T1   | 400          |
                        | 2025-04-01 | B        | T1   | 100          |
                        | 2025-03-01 | B        | T2   | 300          |
                        """,
                        Settings.with(Map.of("quotas.base-by", "team"))),
                SamplingQuota.TABLE,
                """
                | agent_id | base_scope | base_month | base_volume | basis                | base_quota |
                | A        | T1         | 2025-04-01 | 750         | same_month_last_year | 8          |
                | B        | T2         | 2025-03-01 | 300         | earlier_month        | 3          |
                | C        | T3         |            |             | configured           | 5          |
                """);
    }

    @Test
    void whoChangedTeamWithinTheBaseMonthIsOneOfEach() {
        String volumes =
                """
                | month      | agent_id | team | interactions |
                | 2025-04-01 | A        | T1   | 1000         |
                | 2025-04-01 | B        | T1   | 500          |
                | 2025-04-01 | B        | T2   | 300          |
                """;
        assertTable(
                compute(volumes, Settings.with(Map.of("quotas.base-by", "team"))),
                SamplingQuota.TABLE,
                """
                | agent_id | base_scope | base_volume | base_agents |
                | A        | T1         | 750         | 2           |
                | B        | T2         | 300         | 1           |
                | C        | T3         |             |             |
                """);
        assertTable(
                compute(volumes, Settings.defaults()),
                SamplingQuota.TABLE,
                """
                | agent_id | base_scope | base_volume | base_agents |
                | A        | centre     | 900         | 2           |
                | B        | centre     | 900         | 2           |
                | C        | centre     | 900         | 2           |
                """);
    }

    @Test
    void bySkillGroupThoseWithoutAreOneOfTheirOwn() {
        assertTable(
                compute(
                        """
                        | month      | agent_id | skill_group | interactions |
                        | 2025-04-01 | A        | voice       | 1000         |
                        | 2025-04-01 | X        |             | 100          |
                        | 2025-04-01 | Y        |             | 300          |
                        """,
                        Settings.with(Map.of("quotas.base-by", "skill_group"))),
                SamplingQuota.TABLE,
                """
                | agent_id | base_scope | base_volume | base_agents |
                | A        | voice      | 1000        | 1           |
                | B        | ""         | 200         | 2           |
                | C        | ""         | 200         | 2           |
                """);
    }

    @Test
    void everyTierOfThePlanMonthsHasAQuotaAndNoOther() {
        assertTable(
                SamplingQuotaMart.compute(
                        tiers(
                                """
                                | plan_month | agent_id | tier |
                                | 2026-03-01 | A        | B    |
                                | 2026-04-01 | Unknown  | B    |
                                """),
                        volumes("| month | agent_id | interactions |"),
                        agents,
                        List.of(APRIL),
                        END_OF_MARCH,
                        Settings.with(Map.of("quotas.base-by", "team"))),
                SamplingQuota.TABLE,
                """
                | plan_month | agent_id | base_scope | quota |
                | 2026-04-01 | Unknown  | ""         | 5     |
                """);
    }

    private Dataset<Row> compute(String volumes, Settings settings) {
        return SamplingQuotaMart.compute(
                tiers(ONE_OF_EACH_TIER), volumes(volumes), agents, List.of(APRIL), END_OF_MARCH, settings);
    }

    private static Dataset<Row> tiers(String text) {
        return Tables.of(TierAssignment.TABLE, text);
    }

    private static Dataset<Row> volumes(String text) {
        return Tables.of(AgentMonthVolume.TABLE, text);
    }
}
