package org.zhijian.etl.mart;

import static org.zhijian.etl.testing.Comparison.assertRows;
import static org.zhijian.etl.testing.Comparison.assertTable;
import static org.zhijian.etl.testing.Star.interactions;

import java.time.LocalDate;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.zhijian.etl.testing.Tables;
import org.zhijian.schema.mart.SamplingCoverage;
import org.zhijian.schema.mart.SamplingPlan;
import org.zhijian.schema.settings.Settings;
import org.zhijian.schema.star.DimBusinessType;
import org.zhijian.schema.star.DimChannel;

class SamplingCoverageMartTest {
    private static final LocalDate APRIL = LocalDate.parse("2026-04-01");

    private final Dataset<Row> interactions = interactions(
            """
            | interaction_id | started_on | started_at          | channel_key | business_type_key | talk_seconds | human_handled |
            | I1             | 2026-04-01 | 2026-04-01 09:59:59 | 1           | 1                 | 29           | true          |
            | I2             | 2026-04-01 | 2026-04-01 09:00:00 | 1           | 1                 | 60           | true          |
            | I3             | 2026-04-02 | 2026-04-02 10:00:00 | 1           | 2                 | 61           | true          |
            | I4             | 2026-04-02 | 2026-04-02 23:00:00 | 2           | 1                 |              | true          |
            | I5             | 2026-04-02 | 2026-04-02 23:00:00 | 2           | 2                 | 301          | false         |
            | I6             | 2026-04-03 | 2026-04-03 09:00:00 | 1           | 1                 | 29           | true          |
            | I7             | 2026-03-31 | 2026-03-31 09:00:00 | 1           | 1                 | 29           | true          |
            """);

    @Test
    void theDrawIsSetBesideAllHumanHandledInteractions() {
        assertTable(
                compute(
                        """
                        | plan_month | category | interaction_id |
                        | 2026-04-01 | agent    | I1             |
                        | 2026-04-01 | agent    | I3             |
                        | 2026-03-01 | agent    | I7             |
                        """),
                SamplingCoverage.TABLE,
                """
                | plan_month | category | dimension     | value        | interactions | drawn | interaction_share | drawn_share | drawn_rate |
                | 2026-04-01 | agent    | hour          | 09           | 2            | 1     | 0.5               | 0.5         | 0.5        |
                | 2026-04-01 | agent    | hour          | 10           | 1            | 1     | 0.25              | 0.5         | 1          |
                | 2026-04-01 | agent    | hour          | 23           | 1            | 0     | 0.25              | 0           | 0          |
                | 2026-04-01 | agent    | talk_length   | ultra_short  | 1            | 1     | 0.25              | 0.5         | 1          |
                | 2026-04-01 | agent    | talk_length   | minute_1     | 1            | 0     | 0.25              | 0           | 0          |
                | 2026-04-01 | agent    | talk_length   | minute_2     | 1            | 1     | 0.25              | 0.5         | 1          |
                | 2026-04-01 | agent    | talk_length   | unknown      | 1            | 0     | 0.25              | 0           | 0          |
                | 2026-04-01 | agent    | channel       | voice_in     | 3            | 2     | 0.75              | 1           | 0.6666667  |
                | 2026-04-01 | agent    | channel       | chat         | 1            | 0     | 0.25              | 0           | 0          |
                | 2026-04-01 | agent    | business_type | consultation | 3            | 1     | 0.75              | 0.5         | 0.3333333  |
                | 2026-04-01 | agent    | business_type | complaint    | 1            | 1     | 0.25              | 0.5         | 1          |
                """);
    }

    @Test
    void eachCategoryIsComparedForItselfAndOneWithoutADrawIsNot() {
        assertRows(
                compute(
                                """
                                | plan_month | category | interaction_id |
                                | 2026-04-01 | agent    | I4             |
                                | 2026-04-01 | special  | I4             |
                                | 2026-04-01 | event    | I5             |
                                """)
                        .filter("value = 'chat'"),
                "category string, interactions bigint, drawn bigint",
                """
                | category | interactions | drawn |
                | agent    | 1            | 1     |
                | special  | 1            | 1     |
                """);
    }

    @Test
    void withoutAPlanThereIsNothingToCompare() {
        assertTable(compute("| plan_month | category | interaction_id |"), SamplingCoverage.TABLE, "| plan_month |");
    }

    private Dataset<Row> compute(String plan) {
        return SamplingCoverageMart.compute(
                interactions,
                Tables.of(DimChannel.TABLE, "| channel_key | channel |\n| 1 | voice_in |\n| 2 | chat |"),
                Tables.of(
                        DimBusinessType.TABLE,
                        "| business_type_key | business_type |\n| 1 | consultation |\n| 2 | complaint |"),
                Tables.of(SamplingPlan.TABLE, plan),
                Set.of(APRIL),
                APRIL.plusDays(1),
                Settings.defaults());
    }
}
