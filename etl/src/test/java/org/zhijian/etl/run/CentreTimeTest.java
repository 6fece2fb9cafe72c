package org.zhijian.etl.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhijian.etl.io.Warehouse;
import org.zhijian.etl.testing.LocalSpark;
import org.zhijian.schema.Table;
import org.zhijian.schema.mart.AssessmentIndicator;
import org.zhijian.schema.mart.CompetencyFlag;
import org.zhijian.schema.mart.SamplingQuota;
import org.zhijian.schema.mart.TierAssignment;
import org.zhijian.schema.raw.Quarantine;
import org.zhijian.schema.settings.Settings;
import org.zhijian.schema.star.DimDate;
import org.zhijian.schema.star.FactAgentState;
import org.zhijian.schema.star.FactEvaluation;
import org.zhijian.schema.star.FactInteraction;

/** Days, weeks and months are the centre's: at their ends, in leap years, over New Year, and when the clocks change. */
class CentreTimeTest {
    private static final String NEW_YORK = "America/New_York";
    private static final String BERLIN = "Europe/Berlin";
    private static final String SHANGHAI = "Asia/Shanghai";
    private static final String MOMENTS = "interaction_id, started_at, started_on, month";

    @TempDir
    private Path folder;

    @AfterAll
    static void goBackToTheZoneOfTheOtherTests() {
        LocalSpark.session().conf().set("spark.sql.session.timeZone", "UTC");
    }

    /** On 2026-03-08 the clocks went from 02:00 to 03:00, on 2026-11-01 from 02:00 back to 01:00. */
    @Test
    void anHourThatIsSkippedOrRepeatedIsCountedAsItPassed() {
        lands(
                "interactions.csv",
                """
                interaction_id,channel,started_at,answered_at,outcome
                in-the-skipped-hour,voice_in,2026-03-08T02:30:00,,answered
                over-the-skipped-hour,voice_in,2026-03-08T01:59:59,2026-03-08T03:00:01,answered
                first-half-past-one,voice_in,2026-11-01T01:30:00-04:00,,answered
                second-half-past-one,voice_in,2026-11-01T01:30:00-05:00,,answered
                some-half-past-one,voice_in,2026-11-01T01:30:00,,answered
                into-the-repeated-hour,voice_in,2026-11-01T01:59:50-04:00,2026-11-01T01:00:05-05:00,answered
                back-in-time,voice_in,2026-11-01T01:59:50,2026-11-01T01:00:05,answered
                """);
        lands(
                "agent_states.csv",
                """
                agent_id,state,from,to
                spring,busy,2026-03-08T00:30:00,2026-03-08T03:30:00
                autumn,busy,2026-11-01T00:30:00,2026-11-01T03:30:00
                """);
        night(NEW_YORK, "2026-11-02");

        assertThat(rows(FactInteraction.TABLE, MOMENTS))
                .containsExactlyInAnyOrder(
                        "in-the-skipped-hour 2026-03-08T07:30:00Z 2026-03-08 2026-03-01",
                        "over-the-skipped-hour 2026-03-08T06:59:59Z 2026-03-08 2026-03-01",
                        "first-half-past-one 2026-11-01T05:30:00Z 2026-11-01 2026-11-01",
                        "second-half-past-one 2026-11-01T06:30:00Z 2026-11-01 2026-11-01",
                        // Without an offset an hour that comes twice is the first of them.
                        "some-half-past-one 2026-11-01T05:30:00Z 2026-11-01 2026-11-01",
                        "into-the-repeated-hour 2026-11-01T05:59:50Z 2026-11-01 2026-11-01");
        assertThat(rows(Quarantine.TABLE, "line, column_name, reason"))
                .containsExactly("8 answered_at ends_before_it_starts");
        assertThat(rows(FactAgentState.TABLE, "agent_id, started_on, seconds"))
                .containsExactlyInAnyOrder("spring 2026-03-08 7200", "autumn 2026-11-01 14400");
        assertThat(indicators("average_speed_of_answer", "day"))
                .containsExactlyInAnyOrder("2026-03-08 2.0/1.0", "2026-11-01 15.0/1.0");
        assertThat(indicators("connection_rate", "day"))
                .containsExactlyInAnyOrder("2026-03-08 2.0/2.0", "2026-11-01 4.0/4.0");
    }

    /** Noon to noon are 25 hours when the clocks go back (2026-10-25), and 23 when they go forward (2026-03-29). */
    @Test
    void aDayIsTheCentresAndTwentyFourHoursAreHours() {
        lands(
                "interactions.csv",
                """
                interaction_id,channel,started_at,outcome
                last-of-march,voice_in,2026-03-31T21:59:59Z,answered
                first-of-april,voice_in,2026-03-31T22:00:00Z,answered
                last-of-october,voice_in,2026-10-31T22:59:59Z,answered
                first-of-november,voice_in,2026-10-31T23:00:00Z,answered
                """);
        lands(
                "evaluations.csv",
                """
                evaluation_id,agent_id,inspector_id,category,evaluated_at,review_status,total_score,feedback_at
                E1,A1,Q1,agent,2026-03-28T12:00:00,published,80,2026-03-29T13:00:00
                E2,A1,Q1,agent,2026-10-24T12:00:00,published,80,2026-10-25T12:00:00
                E3,A1,Q1,agent,2026-10-31T22:59:59Z,published,80,
                E4,A1,Q1,agent,2026-10-31T23:00:00Z,published,80,
                """);
        night(BERLIN, "2026-11-02");

        assertThat(rows(FactInteraction.TABLE, MOMENTS))
                .containsExactlyInAnyOrder(
                        "last-of-march 2026-03-31T21:59:59Z 2026-03-31 2026-03-01",
                        "first-of-april 2026-03-31T22:00:00Z 2026-04-01 2026-04-01",
                        "last-of-october 2026-10-31T22:59:59Z 2026-10-31 2026-10-01",
                        "first-of-november 2026-10-31T23:00:00Z 2026-11-01 2026-11-01");
        assertThat(rows(FactEvaluation.TABLE, "evaluation_id, evaluated_on, month"))
                .containsExactlyInAnyOrder(
                        "E1 2026-03-28 2026-03-01",
                        "E2 2026-10-24 2026-10-01",
                        "E3 2026-10-31 2026-10-01",
                        "E4 2026-11-01 2026-11-01");
        assertThat(indicators("feedback_in_time", "month")).contains("2026-03-01 1.0/1.0", "2026-10-01 0.0/1.0");
    }

    /** 2026-12-28 to 2027-01-03 is week 53 of 2026. */
    @Test
    void aCallOverNewYearBelongsToTheDayItBeganOn() {
        lands(
                "interactions.csv",
                """
                interaction_id,channel,started_at,answered_at,ended_at,outcome
                over-midnight,voice_in,2026-12-31T23:59:50,2027-01-01T00:00:05,2027-01-01T00:20:00,answered
                at-midnight,voice_in,2027-01-01T00:00:00,2027-01-01T00:00:25,2027-01-01T00:20:00,answered
                last-of-the-week,voice_in,2027-01-03T23:59:59,,,abandoned
                first-of-the-week,voice_in,2027-01-04T00:00:00,2027-01-04T00:00:20,2027-01-04T00:20:00,answered
                """);
        lands(
                "error_types.csv",
                """
                error_code,name,severity
                S,Rude,severe
                """);
        lands(
                "evaluations.csv",
                """
                evaluation_id,interaction_id,agent_id,inspector_id,category,evaluated_at,review_status,total_score
                E1,over-midnight,A1,Q1,agent,2026-12-31T23:59:59.999,published,40
                E2,at-midnight,A1,Q1,agent,2027-01-01T00:00:00,published,40
                """);
        lands(
                "evaluation_errors.csv",
                """
                evaluation_id,error_code
                E1,S
                E2,S
                """);
        night(SHANGHAI, "2027-01-04");

        assertThat(indicators("service_level", "day"))
                .containsExactlyInAnyOrder(
                        "2026-12-31 1.0/1.0", "2027-01-01 0.0/1.0", "2027-01-03 0.0/1.0", "2027-01-04 1.0/1.0");
        assertThat(indicators("connection_rate", "week"))
                .containsExactlyInAnyOrder("2026-12-28 2.0/3.0", "2027-01-04 1.0/1.0");
        assertThat(indicators("connection_rate", "month"))
                .containsExactlyInAnyOrder("2026-12-01 1.0/1.0", "2027-01-01 2.0/3.0");
        assertThat(rows(DimDate.TABLE, "day, week_start, month_start, quarter_start, year, day_of_week"))
                .contains(
                        "2026-12-31 2026-12-28 2026-12-01 2026-10-01 2026 4",
                        "2027-01-01 2026-12-28 2027-01-01 2027-01-01 2027 5",
                        "2027-01-03 2026-12-28 2027-01-01 2027-01-01 2027 7",
                        "2027-01-04 2027-01-04 2027-01-01 2027-01-01 2027 1");
        assertThat(rows(CompetencyFlag.TABLE, "agent_id, rule, period_start, reached_on, occurrences"))
                .containsExactly("A1 consecutive_months 2026-12-01 2027-01-01 2");
    }

    @Test
    void februaryEndsOnItsLeapDay() {
        lands(
                "agents.csv",
                """
                agent_id,name,team,on_post_date,left_date
                three-months-by-then,A,east,2027-12-01,
                three-months-a-day-later,B,east,2027-12-02,
                since-november-30,C,east,2027-11-30,
                first-day-on-leap-day,D,east,2028-02-29,
                first-day-in-march,E,east,2028-03-01,
                gone-on-leap-day,F,east,2020-01-01,2028-02-29
                gone-in-march,G,east,2020-01-01,2028-03-01
                """);
        lands(
                "interactions.csv",
                """
                interaction_id,channel,agent_id,started_at,outcome
                a-year-before,voice_in,since-november-30,2027-03-15T10:00:00,answered
                leap-day,voice_in,since-november-30,2028-02-29T23:59:59,answered
                march,voice_in,since-november-30,2028-03-01T00:00:00,answered
                no-leap-year,voice_in,since-november-30,2027-02-29T10:00:00,answered
                """);
        night(SHANGHAI, "2028-02-28");
        assertThat(rows(TierAssignment.TABLE, "plan_month, agent_id")).noneMatch(row -> row.startsWith("2028-03"));

        night(SHANGHAI, "2028-02-29");
        assertThat(rows(TierAssignment.TABLE, "plan_month, agent_id, tier, reason"))
                .filteredOn(row -> row.startsWith("2028-03"))
                .containsExactlyInAnyOrder(
                        "2028-03-01 three-months-by-then B unscored",
                        "2028-03-01 three-months-a-day-later C newcomer",
                        "2028-03-01 since-november-30 B unscored",
                        "2028-03-01 first-day-on-leap-day C newcomer",
                        "2028-03-01 gone-in-march B unscored");
        assertThat(rows(SamplingQuota.TABLE, "plan_month, agent_id, base_month, base_volume, quota, basis"))
                .contains("2028-03-01 since-november-30 2027-03-01 1.0 1 same_month_last_year");
        assertThat(rows(FactInteraction.TABLE, MOMENTS))
                .contains(
                        "leap-day 2028-02-29T15:59:59Z 2028-02-29 2028-02-01",
                        "march 2028-02-29T16:00:00Z 2028-03-01 2028-03-01");
        assertThat(indicators("connection_rate", "day")).contains("2028-02-29 1.0/1.0");
        assertThat(rows(Quarantine.TABLE, "line, column_name, reason")).containsExactly("5 started_at not_a_timestamp");
    }

    private void night(String zone, String date) {
        Settings settings = Settings.with(Map.of(Settings.ZONE.key(), zone));
        Nightly.Outcome outcome = Nightly.run(
                new Nightly.Request(landing(), warehouse(), LocalDate.parse(date), settings, Set.of()),
                RunListener.NONE);
        assertThat(outcome.violations()).isEmpty();
    }

    /** The centre's value of an indicator by the first day of the period. */
    private List<String> indicators(String indicator, String period) {
        return read(
                AssessmentIndicator.TABLE,
                "indicator = '" + indicator + "' AND scope = 'centre' AND period_type = '" + period
                        + "' AND denominator > 0",
                "period_start, concat(numerator, '/', denominator)");
    }

    private List<String> rows(Table table, String columns) {
        return read(table, "true", columns);
    }

    private List<String> read(Table table, String condition, String columns) {
        long version = SmallNights.newest(warehouse()).tables().get(table.path());
        return new Warehouse(LocalSpark.session(), warehouse())
                .read(table, version).where(condition).selectExpr(expressions(columns)).collectAsList().stream()
                        .map(CentreTimeTest::cells)
                        .toList();
    }

    /** Splits at the commas that stand outside brackets. */
    private static String[] expressions(String columns) {
        return columns.split(", (?![^(]*\\))", -1);
    }

    private static String cells(Row row) {
        return IntStream.range(0, row.size())
                .mapToObj(i -> row.get(i) instanceof Timestamp moment ? moment.toInstant() : row.get(i))
                .map(String::valueOf)
                .collect(Collectors.joining(" "));
    }

    private void lands(String name, String text) {
        SmallNights.lands(landing().resolve(name), text);
    }

    private Path landing() {
        return folder.resolve("landing");
    }

    private Path warehouse() {
        return folder.resolve("warehouse");
    }
}
