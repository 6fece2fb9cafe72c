package org.zhijian.etl.mart;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.monotonically_increasing_id;
import static org.apache.spark.sql.functions.to_date;
import static org.apache.spark.sql.functions.trunc;
import static org.zhijian.etl.mart.Declared.field;
import static org.zhijian.etl.testing.Comparison.assertTable;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.zhijian.etl.io.Schemas;
import org.zhijian.etl.testing.LocalSpark;
import org.zhijian.etl.testing.Star;
import org.zhijian.etl.testing.Tables;
import org.zhijian.schema.Table;
import org.zhijian.schema.mart.AssessmentIndicator;
import org.zhijian.schema.mart.SamplingPlan;
import org.zhijian.schema.settings.Settings;
import org.zhijian.schema.star.DimAgent;
import org.zhijian.schema.star.DimBusinessType;
import org.zhijian.schema.star.DimChannel;
import org.zhijian.schema.star.DimErrorType;
import org.zhijian.schema.star.DimTeam;
import org.zhijian.schema.star.FactAgentState;
import org.zhijian.schema.star.FactAppeal;
import org.zhijian.schema.star.FactCalibrationScore;
import org.zhijian.schema.star.FactCoaching;
import org.zhijian.schema.star.FactError;
import org.zhijian.schema.star.FactEvaluation;
import org.zhijian.schema.star.FactExam;
import org.zhijian.schema.star.FactInteraction;

/** Channels: 1 voice_in, 2 voice_out, 3 chat, 4 email, 5 social. Business types: 1 consultation, 2 complaint. Teams: 1 East, 2 West. */
class AssessmentIndicatorMartTest {
    private static final LocalDate APRIL = LocalDate.parse("2026-04-01");
    private static final LocalDate MAY = LocalDate.parse("2026-05-01");
    private static final LocalDate END_OF_MAY = LocalDate.parse("2026-05-31");

    private final Map<Table, Dataset<Row>> tables = new HashMap<>();
    private Settings settings = Settings.defaults();
    private LocalDate runDate = END_OF_MAY;

    AssessmentIndicatorMartTest() {
        tables.put(
                DimChannel.TABLE,
                Tables.of(
                        DimChannel.TABLE,
                        """
                        | channel_key | channel   |
                        | 0           | unknown   |
                        | 1           | voice_in  |
                        | 2           | voice_out |
                        | 3           | chat      |
                        | 4           | email     |
                        | 5           | social    |
                        """));
        tables.put(
                DimBusinessType.TABLE,
                Tables.of(
                        DimBusinessType.TABLE,
                        """
                        | business_type_key | business_type |
                        | 0                 | unknown       |
                        | 1                 | consultation  |
                        | 2                 | complaint     |
                        """));
        tables.put(
                DimTeam.TABLE,
                Tables.of(
                        DimTeam.TABLE,
                        """
                        | team_key | team    |
                        | 0        | unknown |
                        | 1        | East    |
                        | 2        | West    |
                        """));
    }

    @Test
    void callsAnsweredInTimeAndAbandonedAreCountedAmongInboundCallsAlone() {
        interactions(
                """
                | started_at          | answered_at           | outcome   | channel_key |
                | 2026-05-04 09:00:00 | 2026-05-04 09:00:20   | answered  | 1           |
                | 2026-05-04 09:00:00 | 2026-05-04 09:00:20.5 | answered  | 1           |
                | 2026-05-04 09:00:00 |                       | answered  | 1           |
                | 2026-05-04 09:00:00 |                       | abandoned | 1           |
                | 2026-05-04 09:00:00 |                       | failed    | 1           |
                | 2026-05-04 09:00:00 | 2026-05-04 09:00:01   | answered  | 2           |
                | 2026-05-04 09:00:00 | 2026-05-04 09:00:01   | answered  | 3           |
                | 2026-05-04 09:00:00 |                       | abandoned | 3           |
                | 2026-05-04 09:00:00 | 2026-05-04 09:00:01   | answered  | 0           |
                """);
        assertCentreMonth(
                List.of("connection_rate", "service_level", "abandonment_rate", "average_speed_of_answer"),
                """
                | indicator               | numerator | denominator | value | target | met   |
                | connection_rate         | 3         | 5           | 0.6   | 0.98   | false |
                | service_level           | 1         | 5           | 0.2   | 0.8    | false |
                | abandonment_rate        | 1         | 5           | 0.2   | 0.05   | false |
                | average_speed_of_answer | 40.5      | 2           | 20.25 | 15     | false |
                """);
    }

    @Test
    void handlingTimesAreThoseOfAnsweredInteractionsThatHaveThem() {
        interactions(
                """
                | started_at          | outcome   | channel_key | talk_seconds | hold_seconds | wrap_seconds | transferred |
                | 2026-05-04 09:00:00 | answered  | 1           | 100          | 10           | 30           | true        |
                | 2026-05-04 09:00:00 | answered  | 3           | 200          |              | 20           | false       |
                | 2026-05-04 09:00:00 | answered  | 1           |              | 20           | 40           |             |
                | 2026-05-04 09:00:00 | abandoned | 1           | 900          | 900          | 900          | true        |
                """);
        assertCentreMonth(
                List.of(
                        "average_talk_time",
                        "average_hold_time",
                        "average_wrap_time",
                        "average_handle_time",
                        "transfer_rate"),
                """
                | indicator           | numerator | denominator | value | target | met |
                | average_talk_time   | 300       | 2           | 150   |        |     |
                | average_hold_time   | 30        | 2           | 15    |        |     |
                | average_wrap_time   | 90        | 3           | 30    |        |     |
                | average_handle_time | 360       | 2           | 180   |        |     |
                | transfer_rate       | 1         | 2           | 0.5   |        |     |
                """);
    }

    @Test
    void resolutionRatingsAndComplaints() {
        interactions(
                """
                | started_at          | outcome   | first_contact_resolved | csat | business_type_key |
                | 2026-05-04 09:00:00 | answered  | true                   | 5    | 2                 |
                | 2026-05-04 09:00:00 | answered  | true                   | 4    | 1                 |
                | 2026-05-04 09:00:00 | answered  | false                  | 3    | 0                 |
                | 2026-05-04 09:00:00 | answered  |                        |      | 1                 |
                | 2026-05-04 09:00:00 | abandoned |                        |      | 2                 |
                """);
        assertCentreMonth(
                List.of("first_contact_resolution", "csat_mean", "csat_top2", "csat_response_rate", "complaint_rate"),
                """
                | indicator                | numerator | denominator | value    | target | met   |
                | first_contact_resolution | 2         | 3           | 0.666667 | 0.8    | false |
                | csat_mean                | 12        | 3           | 4        |        |       |
                | csat_top2                | 2         | 3           | 0.666667 |        |       |
                | csat_response_rate       | 3         | 4           | 0.75     |        |       |
                | complaint_rate           | 1         | 4           | 0.25     |        |       |
                """);
    }

    @Test
    void onlineTimesRunFromTheStart() {
        interactions(
                """
                | started_at          | answered_at         | ended_at            | outcome   | channel_key |
                | 2026-05-04 09:00:00 | 2026-05-04 09:00:30 | 2026-05-04 09:10:00 | answered  | 3           |
                | 2026-05-04 09:00:00 | 2026-05-04 11:00:00 | 2026-05-05 09:00:00 | answered  | 4           |
                | 2026-05-04 09:00:00 | 2026-05-04 09:00:30 |                     | answered  | 5           |
                | 2026-05-04 09:00:00 | 2026-05-04 09:00:30 | 2026-05-04 09:10:00 | answered  | 1           |
                | 2026-05-04 09:00:00 |                     | 2026-05-04 09:10:00 | abandoned | 3           |
                """);
        assertCentreMonth(
                List.of("first_response_time", "resolution_time"),
                """
                | indicator           | numerator | denominator | value | target | met |
                | first_response_time | 7260      | 3           | 2420  |        |     |
                | resolution_time     | 87000     | 2           | 43500 |        |     |
                """);
    }

    @Test
    void occupancyIsOfTheTimeForCustomersAndUtilisationOfAllTime() {
        tables.put(
                FactAgentState.TABLE,
                Tables.of(
                        FactAgentState.TABLE,
                        """
                        | agent_id | team_key | started_on | state    | started_at            | ended_at              |
                        | A        | 1        | 2026-05-04 | ready    | 2026-05-04 08:00:00   | 2026-05-04 08:01:40   |
                        | A        | 1        | 2026-05-04 | busy     | 2026-05-04 09:00:00.9 | 2026-05-04 09:01:40.4 |
                        | A        | 1        | 2026-05-04 | busy     | 2026-05-04 10:00:00.9 | 2026-05-04 10:01:41.4 |
                        | A        | 1        | 2026-05-04 | wrap     | 2026-05-04 11:00:00   | 2026-05-04 11:01:40   |
                        | A        | 1        | 2026-05-04 | break    | 2026-05-04 12:00:00   | 2026-05-04 12:00:50   |
                        | A        | 1        | 2026-05-04 | training | 2026-05-04 13:00:00   | 2026-05-04 13:05:50   |
                        | B        | 1        | 2026-05-04 | break    | 2026-05-04 08:00:00   | 2026-05-04 08:01:00   |
                        """));
        assertTable(
                compute(MAY).filter(field(AssessmentIndicator.PERIOD_TYPE).equalTo("day")),
                AssessmentIndicator.TABLE,
                """
                | scope  | scope_id | indicator   | numerator | denominator | value    |
                | centre |          | occupancy   | 300       | 400         | 0.75     |
                | centre |          | utilisation | 300       | 860         | 0.348837 |
                | team   | East     | occupancy   | 300       | 400         | 0.75     |
                | team   | East     | utilisation | 300       | 860         | 0.348837 |
                | agent  | A        | occupancy   | 300       | 400         | 0.75     |
                | agent  | A        | utilisation | 300       | 800         | 0.375    |
                | agent  | B        | occupancy   | 0         | 0           |          |
                | agent  | B        | utilisation | 0         | 60          | 0        |
                """);
    }

    @Test
    void scoresAreOfAgentQualityInspectionAlone() {
        settings = Settings.with(Map.of("indicators.targets", Map.of("qa_mean", 73, "qa_pass_rate", 66)));
        evaluations(
                """
                | agent_id | evaluated_on | score    | category | published |
                | A        | 2026-05-04   | 60       | agent    | true      |
                | A        | 2026-05-04   | 99.99995 | agent    | true      |
                | A        | 2026-05-04   | 59       | agent    | true      |
                | A        | 2026-05-04   |          | agent    | true      |
                | A        | 2026-05-04   | 10       | event    | true      |
                | A        | 2026-05-04   | 10       | special  | true      |
                | A        | 2026-05-04   | 10       | agent    | false     |
                """);
        assertCentreMonth(
                List.of("qa_mean", "qa_pass_rate"),
                """
                | indicator    | numerator | denominator | value     | target | met  |
                | qa_mean      | 218.99995 | 3           | 72.999983 | 73     | true |
                | qa_pass_rate | 2         | 3           | 0.666667  | 0.66   | true |
                """);
    }

    @Test
    void errorsThatStandCountInEveryCategory() {
        tables.put(
                DimErrorType.TABLE,
                Star.errorTypes(
                        """
                        | error_code | severity | category   |
                        | S          | severe   | attitude   |
                        | C          | general  | compliance |
                        | G          | general  | business   |
                        | U          |          |            |
                        """));
        evaluations(
                """
                | evaluation_id | agent_id | evaluated_on | category |
                | E1            | A        | 2026-05-04   | agent    |
                | E2            | A        | 2026-05-04   | event    |
                | E3            | A        | 2026-05-04   | special  |
                | E4            | A        | 2026-05-04   | agent    |
                """);
        tables.put(
                FactError.TABLE,
                Star.errors(
                        """
                        | evaluation_id | error_code | stands |
                        | E1            | S          | true   |
                        | E1            | C          | true   |
                        | E1            | G          | true   |
                        | E2            | S          | true   |
                        | E3            | S          | false  |
                        | E3            | C          | false  |
                        | E3            | U          | true   |
                        | E9            | S          | true   |
                        """));
        assertCentreMonth(
                List.of("severe_error_rate", "critical_error_accuracy", "compliance_rate"),
                """
                | indicator               | numerator | denominator | value | target | met |
                | severe_error_rate       | 2         | 4           | 0.5   |        |     |
                | critical_error_accuracy | 2         | 4           | 0.5   |        |     |
                | compliance_rate         | 3         | 4           | 0.75  |        |     |
                """);
    }

    @Test
    void appealsBelongToThePeriodOfTheEvaluation() {
        evaluations(
                """
                | evaluation_id | agent_id | evaluated_on | published |
                | E1            | A        | 2026-05-04   | true      |
                | E2            | A        | 2026-05-04   | true      |
                | E3            | A        | 2026-05-04   | true      |
                | E4            | A        | 2026-05-04   | true      |
                | E5            | A        | 2026-05-04   | false     |
                """);
        tables.put(
                FactAppeal.TABLE,
                Tables.of(
                        FactAppeal.TABLE,
                        """
                        | appeal_id | evaluation_id | submitted_at        | status    |
                        | P1        | E1            | 2026-06-01 09:00:00 | rejected  |
                        | P2        | E1            | 2026-06-03 09:00:00 | accepted  |
                        | P3        | E2            | 2026-05-05 09:00:00 | submitted |
                        | P4        | E3            | 2026-05-05 09:00:00 | withdrawn |
                        | P5        | E5            | 2026-05-05 09:00:00 | accepted  |
                        """));
        assertCentreMonth(
                List.of("appeal_rate", "overturn_rate"),
                """
                | indicator     | numerator | denominator | value |
                | appeal_rate   | 3         | 4           | 0.75  |
                | overturn_rate | 1         | 2           | 0.5   |
                """);
    }

    @Test
    void feedbackIsInTimeUpToTheHour() {
        evaluations(
                """
                | agent_id | evaluated_on | evaluated_at        | feedback_at         |
                | A        | 2026-05-04   | 2026-05-04 12:00:00 | 2026-05-05 12:00:00 |
                | A        | 2026-05-04   | 2026-05-04 12:00:00 | 2026-05-05 12:00:01 |
                | A        | 2026-05-04   | 2026-05-04 12:00:00 |                     |
                """);
        assertCentreMonth(
                List.of("feedback_in_time"),
                """
                | indicator        | numerator | denominator | value |
                | feedback_in_time | 1         | 2           | 0.5   |
                """);
    }

    @Test
    void aPlannedInteractionIsDoneWhenItWasEvaluatedInItsCategoryBeItInALaterMonth() {
        agents();
        runDate = LocalDate.parse("2026-06-30");
        tables.put(
                SamplingPlan.TABLE,
                Tables.of(
                        SamplingPlan.TABLE,
                        """
                        | plan_month | interaction_id | agent_id | category | drawn_on   |
                        | 2026-05-01 | I1             | A        | agent    | 2026-05-04 |
                        | 2026-05-01 | I1             | A        | event    | 2026-05-04 |
                        | 2026-05-01 | I2             | A        | agent    | 2026-05-11 |
                        | 2026-05-01 | I3             | B        | agent    | 2026-05-11 |
                        | 2026-05-01 | I4             | B        | agent    | 2026-04-30 |
                        | 2026-06-01 | I5             | B        | agent    | 2026-05-31 |
                        """));
        evaluations(
                """
                | agent_id | evaluated_on | interaction_id | category | published |
                | A        | 2026-05-20   | I1             | agent    | true      |
                | A        | 2026-05-21   | I1             | agent    | true      |
                | A        | 2026-05-20   | I2             | agent    | false     |
                | B        | 2026-06-02   | I3             | agent    | true      |
                | B        | 2026-05-05   | I4             | agent    | true      |
                """);
        assertTable(
                indicator("plan_completion")
                        .filter(field(AssessmentIndicator.SCOPE)
                                .equalTo("centre")
                                .or(field(AssessmentIndicator.PERIOD_TYPE).equalTo("month"))),
                AssessmentIndicator.TABLE,
                """
                | period_type | period_start | scope  | scope_id | numerator | denominator | value    | target | met   |
                | month       | 2026-05-01   | centre |          | 3         | 5           | 0.6      | 1      | false |
                | month       | 2026-05-01   | team   | East     | 1         | 3           | 0.333333 | 1      | false |
                | month       | 2026-05-01   | team   | West     | 2         | 2           | 1        | 1      | true  |
                | month       | 2026-05-01   | agent  | A        | 1         | 3           | 0.333333 | 1      | false |
                | month       | 2026-05-01   | agent  | B        | 2         | 2           | 1        | 1      | true  |
                | week        | 2026-05-04   | centre |          | 1         | 2           | 0.5      | 1      | false |
                | week        | 2026-05-11   | centre |          | 1         | 2           | 0.5      | 1      | false |
                | week        | 2026-05-18   | centre |          | 0         | 0           |          | 1      |       |
                | day         | 2026-05-01   | centre |          | 1         | 1           | 1        | 1      | true  |
                | day         | 2026-05-04   | centre |          | 1         | 2           | 0.5      | 1      | false |
                | day         | 2026-05-11   | centre |          | 1         | 2           | 0.5      | 1      | false |
                | day         | 2026-05-05   | centre |          | 0         | 0           |          | 1      |       |
                | day         | 2026-05-20   | centre |          | 0         | 0           |          | 1      |       |
                | day         | 2026-05-21   | centre |          | 0         | 0           |          | 1      |       |
                """);
    }

    @Test
    void recheckBelongsToItsDayAndTheTeamOfThatDay() {
        agents();
        tables.put(
                FactCoaching.TABLE,
                Tables.of(
                        FactCoaching.TABLE,
                        """
                        | coaching_id | agent_id | team_key | opened_on  | rechecked_on | recheck_result |
                        | C1          | M        | 1        | 2026-04-20 | 2026-05-04   | passed         |
                        | C2          | M        | 1        | 2026-04-20 | 2026-05-20   | failed         |
                        | C3          | A        | 1        | 2026-04-20 | 2026-05-04   |                |
                        | C4          | A        | 1        | 2026-05-04 |              | passed         |
                        | C5          | Z        | 0        | 2026-05-04 | 2026-05-04   | passed         |
                        """));
        assertTable(
                months(indicator("recheck_pass_rate")),
                AssessmentIndicator.TABLE,
                """
                | scope  | scope_id | numerator | denominator | value    |
                | centre |          | 2         | 3           | 0.666667 |
                | team   | East     | 1         | 1           | 1        |
                | team   | West     | 0         | 1           | 0        |
                | agent  | M        | 1         | 2           | 0.5      |
                | agent  | A        | 0         | 0           |          |
                | agent  | Z        | 1         | 1           | 1        |
                """);
    }

    @Test
    void calibrationComparesWithTheReferenceOrTheMeanOfTheOthersForTheCentreAlone() {
        tables.put(
                FactCalibrationScore.TABLE,
                Tables.of(
                        FactCalibrationScore.TABLE,
                        """
                        | session_id | interaction_id | inspector_id | held_on    | score | max_score | reference |
                        | S1         | I1             | L            | 2026-05-04 | 80    | 100       | true      |
                        | S1         | I1             | X            | 2026-05-04 | 83    | 100       | false     |
                        | S1         | I1             | Y            | 2026-05-04 | 39    | 50        | false     |
                        | S1         | I2             | X            | 2026-05-04 | 80    | 100       | false     |
                        | S1         | I2             | Y            | 2026-05-04 | 83    | 100       | false     |
                        | S1         | I2             | Z            | 2026-05-04 | 86    | 100       | false     |
                        | S1         | I3             | X            | 2026-05-04 | 50    | 100       | false     |
                        | S1         | I4             | L            | 2026-05-04 | 80    | 100       | true      |
                        | S1         | I4             | X            | 2026-05-04 | 0     | 0         | false     |
                        """));
        assertTable(
                months(compute(MAY)),
                AssessmentIndicator.TABLE,
                """
                | scope  | scope_id | indicator             | numerator | denominator | value | target | met  |
                | centre |          | calibration_deviation | 14        | 5           | 2.8   | 5      | true |
                """);
    }

    @Test
    void examsArePassedFromTheSetScore() {
        exams(
                """
                | exam_id | agent_id | team_key | taken_on   | score |
                | X1      | A        | 1        | 2026-05-04 | 90    |
                | X1      | B        | 2        | 2026-05-04 | 89.9  |
                """);
        assertCentreMonth(
                List.of("exam_pass_rate"),
                """
                | indicator      | numerator | denominator | value |
                | exam_pass_rate | 1         | 2           | 0.5   |
                """);
    }

    @Test
    void sumsAddUpToLargerScopesAndPeriods() {
        interactions(
                """
                | started_at          | agent_id | team_key | outcome   | csat |
                | 2026-04-30 23:59:59 | A        | 1        | answered  | 1    |
                | 2026-05-01 00:00:00 | A        | 1        | answered  | 5    |
                | 2026-05-01 08:00:00 | B        | 1        | answered  | 2    |
                | 2026-05-03 08:00:00 | A        | 2        | answered  | 3    |
                | 2026-05-03 08:00:00 | N        | 0        | answered  | 5    |
                | 2026-05-04 08:00:00 |          | 0        | abandoned |      |
                """);
        assertTable(
                indicator("csat_mean", APRIL, MAY)
                        .filter(field(AssessmentIndicator.PERIOD_TYPE).notEqual("day")),
                AssessmentIndicator.TABLE,
                """
                | period_type | period_start | month      | scope  | scope_id | numerator | denominator | value    |
                | month       | 2026-04-01   | 2026-04-01 | centre |          | 1         | 1           | 1        |
                | month       | 2026-04-01   | 2026-04-01 | team   | East     | 1         | 1           | 1        |
                | month       | 2026-04-01   | 2026-04-01 | agent  | A        | 1         | 1           | 1        |
                | week        | 2026-04-27   | 2026-04-01 | centre |          | 16        | 5           | 3.2      |
                | week        | 2026-04-27   | 2026-04-01 | team   | East     | 8         | 3           | 2.666667 |
                | week        | 2026-04-27   | 2026-04-01 | team   | West     | 3         | 1           | 3        |
                | week        | 2026-04-27   | 2026-04-01 | agent  | A        | 9         | 3           | 3        |
                | week        | 2026-04-27   | 2026-04-01 | agent  | B        | 2         | 1           | 2        |
                | week        | 2026-04-27   | 2026-04-01 | agent  | N        | 5         | 1           | 5        |
                | week        | 2026-05-04   | 2026-05-01 | centre |          | 0         | 0           |          |
                | month       | 2026-05-01   | 2026-05-01 | centre |          | 15        | 4           | 3.75     |
                | month       | 2026-05-01   | 2026-05-01 | team   | East     | 7         | 2           | 3.5      |
                | month       | 2026-05-01   | 2026-05-01 | team   | West     | 3         | 1           | 3        |
                | month       | 2026-05-01   | 2026-05-01 | agent  | A        | 8         | 2           | 4        |
                | month       | 2026-05-01   | 2026-05-01 | agent  | B        | 2         | 1           | 2        |
                | month       | 2026-05-01   | 2026-05-01 | agent  | N        | 5         | 1           | 5        |
                """);
        assertTable(
                indicator("csat_mean", APRIL)
                        .filter(field(AssessmentIndicator.SCOPE).equalTo("agent"))
                        .filter(field(AssessmentIndicator.SCOPE_ID).equalTo("A")),
                AssessmentIndicator.TABLE,
                """
                | period_type | period_start | numerator |
                | day         | 2026-04-30   | 1         |
                | week        | 2026-04-27   | 9         |
                | month       | 2026-04-01   | 1         |
                """);
    }

    @Test
    void anIndicatorIsStatedWhereItsFactsAreBeItWithoutValue() {
        interactions(
                """
                | started_at          | agent_id | team_key | outcome   | channel_key |
                | 2026-05-04 08:00:00 | A        | 0        | failed    | 1           |
                """);
        assertTable(
                months(compute(MAY)).filter(field(AssessmentIndicator.SCOPE).equalTo("agent")),
                AssessmentIndicator.TABLE,
                """
                | indicator                | numerator | denominator | value | target | met   |
                | connection_rate          | 0         | 1           | 0     | 0.98   | false |
                | service_level            | 0         | 1           | 0     | 0.8    | false |
                | abandonment_rate         | 0         | 1           | 0     | 0.05   | true  |
                | average_speed_of_answer  | 0         | 0           |       | 15     |       |
                | average_talk_time        | 0         | 0           |       |        |       |
                | average_hold_time        | 0         | 0           |       |        |       |
                | average_wrap_time        | 0         | 0           |       |        |       |
                | average_handle_time      | 0         | 0           |       |        |       |
                | transfer_rate            | 0         | 0           |       |        |       |
                | first_contact_resolution | 0         | 0           |       | 0.8    |       |
                | csat_mean                | 0         | 0           |       |        |       |
                | csat_top2                | 0         | 0           |       |        |       |
                | csat_response_rate       | 0         | 0           |       |        |       |
                | complaint_rate           | 0         | 0           |       |        |       |
                | composite                | 0         | 0           |       |        |       |
                """);
    }

    @Test
    void targetsAreMetOnTheirGoodSideAndAtTheTarget() {
        settings = Settings.with(Map.of(
                "indicators.targets",
                Map.of("csat_top2", 60, "complaint_rate", 20, "csat_mean", 4, "transfer_rate", 0)));
        interactions(
                """
                | started_at          | outcome  | csat | business_type_key | transferred |
                | 2026-05-04 08:00:00 | answered | 5    | 2                 | true        |
                | 2026-05-04 08:00:00 | answered | 5    | 1                 | false       |
                | 2026-05-04 08:00:00 | answered | 5    | 1                 | false       |
                | 2026-05-04 08:00:00 | answered | 2    | 1                 | false       |
                | 2026-05-04 08:00:00 | answered | 2    | 1                 | false       |
                """);
        assertCentreMonth(
                List.of("csat_top2", "complaint_rate", "csat_mean", "transfer_rate", "connection_rate"),
                """
                | indicator       | value | target | met   |
                | csat_top2       | 0.6   | 0.6    | true  |
                | complaint_rate  | 0.2   | 0.2    | true  |
                | csat_mean       | 3.8   | 4      | false |
                | transfer_rate   | 0.2   | 0      | false |
                | connection_rate | 1     |        |       |
                """);
    }

    @Test
    void theCompositeSharesTheWeightOfWhatIsMissing() {
        settings = Settings.with(Map.of(
                "indicators.composite-weights",
                Map.of("qa_mean", 50, "csat_mean", 20, "first_contact_resolution", 20, "exam_pass_rate", 10),
                "indicators.targets",
                Map.of("composite", 85)));
        evaluations(
                """
                | agent_id | team_key | evaluated_on | score |
                | A        | 1        | 2026-05-04   | 84    |
                | B        | 1        | 2026-05-04   | 90    |
                """);
        interactions(
                """
                | started_at          | agent_id | team_key | outcome  | csat | first_contact_resolved |
                | 2026-05-04 08:00:00 | A        | 1        | answered | 4    | true                   |
                | 2026-05-20 08:00:00 | A        | 1        | answered | 5    | false                  |
                """);
        exams(
                """
                | exam_id | agent_id | team_key | taken_on   | score |
                | X1      | B        | 1        | 2026-05-04 | 95    |
                """);
        assertTable(
                indicator("composite"),
                AssessmentIndicator.TABLE,
                """
                | period_type | period_start | scope | scope_id | numerator | denominator | value     | target | met   |
                | month       | 2026-05-01   | agent | A        | 7000      | 90          | 77.777778 | 85     | false |
                | month       | 2026-05-01   | agent | B        | 5500      | 60          | 91.666667 | 85     | true  |
                """);
    }

    @Test
    void whatIsAfterTheRunDateDoesNotCount() {
        runDate = LocalDate.parse("2026-05-04");
        interactions(
                """
                | started_at          | outcome  | csat |
                | 2026-05-04 23:59:59 | answered | 5    |
                | 2026-05-05 00:00:00 | answered | 1    |
                """);
        assertCentreMonth(
                List.of("csat_mean"),
                """
                | indicator | numerator | denominator |
                | csat_mean | 5         | 1           |
                """);
    }

    @Test
    void anEmptyCentreHasNoRows() {
        assertTable(
                compute(APRIL, MAY),
                AssessmentIndicator.TABLE,
                """
                | period_type |
                """);
    }

    private void interactions(String text) {
        Column startedOn = to_date(col(FactInteraction.STARTED_AT.name()));
        tables.put(
                FactInteraction.TABLE,
                Tables.of(
                        FactInteraction.TABLE,
                        text,
                        Map.of(
                                FactInteraction.INTERACTION_ID, concat(lit("I"), monotonically_increasing_id()),
                                FactInteraction.STARTED_ON, startedOn,
                                FactInteraction.MONTH, trunc(startedOn, "month"),
                                FactInteraction.CHANNEL_KEY, lit(1),
                                FactInteraction.BUSINESS_TYPE_KEY, lit(1))));
    }

    private void evaluations(String text) {
        tables.put(FactEvaluation.TABLE, Star.evaluations(text));
    }

    private void exams(String text) {
        tables.put(FactExam.TABLE, Tables.of(FactExam.TABLE, text));
    }

    /** A in East, B in West, M in East until 10 May and in West from then on. */
    private void agents() {
        tables.put(
                DimAgent.TABLE,
                Tables.of(
                        DimAgent.TABLE,
                        """
                        | agent_key | agent_id | team_key | valid_from | valid_to   |
                        | 11        | A        | 1        | 1900-01-01 | 9999-12-31 |
                        | 12        | B        | 2        | 1900-01-01 | 9999-12-31 |
                        | 13        | M        | 1        | 1900-01-01 | 2026-05-11 |
                        | 14        | M        | 2        | 2026-05-11 | 9999-12-31 |
                        """));
    }

    private void assertCentreMonth(List<String> indicators, String expected) {
        Dataset<Row> rows = months(compute(MAY))
                .filter(field(AssessmentIndicator.SCOPE).equalTo("centre"))
                .filter(field(AssessmentIndicator.INDICATOR).isInCollection(indicators));
        assertTable(rows, AssessmentIndicator.TABLE, expected);
    }

    private Dataset<Row> indicator(String name, LocalDate... months) {
        return compute(months.length == 0 ? new LocalDate[] {MAY} : months)
                .filter(field(AssessmentIndicator.INDICATOR).equalTo(name));
    }

    private static Dataset<Row> months(Dataset<Row> rows) {
        return rows.filter(field(AssessmentIndicator.PERIOD_TYPE).equalTo("month"));
    }

    private Dataset<Row> compute(LocalDate... months) {
        return AssessmentIndicatorMart.compute(
                table -> tables.getOrDefault(table, empty(table)),
                new IndicatorPeriods(List.of(months)),
                runDate,
                settings);
    }

    private static Dataset<Row> empty(Table table) {
        return LocalSpark.session().createDataFrame(List.of(), Schemas.struct(table));
    }
}
