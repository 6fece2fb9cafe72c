package org.zhijian.etl.mart;

import static org.zhijian.etl.testing.Comparison.assertTable;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.zhijian.etl.testing.Tables;
import org.zhijian.schema.mart.AgentMonthScore;
import org.zhijian.schema.mart.AgentMonthVolume;
import org.zhijian.schema.mart.VolumeForecast;
import org.zhijian.schema.settings.Settings;

class ForecastMartTest {
    private static final String NO_SCORES = "| qa_month | agent_id | evaluations | score_mean |";
    private static final String FOUR_MONTHS =
            """
            | month      | agent_id | interactions |
            | 2026-01-01 | A        | 60           |
            | 2026-01-01 | B        | 40           |
            | 2026-02-01 | A        | 104          |
            | 2026-03-01 | A        | 98           |
            | 2026-04-01 | A        | 101          |
            """;

    @Test
    void eachMonthIsForecastFromTheMonthsBeforeIt() {
        assertTable(
                compute(FOUR_MONTHS, NO_SCORES, "2026-04-30", "2026-01-01", "2026-02-01", "2026-03-01", "2026-05-01"),
                VolumeForecast.TABLE,
                """
                | month      | measure | forecast | lower     | upper      | lower_80  | upper_80   | method     | history_months | backtest_months | mean_absolute_percentage_error |
                | 2026-02-01 | volume  | 100      |           |            |           |            | last_value | 1              | 0               |                                |
                | 2026-03-01 | volume  | 104      |           |            |           |            | last_value | 2              | 1               | 3.8461538                      |
                | 2026-05-01 | volume  | 101      | 86.6495548 | 115.3504452 | 93.6150017 | 108.3849983 | last_value | 4              | 3               | 4.3129666                      |
                """);
    }

    @Test
    void aMonthIsForecastOnceTheMonthBeforeIsClosed() {
        String forecastOfMay =
                """
                | month      | measure |
                | 2026-05-01 | volume  |
                """;
        assertTable(
                compute(FOUR_MONTHS, NO_SCORES, "2026-04-29", "2026-05-01"),
                VolumeForecast.TABLE,
                "| month | measure |");
        assertTable(compute(FOUR_MONTHS, NO_SCORES, "2026-04-30", "2026-05-01"), VolumeForecast.TABLE, forecastOfMay);
        assertTable(compute(FOUR_MONTHS, NO_SCORES, "2026-06-30", "2026-05-01"), VolumeForecast.TABLE, forecastOfMay);
    }

    @Test
    void theHistoryGoesBackToAMonthWithoutData() {
        assertTable(
                compute(
                        """
                        | month      | agent_id | interactions |
                        | 2025-10-01 | A        | 5000         |
                        | 2025-12-01 | A        | 100          |
                        | 2026-01-01 | A        | 110          |
                        """,
                        NO_SCORES,
                        "2026-03-31",
                        "2025-12-01",
                        "2026-02-01",
                        "2026-03-01"),
                VolumeForecast.TABLE,
                """
                | month      | measure | forecast | history_months | backtest_months |
                | 2026-02-01 | volume  | 110      | 2              | 1               |
                """);
    }

    @Test
    void theMeanScoreWeighsAgentsByTheirEvaluationsAndStaysWithinItsRange() {
        assertTable(
                compute(
                        "| month | agent_id | interactions |",
                        """
                        | qa_month   | agent_id | evaluations | score_mean |
                        | 2025-12-01 | A        | 1           | 99         |
                        | 2026-01-01 | A        | 1           | 95         |
                        | 2026-02-01 | A        | 1           | 90         |
                        | 2026-03-01 | A        | 3           | 100        |
                        | 2026-03-01 | B        | 1           | 90         |
                        """,
                        "2026-03-31",
                        "2026-04-01"),
                VolumeForecast.TABLE,
                """
                | month      | measure    | forecast | lower     | upper | method     |
                | 2026-04-01 | mean_score | 97.5     | 79.3805395 | 100   | last_value |
                """);
    }

    @Test
    void theTestedMonthsAreASetting() {
        assertTable(
                ForecastMart.compute(
                        Tables.of(AgentMonthVolume.TABLE, FOUR_MONTHS + "| 2026-05-01 | A | 90 |"),
                        Tables.of(AgentMonthScore.TABLE, NO_SCORES),
                        List.of(LocalDate.parse("2026-06-01")),
                        LocalDate.parse("2026-05-31"),
                        Settings.with(Map.of("trends.backtest-months", 3))),
                VolumeForecast.TABLE,
                """
                | month      | forecast | history_months | backtest_months |
                | 2026-06-01 | 90       | 5              | 3               |
                """);
    }

    private static Dataset<Row> compute(String volumes, String scores, String runDate, String... months) {
        return ForecastMart.compute(
                Tables.of(AgentMonthVolume.TABLE, volumes),
                Tables.of(AgentMonthScore.TABLE, scores),
                Stream.of(months).map(LocalDate::parse).toList(),
                LocalDate.parse(runDate),
                Settings.defaults());
    }
}
