package org.zhijian.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhijian.etl.mart.PlanPeriod;
import org.zhijian.etl.mart.PlanTables;
import org.zhijian.etl.mart.SamplingPlanMart;
import org.zhijian.schema.Column;
import org.zhijian.schema.Table;
import org.zhijian.schema.mart.SamplingPlan;
import org.zhijian.schema.mart.SamplingQuota;
import org.zhijian.schema.mart.TierAdjustment;
import org.zhijian.schema.settings.Settings;
import org.zhijian.schema.star.DimAgent;
import org.zhijian.schema.star.DimBusinessType;
import org.zhijian.schema.star.DimChannel;
import org.zhijian.schema.star.DimInspector;
import org.zhijian.schema.star.DimTeam;
import org.zhijian.schema.star.DimTimeBand;
import org.zhijian.schema.star.FactInteraction;

class PlanVerifyCommandTest {
    private static final LocalDate APRIL = LocalDate.of(2026, 4, 1);
    private static final LocalDate END = LocalDate.of(2026, 4, 30);

    @TempDir
    private static Path folder;

    private static SparkWarehouse warehouse;

    @BeforeAll
    static void publishAPlan() {
        warehouse = new SparkWarehouse(folder.resolve("warehouse"))
                .append(
                        FactInteraction.TABLE,
                        IntStream.range(0, 60)
                                .mapToObj(PlanVerifyCommandTest::interaction)
                                .toArray(Object[][]::new))
                .append(SamplingQuota.TABLE, new Object[][] {
                    row(Date.valueOf(APRIL), "a1", "B", null, null, 6L, "configured", "centre", null, null, 6L)
                })
                .append(TierAdjustment.TABLE)
                .append(DimAgent.TABLE)
                .append(DimTeam.TABLE, new Object[][] {row(1L, "t1")})
                .append(DimTimeBand.TABLE, new Object[][] {row(1L, "peak", null)})
                .append(DimChannel.TABLE, new Object[][] {row(1L, "voice_in")})
                .append(DimBusinessType.TABLE, new Object[][] {row(1L, "consultation")})
                .append(DimInspector.TABLE, new Object[][] {row(1L, "q1", "i", "junior", null, 100, false)})
                .append(SamplingPlan.TABLE);
        Dataset<Row> plan = SamplingPlanMart.compute(
                new PlanTables(
                        table(FactInteraction.TABLE),
                        table(SamplingQuota.TABLE),
                        table(TierAdjustment.TABLE),
                        table(DimAgent.TABLE),
                        table(DimTeam.TABLE),
                        table(DimTimeBand.TABLE),
                        table(DimChannel.TABLE),
                        table(DimBusinessType.TABLE),
                        table(DimInspector.TABLE)),
                table(SamplingPlan.TABLE),
                List.of(),
                new PlanPeriod(Set.of(APRIL), null, END),
                Settings.defaults());
        warehouse
                .append(
                        SamplingPlan.TABLE,
                        plan.collectAsList().stream()
                                .map(PlanVerifyCommandTest::values)
                                .toArray(Object[][]::new))
                .publish("2026-04-30");
    }

    @Test
    void aPlanIsDrawnAgainAndARowThatWasAddedIsFound() {
        Run same = verify();
        assertThat(same.exitCode()).isZero();
        assertThat(same.out())
                .containsPattern("2026-04 +7 +0 +0")
                .contains("no row of the plan differs from the draw")
                .doesNotContain("Not comparable");

        Row forged = table(SamplingPlan.TABLE).filter("category = 'agent'").head();
        Object[] values = values(forged);
        values[SamplingPlan.TABLE.columns().indexOf(SamplingPlan.INTERACTION_ID)] = "forged";
        warehouse.append(SamplingPlan.TABLE, new Object[][] {values}).publish("2026-04-30");

        Run different = verify("--month", "2026-04");
        assertThat(different.exitCode()).isEqualTo(1);
        assertThat(different.out()).containsPattern("2026-04 +\\d+ +0 +1").contains(": 1 row differs from the draw");
        assertThat(different.err()).contains("agent forged not_drawn");
    }

    @Test
    void otherSettingsAreTheUsersToMend() throws Exception {
        Path config = Files.writeString(folder.resolve("zhijian.yaml"), "draw:\n  seed: other\n");

        Run run = verify("--config", config.toString());

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("--config");
        Files.writeString(config, "reports:\n  locales: [en]\npublications:\n  keep-days: 30\n");
        assertThat(verify("--config", config.toString()).out()).contains("2026-04");
        assertThat(Run.of("plan").exitCode()).isEqualTo(2);
    }

    private static Run verify(String... more) {
        return Run.of(Stream.concat(
                        Stream.of(
                                "plan",
                                "verify",
                                "--warehouse",
                                folder.resolve("warehouse").toString()),
                        Stream.of(more))
                .toArray(String[]::new));
    }

    private static Dataset<Row> table(Table table) {
        return SparkSession.active()
                .read()
                .format("delta")
                .load(folder.resolve("warehouse").resolve(table.path()).toString());
    }

    /** Two consultations a day. */
    private static Object[] interaction(int number) {
        LocalDate day = APRIL.plusDays(number / 2);
        return FactInteraction.TABLE.columns().stream()
                .map(column -> value(column, number, day))
                .toArray();
    }

    private static Object value(Column column, int number, LocalDate day) {
        return switch (column.name()) {
            case "interaction_id" -> "i" + number;
            case "month" -> Date.valueOf(APRIL);
            case "started_on" -> Date.valueOf(day);
            case "started_at" -> Timestamp.valueOf(day.atTime(9, 30));
            case "agent_id" -> "a1";
            case "outcome" -> "answered";
            case "human_handled" -> true;
            case "time_band_key", "team_key", "channel_key", "business_type_key", "agent_key" -> 1L;
            default -> null;
        };
    }

    private static Object[] values(Row row) {
        return IntStream.range(0, row.size()).mapToObj(row::get).toArray();
    }

    private static Object[] row(Object... values) {
        return values;
    }
}
