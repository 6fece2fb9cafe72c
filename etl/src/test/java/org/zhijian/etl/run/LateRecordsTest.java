package org.zhijian.etl.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhijian.etl.run.SmallNights.lands;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhijian.etl.testing.StoredTables;
import org.zhijian.schema.Table;
import org.zhijian.schema.mart.AgentMonthScore;
import org.zhijian.schema.mart.CalibrationResult;
import org.zhijian.schema.mart.CaseLibrary;
import org.zhijian.schema.mart.CompetencyFlag;
import org.zhijian.schema.mart.SamplingPlan;
import org.zhijian.schema.mart.TierAssignment;
import org.zhijian.schema.settings.Settings;
import org.zhijian.schema.star.FactAppeal;
import org.zhijian.schema.star.FactInteraction;

/** Records that come long before or after their day, and such as go when their file is read again. */
class LateRecordsTest {
    private static final LocalDate LAST = LocalDate.of(2026, 5, 5);

    @TempDir
    private Path folder;

    @Test
    void recordsOfOtherMonthsReachWhatIsMadeOfThem() {
        Path landing = folder.resolve("landing");
        Path warehouse = folder.resolve("warehouse");
        lands(
                landing.resolve("1/agents.csv"),
                """
                agent_id,name,team,on_post_date,left_date
                A1,王一,east,2024-01-01,9999-12-31
                A2,李二,west,2024-01-01,
                """);
        lands(
                landing.resolve("1/interactions.csv"),
                """
                interaction_id,channel,agent_id,started_at,outcome,talk_seconds
                I1,voice_in,A1,2026-04-10T10:00:00,answered,60
                """);
        SmallNights.night(landing, warehouse, LocalDate.of(2026, 4, 30));
        SmallNights.night(landing, warehouse, LocalDate.of(2026, 5, 1));
        lands(
                landing.resolve("2/interactions.csv"),
                """
                interaction_id,channel,business_type,agent_id,started_at,outcome,talk_seconds
                C1,voice_in,complaint,A2,2026-04-30T10:00:00,answered,60
                """);
        lands(
                landing.resolve("2/evaluations.csv"),
                """
                evaluation_id,interaction_id,agent_id,inspector_id,category,evaluated_at,review_status,total_score,case_mark
                V1,M1,A1,Q1,agent,2026-05-02T10:00:00,published,95,excellent
                """);
        lands(
                landing.resolve("2/calibrations.csv"),
                """
                session_id,held_on,interaction_id,inspector_id,score,reference
                K1,2026-05-04,I1,Q1,90,true
                K1,2026-05-04,I1,Q2,80,false
                """);
        SmallNights.night(landing, warehouse, LocalDate.of(2026, 5, 2));
        assertThat(rows(warehouse, SamplingPlan.TABLE)).anyMatch(row -> row.contains("interaction_id=C1,"));
        assertThat(rows(warehouse, CalibrationResult.TABLE)).isEmpty();
        SmallNights.night(landing, warehouse, LocalDate.of(2026, 5, 4));
        assertThat(rows(warehouse, CalibrationResult.TABLE)).anyMatch(row -> row.contains("session_id=K1,"));
        lands(
                landing.resolve("3/interactions.csv"),
                """
                interaction_id,channel,agent_id,started_at,outcome,talk_seconds,recording_ref
                M1,voice_in,A1,2026-02-20T10:00:00,answered,60,rec/M1
                B1,voice_in,A1,2025-11-10T10:00:00,answered,60,
                """);
        SmallNights.night(landing, warehouse, LAST);
        assertThat(rows(warehouse, CaseLibrary.TABLE)).anyMatch(row -> row.contains("rec/M1"));
        assertThat(rows(warehouse, TierAssignment.TABLE)).anyMatch(row -> row.contains("plan_month=2025-12-01"));

        Path atOnce = folder.resolve("at-once");
        SmallNights.night(landing, atOnce, LAST);

        assertThat(SmallNights.regardlessOfNights(warehouse)).isEqualTo(SmallNights.regardlessOfNights(atOnce));
    }

    @Test
    void anAppealCountsFromTheDayItIsSubmittedAndItsDecisionFromTheDayItIsMade() {
        Path landing = folder.resolve("landing");
        Path warehouse = folder.resolve("warehouse");
        lands(landing.resolve("1/agents.csv"), "agent_id,name,team,on_post_date\nA1,王一,east,2024-01-01\n");
        lands(
                landing.resolve("1/error_types.csv"),
                """
                error_code,name,severity
                E1,泄露客户信息,severe
                E2,辱骂客户,severe
                """);
        lands(
                landing.resolve("1/evaluations.csv"),
                """
                evaluation_id,interaction_id,agent_id,inspector_id,category,evaluated_at,review_status,total_score
                V1,I1,A1,Q1,agent,2026-04-10T10:00:00,published,60
                V2,I2,A1,Q1,agent,2026-04-11T10:00:00,published,80
                """);
        lands(landing.resolve("1/evaluation_errors.csv"), "evaluation_id,error_code\nV1,E1\nV1,E2\nV2,E1\n");
        lands(
                landing.resolve("1/appeals.csv"),
                """
                appeal_id,evaluation_id,submitted_at,status,decided_at,revised_score,removed_errors
                P1,V1,2026-05-02T09:00:00,accepted,2026-05-04T09:00:00,90,E1；E2
                """);
        SmallNights.night(landing, warehouse, LocalDate.of(2026, 5, 1));
        assertThat(rows(warehouse, FactAppeal.TABLE)).isEmpty();
        assertThat(flag(warehouse)).contains("occurrences=2", "provisional=false");
        SmallNights.night(landing, warehouse, LocalDate.of(2026, 5, 2));
        assertThat(rows(warehouse, FactAppeal.TABLE)).singleElement().asString().contains("status=submitted");
        assertThat(flag(warehouse)).contains("occurrences=2", "provisional=true");
        assertThat(rows(warehouse, AgentMonthScore.TABLE))
                .singleElement()
                .asString()
                .contains("score_mean=70.0");
        SmallNights.night(landing, warehouse, LocalDate.of(2026, 5, 4));
        assertThat(rows(warehouse, CompetencyFlag.TABLE)).isEmpty();
        assertThat(rows(warehouse, AgentMonthScore.TABLE))
                .singleElement()
                .asString()
                .contains("score_mean=85.0");

        Path atOnce = folder.resolve("at-once");
        SmallNights.night(landing, atOnce, LocalDate.of(2026, 5, 4));

        assertThat(SmallNights.regardlessOfNights(warehouse)).isEqualTo(SmallNights.regardlessOfNights(atOnce));
    }

    /** The only one of the rule of two in a month. */
    private static String flag(Path warehouse) {
        return rows(warehouse, CompetencyFlag.TABLE).stream()
                .filter(row -> row.contains("two_in_month"))
                .reduce((one, other) -> {
                    throw new AssertionError(one + " and " + other);
                })
                .orElseThrow();
    }

    @Test
    void whatAFileNoLongerSaysWhenItIsReadAgainIsGone() {
        Path landing = folder.resolve("landing");
        Path warehouse = folder.resolve("warehouse");
        Path mapping = folder.resolve("mappings/calls.yaml");
        lands(landing.resolve("calls-1.csv"), "id,at\n1,2026-01-03T10:00:00\n2,never\n");
        lands(mapping, mapping("concat('a-', id)"));
        Settings settings = Settings.with(Map.of(
                Settings.ZONE.key(),
                "UTC",
                Settings.MAPPINGS.key(),
                mapping.getParent().toString()));
        night(landing, warehouse, settings, Set.of());
        assertThat(rows(warehouse, FactInteraction.TABLE))
                .singleElement()
                .asString()
                .contains("interaction_id=a-1,");

        lands(mapping, mapping("concat('b-', id)"));
        night(landing, warehouse, settings, Set.of(1L));

        assertThat(rows(warehouse, FactInteraction.TABLE))
                .singleElement()
                .asString()
                .contains("interaction_id=b-1,");
    }

    private static void night(Path landing, Path warehouse, Settings settings, Set<Long> again) {
        Nightly.run(new Nightly.Request(landing, warehouse, SmallNights.FIRST, settings, again), RunListener.NONE);
    }

    private static String mapping(String id) {
        return """
                files: ["calls-*.csv"]
                format: csv
                entity: interactions
                map:
                  interaction_id: "%s"
                  channel: "'voice_in'"
                  started_at: "at"
                  outcome: "'answered'"
                """
                .formatted(id);
    }

    private static List<String> rows(Path warehouse, Table table) {
        return new StoredTables(warehouse).rows(SmallNights.newest(warehouse), table);
    }
}
