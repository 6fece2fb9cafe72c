package org.zhijian.reports.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.zhijian.reports.content.Marts.AUGUST;
import static org.zhijian.reports.content.Marts.NOVEMBER;
import static org.zhijian.reports.content.Marts.OCTOBER;
import static org.zhijian.reports.content.Marts.SEPTEMBER;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhijian.reports.DeclaredRow;
import org.zhijian.reports.PublishedTables;
import org.zhijian.reports.document.Document;
import org.zhijian.reports.read.PublishedWarehouse;
import org.zhijian.schema.mart.AgentMonthScore;
import org.zhijian.schema.mart.AgentMonthVolume;
import org.zhijian.schema.mart.AssessmentIndicator;
import org.zhijian.schema.mart.CompetencyFlag;
import org.zhijian.schema.mart.ErrorPareto;
import org.zhijian.schema.mart.ErrorTrend;
import org.zhijian.schema.mart.Escalation;
import org.zhijian.schema.mart.SamplingCoverage;
import org.zhijian.schema.mart.SamplingQuota;
import org.zhijian.schema.mart.TierAdjustment;
import org.zhijian.schema.mart.TierAssignment;
import org.zhijian.schema.mart.VolumeForecast;
import org.zhijian.schema.settings.Settings;
import org.zhijian.schema.star.DimAgent;
import org.zhijian.schema.star.DimErrorType;
import org.zhijian.schema.star.FactAppeal;
import org.zhijian.schema.star.FactError;
import org.zhijian.schema.star.FactEvaluation;
import org.zhijian.schema.text.Text;
import org.zhijian.schema.text.UserError;

class ManagementReportsTest {
    private static final Text ENGLISH = new Text(Text.ENGLISH);
    private static final Text CHINESE = new Text(Text.CHINESE);
    private static final String RIGHT_TO_LEFT_NAME = "=欧阳\u202e娜娜😀" + "很长的名字".repeat(6);

    @TempDir
    Path warehouse;

    private PublishedTables tables;

    @BeforeEach
    void open() {
        tables = new PublishedTables(warehouse);
    }

    @Test
    void aCentreWithoutAnythingSaysSoEverywhere() {
        tables.append(DimAgent.TABLE).publish("2026-11-05");

        for (Text text : List.of(ENGLISH, CHINESE)) {
            assertThat(lines(MonthlyReport::of, "2026-10", text)).isNotEmpty();
            assertThat(lines(WeeklyReport::of, "2026-W43", text)).isNotEmpty();
            assertThat(lines(QuarterlyReport::of, "2026-Q3", text)).isNotEmpty();
            assertThat(lines(CompetencyList::of, "2026-10", text)).isNotEmpty();
        }
        assertThat(lines(MonthlyReport::of, "2026-10", ENGLISH))
                .contains(
                        "** There are no data about October 2026: no interaction and no evaluation counts in it.",
                        "** No published evaluations in this period, so there are no error rates.",
                        "** Needs a decision: nothing; no agent met a competency rule in this period.",
                        "** Corrected since the last report: nothing, as this is the first publication.",
                        "There are no tiers for plan month 2026-10.",
                        "Nothing was planned to be inspected in this period.",
                        "Nothing was drawn for agent QA in this month, so the draw cannot be compared with all "
                                + "interactions.",
                        "No calibration session was held in this period.")
                .noneMatch(line -> line.contains("null"));
    }

    @Test
    void emptyMartsReadLikeMissingOnes() {
        tables.append(DimAgent.TABLE).publish("2026-11-05");
        List<String> without = monthly();
        Stream.of(
                        AssessmentIndicator.TABLE,
                        ErrorTrend.TABLE,
                        ErrorPareto.TABLE,
                        TierAssignment.TABLE,
                        TierAdjustment.TABLE,
                        CompetencyFlag.TABLE)
                .forEach(tables::append);

        tables.publish("2026-11-06");
        List<String> with = monthly();
        assertThat(with)
                .contains(
                        "** Corrected since the last report (publication 1, business day 2026-11-05): no score, tier, quota, tier "
                                + "change or competency flag that had been published, and no indicator of the centre for "
                                + "the last period. Nothing else was compared.");
        assertThat(sections(with)).isEqualTo(sections(without));

        tables.publish("2026-12-01");
        assertThat(lines(MonthlyReport::of, "2026-12", ENGLISH))
                .contains(
                        "** Corrected since the last report (publication 2, business day 2026-11-06): no score, tier, quota, tier "
                                + "change or competency flag that had been published. Nothing else was compared; the last "
                                + "period had not ended by then.");
    }

    @Test
    void targetsAreMetOrMissedAndLastYearMayBeMissing() {
        indicators(
                Marts.indicator(OCTOBER, "connection_rate", 97, 100)
                        .with(AssessmentIndicator.TARGET, 0.98)
                        .with(AssessmentIndicator.MET, false),
                Marts.indicator(SEPTEMBER, "connection_rate", 99, 100)
                        .with(AssessmentIndicator.TARGET, 0.98)
                        .with(AssessmentIndicator.MET, true),
                Marts.indicator(OCTOBER, "service_level", 85, 100)
                        .with(AssessmentIndicator.TARGET, 0.8)
                        .with(AssessmentIndicator.MET, true),
                Marts.indicator(OCTOBER, "qa_mean", 171.01, 2),
                Marts.indicator(LocalDate.of(2025, 10, 1), "qa_mean", 88, 1),
                Marts.indicator(OCTOBER, "csat_mean", 0, 0));

        List<String> lines = monthly();

        assertThat(lines)
                .contains(
                        "** 1 of 2 targets is met. Not met: Connection rate 97.0% (target ≥ 98.0%).",
                        "▼Connection rate: 97.0% [Target ≥ 98.0%; 2026-09: 99.0% (−2.0 pp); 2025-10: no value]",
                        "▲Service level: 85.0% [Target ≥ 80.0%; 2026-09: no value; 2025-10: no value]",
                        "QA mean: 85.51 [No target set; 2026-09: no value; 2025-10: 88.00 (−2.50)]",
                        "CSAT mean: – [No target set; 2026-09: no value; 2025-10: no value]",
                        "Targets that were met in 2026-09 and no longer are: Connection rate 97.0% (target ≥ 98.0%).",
                        "Connection rate | 97.0% | ≥ | 98.0% | ▼not met | 99.0% | ▼−2.0 pp | – | – | 97 | 100");
    }

    @Test
    void aMissedTargetIsNotShownAsMet() {
        indicators(
                Marts.indicator(OCTOBER, "connection_rate", 9796, 10_000)
                        .with(AssessmentIndicator.TARGET, 0.98)
                        .with(AssessmentIndicator.MET, false),
                Marts.indicator(OCTOBER, "average_speed_of_answer", 15_004, 1000)
                        .with(AssessmentIndicator.TARGET, 15.0)
                        .with(AssessmentIndicator.MET, false));

        assertThat(monthly())
                .contains(
                        "** 0 of 2 targets are met. Not met: Connection rate 97.96% (target ≥ 98.00%), Average speed of "
                                + "answer 15.004 s (target ≤ 15.000 s).",
                        "▼Connection rate: 98.0% [Target ≥ 98.00%, is 97.96%; 2026-09: no value; 2025-10: no value]");
    }

    @Test
    void whatGotWorseIsToldWithWhereAndHowMuch() {
        tables.append(
                        DimErrorType.TABLE,
                        DeclaredRow.errorType("G1", "general")
                                .with(DimErrorType.NAME, "重复询问")
                                .row())
                .append(
                        ErrorTrend.TABLE,
                        Marts.trend(OCTOBER, null, null, 12)
                                .with(ErrorTrend.PREVIOUS_RATE, 10.0)
                                .row(),
                        limited(Marts.trend(OCTOBER, null, "一班", 40), 5, 30)
                                .with(ErrorTrend.PREVIOUS_RATE, 20.0)
                                .with(ErrorTrend.SIGNAL, "above_limit")
                                .row(),
                        limited(Marts.trend(OCTOBER, null, "二班", 3), 2, 30)
                                .with(ErrorTrend.PREVIOUS_RATE, 8.0)
                                .with(ErrorTrend.SIGNAL, "six_falling")
                                .row(),
                        limited(Marts.trend(OCTOBER, "G1", null, 12), 2, 30)
                                .with(ErrorTrend.PREVIOUS_RATE, 10.0)
                                .row(),
                        limited(Marts.trend(OCTOBER, "G1", "二班", 1), 0, 0)
                                .with(ErrorTrend.CONTROL_PERIODS, 7L)
                                .with(ErrorTrend.SIGNAL, "above_limit")
                                .row())
                .publish("2026-10-31");

        assertThat(monthly())
                .contains(
                        "** What got worse: unusually high error rates on the control charts: 2.",
                        "一班, all errors: 40 errors per 100 evaluations (errors: 40), above the upper limit; "
                                + "control limits 5 to 30.",
                        "二班, G1 重复询问: 1 error per 100 evaluations (errors: 1), above the upper limit; "
                                + "never found in the 7 periods before that count.",
                        "Largest rises by team, in errors per 100 evaluations: 一班 from 20 to 40 (above its limit).",
                        "Largest rises by error type: G1 重复询问 from 10 to 12 (within its limits).",
                        "二班, all errors | 3 | 100 | 3.00 | 16.00 | 2.00 | 30.00 | ▲six periods in a row falling");
    }

    @Test
    void lowRatesAreToldWhereNoneIsHigh() {
        tables.append(
                        ErrorTrend.TABLE,
                        limited(Marts.trend(OCTOBER, null, null, 12), 2, 30).row())
                .publish("2026-10-30");
        assertThat(monthly())
                .contains(
                        "** What got worse: no error rate is unusually high. None of the control charts shows more than "
                                + "chance would.");

        tables.append(
                        ErrorTrend.TABLE,
                        limited(Marts.trend(OCTOBER, null, "一班", 1), 2, 30)
                                .with(ErrorTrend.SIGNAL, "below_limit")
                                .row())
                .publish("2026-10-31");
        assertThat(monthly())
                .contains(
                        "** What got worse: no error rate is unusually high. Unusually low ones, in the table of unusual "
                                + "rates: 1.");
    }

    @Test
    void aTeamAboveItsLimitIsToldWithTheMonthAndTheDayUpToWhichItIs() {
        tables.append(
                        Escalation.TABLE,
                        DeclaredRow.of(Escalation.TABLE)
                                .with(Escalation.MONTH, OCTOBER)
                                .with(Escalation.REASON, "team_above_limit")
                                .with(Escalation.TEAM, "一班")
                                .with(Escalation.REACHED_ON, LocalDate.of(2026, 10, 15))
                                .with(Escalation.OCCURRENCES, 9L)
                                .row())
                .publish("2026-10-15");

        assertThat(lines(WeeklyReport::of, "2026-W42", ENGLISH))
                .contains(
                        "Teams whose error rate is above its control limit, which goes to the team leader as if it were "
                                + "severe: 一班 (2026-10, up to 2026-10-15).");
    }

    @Test
    void lengthsOfTalkAreToldWithoutTheUltraShortAndUltraLong() {
        tables.append(
                        SamplingCoverage.TABLE,
                        Stream.of("ultra_short", "minute_1", "minute_2", "minute_4")
                                .map(ManagementReportsTest::talk)
                                .toArray(Object[][]::new))
                .publish("2026-10-31", Map.of(Settings.ULTRA_LONG_SECONDS.key(), "200"));

        assertThat(monthly())
                .containsSubsequence(
                        "talk length | ultra-short | 4 | 25.0% | 1 | 25.0% | 25.0%",
                        "talk length | 30 to 60 s | 4 | 25.0% | 1 | 25.0% | 25.0%",
                        "talk length | 1 to 2 min | 4 | 25.0% | 1 | 25.0% | 25.0%",
                        "talk length | 180 to 200 s | 4 | 25.0% | 1 | 25.0% | 25.0%");
    }

    @Test
    void inAFirstMonthThereIsNothingToCompareWith() {
        tables.append(
                        ErrorTrend.TABLE,
                        Marts.trend(OCTOBER, null, null, 12).row(),
                        Marts.trend(OCTOBER, null, "一班", 12).row())
                .publish("2026-10-31");

        assertThat(monthly())
                .contains(
                        "** What got worse: there are too few earlier periods for control limits, so no error rate can be "
                                + "called unusually high yet.",
                        "Largest rises by team, in errors per 100 evaluations: 2026-09 has no evaluations to compare with.",
                        "Largest rises by error type: 2026-09 has no evaluations to compare with.",
                        "2026-10 12.00 [– – –]",
                        "一班 | 100 | 12 | 12.0 | – | – | – | – | – | – | – | – | – | –");
    }

    @Test
    void aFlagIsToldWithItsExposureAndWhetherAnAppealIsOpen() {
        flags();

        List<String> english = monthly();
        List<String> chinese = lines(CompetencyList::of, "2026-10", CHINESE);

        assertThat(english)
                .contains(
                        "** Needs a decision: agents who met a competency rule in this period: 2 (flags: 2, of them "
                                + "provisional: 1). A person decides what follows.",
                        RIGHT_TO_LEFT_NAME
                                + " (a1), 一班: at least 2 interactions with a severe error in a calendar month. "
                                + "In 2026-10 there were 2; the rule was met on 2026-10-09. Inspected 12 times; at the "
                                + "centre's rate 0.25 would be expected. Provisional: an appeal is open.",
                        "a1 | " + RIGHT_TO_LEFT_NAME
                                + " | within a month | E2 | 2026-10-09 | call of E2 | S1 泄露信息 | P1 open")
                .anyMatch(line -> line.startsWith("stranger, no team: "));
        assertThat(chinese)
                .contains(
                        "a1 | " + RIGHT_TO_LEFT_NAME
                                + " | 一班 | 同一自然月内有严重差错的服务记录达到 2 次 | 2026-10 | 2026-10-09 | 2 | 12 | 300 | 0.25 | ◆待定：P1 | 1",
                        "stranger | stranger | – | 同一自然月内有严重差错的服务记录达到 2 次 | 2026-10 | 2026-10-20 | 2 | 12 | – | 0.25 "
                                + "| 无未决申诉 | 0",
                        "a1 | " + RIGHT_TO_LEFT_NAME
                                + " | 一班 | 单月 | ◆待定 | \u00A0\n\u00A0 | \u00A0\n\u00A0 | \u00A0\n\u00A0")
                .anyMatch(line -> line.contains(" | 评" + "语".repeat(4999) + " | "));
    }

    @Test
    void onlyFlagsOfTheMonthAreListed() {
        flags();

        assertThat(lines(CompetencyList::of, "2026-09", ENGLISH))
                .contains("** Needs a decision: agents who met a competency rule in this period: 1 (flags: 1, of them "
                        + "provisional: 0). A person decides what follows.");
        assertThat(lines(CompetencyList::of, "2026-08", ENGLISH))
                .contains("** Needs a decision: nothing; no agent met a competency rule in this period.")
                .doesNotContain("## Decision");
    }

    @Test
    void aBaselineThatNobodyCanReachIsSaid() {
        tables.append(DimAgent.TABLE, Marts.agent("a1", "张三", "一班").row())
                .append(
                        TierAssignment.TABLE,
                        Marts.tier(OCTOBER, "a1", "A").row(),
                        Marts.tier(OCTOBER, "a2", "C").row(),
                        Marts.tier(NOVEMBER, "a1", "B").row(),
                        Marts.tier(NOVEMBER, "a3", "C").row())
                .append(
                        TierAdjustment.TABLE,
                        Marts.adjustment("a1", LocalDate.of(2026, 10, 2), 97, 101.2)
                                .row())
                .publish("2026-10-31");

        assertThat(monthly())
                .contains(
                        "** 2026-10: the baseline of tier A is 101.2, 110% of the mean of 2026-09. It is above 100, which "
                                + "no agent can reach: every agent of tier A falls to tier B with the first day of scored "
                                + "evaluations.",
                        "2026-10-02 | a1 | 张三 | 一班 | A → B | below the baseline | 97.00 | 101.20 | 5 | 1 | 4",
                        "** November 2026: 2 agents, 0 in tier A, 1 in tier B, 1 in tier C.",
                        "From tier A | 0 | 1 | 0 | 0 | 1",
                        "From tier C | 0 | 0 | 0 | 1 | 1",
                        "Not in it before | 0 | 0 | 1 | – | 1",
                        "= All | 0 | 1 | 1 | 1 | –",
                        "There are no quotas for plan month 2026-11.");
    }

    @Test
    void whatWasCorrectedSinceTheLastReportIsListedWithItsCause() {
        DeclaredRow september = Marts.indicator(SEPTEMBER, "qa_mean", 170, 2);
        tables.append(DimAgent.TABLE, Marts.agent("a1", "张三", "一班").row())
                .append(
                        FactEvaluation.TABLE,
                        DeclaredRow.evaluation("E1", "a1", LocalDate.of(2026, 8, 9))
                                .row())
                .append(FactAppeal.TABLE)
                .append(AssessmentIndicator.TABLE, september.row())
                .append(TierAssignment.TABLE, Marts.tier(SEPTEMBER, "a1", "C").row())
                .publish("2026-09-30")
                .append(
                        FactAppeal.TABLE,
                        DeclaredRow.appeal("P1", "E1", AUGUST, LocalDate.of(2026, 10, 2))
                                .with(FactAppeal.REVISED_SCORE, 95.0)
                                .row())
                .replace(
                        AssessmentIndicator.TABLE,
                        Marts.indicator(SEPTEMBER, "qa_mean", 172, 2).row())
                .replace(TierAssignment.TABLE, Marts.tier(SEPTEMBER, "a1", "B").row())
                .publish("2026-10-15")
                .publish("2026-10-31");

        assertThat(monthly())
                .contains(
                        "** Corrected since the last report (publication 1, business day 2026-09-30): scores, tiers, quotas, tier "
                                + "changes and flags: 1; indicators of the last period: 1.",
                        "Changed: tiers: 1. Each with its cause: section \"Corrections\".",
                        "Appeals submitted in this period: 1; decided in it, whenever the evaluation was made: 1 accepted, "
                                + "0 rejected. 0 are open. The indicators count the appeals against evaluations of this "
                                + "period instead.",
                        "QA mean | 85.00 | 86.00 | +1.00",
                        "tier | 2026-09 | a1 | 张三 | C | B | appeals accepted: P1",
                        "P1 | E1 | 2026-08 | 2026-10-02 12:00 | 95.00 | –");
        assertThat(lines(MonthlyReport::of, "2026-09", ENGLISH))
                .contains(
                        "** Corrected since the last report (publication 1, business day 2026-09-30): scores, tiers, quotas, tier "
                                + "changes and flags: 1; indicators of the last period: 0.");
    }

    @Test
    void aPlanDrawnBySharesIsNotToldByQuotas() {
        tables.append(SamplingQuota.TABLE, Marts.quota(NOVEMBER, "a1").row())
                .append(TierAssignment.TABLE, Marts.tier(NOVEMBER, "a1", "A").row())
                .append(SamplingCoverage.TABLE, talk("normal"))
                .publish(
                        "2026-10-31",
                        Map.of(
                                Settings.DRAW_PROFILE.key(), "shares",
                                Settings.DRAW_NEWCOMER_PERCENT.key(), "90",
                                Settings.DRAW_OTHERS_PERCENT.key(), "15"));

        String shares =
                "The plan is drawn by shares, 90% of newcomers' interactions and 15% of everybody else's; quotas do "
                        + "not decide how many are inspected.";
        assertThat(monthly())
                .contains(shares)
                .anyMatch(line -> line.startsWith("Quotas: ") && line.endsWith(shares))
                .anyMatch(line -> line.startsWith("Within an agent's share the draw follows"));
    }

    @Test
    void aQuarterAddsUpItsMonths() {
        tables.append(
                        AssessmentIndicator.TABLE,
                        Marts.indicator(LocalDate.of(2026, 7, 1), "qa_mean", 90, 1)
                                .row(),
                        Marts.indicator(AUGUST, "qa_mean", 160, 2).row(),
                        Marts.indicator(SEPTEMBER, "qa_mean", 70, 1)
                                .with(AssessmentIndicator.TARGET, 80.0)
                                .with(AssessmentIndicator.MET, false)
                                .row(),
                        Marts.indicator(LocalDate.of(2026, 6, 1), "qa_mean", 81, 1)
                                .row())
                .append(
                        ErrorTrend.TABLE,
                        Marts.trend(AUGUST, null, null, 30).row(),
                        Marts.trend(AUGUST, null, "一班", 30).row(),
                        Marts.trend(AUGUST, "G1", null, 30).row(),
                        Marts.trend(SEPTEMBER, null, null, 10).row(),
                        Marts.trend(SEPTEMBER, "G1", null, 0).row(),
                        Marts.trend(SEPTEMBER, "G2", null, 10).row(),
                        Marts.trend(LocalDate.of(2026, 6, 1), null, null, 25).row())
                .append(
                        ErrorPareto.TABLE,
                        Marts.pareto(AUGUST, "G1", 30, 1, true).row(),
                        Marts.pareto(SEPTEMBER, "G2", 10, 1, true).row())
                .append(AgentMonthVolume.TABLE)
                .append(
                        AgentMonthScore.TABLE,
                        score(SEPTEMBER, "a1", 90, 1).row(),
                        score(SEPTEMBER, "a2", 60, 2).row())
                .append(
                        VolumeForecast.TABLE,
                        DeclaredRow.of(VolumeForecast.TABLE)
                                .with(VolumeForecast.MONTH, SEPTEMBER)
                                .with(VolumeForecast.MEASURE, "mean_score")
                                .with(VolumeForecast.FORECAST, 77.0)
                                .with(VolumeForecast.METHOD, "last_value")
                                .with(VolumeForecast.HISTORY_MONTHS, 2L)
                                .with(VolumeForecast.BACKTEST_MONTHS, 1L)
                                .row(),
                        DeclaredRow.of(VolumeForecast.TABLE)
                                .with(VolumeForecast.MONTH, OCTOBER)
                                .with(VolumeForecast.MEASURE, "mean_score")
                                .with(VolumeForecast.FORECAST, 79.5)
                                .with(VolumeForecast.METHOD, "last_value")
                                .with(VolumeForecast.HISTORY_MONTHS, 3L)
                                .with(VolumeForecast.BACKTEST_MONTHS, 2L)
                                .row())
                .publish("2026-09-30");

        assertThat(lines(QuarterlyReport::of, "2026-Q3", ENGLISH))
                .contains(
                        "▲QA mean: 80.00 [Target ≥ 80.00; 2026-Q2: 81.00 (−1.00); 2025-Q3: no value]",
                        "2026-Q2 has data for 1 of its 3 months only; comparisons with it go by these.",
                        "** Errors per 100 evaluations: 20 (2026-Q2: 25; 2025-Q3: no value).",
                        "In its months there were too few earlier periods for control limits, so no rate can be called "
                                + "unusually high.",
                        "** The vital few: 2 of 2 error types that were found make up 100.0% of all errors (limit 80%).",
                        "vital to 0.80",
                        "G1 30 0.75 vital",
                        "G2 10 1.00 vital",
                        "G1 | – | 30 | 200 | 15.00 | – | 30.00 | 0.00 | – | –",
                        "= All errors | – | 40 | 200 | 20.00 | – | 30.00 | 10.00 | 25.00 | –",
                        "2026-09 | 77.00 | – | – | 70.00 | 10.0% | like the month before | 2",
                        "** QA mean, 2026-10: 79.5 (like the month before); too few past months to say how far off it can be.",
                        "Human-handled interactions: there is no forecast for 2026-10.",
                        "There are no two plan months with tiers to compare.");

        tables.publish(
                "2026-10-01", Map.of(Settings.VITAL_FEW_PERCENT.key(), "70", Settings.RUN_RULES_FROM.key(), "9"));

        assertThat(lines(QuarterlyReport::of, "2026-Q3", ENGLISH))
                .contains(
                        "** The vital few: 1 of 2 error types that were found make up 75.0% of all errors (limit 70%).",
                        "vital to 0.70", "G1 30 0.75 vital", "G2 10 1.00")
                .anyMatch(
                        line -> line.contains("beyond a limit and, where at least 9 errors are expected in the period, "
                                + "with two of three"));
    }

    @Test
    void aQuarterTellsTheFurthestOutFirstAndListsAll() {
        List<Object[]> rows = new ArrayList<>();
        rows.add(limited(Marts.trend(SEPTEMBER, null, null, 50), 10, 30)
                .with(ErrorTrend.SIGNAL, "above_limit")
                .row());
        for (int team = 1; team <= 6; team++) {
            rows.add(limited(Marts.trend(AUGUST, null, "T" + team, 30 + 10 * team), 10, 30)
                    .with(ErrorTrend.SIGNAL, "above_limit")
                    .row());
        }
        rows.add(limited(Marts.trend(OCTOBER, null, null, 90), 10, 30)
                .with(ErrorTrend.SIGNAL, "above_limit")
                .row());
        tables.append(ErrorTrend.TABLE, rows.toArray(Object[][]::new)).publish("2026-10-31");

        assertThat(lines(QuarterlyReport::of, "2026-Q3", ENGLISH))
                .containsSubsequence(
                        "Unusually high rates of the centre, of error types and of teams in its months: 7.",
                        "2026-09: All errors: 50 errors per 100 evaluations (errors: 50), above the upper limit; "
                                + "control limits 10 to 30.",
                        "2026-08: T6, all errors: 90 errors per 100 evaluations (errors: 90), above the upper limit; "
                                + "control limits 10 to 30.",
                        "Further ones, in the table of unusual rates: 1.",
                        "2026-09 | All errors | 50 | 100 | 50.00 | 20.00 | 10.00 | 30.00 | ▼above the upper limit",
                        "2026-08 | T1, all errors | 40 | 100 | 40.00 | 20.00 | 10.00 | 30.00 | ▼above the upper limit")
                .noneMatch(line -> line.startsWith("2026-08: T1"))
                .noneMatch(line -> line.contains("| 90 | 100 |") && line.contains("2026-10"));
    }

    @Test
    void aPeriodThatHasNotEndedOrBegunSaysSo() {
        tables.append(DimAgent.TABLE).publish("2026-10-15");

        assertThat(lines(MonthlyReport::of, "2026-10", ENGLISH)).contains("October 2026, up to 2026-10-15");
        assertThat(lines(MonthlyReport::of, "2026-10", CHINESE)).contains("2026 年 10 月（截至 2026-10-15）");
        assertThatThrownBy(() -> lines(MonthlyReport::of, "2026-11", ENGLISH))
                .isInstanceOf(UserError.class)
                .hasMessageStartingWith(
                        "There is nothing about 2026-11 yet: publication 1 closed business day 2026-10-15.");
        assertThatThrownBy(() -> lines(QuarterlyReport::of, "2026-10", ENGLISH))
                .isInstanceOf(UserError.class)
                .hasMessage("This report is not about a period like 2026-10. Write it like 2026-Q4.");
    }

    @Test
    void theSettingsOfThePublicationAreListedWithTheirMeaning() {
        tables.append(DimAgent.TABLE)
                .publish("2026-10-31", Map.of("tiers.percent", "15", "indicators.targets", "{qa_mean=85}"));

        assertThat(lines(MonthlyReport::of, "2026-10", CHINESE))
                .contains(
                        "tiers.percent | 15 | A 级与 C 级各占参与排名人数的百分比",
                        "indicators.targets | qa_mean: 85 | 指标目标值：比率为百分数，时长为秒",
                        "centre.calendar-file | （空） | 节假日与调休日历 CSV（day, workday, name），空表示只按周末")
                .noneMatch(line -> line.startsWith("privacy."));
    }

    @Test
    void theSamePublicationGivesTheSameDocument() {
        flags();

        assertThat(monthly()).isEqualTo(monthly());
    }

    private void flags() {
        LocalDate first = LocalDate.of(2026, 10, 5);
        LocalDate reached = LocalDate.of(2026, 10, 9);
        String longWords = "评" + "语".repeat(4999);
        tables.append(
                        DimAgent.TABLE,
                        Marts.agent("a1", RIGHT_TO_LEFT_NAME, "一班").row())
                .append(
                        DimErrorType.TABLE,
                        DeclaredRow.errorType("S1", "severe")
                                .with(DimErrorType.NAME, "泄露信息")
                                .row(),
                        DeclaredRow.errorType("G22", "general").row())
                .append(
                        FactEvaluation.TABLE,
                        DeclaredRow.evaluation("E1", "a1", first)
                                .with(FactEvaluation.COMMENT, longWords)
                                .row(),
                        DeclaredRow.evaluation("E2", "a1", reached).row())
                .append(
                        FactError.TABLE,
                        DeclaredRow.error("E1", "S1", OCTOBER).row(),
                        DeclaredRow.error("E2", "S1", OCTOBER).row(),
                        DeclaredRow.error("E2", "G22", OCTOBER).row())
                .append(
                        FactAppeal.TABLE,
                        DeclaredRow.appeal("P1", "E2", OCTOBER, reached)
                                .with(FactAppeal.STATUS, "submitted")
                                .with(FactAppeal.DECIDED_AT, null)
                                .row())
                .append(
                        AgentMonthVolume.TABLE,
                        DeclaredRow.of(AgentMonthVolume.TABLE)
                                .with(AgentMonthVolume.MONTH, OCTOBER)
                                .with(AgentMonthVolume.AGENT_ID, "a1")
                                .with(AgentMonthVolume.AGENT_KEY, 1L)
                                .with(AgentMonthVolume.INTERACTIONS, 300L)
                                .row())
                .append(
                        CompetencyFlag.TABLE,
                        Marts.flag("a1", reached, "E1;E2")
                                .with(CompetencyFlag.PROVISIONAL, true)
                                .row(),
                        Marts.flag("stranger", LocalDate.of(2026, 10, 20), "E8;E9")
                                .row(),
                        Marts.flag("a1", LocalDate.of(2026, 9, 20), "E6;E7").row())
                .publish("2026-10-31");
    }

    private void indicators(DeclaredRow... rows) {
        tables.append(
                        AssessmentIndicator.TABLE,
                        Stream.of(rows).map(DeclaredRow::row).toArray(Object[][]::new))
                .publish("2026-10-31");
    }

    /** What the sections say apart from what was corrected. */
    private static List<String> sections(List<String> lines) {
        return lines.subList(3, lines.size()).stream()
                .filter(line -> !line.startsWith("** Corrected"))
                .toList();
    }

    private List<String> monthly() {
        return lines(MonthlyReport::of, "2026-10", ENGLISH);
    }

    private List<String> lines(BiFunction<ReportSource, Period, Document> report, String period, Text text) {
        ReportSource source = ReportSource.of(PublishedWarehouse.open(warehouse), text);
        return DocumentText.lines(report.apply(source, Period.parse(period)));
    }

    private static Object[] talk(String length) {
        return DeclaredRow.of(SamplingCoverage.TABLE)
                .with(SamplingCoverage.PLAN_MONTH, OCTOBER)
                .with(SamplingCoverage.CATEGORY, "agent")
                .with(SamplingCoverage.DIMENSION, "talk_length")
                .with(SamplingCoverage.VALUE, length)
                .with(SamplingCoverage.INTERACTIONS, 4L)
                .with(SamplingCoverage.DRAWN, 1L)
                .with(SamplingCoverage.INTERACTION_SHARE, 0.25)
                .with(SamplingCoverage.DRAWN_SHARE, 0.25)
                .with(SamplingCoverage.DRAWN_RATE, 0.25)
                .row();
    }

    private static DeclaredRow score(LocalDate month, String agentId, double mean, long evaluations) {
        return DeclaredRow.of(AgentMonthScore.TABLE)
                .with(AgentMonthScore.QA_MONTH, month)
                .with(AgentMonthScore.AGENT_ID, agentId)
                .with(AgentMonthScore.EVALUATIONS, evaluations)
                .with(AgentMonthScore.SCORE_MEAN, mean)
                .with(AgentMonthScore.GRADE, "pass");
    }

    private static DeclaredRow limited(DeclaredRow row, double lower, double upper) {
        return row.with(ErrorTrend.LOWER_LIMIT, lower)
                .with(ErrorTrend.UPPER_LIMIT, upper)
                .with(ErrorTrend.CENTER_LINE, (lower + upper) / 2);
    }
}
