package org.zhijian.etl.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhijian.etl.io.Warehouse;
import org.zhijian.etl.testing.LocalSpark;
import org.zhijian.etl.testing.ScannedFiles;
import org.zhijian.schema.Table;
import org.zhijian.schema.mart.AgentMonthScore;
import org.zhijian.schema.mart.CoachingLoop;
import org.zhijian.schema.mart.CompetencyFlag;
import org.zhijian.schema.mart.SamplingQuota;
import org.zhijian.schema.mart.TierAssignment;
import org.zhijian.schema.publication.Publication;
import org.zhijian.schema.raw.RunStep;
import org.zhijian.schema.settings.Settings;
import org.zhijian.schema.star.DimAgent;
import org.zhijian.schema.star.FactInteraction;

/**
 * Nights of a small centre: what comes night by night, late and corrected, a night cut off between them, comes to the
 * same tables as all of it in one night.
 */
class NightlyTest {
    private static final LocalDate FIRST_NIGHT = LocalDate.of(2026, 1, 5);
    private static final LocalDate SECOND_NIGHT = LocalDate.of(2026, 2, 2);
    private static final LocalDate THIRD_NIGHT = LocalDate.of(2026, 2, 3);

    @TempDir
    private static Path folder;

    private static Path landing;
    private static Path warehouse;
    private static Nightly.Outcome first;
    private static Nightly.Outcome again;
    private static Nightly.Outcome second;
    private static Nightly.Outcome third;
    private static List<String> scannedLast;
    private static Map<String, List<String>> nightByNight;
    private static Map<String, List<String>> atOnce;

    @BeforeAll
    static void runNights() throws IOException {
        landing = folder.resolve("landing");
        warehouse = folder.resolve("warehouse");
        lands(
                "1/agents.csv",
                """
                agent_id,name,team,skill_group,on_post_date,left_date,effective_from
                A1,王一,east,voice,2024-01-01,,
                A2,李二,west,voice,2024-01-01,,
                A3,张三,west,voice,2025-11-15,,
                """);
        lands(
                "1/scorecards.csv",
                """
                scorecard_id,item_code,item_name,max_points
                S1,greeting,Greeting,40
                S1,solution,Solution,60
                """);
        lands(
                "1/error_types.csv",
                """
                error_code,name,severity
                E1,Rude,severe
                E2,Slow,general
                """);
        lands(
                "1/interactions.csv",
                """
                interaction_id,channel,agent_id,started_at,outcome,talk_seconds
                I1,voice_in,A1,2025-01-10T10:00:00,answered,60
                I2,voice_in,A1,2025-12-10T10:00:00,answered,60
                I3,voice_in,A2,2025-12-11T10:00:00,answered,60
                I4,voice_in,A3,2025-12-12T10:00:00,answered,60
                I5,voice_in,,2025-12-13T10:00:00,abandoned,
                I6,voice_in,A9,2026-01-03T10:00:00,answered,60
                """);
        lands(
                "1/evaluations.csv",
                """
                evaluation_id,interaction_id,agent_id,inspector_id,category,evaluated_at,review_status,total_score,updated_at
                V1,I2,A1,Q1,agent,2025-12-20T10:00:00,published,90,2025-12-20T10:00:00
                V2,I3,A2,Q1,agent,2025-12-21T10:00:00,published,80,2025-12-21T10:00:00
                V3,I4,A3,Q1,agent,2025-12-22T10:00:00,published,70,2025-12-22T10:00:00
                V4,I6,A2,Q1,agent,2026-01-04T10:00:00,published,,2026-01-04T10:00:00
                """);
        lands(
                "1/evaluation_scores.csv",
                """
                evaluation_id,item_code,points
                V4,greeting,30
                V4,solution,
                """);
        lands(
                "1/evaluation_errors.csv",
                """
                evaluation_id,error_code
                V2,E1
                V3,E1
                V4,E1
                """);
        first = night(warehouse, FIRST_NIGHT);
        again = night(warehouse, FIRST_NIGHT);
        cutOff();

        lands(
                "2/agents.csv",
                """
                agent_id,name,team,skill_group,on_post_date,left_date,effective_from
                A2,李二,east,voice,2024-01-01,,2025-12-16
                A9,赵九,west,voice,2025-06-01,,
                """);
        lands(
                "2/interactions.csv",
                """
                interaction_id,channel,agent_id,started_at,outcome,talk_seconds
                I7,voice_in,A1,2026-01-20T10:00:00,answered,60
                I4,voice_in,A3,2025-11-30T10:00:00,answered,61
                """);
        lands(
                "2/evaluations.csv",
                """
                evaluation_id,interaction_id,agent_id,inspector_id,category,evaluated_at,review_status,total_score,updated_at
                V1,I2,A1,Q1,agent,2025-12-20T10:00:00,published,95,2026-01-10T10:00:00
                V5,I7,A1,Q1,agent,2026-01-21T10:00:00,published,60,2026-01-21T10:00:00
                """);
        lands(
                "2/appeals.csv",
                """
                appeal_id,evaluation_id,submitted_at,status,decided_at,revised_score,removed_errors,updated_at
                P1,V2,2026-01-06T10:00:00,accepted,2026-01-08T10:00:00,85,E1,2026-01-08T10:00:00
                P2,V4,2026-01-06T10:00:00,submitted,,,,2026-01-06T10:00:00
                """);
        lands(
                "2/coaching.csv",
                """
                coaching_id,agent_id,evaluation_id,error_code,opened_on,due_on,rechecked_on,recheck_result
                C1,A2,V4,E1,2026-01-10,2026-02-02,,
                C2,A2,V2,,2026-01-15,2026-01-20,2026-02-03,passed
                """);
        second = night(warehouse, SECOND_NIGHT);

        // A day later C1 is overdue, C2 has been re-checked, and C3 answers an error of a month of which nothing else
        // came.
        lands(
                "3/coaching.csv",
                """
                coaching_id,agent_id,evaluation_id,error_code,opened_on,due_on,rechecked_on,recheck_result
                C3,A3,V3,E1,2026-02-03,2026-02-20,,
                """);
        lands(
                "3/interactions.csv",
                """
                interaction_id,channel,agent_id,started_at,outcome,talk_seconds
                I8,voice_in,A1,2026-02-03T10:00:00,answered,60
                """);
        lands(
                "3/evaluations.csv",
                """
                evaluation_id,interaction_id,agent_id,inspector_id,category,evaluated_at,review_status,total_score,updated_at
                V6,I8,A1,Q1,agent,2026-02-03T11:00:00,published,88,2026-02-03T11:00:00
                """);
        try (ScannedFiles scanned = new ScannedFiles(LocalSpark.session())) {
            third = night(warehouse, THIRD_NIGHT);
            assertThat(third.violations()).isEmpty();
            scannedLast = scanned.below(warehouse);
        }
        nightByNight = SmallNights.regardlessOfNights(warehouse);
        Path other = folder.resolve("other");
        assertThat(night(other, THIRD_NIGHT).violations()).isEmpty();
        atOnce = SmallNights.regardlessOfNights(other);
    }

    @Test
    void theFirstNightPublishesWhatCame() {
        assertThat(first.violations()).isEmpty();
        assertThat(first.published()).isTrue();
        assertThat(first.hasWarnings()).isFalse();
        assertThat(rows(
                        first.publication(),
                        AgentMonthScore.TABLE,
                        "qa_month, agent_id, evaluations, score_mean, grade"))
                .containsExactlyInAnyOrder(
                        "[2025-12-01,A1,1,90.0,excellent]",
                        "[2025-12-01,A2,1,80.0,good]",
                        "[2025-12-01,A3,1,70.0,pass]",
                        "[2026-01-01,A2,1,75.0,pass]");
        assertThat(rows(
                        first.publication(),
                        CompetencyFlag.TABLE,
                        "agent_id, rule, period_start, occurrences, evidence"))
                .containsExactly("[A2,consecutive_months,2025-12-01,2,V2;V4]");
    }

    @Test
    void theLedgerTellsWhatEachStepReadAndWrote() {
        assertThat(rows(first.publication(), RunStep.TABLE, "step, rows_in, rows_out"))
                .contains(
                        "[ingest,22,22]",
                        "[fact_interaction,null,6]",
                        "[facts,null,null]",
                        "[agent_month_score,null,4]");
    }

    @Test
    void theSameNightAgainChangesNothing() {
        assertThat(again.published()).isFalse();
        assertThat(again.files()).isEmpty();
        assertThat(again.publication().number()).isEqualTo(first.publication().number());
        assertThat(again.publication().tables()).isEqualTo(first.publication().tables());
    }

    @Test
    void theNextNightTakesBackWhatACutOffRunHadWritten() {
        assertThat(second.restored()).contains(TierAssignment.TABLE, FactInteraction.TABLE);
        assertThat(second.violations()).isEmpty();
    }

    @Test
    void anAcceptedAppealRestatesTheMonthsBefore() {
        assertThat(rows(second.publication(), AgentMonthScore.TABLE, "qa_month, agent_id, score_mean"))
                .contains("[2025-12-01,A1,95.0]", "[2025-12-01,A2,85.0]");
        assertThat(rows(second.publication(), CompetencyFlag.TABLE, "agent_id")).isEmpty();
        assertThat(rows(first.publication(), CompetencyFlag.TABLE, "agent_id")).containsExactly("[A2]");
    }

    @Test
    void tiersAndQuotasExistForEveryClosedMonth() {
        assertThat(rows(
                        second.publication(),
                        TierAssignment.TABLE,
                        "plan_month, agent_id, tier, reason, rank, ranked_agents"))
                .contains(
                        "[2026-01-01,A1,B,middle,1,2]",
                        "[2026-01-01,A2,B,middle,2,2]",
                        "[2026-01-01,A3,C,newcomer,null,2]",
                        "[2026-01-01,A9,B,unscored,null,2]",
                        "[2026-02-01,A3,C,newcomer,null,2]");
        assertThat(rows(
                        second.publication(),
                        SamplingQuota.TABLE,
                        "plan_month, agent_id, base_month, base_volume, quota, basis"))
                .contains(
                        "[2026-01-01,A1,2025-01-01,1.0,1,same_month_last_year]",
                        "[2026-02-01,A1,2025-01-01,1.0,1,earlier_month]");
    }

    @Test
    void factsAreGivenTheTeamOfTheDayWhenItComesLate() {
        Warehouse reader = new Warehouse(LocalSpark.session(), warehouse);
        Map<String, Long> versions = second.publication().tables();
        Dataset<Row> facts = reader.read(FactInteraction.TABLE, versions.get(FactInteraction.TABLE.path()));
        Dataset<Row> agents = reader.read(DimAgent.TABLE, versions.get(DimAgent.TABLE.path()));
        List<String> teams = facts
                .join(agents, DimAgent.AGENT_KEY.name())
                .select(facts.col(FactInteraction.INTERACTION_ID.name()), agents.col(DimAgent.TEAM.name()))
                .collectAsList()
                .stream()
                .map(Row::toString)
                .toList();
        assertThat(teams).contains("[I3,west]", "[I6,west]", "[I5,null]");
    }

    @Test
    void aNightReadsNoHistoryBeyondTheMonthsItTouches() {
        // February 2026 begins on a Sunday: its first day counts in a week that begins in January.
        for (String fact : List.of("fact_interaction", "fact_item_score")) {
            assertThat(scannedLast)
                    .filteredOn(file -> file.startsWith("star/" + fact))
                    .isNotEmpty()
                    .allMatch(file -> file.startsWith("star/" + fact + "/month=2026-"));
        }
        // The night's own rows; none of an older file can have their keys.
        assertThat(scannedLast)
                .filteredOn(file -> file.startsWith("raw/interactions/"))
                .hasSize(1);
    }

    @Test
    void nightByNightComesToTheSameTablesAsAllAtOnce() {
        assertThat(nightByNight.keySet()).isEqualTo(atOnce.keySet());
        nightByNight.forEach((table, rows) -> assertThat(rows).as(table).isEqualTo(atOnce.get(table)));
    }

    @Test
    void coachingsChangeAsDaysPassAndWhenTheyAnswerAnOldError() {
        assertThat(nightByNight.get(CoachingLoop.TABLE.toString())).hasSize(3);
        assertThat(rows(second.publication(), CoachingLoop.TABLE, "coaching_id, state"))
                .containsExactlyInAnyOrder("[C1,open]", "[C2,overdue]", "[null,missing]");
        assertThat(rows(third.publication(), CoachingLoop.TABLE, "coaching_id, state"))
                .containsExactlyInAnyOrder("[C1,overdue]", "[C2,passed]", "[C3,open]");
    }

    /** What a run leaves that was killed between its commits. */
    private static void cutOff() {
        Warehouse halfWritten = new Warehouse(LocalSpark.session(), warehouse);
        for (Table table : List.of(TierAssignment.TABLE, FactInteraction.TABLE)) {
            halfWritten.append(table, halfWritten.read(table));
        }
    }

    private static Nightly.Outcome night(Path into, LocalDate date) {
        Settings settings = Settings.with(Map.of(Settings.ZONE.key(), "UTC"));
        return Nightly.run(new Nightly.Request(landing, into, date, settings, Set.of()), RunListener.NONE);
    }

    private static void lands(String name, String text) throws IOException {
        Path file = landing.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private static List<String> rows(Publication publication, Table table, String columns) {
        return new Warehouse(LocalSpark.session(), warehouse)
                        .read(table, publication.tables().get(table.path()))
                        .select(List.of(columns.split(", ", -1)).stream()
                                .map(functions::col)
                                .toArray(Column[]::new))
                        .collectAsList()
                        .stream()
                        .map(Row::toString)
                        .toList();
    }
}
