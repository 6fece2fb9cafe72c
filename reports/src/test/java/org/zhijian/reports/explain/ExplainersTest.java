package org.zhijian.reports.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;
import static org.zhijian.reports.DeclaredRow.agent;
import static org.zhijian.reports.DeclaredRow.appeal;
import static org.zhijian.reports.DeclaredRow.error;
import static org.zhijian.reports.DeclaredRow.errorType;
import static org.zhijian.reports.DeclaredRow.evaluation;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zhijian.reports.DeclaredRow;
import org.zhijian.reports.PublishedTables;
import org.zhijian.reports.read.PublishedWarehouse;
import org.zhijian.schema.mart.AgentMonthVolume;
import org.zhijian.schema.mart.AssessmentIndicator;
import org.zhijian.schema.mart.CompetencyFlag;
import org.zhijian.schema.mart.SamplingQuota;
import org.zhijian.schema.mart.TierAdjustment;
import org.zhijian.schema.mart.TierAssignment;
import org.zhijian.schema.settings.Settings;
import org.zhijian.schema.star.DimAgent;
import org.zhijian.schema.star.DimErrorType;
import org.zhijian.schema.star.FactAppeal;
import org.zhijian.schema.star.FactError;
import org.zhijian.schema.star.FactEvaluation;
import org.zhijian.schema.text.Text;
import org.zhijian.schema.text.UserError;

class ExplainersTest {
    private static final Text ENGLISH = new Text(Text.ENGLISH);
    private static final Text CHINESE = new Text(Text.CHINESE);
    private static final LocalDate OCTOBER = LocalDate.of(2026, 10, 1);
    private static final LocalDate NOVEMBER = LocalDate.of(2026, 11, 1);
    private static final LocalDate LAST_YEAR = LocalDate.of(2025, 11, 1);
    private static final YearMonth PLAN_MONTH = YearMonth.of(2026, 11);
    private static final LocalDate LONG_AGO = LocalDate.of(2020, 1, 15);

    @TempDir
    private static Path folder;

    private static PublishedWarehouse warehouse;

    @BeforeAll
    static void publish() {
        new PublishedTables(folder)
                .append(
                        DimAgent.TABLE,
                        agent("top", LONG_AGO).row(),
                        agent("tied", LONG_AGO).row(),
                        agent("new", LocalDate.of(2026, 8, 2)).row(),
                        agent("idle", LocalDate.of(2026, 8, 1)).row())
                .append(
                        FactEvaluation.TABLE,
                        evaluation("E2", "top", OCTOBER.plusDays(8)).scored(90).row(),
                        evaluation("E1", "top", OCTOBER.plusDays(2))
                                .scored(60)
                                .with(FactEvaluation.POINTS_AWARDED, 42.0)
                                .with(FactEvaluation.POINTS_POSSIBLE, 60.0)
                                .with(FactEvaluation.SCORE, 70.0)
                                .with(FactEvaluation.SCORE_BASIS, "items")
                                .row(),
                        evaluation("E3", "top", OCTOBER.plusDays(9))
                                .scored(80)
                                .with(FactEvaluation.SCORE, 95.5)
                                .with(FactEvaluation.SCORE_BASIS, "appeal")
                                .row(),
                        evaluation("E4", "top", OCTOBER.plusDays(10))
                                .scored(10)
                                .with(FactEvaluation.PUBLISHED, false)
                                .with(FactEvaluation.REVIEW_STATUS, "draft")
                                .row(),
                        evaluation("E5", "top", OCTOBER.plusDays(11))
                                .scored(10)
                                .with(FactEvaluation.CATEGORY, "special")
                                .row(),
                        evaluation("E6", "top", OCTOBER.plusDays(12)).row(),
                        evaluation("F1", "new", OCTOBER.plusDays(3)).scored(99).row(),
                        evaluation("F2", "new", OCTOBER.plusDays(5))
                                .with(FactEvaluation.INTERACTION_ID, "call of F1")
                                .row(),
                        evaluation("F3", "new", OCTOBER.plusDays(7))
                                .with(FactEvaluation.INTERACTION_ID, null)
                                .with(FactEvaluation.OPEN_APPEAL, true)
                                .row(),
                        evaluation("F4", "new", OCTOBER.plusDays(9)).row(),
                        evaluation("L1", "late", OCTOBER.plusDays(2))
                                .with(FactEvaluation.MONTH, LocalDate.of(2026, 9, 1))
                                .scored(75)
                                .with(FactEvaluation.SCORE, 80.0)
                                .with(FactEvaluation.SCORE_BASIS, "appeal")
                                .row(),
                        evaluation("L2", "late", NOVEMBER.plusDays(2))
                                .with(FactEvaluation.MONTH, OCTOBER)
                                .scored(60)
                                .row(),
                        evaluation("T1", "twice", OCTOBER.plusDays(4)).row(),
                        evaluation("T2", "twice", NOVEMBER.plusDays(2))
                                .with(FactEvaluation.INTERACTION_ID, "call of T1")
                                .row(),
                        evaluation("N1", "top", NOVEMBER.plusDays(1)).scored(90).row(),
                        evaluation("N2", "top", NOVEMBER.plusDays(4)).scored(81).row(),
                        evaluation("N3", "top", NOVEMBER.plusDays(5)).row(),
                        evaluation("N4", "top", NOVEMBER.plusDays(29)).scored(1).row())
                .append(
                        FactAppeal.TABLE,
                        appeal("P1", "E3", OCTOBER, NOVEMBER)
                                .with(FactAppeal.REVISED_SCORE, 95.5)
                                .row(),
                        appeal("P2", "F4", OCTOBER, NOVEMBER).row(),
                        appeal("P3", "L1", LocalDate.of(2026, 9, 1), NOVEMBER)
                                .with(FactAppeal.REVISED_SCORE, 80.0)
                                .row())
                .append(
                        FactError.TABLE,
                        error("F1", "S1", OCTOBER).row(),
                        error("F2", "S1", OCTOBER).row(),
                        error("F3", "S1", OCTOBER).row(),
                        error("F3", "G-1", OCTOBER).row(),
                        error("F4", "S1", OCTOBER)
                                .with(FactError.STANDS, false)
                                .with(FactError.REMOVED_BY, "P2")
                                .row(),
                        error("T1", "S1", OCTOBER).row(),
                        error("T2", "S1", NOVEMBER).row(),
                        error("N3", "S1", NOVEMBER).row())
                .append(
                        DimErrorType.TABLE,
                        errorType("S1", "severe").row(),
                        errorType("G-1", "general").row())
                .append(
                        TierAssignment.TABLE,
                        tier("top", "A", "top", 1L, 85.16666666666667, 3),
                        tier("tied", "C", "bottom", 2L, 80.0, 1),
                        tier("tied too", "C", "bottom", 2L, 80.0, 1),
                        tier("new", "C", "newcomer", null, 99.0, 1),
                        tier("idle", "B", "unscored", null, null, 0))
                .append(
                        SamplingQuota.TABLE,
                        quota("top", "A", 3),
                        quota("tied", "C", 12),
                        DeclaredRow.of(SamplingQuota.TABLE)
                                .with(SamplingQuota.PLAN_MONTH, NOVEMBER)
                                .with(SamplingQuota.AGENT_ID, "idle")
                                .with(SamplingQuota.TIER, "B")
                                .with(SamplingQuota.QUOTA, 5L)
                                .with(SamplingQuota.BASIS, "configured")
                                .with(SamplingQuota.BASE_SCOPE, "centre")
                                .with(SamplingQuota.BASE_QUOTA, 5L)
                                .row())
                .append(
                        AgentMonthVolume.TABLE,
                        volume("top", 1L, 500L).row(),
                        volume("top", 2L, 300L).row(),
                        volume("gone", 3L, 601L).row())
                .append(
                        TierAdjustment.TABLE,
                        adjustment(NOVEMBER.plusDays(4), "A", "B", "below_baseline", 8L, "N1;N2")
                                .with(TierAdjustment.SCORE_MEAN, 85.5)
                                .row(),
                        adjustment(NOVEMBER.plusDays(5), "B", "C", "severe_error", 11L, "N3")
                                .row())
                .append(
                        CompetencyFlag.TABLE,
                        flag("two_in_month", OCTOBER, OCTOBER.plusDays(7), "F1;F2;F3")
                                .with(CompetencyFlag.PROVISIONAL, true)
                                .row(),
                        flag("consecutive_months", OCTOBER, NOVEMBER.plusDays(2), "T1;T2")
                                .with(CompetencyFlag.AGENT_ID, "twice")
                                .row(),
                        flag("four_in_year", LocalDate.of(2025, 1, 1), LONG_AGO, "X")
                                .row())
                .append(
                        AssessmentIndicator.TABLE,
                        indicator("agent", "top", "qa_mean", 255.5, 3.0, 85.16666666666667, null, null),
                        indicator("agent", "top", "composite", 6800.0, 80.0, 85.0, null, null),
                        indicator("agent", "late", "qa_mean", 80.0, 1.0, 80.0, null, null),
                        indicator("centre", null, "connection_rate", 97.0, 100.0, 0.97, 0.98, false),
                        indicator("team", "t1", "csat_mean", 0.0, 0.0, null, 4.0, null),
                        indicator("team", "t1", "house_rule", 1.0, 2.0, 0.5, 0.5, true))
                .publish("2026-11-20", Map.of("quotas.tier-c-percent", "150.0"));
        warehouse = PublishedWarehouse.open(folder);
    }

    @Test
    void aTierIsToldFromItsEvaluationsToItsRank() {
        Explanation top = only(new TierExplainer(), "top");

        assertThat(top.title()).isEqualTo("Agent top, plan month 2026-11: tier A, among the best");
        assertThat(top.steps())
                .containsExactly(
                        "The tier of plan month 2026-11 comes from the evaluations of QA month 2026-10. The agent has 6"
                                + " of them, listed below; 3 count: those that are published, of the category agent"
                                + " QA, and have a score.",
                        "The score is their mean: (70 + 90 + 95.5) ÷ 3 = 85.1667.",
                        "On the post since 2020-01-15; 3 months later is 2020-04-15, not after 2026-11-01: no"
                                + " newcomer.",
                        "7 agents are ranked. 20% of 7 is 1.4, rounded half up 1: so many places at either end are"
                                + " tier A and tier C.",
                        "By the score, compared in 4 decimals, the agent is number 1 from the best and number 3 from"
                                + " the last.",
                        "From the best 1 is within 1, from the last 3 is not: tier A.",
                        "How sure that is: with 3 evaluations the score lies between 80.5 and 99.25 (95% confidence"
                                + " interval).",
                        "The probability that the agent belongs to tier A is 66.6%.");
        assertThat(top.evaluations())
                .extracting(Evidence::evaluationId, Evidence::score, Evidence::basis, Evidence::remark)
                .containsExactly(
                        tuple("E1", "70", "items: 42 of 60 points", "counts"),
                        tuple("E2", "90", "total score", "counts"),
                        tuple("E3", "95.5", "appeal P1; before it 80", "counts"),
                        tuple("E4", "10", "total score", "does not count: not published yet (draft)"),
                        tuple(
                                "E5",
                                "10",
                                "total score",
                                "does not count: special QA, and only agent QA makes an agent's score"),
                        tuple("E6", "", "no score: neither items nor a total came", "does not count: no score"));
        assertThat(top.evaluations()).extracting(Evidence::day).first().isEqualTo(OCTOBER.plusDays(2));
    }

    @Test
    void aTieANewcomerAndAnAgentWithoutScoreAreTold() {
        assertThat(only(new TierExplainer(), "tied").steps())
                .contains("Others with the same score: 1.")
                .contains("From the last 1 is within 1, from the best 2 is not: tier C.");
        assertThat(only(new TierExplainer(), "new").steps())
                .contains("On the post since 2026-08-02; 3 months later is 2026-11-02, after 2026-11-01: a newcomer.")
                .endsWith("A newcomer is in tier C, whatever the score.");
        Explanation idle = only(new TierExplainer(), "idle");
        assertThat(idle.steps())
                .hasSize(3)
                .contains("On the post since 2026-08-01; 3 months later is 2026-11-01, not after 2026-11-01: no"
                        + " newcomer.")
                .endsWith("An agent without a score is not ranked: tier B.");
        assertThat(idle.evaluations()).isEmpty();
    }

    @Test
    void aQuotaIsToldFromTheVolumeOfItsBaseMonth() {
        Explanation top = only(new QuotaExplainer(), "top");

        assertThat(top.title()).isEqualTo("Agent top, plan month 2026-11: 3 interactions are to be inspected");
        assertThat(top.steps())
                .containsExactly(
                        "In plan month 2026-11 the agent is in tier A; \"zhijian explain tier\" tells why.",
                        "The volume is that of the same month last year, 2025-11.",
                        "In 2025-11, 2 agents of the centre handled 1401 interactions, that is 1401 ÷ 2 = 700.5 an"
                                + " agent.",
                        "This agent handled 800 interactions in that month.",
                        "Tier B: 1% of it is 7.005, rounded up and at least 1: 8.",
                        "Tier A: 30% of 8 is 2.4, rounded up: 3.",
                        "From 2026-11-05 on the agent is in tier B, and the quota is 8.",
                        "From 2026-11-06 on the agent is in tier C, and the quota is 11.");
        assertThat(only(new QuotaExplainer(), "tied").steps())
                .contains("This agent handled none in that month; everybody's volume counts, not the agent's own.")
                .endsWith("Tier C: 150% of 8 is 12, rounded up: 12.");
        assertThat(only(new QuotaExplainer(), "idle").steps())
                .containsExactly(
                        "In plan month 2026-11 the agent is in tier B; \"zhijian explain tier\" tells why.",
                        "In no month up to 2025-11 did the centre have human-handled interactions; the quota of tier B"
                                + " is the configured number, 5.",
                        "The agent is in tier B: 5.");
    }

    @Test
    void aQuotaOfATeamSaysThatOnlyTheTeamHadNoInteractions(@TempDir Path other) {
        new PublishedTables(other)
                .append(
                        SamplingQuota.TABLE,
                        DeclaredRow.of(SamplingQuota.TABLE)
                                .with(SamplingQuota.PLAN_MONTH, NOVEMBER)
                                .with(SamplingQuota.AGENT_ID, "a1")
                                .with(SamplingQuota.TIER, "B")
                                .with(SamplingQuota.BASE_MONTH, LAST_YEAR.minusMonths(2))
                                .with(SamplingQuota.BASE_VOLUME, 400.0)
                                .with(SamplingQuota.QUOTA, 4L)
                                .with(SamplingQuota.BASIS, "earlier_month")
                                .with(SamplingQuota.BASE_SCOPE, "T1")
                                .with(SamplingQuota.BASE_INTERACTIONS, 800L)
                                .with(SamplingQuota.BASE_AGENTS, 2L)
                                .with(SamplingQuota.BASE_QUOTA, 4L)
                                .row())
                .append(
                        AgentMonthVolume.TABLE,
                        volume("a1", 1L, 300L)
                                .with(AgentMonthVolume.MONTH, LAST_YEAR.minusMonths(2))
                                .row())
                .publish("2026-11-20", Map.of("quotas.base-by", "team"));
        PublishedWarehouse ofTeams = PublishedWarehouse.open(other);

        assertThat(new QuotaExplainer()
                        .explain(ofTeams, "a1", PLAN_MONTH, ENGLISH)
                        .get(0)
                        .steps())
                .contains("In the same month last year, 2025-11, team T1 had no human-handled interactions; the latest"
                        + " month before it in which there were any is 2025-09.");
        assertThat(new QuotaExplainer()
                        .explain(ofTeams, "a1", PLAN_MONTH, CHINESE)
                        .get(0)
                        .steps())
                .contains("去年同月 2025-11 班组 T1没有人工话务，取此前最近有话务的月份 2025-09。", "此人当月处理 300 条。");
    }

    @Test
    void aQuotaThatDoesNotDecideSaysSo(@TempDir Path other) {
        new PublishedTables(other)
                .append(SamplingQuota.TABLE, quota("a1", "A", 3))
                .publish(
                        "2026-11-20",
                        Map.of(
                                Settings.DRAW_PROFILE.key(), "shares",
                                Settings.DRAW_NEWCOMER_PERCENT.key(), "90",
                                Settings.DRAW_OTHERS_PERCENT.key(), "15"));

        assertThat(new QuotaExplainer()
                        .explain(PublishedWarehouse.open(other), "a1", PLAN_MONTH, ENGLISH)
                        .get(0)
                        .steps())
                .endsWith(
                        "The plan is drawn by shares, 90% of newcomers' interactions and 15% of everybody else's; this"
                                + " quota does not decide how many are inspected.");
    }

    @Test
    void aFlagIsToldWithWhatProvesItAndWhatAnAppealRemoved() {
        Explanation flag = new FlagExplainer()
                .explain(warehouse, "new", YearMonth.of(2026, 10), ENGLISH)
                .get(0);

        assertThat(flag.title()).isEqualTo("Agent new: severe errors within a month, 2026-10 to 2026-10");
        assertThat(flag.steps())
                .contains("The rule two_in_month: 2 occurrences in a calendar month.")
                .contains("From 2026-10 to 2026-10 there are 2, first found on 2026-10-04, 2026-10-08; the 3"
                        + " evaluations that prove it are listed below.")
                .contains("So the rule was met on 2026-10-08.")
                .contains("Accepted appeals removed these severe errors, which do not count: S1 of F4 (appeal P2).")
                .contains("It is provisional: an error among them is under an appeal that is not decided.")
                .anyMatch(step -> step.contains("4 of the agent's interactions") && step.contains("expect 0.125"));
        assertThat(flag.evaluations())
                .extracting(Evidence::evaluationId, Evidence::remark)
                .containsExactly(
                        tuple("F1", "severe: S1; interaction call of F1"),
                        tuple("F2", "severe: S1; interaction call of F1"),
                        tuple("F3", "severe: S1; no interaction, as in a dial test (an appeal is open)"));
        assertThat(new FlagExplainer().explain(warehouse, "new", YearMonth.of(2025, 12), ENGLISH))
                .singleElement()
                .satisfies(year -> assertThat(year.title()).contains("within a year, 2025-01 to 2025-12"));
    }

    @Test
    void anInteractionFoundInBothMonthsIsAnOccurrenceInEach() {
        assertThat(only(new FlagExplainer(), "twice").steps())
                .contains("From 2026-10 to 2026-11 there are 2, first found on 2026-10-05, 2026-11-03; the 2"
                        + " evaluations that prove it are listed below.");
    }

    @Test
    void aTierChangeIsToldFromTheBaselineOrTheErrorsOfItsDay() {
        List<Explanation> changes = new AdjustmentExplainer().explain(warehouse, "top", PLAN_MONTH, ENGLISH);

        assertThat(changes)
                .extracting(Explanation::title)
                .containsExactly("Agent top, 2026-11-05: tier A → B", "Agent top, 2026-11-06: tier B → C");
        assertThat(changes.get(0).steps())
                .containsExactly(
                        "The baseline is 110% of the mean of all agent-QA scores of 2026-10: 105.5.",
                        "The baseline is above 100, which no agent can reach.",
                        "At the end of 2026-11-05 the mean of the agent's scores of the month is (90 + 81) ÷ 2 = 85.5,"
                                + " below the baseline: tier B from that day.",
                        "From 2026-11-05 on, in tier B, the quota is 8; 2 have been inspected and count, so 6 are"
                                + " left.");
        assertThat(changes.get(0).evaluations())
                .extracting(Evidence::evaluationId)
                .containsExactly("N1", "N2");
        assertThat(changes.get(1).steps()).hasSize(2).first().asString().contains("On 2026-11-06", "(1, listed below)");
        assertThat(changes.get(1).evaluations())
                .extracting(Evidence::evaluationId)
                .containsExactly("N3");
    }

    @Test
    void anIndicatorIsToldFromWhatIsDivided() {
        Explanation mean = indicator(IndicatorExplainer.ofAgent("qa_mean", "top"));
        assertThat(mean.title()).isEqualTo("qa_mean of agent top, 2026-10");
        assertThat(mean.steps())
                .first()
                .asString()
                .isEqualTo("qa_mean: sum of their scores ÷ agent-QA evaluations with a score.");
        assertThat(mean.steps()).contains("255.5 ÷ 3 = 85.1667.", "No target is set for it.");
        assertThat(mean.evaluations()).hasSize(6);

        assertThat(indicator(IndicatorExplainer.ofCentre("connection_rate")).steps())
                .contains("97 ÷ 100 = 0.97.", "The target is 0.98, and it is not met.");
        assertThat(indicator(IndicatorExplainer.ofTeam("csat_mean", "t1")).steps())
                .contains("The denominator is 0, so there is no value.", "The target is 4.");
        assertThat(indicator(IndicatorExplainer.ofAgent("composite", "top")).steps())
                .contains("6800 ÷ 80 = 85.")
                .anyMatch(step -> step.startsWith("It is the weighted mean"))
                .noneMatch(step -> step.contains("never averaged"));
        assertThat(indicator(IndicatorExplainer.ofTeam("house_rule", "t1")).steps())
                .containsExactly(
                        "Numerator and denominator are each added up over the whole month and scope; values are never"
                                + " averaged.",
                        "1 ÷ 2 = 0.5.",
                        "The target is 0.5, and it is met.");
    }

    /** An evaluation counts in the indicators of the month in which it was scored, whatever QA month it belongs to. */
    @Test
    void anIndicatorIsProvedByWhatWasScoredInItsMonth() {
        assertThat(indicator(IndicatorExplainer.ofAgent("qa_mean", "late")).evaluations())
                .singleElement()
                .satisfies(evidence -> {
                    assertThat(evidence.evaluationId()).isEqualTo("L1");
                    assertThat(evidence.basis()).contains("P3");
                });
    }

    @Test
    void chineseIsSpokenToo() {
        Explanation top = new TierExplainer()
                .explain(warehouse, "top", PLAN_MONTH, CHINESE)
                .get(0);

        assertThat(top.title()).isEqualTo("客服代表 top，计划月 2026-11：抽样等级 A，成绩居前");
        assertThat(top.steps())
                .contains("成绩为其平均值：(70 + 90 + 95.5) ÷ 3 = 85.1667。")
                .allMatch(ExplainersTest::isChinese);
        assertThat(top.evaluations()).extracting(Evidence::basis).contains("申诉 P1；申诉前：80");
        assertThat(new FlagExplainer()
                        .explain(warehouse, "new", YearMonth.of(2026, 10), CHINESE)
                        .get(0)
                        .steps())
                .contains("成立的申诉撤销了以下严重差错，不计入：评分 F4 的 S1（申诉 P2）。");
    }

    @ParameterizedTest
    @CsvSource({
        "top, 2026-12, tier, has no tier for plan month 2026-12 in publication 1, 2026-11.",
        "nobody, 2026-11, tier, has no tier for plan month 2026-11 in publication 1, —.",
        "nobody, 2026-11, quota, has no quota for plan month 2026-11, —.",
        "top, 2026-10, flag, has no competency flag whose period includes 2026-10, —.",
        "new, 2026-12, flag, has no competency flag whose period includes 2026-12, '2020-01, 2026-10.'",
        "top, 2026-10, adjustment, did not change within plan month 2026-10, 2026-11."
    })
    void whatIsNotThereIsSaidWithWhatIs(String agentId, YearMonth month, String what, String why, String there) {
        Explainer explainer =
                switch (what) {
                    case "tier" -> new TierExplainer();
                    case "quota" -> new QuotaExplainer();
                    case "flag" -> new FlagExplainer();
                    default -> new AdjustmentExplainer();
                };

        assertThatExceptionOfType(UserError.class)
                .isThrownBy(() -> explainer.explain(warehouse, agentId, month, ENGLISH))
                .withMessageContaining(agentId)
                .withMessageContaining(why)
                .withMessageEndingWith(there);
    }

    @Test
    void anIndicatorThatIsNotThereNamesThoseThatAre() {
        assertThatExceptionOfType(UserError.class)
                .isThrownBy(() -> indicator(IndicatorExplainer.ofTeam("qa_mean", "t1")))
                .withMessageContaining("no value of the indicator qa_mean for month 2026-10")
                .withMessageEndingWith("csat_mean, house_rule.");
    }

    private static Explanation only(Explainer explainer, String agentId) {
        List<Explanation> explanations = explainer.explain(warehouse, agentId, PLAN_MONTH, ENGLISH);
        assertThat(explanations).hasSize(1);
        return explanations.get(0);
    }

    private static Explanation indicator(IndicatorExplainer explainer) {
        return explainer.explain(warehouse, YearMonth.of(2026, 10), ENGLISH);
    }

    private static boolean isChinese(String text) {
        return text.codePoints().anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN);
    }

    private static Object[] tier(
            String agentId, String tier, String reason, Long rank, Double score, long evaluations) {
        DeclaredRow row = DeclaredRow.of(TierAssignment.TABLE)
                .with(TierAssignment.PLAN_MONTH, NOVEMBER)
                .with(TierAssignment.AGENT_ID, agentId)
                .with(TierAssignment.TIER, tier)
                .with(TierAssignment.REASON, reason)
                .with(TierAssignment.RANK, rank)
                .with(TierAssignment.RANKED_AGENTS, 7L)
                .with(TierAssignment.SCORE_MEAN, score)
                .with(TierAssignment.EVALUATIONS, evaluations);
        return agentId.equals("top")
                ? row.with(TierAssignment.SCORE_LOW, 80.5)
                        .with(TierAssignment.SCORE_HIGH, 99.25)
                        .with(TierAssignment.TIER_PROBABILITY, 0.666)
                        .row()
                : row.row();
    }

    private static Object[] quota(String agentId, String tier, long quota) {
        return DeclaredRow.of(SamplingQuota.TABLE)
                .with(SamplingQuota.PLAN_MONTH, NOVEMBER)
                .with(SamplingQuota.AGENT_ID, agentId)
                .with(SamplingQuota.TIER, tier)
                .with(SamplingQuota.BASE_MONTH, LAST_YEAR)
                .with(SamplingQuota.BASE_VOLUME, 700.5)
                .with(SamplingQuota.QUOTA, quota)
                .with(SamplingQuota.BASIS, "same_month_last_year")
                .with(SamplingQuota.BASE_SCOPE, "centre")
                .with(SamplingQuota.BASE_INTERACTIONS, 1401L)
                .with(SamplingQuota.BASE_AGENTS, 2L)
                .with(SamplingQuota.BASE_QUOTA, 8L)
                .row();
    }

    private static DeclaredRow volume(String agentId, long span, long interactions) {
        return DeclaredRow.of(AgentMonthVolume.TABLE)
                .with(AgentMonthVolume.MONTH, LAST_YEAR)
                .with(AgentMonthVolume.AGENT_ID, agentId)
                .with(AgentMonthVolume.AGENT_KEY, span)
                .with(AgentMonthVolume.INTERACTIONS, interactions);
    }

    private static DeclaredRow adjustment(
            LocalDate effectiveOn, String from, String to, String reason, long quota, String evidence) {
        return DeclaredRow.of(TierAdjustment.TABLE)
                .with(TierAdjustment.PLAN_MONTH, NOVEMBER)
                .with(TierAdjustment.AGENT_ID, "top")
                .with(TierAdjustment.EFFECTIVE_ON, effectiveOn)
                .with(TierAdjustment.FROM_TIER, from)
                .with(TierAdjustment.TO_TIER, to)
                .with(TierAdjustment.REASON, reason)
                .with(TierAdjustment.QUOTA, quota)
                .with(TierAdjustment.INSPECTED, 2L)
                .with(TierAdjustment.REMAINING, quota - 2)
                .with(TierAdjustment.BASELINE, 105.5)
                .with(TierAdjustment.BASELINE_REACHABLE, false)
                .with(TierAdjustment.EVIDENCE, evidence);
    }

    private static DeclaredRow flag(String rule, LocalDate start, LocalDate reachedOn, String evidence) {
        return DeclaredRow.of(CompetencyFlag.TABLE)
                .with(CompetencyFlag.AGENT_ID, "new")
                .with(CompetencyFlag.RULE, rule)
                .with(CompetencyFlag.PERIOD_START, start)
                .with(CompetencyFlag.REACHED_ON, reachedOn)
                .with(CompetencyFlag.OCCURRENCES, 2L)
                .with(CompetencyFlag.EVIDENCE, evidence)
                .with(CompetencyFlag.PROVISIONAL, false)
                .with(CompetencyFlag.INSPECTED, 4L)
                .with(CompetencyFlag.EXPECTED_OCCURRENCES, 0.125);
    }

    private static Object[] indicator(
            String scope,
            String scopeId,
            String name,
            double numerator,
            double denominator,
            Double value,
            Double target,
            Boolean met) {
        return DeclaredRow.of(AssessmentIndicator.TABLE)
                .with(AssessmentIndicator.MONTH, OCTOBER)
                .with(AssessmentIndicator.PERIOD_TYPE, "month")
                .with(AssessmentIndicator.PERIOD_START, OCTOBER)
                .with(AssessmentIndicator.SCOPE, scope)
                .with(AssessmentIndicator.SCOPE_ID, scopeId)
                .with(AssessmentIndicator.INDICATOR, name)
                .with(AssessmentIndicator.NUMERATOR, numerator)
                .with(AssessmentIndicator.DENOMINATOR, denominator)
                .with(AssessmentIndicator.VALUE, value)
                .with(AssessmentIndicator.TARGET, target)
                .with(AssessmentIndicator.MET, met)
                .row();
    }
}
