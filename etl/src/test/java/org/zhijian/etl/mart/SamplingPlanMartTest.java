package org.zhijian.etl.mart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.zhijian.etl.testing.Comparison.assertRows;
import static org.zhijian.etl.testing.Comparison.assertTable;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.Test;
import org.zhijian.etl.draw.SpecialOrder;
import org.zhijian.etl.io.Session;
import org.zhijian.etl.testing.Star;
import org.zhijian.etl.testing.Tables;
import org.zhijian.schema.mart.SamplingPlan;
import org.zhijian.schema.mart.SamplingQuota;
import org.zhijian.schema.mart.TierAdjustment;
import org.zhijian.schema.settings.Settings;
import org.zhijian.schema.star.DimBusinessType;
import org.zhijian.schema.star.DimChannel;
import org.zhijian.schema.star.DimInspector;
import org.zhijian.schema.star.DimTeam;
import org.zhijian.schema.star.DimTimeBand;
import org.zhijian.schema.text.UserError;

class SamplingPlanMartTest {
    private static final LocalDate APRIL = LocalDate.parse("2026-04-01");
    private static final LocalDate END = LocalDate.parse("2026-04-30");
    private static final String NO_QUOTAS = "| plan_month | agent_id | tier | quota |";
    private static final String NO_CHANGES = "| plan_month | agent_id | effective_on | to_tier | quota |";
    private static final String HEADER =
            "| interaction_id | started_on | agent_id | team_key | time_band_key | channel_key | business_type_key |\n";

    private final Dataset<Row> none = Tables.of(SamplingPlan.TABLE, "| plan_month |");

    /** B's interactions are on one day; A has two a day, one of them at peak. */
    private static String interactions() {
        return HEADER
                + IntStream.rangeClosed(1, 30)
                        .mapToObj(
                                "| A%1$02dp | 2026-04-%1$02d | A | 1 | 1 | 1 | 1 |\n| A%1$02dn | 2026-04-%1$02d | A | 1 | 2 | 1 | 1 |\n"
                                        ::formatted)
                        .collect(Collectors.joining())
                + "| B1 | 2026-04-12 | B | 2 | 1 | 1 | 1 |\n| B2 | 2026-04-12 | B | 2 | 1 | 1 | 1 |\n";
    }

    @Test
    void agentsAreDrawnByTheirQuotaWithAReasonForEachTier() {
        Dataset<Row> plan = compute(
                tables(
                        interactions(),
                        """
                        | plan_month | agent_id | tier | quota |
                        | 2026-04-01 | A        | A    | 4     |
                        | 2026-04-01 | B        | C    | 9     |
                        """,
                        NO_CHANGES),
                none,
                null,
                END,
                noEvents());

        assertRows(
                plan.groupBy("plan_month", "category", "agent_id", "reason", "method", "seed")
                        .agg(functions.count(functions.lit(1)).as("rows"))
                        .select("category", "agent_id", "reason", "method", "seed", "rows"),
                "category string, agent_id string, reason string, method string, seed string, rows bigint",
                """
                | category | agent_id | reason | method   | seed    | rows |
                | agent    | A        | tier_a | sampling | zhijian | 4    |
                | agent    | B        | tier_c | sampling | zhijian | 2    |
                """);
        assertRows(
                plan.filter("agent_id = 'A'")
                        .groupBy("stratum")
                        .agg(functions.count(functions.lit(1)).as("rows")),
                "stratum string, rows bigint",
                """
                | stratum                       | rows |
                | peak/consultation/voice_in    | 2    |
                | normal/consultation/voice_in  | 2    |
                """);
        assertTable(
                plan,
                SamplingPlan.TABLE,
                """
                | plan_month | category |
                | 2026-04-01 | agent    |
                | 2026-04-01 | agent    |
                | 2026-04-01 | agent    |
                | 2026-04-01 | agent    |
                | 2026-04-01 | agent    |
                | 2026-04-01 | agent    |
                """);
    }

    @Test
    void theQuotaFollowsAChangeOfTheTierAndNewcomersAreNamed() {
        PlanTables tables = tables(
                interactions() + "| N1 | 2026-04-05 | N | 1 | 1 | 1 | 1 |\n| N2 | 2026-04-05 | N | 1 | 1 | 1 | 1 |\n",
                """
                | plan_month | agent_id | tier | quota |
                | 2026-04-01 | A        | A    | 1     |
                | 2026-04-01 | N        | C    | 30    |
                """,
                """
                | plan_month | agent_id | effective_on | to_tier | quota |
                | 2026-04-01 | A        | 2026-04-20   | C       | 6     |
                """);

        assertRows(
                compute(tables, none, null, day(21), noEvents())
                        .groupBy("agent_id", "reason", "drawn_on")
                        .agg(functions.count(functions.lit(1)).as("rows")),
                "agent_id string, reason string, drawn_on date, rows bigint",
                """
                | agent_id | reason   | drawn_on   | rows |
                | A        | tier_a   | 2026-04-13 | 1    |
                | A        | tier_c   | 2026-04-20 | 2    |
                | A        | tier_c   | 2026-04-21 | 1    |
                | N        | newcomer | 2026-04-05 | 2    |
                """);
    }

    @Test
    void sharesDrawAllOfANewcomerAndAFifthOfTheOthers() {
        Settings shares = Settings.with(Map.of("draw.profile", "shares", "event-qa.percent", 0));
        String interactions = HEADER
                + IntStream.rangeClosed(1, 11)
                        .mapToObj(
                                "| A%1$d | 2026-04-02 | A | 1 | 1 | 1 | 1 |\n| N%1$d | 2026-04-02 | N | 1 | 1 | 1 | 1 |\n"
                                        ::formatted)
                        .collect(Collectors.joining());

        assertRows(
                compute(tables(interactions, NO_QUOTAS, NO_CHANGES), none, null, END, shares)
                        .groupBy("agent_id", "reason")
                        .agg(functions.count(functions.lit(1)).as("rows")),
                "agent_id string, reason string, rows bigint",
                """
                | agent_id | reason   | rows |
                | A        | share    | 3    |
                | N        | newcomer | 11   |
                """);
    }

    @Test
    void eventsAreDrawnByTheirReasons() {
        String interactions =
                """
                | interaction_id | started_on | agent_id | human_handled | business_type_key | talk_seconds | keywords | emotion_abnormal |
                | c-nobody       | 2026-04-03 |          | false         | 2                 |              |          |                  |
                | c-keyword      | 2026-04-03 | A        | true          | 2                 | 400          | refund   |                  |
                | keyword        | 2026-04-03 | A        | true          | 1                 | 400          | refund   | true             |
                | blank          | 2026-04-03 | A        | true          | 1                 | 300          | ;        | false            |
                | emotion        | 2026-04-03 | A        | true          | 1                 | 301          |          | true             |
                | long           | 2026-04-03 | A        | true          | 1                 | 301          |          |                  |
                | short          | 2026-04-03 | A        | true          | 1                 | 29           |          |                  |
                | unanswered     | 2026-04-03 |          | false         | 1                 | 0            | refund   | true             |
                """;

        assertTable(
                compute(
                        tables(interactions, NO_QUOTAS, NO_CHANGES),
                        none,
                        null,
                        END,
                        Settings.with(Map.of("event-qa.percent", 100))),
                SamplingPlan.TABLE,
                """
                | plan_month | interaction_id | agent_id | category | reason      | drawn_on   | stratum     | inclusion_probability |
                | 2026-04-01 | c-nobody       |          | event    | complaint   | 2026-04-03 | complaint   | 1                     |
                | 2026-04-01 | c-keyword      | A        | event    | complaint   | 2026-04-03 | complaint   | 1                     |
                | 2026-04-01 | keyword        | A        | event    | keyword     | 2026-04-03 | keyword     | 1                     |
                | 2026-04-01 | emotion        | A        | event    | emotion     | 2026-04-03 | emotion     | 1                     |
                | 2026-04-01 | long           | A        | event    | ultra_long  | 2026-04-03 | ultra_long  | 1                     |
                | 2026-04-01 | short          | A        | event    | ultra_short | 2026-04-03 | ultra_short | 1                     |
                """);
    }

    @Test
    void ordersAreDrawnInTheirDaysAndNoInteractionTwice() {
        List<SpecialOrder> orders = List.of(
                new SpecialOrder("peak", day(10), day(12), "time_band = 'peak' and agent_id = 'A'", 2, "online"),
                new SpecialOrder("all of A", day(10), day(12), "agent_id = 'A' and team = 'T1'", 9, "sampling"));

        Dataset<Row> plan = SamplingPlanMart.compute(
                tables(interactions(), NO_QUOTAS, NO_CHANGES),
                none,
                orders,
                new PlanPeriod(Set.of(APRIL), null, END),
                noEvents());

        assertRows(
                plan.groupBy("category", "topic", "reason", "method")
                        .agg(functions.count(functions.lit(1)).as("rows")),
                "category string, topic string, reason string, method string, rows bigint",
                """
                | category | topic    | reason   | method   | rows |
                | special  | peak     | peak     | online   | 2    |
                | special  | all of A | all of A | sampling | 4    |
                """);
        assertThat(plan.select("interaction_id").distinct().count()).isEqualTo(6);
        assertThat(plan.filter("drawn_on not between '2026-04-10' and '2026-04-12'")
                        .count())
                .isZero();
    }

    @Test
    void aConditionThatIsNoneIsTheUsersToMend() {
        List<SpecialOrder> orders = List.of(new SpecialOrder("x", day(1), day(2), "chanel = 'chat'", 2, "online"));

        assertThatThrownBy(() -> SamplingPlanMart.compute(
                        tables(interactions(), NO_QUOTAS, NO_CHANGES),
                        none,
                        orders,
                        new PlanPeriod(Set.of(APRIL), null, END),
                        noEvents()))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("chanel");
    }

    @Test
    void nobodyInspectsTheirOwnTeamAndNoAgentStaysWithOneInspector() {
        Dataset<Row> plan = compute(
                tables(
                        interactions(),
                        """
                        | plan_month | agent_id | tier | quota |
                        | 2026-04-01 | A        | B    | 6     |
                        | 2026-04-01 | B        | B    | 2     |
                        """,
                        NO_CHANGES),
                none,
                null,
                END,
                noEvents());

        assertRows(
                plan.groupBy("agent_id")
                        .agg(functions
                                .sort_array(functions.collect_set("inspector_id"))
                                .cast("string")
                                .as("inspectors")),
                "agent_id string, inspectors string",
                """
                | agent_id | inspectors |
                | A        | [Q2, Q3]   |
                | B        | [Q1, Q3]   |
                """);
    }

    @Test
    void whoseCapacityIsNotSaidGetsAsMuchAsTheMeanOfTheOthers() {
        String quota = "| plan_month | agent_id | tier | quota |\n| 2026-04-01 | A | B | 9 |\n";
        assertThat(workOf("| 1 | Q1 | 20 | false |\n| 2 | Q2 | 10 | false |\n| 3 | Q3 | | false |\n", quota))
                .as("capacities of 20, 10 and 15")
                .isEqualTo(Map.of("Q1", 4L, "Q2", 2L, "Q3", 3L));
        assertThat(workOf("| 1 | Q1 | | false |\n| 2 | Q2 | | false |\n", quota))
                .isEqualTo(Map.of("Q1", 5L, "Q2", 4L));
    }

    private Map<String, Long> workOf(String inspectors, String quota) {
        PlanTables tables = tables(
                interactions(),
                quota,
                NO_CHANGES,
                "| inspector_key | inspector_id | monthly_capacity | inferred |\n" + inspectors);
        return compute(tables, none, null, END, noEvents()).collectAsList().stream()
                .collect(Collectors.groupingBy(row -> row.getAs("inspector_id"), Collectors.counting()));
    }

    @Test
    void nightByNightIsAllAtOnce() {
        PlanTables tables = tables(
                interactions(),
                """
                | plan_month | agent_id | tier | quota |
                | 2026-04-01 | A        | B    | 7     |
                | 2026-04-01 | B        | B    | 3     |
                """,
                NO_CHANGES);
        Settings settings = Settings.with(Map.of("event-qa.percent", 10));
        Dataset<Row> plan = none;
        LocalDate through = null;
        for (LocalDate night : List.of(day(3), day(12), day(13), day(29), END, END, day(35))) {
            plan = kept(compute(tables, plan, through, night, settings));
            through = night;
        }

        assertThat(rows(plan))
                .isEqualTo(rows(compute(tables, none, null, END, settings)))
                .hasSize(9 + 7);
    }

    @Test
    void whatWasDrawnStaysWhenAnInteractionComesLate() {
        String quotas =
                """
                | plan_month | agent_id | tier | quota |
                | 2026-04-01 | B        | B    | 5     |
                """;
        Dataset<Row> first = kept(compute(tables(interactions(), quotas, NO_CHANGES), none, null, day(13), noEvents()));
        String late =
                interactions() + "| B0 | 2026-04-02 | B | 2 | 1 | 1 | 1 |\n| C0 | 2026-04-02 | B | 2 | 1 | 1 | 2 |\n";

        Dataset<Row> next = compute(tables(late, quotas, NO_CHANGES), first, day(13), day(14), noEvents());
        Dataset<Row> last = compute(tables(late, quotas, NO_CHANGES), kept(next), day(14), END, noEvents());

        assertThat(rows(next)).containsAll(rows(first));
        assertRows(
                last,
                "category string, interaction_id string, drawn_on date",
                """
                | category | interaction_id | drawn_on   |
                | agent    | B1             | 2026-04-12 |
                | agent    | B2             | 2026-04-12 |
                | event    | C0             | 2026-04-14 |
                | agent    | B0             | 2026-04-30 |
                | agent    | C0             | 2026-04-30 |
                """);
    }

    @Test
    void anInteractionThatChangedItsAgentIsNotDrawnAgain() {
        String quotas =
                """
                | plan_month | agent_id | tier | quota |
                | 2026-04-01 | A        | B    | 5     |
                | 2026-04-01 | B        | B    | 5     |
                """;
        String before = HEADER + "| I1 | 2026-04-12 | A | 1 | 1 | 1 | 1 |\n";
        Dataset<Row> first = kept(compute(tables(before, quotas, NO_CHANGES), none, null, day(12), noEvents()));

        assertRows(
                compute(tables(before.replace("| A |", "| B |"), quotas, NO_CHANGES), first, day(12), END, noEvents()),
                "interaction_id string, agent_id string",
                """
                | interaction_id | agent_id |
                | I1             | A        |
                """);
    }

    @Test
    void thePlanOfAMonthThatHasNotBegunIsEmpty() {
        assertThat(compute(tables(interactions(), NO_QUOTAS, NO_CHANGES), none, null, APRIL.minusDays(1), noEvents())
                        .count())
                .isZero();
    }

    @Test
    void aPlanIsDrawnAgainAndWhatWasMeddledWithIsFound() {
        String quotas =
                """
                | plan_month | agent_id | tier | quota |
                | 2026-04-01 | A        | B    | 8     |
                | 2026-04-01 | B        | B    | 9     |
                """;
        PlanTables tables = tables(interactions(), quotas, NO_CHANGES);
        Dataset<Row> plan = kept(compute(tables, none, null, END, noEvents()));
        Row first = plan.filter("agent_id = 'A'").orderBy("drawn_on").head();
        String drawn = first.getAs("interaction_id");
        String other = drawn.substring(0, 3) + (drawn.endsWith("p") ? "n" : "p");
        Dataset<Row> meddled = plan.withColumn(
                "interaction_id",
                functions
                        .when(functions.col("interaction_id").equalTo(drawn), other)
                        .otherwise(functions.col("interaction_id")));

        assertThat(verdicts(tables, plan)).isEqualTo(Map.of("SAME", 10L));
        assertThat(verdicts(tables, meddled)).containsEntry("NOT_DRAWN", 1L).containsEntry("MISSING", 1L);
        assertThat(verdicts(tables(interactions().replace("| B1 ", "| B9 "), quotas, NO_CHANGES), plan))
                .containsOnlyKeys("SAME", "CHANGED");
        assertThat(verdicts(tables(interactions(), quotas.replace("| 8 ", "| 4 "), NO_CHANGES), plan))
                .as("a quota that was restated after the draw")
                .containsOnlyKeys("SAME", "CHANGED");
    }

    private static Map<String, Long> verdicts(PlanTables tables, Dataset<Row> plan) {
        Map<String, Long> verdicts = new HashMap<>();
        PlanRedraw.compute(tables, plan, List.of(), new PlanPeriod(Set.of(APRIL), null, END), noEvents())
                .groupBy(PlanRedraw.VERDICT)
                .count()
                .collectAsList()
                .forEach(row -> verdicts.put(row.getString(0), row.getLong(1)));
        return verdicts;
    }

    /** The rows without what they were computed from. */
    private static Dataset<Row> kept(Dataset<Row> plan) {
        return plan.sparkSession().createDataFrame(plan.collectAsList(), plan.schema());
    }

    private static Set<String> rows(Dataset<Row> plan) {
        return plan.collectAsList().stream().map(Row::toString).collect(Collectors.toSet());
    }

    @Test
    void eachPlanMonthIsATaskOfItsOwnWhereThereIsMuch() {
        Session.expectRows(none.sparkSession(), Long.MAX_VALUE);
        PlanTables tables = tables(
                HEADER + "| A1 | 2026-04-01 | A | 1 | 1 | 1 | 1 |\n| A2 | 2026-05-01 | A | 1 | 1 | 1 | 1 |\n",
                """
                | plan_month | agent_id | tier | quota |
                | 2026-04-01 | A        | A    | 1     |
                | 2026-05-01 | A        | A    | 1     |
                """,
                NO_CHANGES);

        Dataset<Row> plan = SamplingPlanMart.compute(
                tables,
                none,
                List.of(),
                new PlanPeriod(Set.of(APRIL, APRIL.plusMonths(1)), null, LocalDate.parse("2026-05-31")),
                noEvents());

        assertThat(plan.select("interaction_id").toJavaRDD().glom().collect())
                .extracting(rows -> rows.stream().map(row -> row.getString(0)).toList())
                .containsExactly(List.of("A1"), List.of("A2"));
    }

    private static Settings noEvents() {
        return Settings.with(Map.of("event-qa.percent", 0));
    }

    private static LocalDate day(int day) {
        return APRIL.plusDays(day - 1L);
    }

    private static Dataset<Row> compute(
            PlanTables tables, Dataset<Row> earlier, LocalDate drawnThrough, LocalDate runDate, Settings settings) {
        return SamplingPlanMart.compute(
                tables, earlier, List.of(), new PlanPeriod(Set.of(APRIL), drawnThrough, runDate), settings);
    }

    private static PlanTables tables(String interactions, String quotas, String changes) {
        return tables(
                interactions,
                quotas,
                changes,
                """
                | inspector_key | inspector_id | team | monthly_capacity | inferred |
                | 1             | Q1           | T1   | 100              | false    |
                | 2             | Q2           | T2   | 100              | false    |
                | 3             | Q3           |      | 100              | false    |
                | 4             | Q4           |      |                  | true     |
                | 5             | Q5           |      | 0                | false    |
                | 0             | unknown      |      |                  | false    |
                """);
    }

    private static PlanTables tables(String interactions, String quotas, String changes, String inspectors) {
        return new PlanTables(
                Star.interactions(interactions),
                Tables.of(SamplingQuota.TABLE, quotas),
                Tables.of(TierAdjustment.TABLE, changes),
                Star.agents(
                        """
                        | agent_id | on_post_date |
                        | A        | 2020-01-01   |
                        | B        | 2020-01-01   |
                        | N        | 2026-03-01   |
                        """),
                Tables.of(DimTeam.TABLE, "| team_key | team |\n| 1 | T1 |\n| 2 | T2 |"),
                Tables.of(DimTimeBand.TABLE, "| time_band_key | time_band |\n| 1 | peak |\n| 2 | normal |"),
                Tables.of(DimChannel.TABLE, "| channel_key | channel |\n| 1 | voice_in |\n| 2 | chat |"),
                Tables.of(
                        DimBusinessType.TABLE,
                        "| business_type_key | business_type |\n| 1 | consultation |\n| 2 | complaint |"),
                Tables.of(DimInspector.TABLE, inspectors));
    }
}
