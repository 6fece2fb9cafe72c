package org.zhijian.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhijian.schema.Column;
import org.zhijian.schema.mart.AssessmentIndicator;
import org.zhijian.schema.mart.TierAssignment;
import org.zhijian.schema.star.FactAppeal;
import org.zhijian.schema.star.FactEvaluation;

class LookingBackCommandsTest {
    private static final LocalDate OCTOBER = LocalDate.of(2026, 10, 1);
    private static final LocalDate NOVEMBER = LocalDate.of(2026, 11, 1);
    private static final Instant NOON = Instant.parse("2026-10-20T04:00:00Z");

    @TempDir
    private static Path folder;

    private static String warehouse;

    @BeforeAll
    static void publishANightThatRestates() {
        warehouse = folder.resolve("warehouse").toString();
        new SparkWarehouse(Path.of(warehouse))
                .append(FactEvaluation.TABLE, evaluation("E1", "A0042", 95), evaluation("E2", "A0007", 80))
                .append(FactAppeal.TABLE, new Object[][] {appeal("P0", "E2", "rejected")})
                .append(TierAssignment.TABLE, tier("A0042", "B", 2), tier("A0007", "A", 1))
                .append(AssessmentIndicator.TABLE, new Object[][] {
                    row("month", OCTOBER, "centre", null, "qa_mean", 175.0, 2.0, 87.5, null, null, OCTOBER)
                })
                .publish("2026-10-31")
                .append(FactAppeal.TABLE, new Object[][] {appeal("P1", "E1", "accepted")})
                .delete(TierAssignment.TABLE, "true")
                .append(TierAssignment.TABLE, tier("A0042", "A", 1), tier("A0007", "B", 2))
                .publish("2026-11-02");
    }

    @Test
    void restatementsSayWhatChangedAndBecauseOfWhichAppeals() {
        Run english = Run.of("restatements", "--warehouse", warehouse);

        assertThat(english.exitCode()).isZero();
        assertThat(english.out().lines())
                .containsExactly(
                        "Publication 2, business day 2026-11-02, made on 2026-11-03",
                        "  tier_assignment 2026-11-01, A0007: A → B",
                        "      Appeals of others in the same month, with whom the agent is ranked: P1.",
                        "  tier_assignment 2026-11-01, A0042: B → A",
                        "      Appeals of the agent: P1.");
        assertThat(Run.in("zh-CN", "restatements", "--warehouse", warehouse).out())
                .contains("发布 2，业务日期 2026-11-02，于 2026-11-03 写出", "本人的申诉：P1。");
    }

    @Test
    void restatementsComeAsCsvAndSinceADay() {
        String[] csv = {"restatements", "--warehouse", warehouse, "--format", "csv", "--since"};

        assertThat(Run.of(with(csv, "2026-11-03")).out().lines())
                .hasSize(3)
                .contains("2,2026-11-02,2026-11-03,tier_assignment,2026-11-01,A0042,,B,A,P1,,,");
        assertThat(Run.of(with(csv, "2026-11-04")).out().lines()).hasSize(1);
        assertThat(Run.of("restatements", "--warehouse", warehouse, "--since", "2026-11-04")
                        .out())
                .contains("nothing that had been published was changed");
    }

    @Test
    void aTierIsExplainedInEitherLanguageAndAsItWas() {
        String[] tier = {"explain", "tier", "--agent", "A0042", "--month", "2026-11", "--warehouse", warehouse};

        Run english = Run.of(tier);
        assertThat(english.exitCode()).isZero();
        assertThat(english.out())
                .startsWith("Agent A0042, plan month 2026-11: tier A, among the best")
                .contains("  1. The tier of plan month 2026-11 comes from the evaluations of QA month 2026-10.")
                .containsPattern("E1 +2026-10-20 +95 +total score +counts")
                .contains("From publication 2, business day 2026-11-02.");
        assertThat(english.out().lines()).allMatch(line -> line.length() <= 100);
        assertThat(Run.of(with(tier, "--as-of", "1")).out())
                .startsWith("Agent A0042, plan month 2026-11: tier B")
                .contains("From publication 1");
        assertThat(Run.in("zh-CN", tier).out())
                .startsWith("客服代表 A0042，计划月 2026-11：抽样等级 A，成绩居前")
                .containsPattern("E1 +2026-10-20 +95 +总分 +计入")
                .contains("依据发布 2，业务日期 2026-11-02。");
    }

    @Test
    void anIndicatorIsExplained() {
        Run mean = Run.of(
                "explain", "indicator", "--indicator", "qa_mean", "--month", "2026-10", "--warehouse", warehouse);

        assertThat(mean.exitCode()).isZero();
        assertThat(mean.out()).startsWith("qa_mean of the centre, 2026-10").contains("175 ÷ 2 = 87.5.");
    }

    @Test
    void whatCannotBeExplainedIsTheUsersToMend() {
        Run other = Run.of("explain", "tier", "--agent", "A0042", "--month", "2026-12", "--warehouse", warehouse);
        assertThat(other.exitCode()).isEqualTo(1);
        assertThat(other.err()).contains("has no tier for plan month 2026-12", "has tiers for: 2026-11.");

        Run unwritten = Run.of("explain", "quota", "--agent", "A0042", "--month", "2026-11", "--warehouse", warehouse);
        assertThat(unwritten.exitCode()).isEqualTo(1);
        assertThat(unwritten.err()).contains("mart.sampling_quota is not in publication 2");

        Run nobody = Run.of("explain", "flag", "--month", "2026-11", "--warehouse", warehouse);
        assertThat(nobody.exitCode()).isEqualTo(2);
        assertThat(nobody.err()).contains("Missing: --agent AGENT_ID");

        Run month = Run.of("explain", "tier", "--agent", "a", "--month", "November", "--warehouse", warehouse);
        assertThat(month.exitCode()).isEqualTo(2);
        assertThat(month.err()).contains("\"November\" is not allowed for --month MONTH");
        assertThat(Run.of("explain").exitCode()).isEqualTo(2);
    }

    private static String[] with(String[] args, String... more) {
        return Stream.concat(Arrays.stream(args), Arrays.stream(more)).toArray(String[]::new);
    }

    private static Object[] row(Object... values) {
        return values;
    }

    private static Object[] evaluation(String id, String agentId, double score) {
        Map<Column, Object> values = Map.ofEntries(
                Map.entry(FactEvaluation.EVALUATION_ID, id),
                Map.entry(FactEvaluation.MONTH, OCTOBER),
                Map.entry(FactEvaluation.EVALUATED_ON, LocalDate.of(2026, 10, 20)),
                Map.entry(FactEvaluation.EVALUATED_AT, NOON),
                Map.entry(FactEvaluation.AGENT_ID, agentId),
                Map.entry(FactEvaluation.CATEGORY, "agent"),
                Map.entry(FactEvaluation.REVIEW_STATUS, "published"),
                Map.entry(FactEvaluation.PUBLISHED, true),
                Map.entry(FactEvaluation.TOTAL_SCORE, score),
                Map.entry(FactEvaluation.SCORE, score),
                Map.entry(FactEvaluation.SCORE_BASIS, "total"),
                Map.entry(FactEvaluation.OPEN_APPEAL, false));
        return FactEvaluation.TABLE.columns().stream().map(values::get).toArray();
    }

    private static Object[] appeal(String id, String evaluationId, String status) {
        return row(id, evaluationId, OCTOBER, NOON, null, status, NOON, 95.0, null);
    }

    private static Object[] tier(String agentId, String tier, long rank) {
        String reason = tier.equals("A") ? "top" : "middle";
        return row(NOVEMBER, agentId, tier, reason, rank, 2L, 90.0, 1L, null, null, null, null);
    }
}
