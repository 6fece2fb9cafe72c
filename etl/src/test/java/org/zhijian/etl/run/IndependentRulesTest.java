package org.zhijian.etl.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.zhijian.etl.io.Warehouse;
import org.zhijian.etl.testing.LocalSpark;
import org.zhijian.generator.CentreGenerator;
import org.zhijian.generator.CentrePlan;
import org.zhijian.generator.Compression;
import org.zhijian.generator.ProgressListener;
import org.zhijian.schema.Table;
import org.zhijian.schema.mart.AgentMonthScore;
import org.zhijian.schema.mart.CompetencyFlag;
import org.zhijian.schema.mart.SamplingQuota;
import org.zhijian.schema.mart.TierAssignment;
import org.zhijian.schema.publication.Publication;
import org.zhijian.schema.settings.Settings;

/**
 * Nights of one warehouse, each compared with {@link RulesByHand} row by row: a made-up centre, then records that sit on
 * the rules' edges, then other settings.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class IndependentRulesTest {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final LocalDate MONTH_END = LocalDate.of(2026, 2, 28);
    private static final LocalDate WITHIN_MONTH = LocalDate.of(2026, 3, 17);

    @TempDir
    private static Path folder;

    @AfterAll
    static void giveTheSessionBack() {
        LocalSpark.session().conf().set("spark.sql.session.timeZone", "UTC");
    }

    @Test
    @Order(1)
    void aMonthIsClosedOnItsLastDay() throws IOException {
        CentreGenerator.write(plan(MONTH_END), folder.resolve("landing"), ProgressListener.NONE);
        monthsOfTheirOwn();
        agree(MONTH_END, Map.of());
    }

    @Test
    @Order(2)
    void recordsOnTheEdges() throws IOException {
        CentrePlan march = plan(WITHIN_MONTH).days(MONTH_END.plusDays(1), WITHIN_MONTH);
        CentreGenerator.write(march, folder.resolve("landing"), ProgressListener.NONE);
        agents();
        interactions();
        evaluations();
        scorecards();
        appeals();
        severeErrors();
        agree(WITHIN_MONTH, Map.of());
    }

    @Test
    @Order(3)
    void quotasByTeam() throws IOException {
        agree(
                WITHIN_MONTH,
                Map.of(
                        "quotas.base-by",
                        "team",
                        "quotas.percent",
                        7,
                        "quotas.tier-a-percent",
                        33,
                        "tiers.percent",
                        12.5));
    }

    @Test
    @Order(4)
    void quotasBySkillGroup() throws IOException {
        agree(
                WITHIN_MONTH,
                Map.of(
                        "quotas.base-by",
                        "skill_group",
                        "quotas.without-data",
                        3,
                        "competency.categories",
                        List.of("agent")));
    }

    private static CentrePlan plan(LocalDate until) {
        return new CentrePlan(14, 15, 7, LocalDate.of(2025, 1, 1), null, until, 6_000, ZONE, Compression.NONE);
    }

    /** Months with nothing else, which the next night empties: all that was made from them has to go. */
    private static void monthsOfTheirOwn() throws IOException {
        lands(
                "z0/agents.csv",
                """
                agent_id,name,team,skill_group,on_post_date,left_date,effective_from
                M0,Alone in a month,East,Voice,2024-01-01,,
                """);
        lands(
                "z0/interactions.csv",
                """
                interaction_id,channel,agent_id,started_at,outcome
                J0,voice_in,M0,2024-04-10T10:00:00,answered
                """);
        lands(
                "z0/evaluations.csv",
                """
                evaluation_id,interaction_id,agent_id,inspector_id,category,evaluated_at,review_status,total_score
                E-M0a,,M0,Q0001,agent,2024-10-10T10:00:00,published,90
                E-M0b,,M0,Q0001,agent,2024-10-11T10:00:00,published,80
                """);
        lands(
                "z0/evaluation_errors.csv",
                """
                evaluation_id,error_code
                E-M0a,E901
                E-M0b,E901
                """);
    }

    private static void agents() throws IOException {
        lands(
                "z1/agents.csv",
                """
                agent_id,name,team,skill_group,on_post_date,left_date,effective_from
                N1,New until 28 Feb,East,Voice,2025-11-30,,
                N2,New until 1 March,East,Voice,2025-12-01,,
                N3,New until 2 March,East,Voice,2025-12-02,,
                L1,Last day 27 Feb,East,Voice,2024-01-01,2026-02-28,
                L2,Last day 28 Feb,East,Voice,2024-01-01,2026-03-01,
                O1,First day 28 Feb,East,Voice,2026-02-28,,
                O2,First day 1 March,East,Voice,2026-03-01,,
                M1,Moved in February,East,Voice,2024-01-01,,
                M1,Moved in February,West,Online,2024-01-01,,2026-02-15
                M2,Moved on 28 Feb,East,Voice,2024-01-01,,
                M2,Moved on 28 Feb,West,Online,2024-01-01,,2026-02-28
                M3,Moved on 1 March,East,Voice,2024-01-01,,
                M3,Moved on 1 March,West,Online,2024-01-01,,2026-03-01
                M4,Moved in the base month,East,Voice,2024-01-01,,
                M4,Moved in the base month,West,Online,2024-01-01,,2025-03-15
                H1,Recorded late,South,Voice,2024-01-01,,2026-01-10
                R1,New in January,West,Online,2026-01-05,,
                P1,Alone in a team,North,Night,2024-01-01,,
                S1,Mean 89.99995 of thirds,East,Voice,2024-01-01,,
                S2,Mean 89.99995,West,Online,2024-01-01,,
                S3,Mean 89.99994,West,Online,2024-01-01,,
                S4,Mean 59.99995,West,Online,2024-01-01,,
                S5,Mean 79.99994,West,Online,2024-01-01,,
                """);
        lands(
                "z1/agents-2.csv",
                "agent_id,name,team,skill_group,on_post_date,left_date,effective_from\n"
                        + Stream.of(
                                        "A1 A2 A3 A4 A5 A6 A7 C1 C2 C3 C4 C5 C6 C7 C8 C9 C10 C11 C12 C13 C14 C15 C16 C17 C18 C19 C20 C21 C22 C23"
                                                .split(" "))
                                .map(agent -> agent + "," + agent + ",East,Voice,2024-01-01,,\n")
                                .collect(Collectors.joining()));
    }

    private static void interactions() throws IOException {
        String header = "interaction_id,channel,skill_group,agent_id,handled_by,started_at,outcome\n";
        lands(
                "z1/interactions.csv",
                header
                        + many(301, "M1", "2024-06-15T10:00:00")
                        + many(700, "S1", "2024-07-15T10:00:00")
                        + many(1000, "S2", "2024-08-15T10:00:00")
                        + """
                J1,voice_in,Voice,M1,,2025-03-10T10:00:00,answered
                J2,voice_in,Voice,M1,human,2025-02-28T16:30:00Z,answered
                J3,voice_in,Voice,M1,human,2025-02-28T15:30:00Z,answered
                J4,voice_in,Voice,H1,human,2025-03-11T10:00:00,answered
                J5,voice_in,Voice,R1,human,2025-03-11T10:00:00,answered
                J6,voice_in,Voice,X9,human,2025-03-11T10:00:00,answered
                J7,voice_in,Voice,,human,2025-03-11T10:00:00,answered
                J8,voice_in,Voice,M2,bot,2025-03-11T10:00:00,answered
                J9,voice_in,Voice,M2,human,2025-03-11T10:00:00,abandoned
                J10,voice_in,Voice,M3,human,2025-03-11T10:00:00,answered
                J11,voice_in,Voice,M3,human,2025-03-11T10:00:00,answered
                J12,voice_in,Voice,M3,human,2025-03-12T10:00:00,answered
                J14,voice_in,Voice,M4,human,2025-03-14T15:59:59Z,answered
                J15,voice_in,Voice,M4,human,2025-03-14T10:00:00,answered
                J16,voice_in,Voice,M4,human,2025-03-14T16:00:00Z,answered
                J17,voice_in,Voice,S2,human,2025-03-14T10:00:00,answered
                J13,voice_in,Voice,M1,human,2026-03-18T00:00:00,answered
                """);
        lands(
                "z2/interactions.csv",
                header
                        + """
                J10,voice_in,Voice,M2,human,2025-03-11T10:00:00,answered
                J11,voice_in,Voice,M3,human,2025-03-11T10:00:00,failed
                J12,voice_in,Voice,M3,human,2025-02-12T10:00:00,answered
                J0,voice_in,Voice,M0,human,2024-05-10T10:00:00,answered
                """);
    }

    private static String many(int count, String agent, String startedAt) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(i ->
                        "J-" + agent + "-" + i + ",voice_in,Voice," + agent + ",human," + startedAt + ",answered\n")
                .collect(Collectors.joining());
    }

    private static void evaluations() throws IOException {
        String header =
                "evaluation_id,interaction_id,agent_id,inspector_id,category,scorecard_id,evaluated_at,review_status,"
                        + "total_score,updated_at\n";
        lands(
                "z1/evaluations.csv",
                header
                        + """
                E-S1a,JE1,S1,Q0001,agent,S-X,2026-02-05T10:00:00,published,,
                E-S1b,JE2,S1,Q0001,agent,S-X,2026-02-06T10:00:00,published,,
                E-S2a,JE3,S2,Q0001,agent,,2026-02-05T10:00:00,published,89.9999,
                E-S2b,JE4,S2,Q0001,agent,,2026-02-06T10:00:00,published,90,
                E-S3a,JE5,S3,Q0001,agent,,2026-02-06T10:00:00,published,89.99994,
                E-S4a,JE6,S4,Q0001,agent,,2026-02-06T10:00:00,published,60,
                E-S4b,JE7,S4,Q0001,agent,,2026-02-06T10:00:00,published,59.9999,
                E-S5a,JE8,S5,Q0001,agent,,2026-02-06T10:00:00,published,79.99994,
                E-Z1,JE9,N1,Q0001,agent,,2026-01-31T16:30:00Z,published,77,
                E-Z2,JE10,N1,Q0001,agent,,2026-02-28T16:00:00Z,published,55,
                E-V1,JE11,N2,Q0001,agent,,2026-02-05T10:00:00,published,70,2026-02-20T10:00:00
                E-V2,JE12,N3,Q0001,agent,,2026-02-05T10:00:00,published,71,2026-02-20T10:00:00
                E-V3,JE13,L1,Q0001,agent,,2026-02-05T10:00:00,published,73,2026-02-20T10:00:00Z
                E-V4,JE14,L2,Q0001,agent,,2026-02-05T10:00:00,published,80,2026-02-20T10:00:00
                E-V5,JE15,M1,Q0001,agent,,2026-01-15T10:00:00,published,81,2026-01-20T10:00:00
                E-V6,JE16,M3,Q0001,agent,,2026-02-15T10:00:00,published,82,2026-02-20T10:00:00
                E-I1,JE17,M1,Q0001,agent,S-X,2026-02-09T15:59:59Z,published,,
                E-I2,JE18,M1,Q0001,agent,S-X,2026-02-09T16:00:00Z,published,,
                E-I3,JE19,H1,Q0001,agent,S-X,2026-02-10T10:00:00,published,88,
                E-I4,JE20,R1,Q0001,agent,,2026-02-10T10:00:00,published,,
                E-I5,JE21,R1,Q0001,agent,S-X,2026-02-10T10:00:00,published,99,
                E-I6,JE22,O1,Q0001,agent,S-X,2026-02-28T10:00:00,published,,
                E-A1,JE23,A1,Q0001,agent,,2026-02-10T10:00:00,published,50,
                E-A2,JE24,A2,Q0001,agent,,2026-02-10T10:00:00,published,50,
                E-A3,JE25,A3,Q0001,agent,,2026-02-10T10:00:00,published,50,
                E-A4,JE26,A4,Q0001,agent,,2026-02-10T10:00:00,published,64,
                E-A5,JE27,A5,Q0001,agent,S-X,2026-02-10T10:00:00,published,,
                E-A6,JE28,A6,Q0001,agent,,2026-02-10T10:00:00,published,50,
                E-A7,JE29,A7,Q0001,agent,,2026-03-17T23:59:59,published,50,
                E-A8,JE30,A7,Q0001,agent,,2026-03-18T00:00:00,published,60,
                E-X9,JE31,X9,Q0001,agent,,2026-02-10T10:00:00,published,100,
                """);
        lands(
                "z2/evaluations.csv",
                header
                        + """
                E-V1,JE11,N2,Q0001,agent,,2026-02-05T10:00:00,published,95,2026-02-10T10:00:00
                E-V2,JE12,N3,Q0001,agent,,2026-02-05T10:00:00,published,72,2026-02-20T10:00:00
                E-V3,JE13,L1,Q0001,agent,,2026-02-05T10:00:00,published,74,2026-02-20T12:00:00
                E-V4,JE14,L2,Q0001,agent,,2026-02-05T10:00:00,draft,80,2026-02-21T10:00:00
                E-V5,JE15,M2,Q0001,agent,,2026-02-16T10:00:00,published,81,2026-02-20T10:00:00
                E-V6,JE16,M3,Q0001,special,,2026-02-15T10:00:00,published,82,2026-02-21T10:00:00
                E-M0a,,M0,Q0001,agent,,2024-11-10T10:00:00,published,90,
                E-M0b,,M0,Q0001,agent,,2024-11-11T10:00:00,published,80,
                """);
    }

    private static void scorecards() throws IOException {
        lands(
                "z1/scorecards.csv",
                """
                scorecard_id,item_code,item_name,max_points,effective_from
                S-X,a,A,30,
                S-X,b,B,30,
                S-X,c,C,60,
                S-X,a,A,40,2026-02-10
                """);
        lands(
                "z1/evaluation_scores.csv",
                """
                evaluation_id,item_code,points
                E-S1a,a,26
                E-S1b,b,27.99997
                E-I1,a,30
                E-I1,b,
                E-I1,c,31
                E-I2,a,30
                E-I2,b,
                E-I2,c,60
                E-I3,a,
                E-I3,b,
                E-I5,a,15
                E-I6,a,20
                E-I6,c,45
                E-A5,b,
                """);
        lands(
                "z2/evaluation_scores.csv",
                """
                evaluation_id,item_code,points
                E-I6,a,
                """);
    }

    private static void appeals() throws IOException {
        String header =
                "appeal_id,evaluation_id,submitted_at,status,decided_at,revised_score,removed_errors,updated_at\n";
        lands(
                "z1/appeals.csv",
                header
                        + """
                P-A1,E-A1,2026-02-12T10:00:00,accepted,2026-02-20T10:00:00,85,,2026-02-20T10:00:00
                P-A2,E-A2,2026-02-12T10:00:00,accepted,2026-02-20T10:00:00,85,,2026-02-20T10:00:00
                P-A3a,E-A3,2026-02-12T10:00:00,accepted,2026-02-20T10:00:00,90,,2026-02-20T10:00:00
                P-A3b,E-A3,2026-02-13T10:00:00,accepted,2026-02-18T10:00:00,80,,2026-02-18T10:00:00
                P-A4,E-A4,2026-02-12T10:00:00,accepted,2026-02-20T10:00:00,,,2026-02-20T10:00:00
                P-A5,E-A5,2026-02-12T10:00:00,accepted,2026-02-20T10:00:00,66,,2026-02-20T10:00:00
                P-A6,E-A6,2026-02-12T10:00:00,accepted,2026-02-20T10:00:00,85,,2026-02-20T10:00:00
                P-A9,E-NONE,2026-02-12T10:00:00,accepted,2026-02-20T10:00:00,85,,2026-02-20T10:00:00
                P-C5,E-C5b,2026-02-12T10:00:00,accepted,2026-02-20T10:00:00,,E901,2026-02-20T10:00:00
                P-C6,E-C6a,2026-02-12T10:00:00,accepted,2026-02-20T10:00:00,,E901,2026-02-20T10:00:00
                P-C7,E-C7b,2026-02-12T10:00:00,submitted,,,,2026-02-12T10:00:00
                P-C14,E-C14a,2026-02-12T10:00:00,accepted,2026-02-20T10:00:00,,E106;E901,2026-02-20T10:00:00
                P-C22a,E-C22a,2026-02-12T10:00:00,rejected,2026-02-20T10:00:00,,,2026-02-20T10:00:00
                P-C22b,E-C22a,2026-02-22T10:00:00,submitted,,,,2026-02-22T10:00:00
                P-C8,E-C8a,2026-02-12T10:00:00,submitted,,,,2026-02-12T10:00:00
                """);
        lands(
                "z2/appeals.csv",
                header
                        + """
                P-A2,E-A2,2026-02-12T10:00:00,rejected,2026-02-21T10:00:00,,,2026-02-21T10:00:00
                P-A6,E-A6,2026-02-12T10:00:00,submitted,,,,2026-02-12T10:00:00
                P-C8,E-C8a,2026-02-12T10:00:00,withdrawn,,,,2026-02-13T10:00:00
                """);
    }

    /** Evaluations with errors: id, interaction, agent, category, when, status, error codes. */
    private static void severeErrors() throws IOException {
        String[] found =
                """
                E-C1a,I-C1,C1,agent,2026-02-03T10:00:00,published,E901
                E-C1b,I-C1,C1,special,2026-02-04T10:00:00,published,E902
                E-C2a,,C2,agent,2026-02-03T10:00:00,published,E901
                E-C2b,,C2,agent,2026-02-03T11:00:00,published,E901
                E-C3a,I-C3a,C3,agent,2025-12-31T15:59:59Z,published,E901
                E-C3b,I-C3b,C3,agent,2025-12-31T16:00:00Z,published,E901
                E-C4a,I-C4a,C4,agent,2025-01-10T10:00:00,published,E901
                E-C4b,I-C4b,C4,event,2025-03-10T10:00:00,published,E901
                E-C4c,I-C4c,C4,special,2025-05-10T10:00:00,published,E901
                E-C4d,I-C4d,C4,agent,2025-07-10T10:00:00,published,E901
                E-C4e,I-C4e,C4,agent,2025-09-10T10:00:00,published,E901
                E-C5a,I-C5a,C5,agent,2026-02-03T10:00:00,published,E901
                E-C5b,I-C5b,C5,agent,2026-02-04T10:00:00,published,E901
                E-C6a,I-C6a,C6,agent,2026-02-03T10:00:00,published,E901;E902
                E-C6b,I-C6b,C6,agent,2026-02-04T10:00:00,published,E901
                E-C7a,I-C7a,C7,agent,2026-02-03T10:00:00,published,E901
                E-C7b,I-C7b,C7,agent,2026-02-04T10:00:00,published,E901
                E-C8a,I-C8a,C8,event,2026-01-03T10:00:00,published,E901
                E-C8b,I-C8b,C8,special,2026-01-04T10:00:00,published,E901
                E-C9a,I-C9a,C9,agent,2026-02-03T10:00:00,published,E901
                E-C9b,I-C9b,C9,agent,2026-02-04T10:00:00,reviewed,E901
                E-C10a,I-C10a,C10,agent,2026-01-31T16:30:00Z,published,E901
                E-C10b,I-C10b,C10,agent,2026-02-28T15:59:59Z,published,E901
                E-C11a,I-C11a,C11,agent,2024-12-31T10:00:00,published,E901
                E-C11b,I-C11b,C11,agent,2025-01-01T10:00:00,published,E901
                E-C12a,I-C12,C12,agent,2025-12-20T10:00:00,published,E901
                E-C12b,I-C12,C12,special,2026-01-04T10:00:00,published,E901
                E-C13a,I-C13,C13,agent,2026-02-03T10:00:00,published,E106
                E-C13b,I-C13,C13,special,2026-02-08T10:00:00,published,E901
                E-C13c,I-C13c,C13,agent,2026-02-05T10:00:00,published,E901
                E-C14a,I-C14,C14,agent,2026-02-03T10:00:00,published,E901
                E-C14b,I-C14,C14,special,2026-02-20T10:00:00,published,E902
                E-C14c,I-C14c,C14,agent,2026-02-10T10:00:00,published,E901
                E-C15a,I-C15a,C15,agent,2026-02-03T10:00:00,published,E999
                E-C15b,I-C15b,C15,agent,2026-02-04T10:00:00,published,E999
                E-C16a,I-C16a,C16,agent,2026-03-16T10:00:00,published,E901
                E-C16b,I-C16b,C16,agent,2026-03-20T10:00:00,published,E901
                E-C17a,I-C17a,C17,agent,2026-02-28T16:00:00Z,published,E901
                E-C17b,I-C17b,C17,agent,2026-03-17T23:59:59,published,E901
                E-C18a,I-C18a,C18,agent,2025-11-05T10:00:00,published,E901
                E-C18b,I-C18b,C18,agent,2025-12-06T10:00:00,published,E901
                E-C18c,I-C18c,C18,agent,2026-01-07T10:00:00,published,E901
                E-C19a,I-C19a,C19,agent,2026-02-03T10:00:00,published,E901
                E-C19b,I-C19a,C19,special,2026-02-05T10:00:00,published,E901
                E-C19c,I-C19c,C19,agent,2026-02-04T10:00:00,published,E901;E106
                E-C20a,I-C20a,C20,agent,2026-02-04T10:00:00,published,E901
                E-C20b,I-C21a,C20,agent,2026-02-04T10:00:00,published,E000
                E-C21a,I-C21a,C21,agent,2026-02-04T10:00:00,published,E901
                E-C21b,I-C20a,C20,agent,2026-02-05T10:00:00,published,E902
                E-C22a,I-C22a,C22,agent,2026-02-04T10:00:00,published,E901
                E-C22b,I-C22b,C22,agent,2026-02-05T10:00:00,published,E901
                E-C23a,I-C23a,C23,agent,2025-02-05T10:00:00,published,E901
                E-C23b,I-C23b,C23,agent,2025-04-05T10:00:00,published,E901
                E-C23c,I-C23c,C23,agent,2025-06-05T10:00:00,published,E901
                E-C23d,I-C23a,C23,special,2025-08-05T10:00:00,published,E901
                E-X9a,,X9,agent,2026-01-05T10:00:00,published,E901
                E-X9b,,X9,agent,2026-02-05T10:00:00,published,E901
                """
                        .split("\n");
        lands(
                "z1/evaluations-errors.csv",
                "evaluation_id,interaction_id,agent_id,inspector_id,category,evaluated_at,review_status,total_score\n"
                        + Arrays.stream(found)
                                .map(line -> line.split(","))
                                .map(cell -> String.join(
                                                ",", cell[0], cell[1], cell[2], "Q0001", cell[3], cell[4], cell[5], "")
                                        + "\n")
                                .collect(Collectors.joining()));
        lands(
                "z1/evaluation_errors.csv",
                "evaluation_id,error_code\n"
                        + Arrays.stream(found)
                                .map(line -> line.split(","))
                                .flatMap(cell ->
                                        Arrays.stream(cell[6].split(";")).map(code -> cell[0] + "," + code + "\n"))
                                .collect(Collectors.joining()));
        lands(
                "z2/evaluation_errors.csv",
                """
                evaluation_id,error_code
                E-C20a,E901
                """);
        lands(
                "z1/error_types.csv",
                """
                error_code,name,severity
                E999,Once general,general
                """);
        lands(
                "z2/error_types.csv",
                """
                error_code,name,severity
                E999,Now severe,severe
                """);
    }

    private static void lands(String name, String text) throws IOException {
        Path file = folder.resolve("landing").resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    /** Runs the night and compares what it publishes with the rules worked by hand. */
    private static void agree(LocalDate date, Map<String, ?> replaced) throws IOException {
        LocalSpark.session();
        Settings settings = Settings.with(replaced);
        Path landing = folder.resolve("landing");
        Nightly.Outcome night = Nightly.run(
                new Nightly.Request(landing, folder.resolve("warehouse"), date, settings, Set.of()), RunListener.NONE);
        assertThat(night.violations()).isEmpty();
        assertThat(night.published()).isTrue();
        Publication published = night.publication();

        RulesByHand byHand = new RulesByHand(new LandedRecords(landing, ZONE), date, settings);
        SoftAssertions.assertSoftly(softly -> {
            compare(
                    softly,
                    rows(published, AgentMonthScore.TABLE, "qa_month agent_id evaluations score_mean grade"),
                    byHand.scores());
            compare(
                    softly,
                    rows(
                            published,
                            TierAssignment.TABLE,
                            "plan_month agent_id tier reason rank ranked_agents score_mean"),
                    byHand.tiers());
            compare(
                    softly,
                    rows(published, SamplingQuota.TABLE, "plan_month agent_id tier base_month base_volume quota basis"),
                    byHand.quotas());
            compare(
                    softly,
                    rows(
                            published,
                            CompetencyFlag.TABLE,
                            "agent_id rule period_start reached_on occurrences evidence provisional"),
                    byHand.flags());
        });
    }

    /** Shows just the rows that differ; there are thousands. */
    private static void compare(SoftAssertions softly, List<String> published, List<String> byHand) {
        softly.assertThat(byHand).isNotEmpty().doesNotHaveDuplicates();
        softly.assertThat(without(published, byHand))
                .as("published, but not by hand")
                .isEmpty();
        softly.assertThat(without(byHand, published))
                .as("by hand, but not published")
                .isEmpty();
        softly.assertThat(published).hasSameSizeAs(byHand);
    }

    private static List<String> without(List<String> rows, List<String> others) {
        Set<String> known = new HashSet<>(others);
        return rows.stream().filter(row -> !known.contains(row)).sorted().toList();
    }

    private static List<String> rows(Publication publication, Table table, String columns) {
        return new Warehouse(LocalSpark.session(), folder.resolve("warehouse"))
                        .read(table, publication.tables().get(table.path()))
                        .select(Arrays.stream(columns.split(" "))
                                .map(functions::col)
                                .toArray(Column[]::new))
                        .collectAsList()
                        .stream()
                        .map(IndependentRulesTest::shown)
                        .toList();
    }

    /** As RulesByHand writes a row; evidence has no order that is stated, so it is put in the alphabet's. */
    private static String shown(Row row) {
        return RulesByHand.row(IntStream.range(0, row.length())
                .mapToObj(i -> shown(row.get(i)))
                .toArray());
    }

    private static Object shown(Object value) {
        if (value instanceof Double number) {
            return RulesByHand.show(number);
        }
        return value instanceof String text
                ? Arrays.stream(text.split(";")).sorted().collect(Collectors.joining(";"))
                : value;
    }
}
