package org.zhijian.reports.restatement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.StringWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhijian.reports.DeclaredRow;
import org.zhijian.reports.PublishedTables;
import org.zhijian.reports.read.PublishedWarehouse;
import org.zhijian.schema.mart.AgentMonthScore;
import org.zhijian.schema.mart.CompetencyFlag;
import org.zhijian.schema.mart.SamplingQuota;
import org.zhijian.schema.mart.TierAdjustment;
import org.zhijian.schema.mart.TierAssignment;
import org.zhijian.schema.star.FactAppeal;
import org.zhijian.schema.star.FactEvaluation;

class RestatementsTest {
    private static final LocalDate SEPTEMBER = LocalDate.of(2026, 9, 1);
    private static final LocalDate OCTOBER = LocalDate.of(2026, 10, 1);
    private static final LocalDate NOVEMBER = LocalDate.of(2026, 11, 1);
    private static final Cause NONE = new Cause(List.of(), List.of(), List.of(), null);

    @TempDir
    private Path warehouse;

    private PublishedTables tables;

    @BeforeEach
    void begin() {
        tables = new PublishedTables(warehouse);
    }

    @Test
    void anAcceptedAppealRestatesTheAgentAndThoseItIsRankedWith() {
        tables.append(FactEvaluation.TABLE, evaluation("E1", "a1"), evaluation("E2", "a2"), evaluation("E3", "a3"))
                .append(FactAppeal.TABLE, appeal("P1", "E1", "submitted"), appeal("P2", "E3", "submitted"))
                .append(TierAssignment.TABLE, tier("a1", "B"), tier("a2", "A"), tier("a3", "B"))
                .append(SamplingQuota.TABLE, quota("a1", "B", 7), quota("a2", "A", 3), quota("a3", "B", 7))
                .publish("2026-10-31")
                .replace(FactAppeal.TABLE, appeal("P1", "E1", "accepted"), appeal("P2", "E3", "rejected"))
                .replace(TierAssignment.TABLE, tier("a1", "A"), tier("a2", "B"), tier("a3", "B"))
                .replace(SamplingQuota.TABLE, quota("a1", "A", 3), quota("a2", "B", 7), quota("a3", "B", 7))
                .publish("2026-11-02");

        assertThat(restatements())
                .extracting(
                        r -> r.table().name(),
                        Restatement::agentId,
                        Restatement::before,
                        Restatement::after,
                        r -> r.cause().ownAppeals(),
                        r -> r.cause().otherAppeals())
                .containsExactly(
                        tuple("sampling_quota", "a1", "7", "3", List.of("P1"), List.of()),
                        tuple("sampling_quota", "a2", "3", "7", List.of(), List.of("P1")),
                        tuple("tier_assignment", "a1", "B", "A", List.of("P1"), List.of()),
                        tuple("tier_assignment", "a2", "A", "B", List.of(), List.of("P1")));
        assertThat(restatements()).allSatisfy(r -> {
            assertThat(r.period()).isEqualTo(NOVEMBER);
            assertThat(r.publication().number()).isEqualTo(2);
            assertThat(r.item()).isNull();
        });
    }

    @Test
    void aScoreThatChangesAfterItsMonthIsOneAndGrowingIntoItNone() {
        tables.append(FactEvaluation.TABLE, evaluation("E1", "a1"))
                .append(FactAppeal.TABLE, appeal("P1", "E1", "submitted"))
                .append(AgentMonthScore.TABLE, score(OCTOBER, "a1", 80))
                .publish("2026-10-30")
                .replace(AgentMonthScore.TABLE, score(OCTOBER, "a1", 82), score(OCTOBER, "a2", 70))
                .publish("2026-10-31")
                .replace(FactAppeal.TABLE, appeal("P1", "E1", "accepted"))
                .replace(
                        AgentMonthScore.TABLE,
                        score(OCTOBER, "a1", 85.5),
                        score(OCTOBER, "a3", 60),
                        score(NOVEMBER, "a1", 90))
                .publish("2026-11-02");

        assertThat(restatements())
                .extracting(
                        r -> r.publication().number(),
                        Restatement::period,
                        Restatement::agentId,
                        Restatement::before,
                        Restatement::after,
                        r -> r.cause().ownAppeals())
                .containsExactly(
                        tuple(3L, OCTOBER, "a1", "82.0", "85.5", List.of("P1")),
                        tuple(3L, OCTOBER, "a2", "70.0", null, List.of()),
                        tuple(3L, OCTOBER, "a3", null, "60.0", List.of()));
    }

    @Test
    void whatIsPublishedForTheFirstTimeIsNoRestatement() {
        Object[] october = tier(OCTOBER, "a1", "C");
        tables.append(TierAssignment.TABLE, october)
                .append(TierAdjustment.TABLE)
                .append(CompetencyFlag.TABLE)
                .publish("2026-10-30")
                .append(TierAssignment.TABLE, tier("a1", "B"))
                .append(TierAdjustment.TABLE, adjustment("a1", LocalDate.of(2026, 10, 31)))
                .append(CompetencyFlag.TABLE, flag("two_in_month", OCTOBER, LocalDate.of(2026, 10, 31), "E1;E2", false))
                .publish("2026-10-31");

        assertThat(restatements()).isEmpty();
        assertThat(Restatements.of(PublishedWarehouse.open(warehouse).numbered(1), null))
                .isEmpty();
    }

    @Test
    void whatComesLateForAClosedDayIsOne() {
        tables.append(TierAssignment.TABLE, tier("a1", "B"))
                .append(TierAdjustment.TABLE)
                .append(CompetencyFlag.TABLE)
                .publish("2026-11-05")
                .append(TierAssignment.TABLE, tier("late", "C"))
                .append(TierAdjustment.TABLE, adjustment("a1", LocalDate.of(2026, 11, 5)))
                .append(CompetencyFlag.TABLE, flag("four_in_year", yearStart(), LocalDate.of(2026, 11, 3), "E1", true))
                .publish("2026-11-06");

        assertThat(restatements())
                .extracting(Restatement::item, Restatement::before, Restatement::after, Restatement::cause)
                .containsExactly(
                        tuple(
                                "four_in_year",
                                null,
                                "occurrences 4, reached_on 2026-11-03, provisional true, evidence E1",
                                NONE),
                        tuple("2026-11-05 C", null, "from_tier A, reason severe_error, quota 11", NONE),
                        tuple(null, null, "C", NONE));
    }

    @Test
    void aFlagThatOnlyGrowsInItsRunningPeriodIsNone() {
        LocalDate reached = LocalDate.of(2026, 10, 5);
        tables.append(
                        CompetencyFlag.TABLE,
                        flag("two_in_month", SEPTEMBER, LocalDate.of(2026, 9, 5), "E1;E2", false),
                        flag("two_in_month", OCTOBER, reached, "E5;E6", false),
                        flag("four_in_year", yearStart(), reached, "E1;E2;E5;E6", false))
                .publish("2026-10-10")
                .replace(
                        CompetencyFlag.TABLE,
                        flag("two_in_month", SEPTEMBER, LocalDate.of(2026, 9, 5), "E1;E2;E3", false),
                        flag("two_in_month", OCTOBER, reached, "E5;E6;E7", false),
                        flag("four_in_year", yearStart(), reached, "E1;E2;E5;E6;E7", false))
                .publish("2026-10-11");

        assertThat(restatements()).singleElement().satisfies(late -> {
            assertThat(late.period()).isEqualTo(SEPTEMBER);
            assertThat(late.after()).endsWith("evidence E1;E2;E3");
        });
    }

    @Test
    void anAppealThatRemovesAnErrorWithdrawsAFlag() {
        LocalDate reached = LocalDate.of(2026, 10, 5);
        tables.append(FactEvaluation.TABLE, evaluation("E1", "a1"), evaluation("E2", "a1"), evaluation("E3", "a2"))
                .append(FactAppeal.TABLE)
                .append(CompetencyFlag.TABLE, flag("two_in_month", OCTOBER, reached, "E1;E2", false))
                .publish("2026-10-10")
                .append(FactAppeal.TABLE, appeal("P1", "E2", "accepted"), appeal("P2", "E3", "accepted"))
                .replace(CompetencyFlag.TABLE)
                .publish("2026-10-11");

        assertThat(restatements()).singleElement().satisfies(withdrawn -> {
            assertThat(withdrawn.item()).isEqualTo("two_in_month");
            assertThat(withdrawn.before()).startsWith("occurrences 4, reached_on 2026-10-05");
            assertThat(withdrawn.after()).isNull();
            assertThat(withdrawn.cause()).isEqualTo(new Cause(List.of("P1"), List.of(), List.of(), null));
        });
    }

    @Test
    void changedSettingsAreNamedAndEarlierDaysLeftOut() {
        tables.append(TierAssignment.TABLE, tier("a1", "B"))
                .publish("2026-11-05", Map.of("tiers.percent", "20"))
                .replace(TierAssignment.TABLE, tier("a1", "A"))
                .publish("2026-11-06", Map.of("tiers.percent", "30"))
                .replace(TierAssignment.TABLE, tier("a1", "C"))
                .publish("2026-11-07", Map.of("tiers.percent", "30"));

        assertThat(restatements())
                .extracting(Restatement::after, r -> r.cause().settings())
                .containsExactly(tuple("A", List.of("tiers.percent")), tuple("C", List.of()));
        // The second was made in the night to the 7th, the third in that to the 8th.
        assertThat(Restatements.of(PublishedWarehouse.open(warehouse), LocalDate.of(2026, 11, 8)))
                .extracting(Restatement::after)
                .containsExactly("C");
    }

    @Test
    void csvHasARowForEachAndEmptyFieldsForWhatIsNotThere() {
        tables.append(FactEvaluation.TABLE, evaluation("E1", "a1"))
                .append(FactAppeal.TABLE)
                .append(TierAssignment.TABLE, tier("a1", "B"))
                .publish("2026-11-05")
                .append(FactAppeal.TABLE, appeal("P1", "E1", "accepted"), appeal("P2", "E1", "accepted"))
                .replace(TierAssignment.TABLE)
                .publish("2026-11-06");

        StringWriter csv = new StringWriter();
        RestatementCsv.write(restatements(), csv);

        assertThat(csv.toString().lines())
                .containsExactly(
                        "publication,business_date,made_on,table,period,agent_id,item,before,after,own_appeals,"
                                + "other_appeals,settings,software",
                        "2,2026-11-06,2026-11-07,tier_assignment,2026-11-01,a1,,B,,P1;P2,,,");
    }

    private List<Restatement> restatements() {
        return Restatements.of(PublishedWarehouse.open(warehouse), null);
    }

    private static LocalDate yearStart() {
        return LocalDate.of(2026, 1, 1);
    }

    private static Object[] evaluation(String id, String agentId) {
        return DeclaredRow.evaluation(id, agentId, LocalDate.of(2026, 10, 9)).row();
    }

    private static Object[] appeal(String id, String evaluationId, String status) {
        return DeclaredRow.appeal(id, evaluationId, OCTOBER, NOVEMBER)
                .with(FactAppeal.STATUS, status)
                .with(FactAppeal.REVISED_SCORE, 95.0)
                .row();
    }

    private static Object[] score(LocalDate month, String agentId, double mean) {
        return DeclaredRow.of(AgentMonthScore.TABLE)
                .with(AgentMonthScore.QA_MONTH, month)
                .with(AgentMonthScore.AGENT_ID, agentId)
                .with(AgentMonthScore.SCORE_MEAN, mean)
                .row();
    }

    private static Object[] tier(String agentId, String tier) {
        return tier(NOVEMBER, agentId, tier);
    }

    private static Object[] tier(LocalDate planMonth, String agentId, String tier) {
        return DeclaredRow.of(TierAssignment.TABLE)
                .with(TierAssignment.PLAN_MONTH, planMonth)
                .with(TierAssignment.AGENT_ID, agentId)
                .with(TierAssignment.TIER, tier)
                .row();
    }

    private static Object[] quota(String agentId, String tier, long quota) {
        return DeclaredRow.of(SamplingQuota.TABLE)
                .with(SamplingQuota.PLAN_MONTH, NOVEMBER)
                .with(SamplingQuota.AGENT_ID, agentId)
                .with(SamplingQuota.TIER, tier)
                .with(SamplingQuota.QUOTA, quota)
                .row();
    }

    private static Object[] adjustment(String agentId, LocalDate effectiveOn) {
        return DeclaredRow.of(TierAdjustment.TABLE)
                .with(TierAdjustment.PLAN_MONTH, effectiveOn.withDayOfMonth(1))
                .with(TierAdjustment.AGENT_ID, agentId)
                .with(TierAdjustment.EFFECTIVE_ON, effectiveOn)
                .with(TierAdjustment.FROM_TIER, "A")
                .with(TierAdjustment.TO_TIER, "C")
                .with(TierAdjustment.REASON, "severe_error")
                .with(TierAdjustment.QUOTA, 11L)
                .row();
    }

    private static Object[] flag(
            String rule, LocalDate start, LocalDate reached, String evidence, boolean provisional) {
        return DeclaredRow.of(CompetencyFlag.TABLE)
                .with(CompetencyFlag.AGENT_ID, "a1")
                .with(CompetencyFlag.RULE, rule)
                .with(CompetencyFlag.PERIOD_START, start)
                .with(CompetencyFlag.REACHED_ON, reached)
                .with(CompetencyFlag.OCCURRENCES, 4L)
                .with(CompetencyFlag.EVIDENCE, evidence)
                .with(CompetencyFlag.PROVISIONAL, provisional)
                .row();
    }
}
