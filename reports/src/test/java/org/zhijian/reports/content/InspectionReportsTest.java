package org.zhijian.reports.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.zhijian.reports.content.Marts.AUGUST;
import static org.zhijian.reports.content.Marts.NOVEMBER;
import static org.zhijian.reports.content.Marts.OCTOBER;
import static org.zhijian.reports.content.Marts.SEPTEMBER;

import java.nio.file.Path;
import java.time.Instant;
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
import org.zhijian.schema.Table;
import org.zhijian.schema.mart.AgentMonthScore;
import org.zhijian.schema.mart.AssessmentIndicator;
import org.zhijian.schema.mart.CalibrationResult;
import org.zhijian.schema.mart.CoachingLoop;
import org.zhijian.schema.mart.CompetencyFlag;
import org.zhijian.schema.mart.DefectHeatmap;
import org.zhijian.schema.mart.ErrorPareto;
import org.zhijian.schema.mart.ErrorTrend;
import org.zhijian.schema.mart.InspectorAgreement;
import org.zhijian.schema.mart.SamplingPlan;
import org.zhijian.schema.mart.SamplingQuota;
import org.zhijian.schema.mart.TierAdjustment;
import org.zhijian.schema.mart.TierAssignment;
import org.zhijian.schema.settings.Settings;
import org.zhijian.schema.star.DimAgent;
import org.zhijian.schema.star.DimBusinessType;
import org.zhijian.schema.star.DimChannel;
import org.zhijian.schema.star.DimErrorType;
import org.zhijian.schema.star.DimScorecardItem;
import org.zhijian.schema.star.FactAppeal;
import org.zhijian.schema.star.FactCalibrationScore;
import org.zhijian.schema.star.FactError;
import org.zhijian.schema.star.FactEvaluation;
import org.zhijian.schema.star.FactInteraction;
import org.zhijian.schema.star.FactItemScore;
import org.zhijian.schema.text.Text;
import org.zhijian.schema.text.UserError;

/** Score details, defect breakdown, indicator sheets, daily log and calibration report. */
class InspectionReportsTest {
    private static final Text ENGLISH = new Text(Text.ENGLISH);
    private static final Text CHINESE = new Text(Text.CHINESE);
    private static final String AWKWARD = "=1+1 \u202e😀 " + "很长的评语".repeat(999);
    private static final LocalDate DAY = LocalDate.of(2026, 10, 5);

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

        everyReport((report, period) -> {
            for (Text text : List.of(ENGLISH, CHINESE)) {
                assertThat(lines(report, period, text)).isNotEmpty().noneMatch(line -> line.contains("null"));
            }
        });
        assertThat(lines(DefectBreakdown::of, "2026-10", ENGLISH))
                .contains(
                        "No published evaluations in this period, so there are no errors to show.",
                        "No scored items in this period, so no points were lost.",
                        "No week up to this period has evaluations.",
                        "No errors were found in this period.");
        assertThat(lines(IndicatorSheets::of, "2026-10", ENGLISH))
                .contains(
                        "There are no data about October 2026: no interaction and no evaluation counts in it.",
                        "No agent has a composite in this month.");
        assertThat(lines(DailyLog::of, "2026-10-05", ENGLISH))
                .contains(
                        "** Nothing was inspected on this day.",
                        "No severe error stands in the published evaluations of this day.",
                        "Nothing has been drawn for the plan of this month.",
                        "Submitted: 0. Decided: 0. Open in all: 0.",
                        "No tier change holds from this day.",
                        "No agent met a competency rule on this day.");
        assertThat(lines(CalibrationReport::of, "2026-10", ENGLISH))
                .contains(
                        "No calibration session was held in this period.",
                        "No calibration session was held in the last twelve months.",
                        "No interaction has been scored by two inspectors yet, so agreement cannot be told.");
        assertThat(ScoreDetails.of(source(ENGLISH), Period.parse("2026-10")).agents())
                .isEmpty();
    }

    @Test
    void emptyTablesReadLikeMissingOnes() {
        tables.append(DimAgent.TABLE).publish("2026-11-05");
        List<List<String>> without = all();
        Stream.of(
                        FactEvaluation.TABLE,
                        FactError.TABLE,
                        FactItemScore.TABLE,
                        FactAppeal.TABLE,
                        FactInteraction.TABLE,
                        FactCalibrationScore.TABLE,
                        AssessmentIndicator.TABLE,
                        ErrorTrend.TABLE,
                        ErrorPareto.TABLE,
                        DefectHeatmap.TABLE,
                        CalibrationResult.TABLE,
                        InspectorAgreement.TABLE,
                        SamplingPlan.TABLE,
                        CoachingLoop.TABLE,
                        CompetencyFlag.TABLE,
                        TierAdjustment.TABLE)
                .forEach(tables::append);
        tables.publish("2026-11-05");

        List<List<String>> with = all();
        for (int i = 0; i < with.size(); i++) {
            assertThat(with.get(i).subList(3, with.get(i).size()))
                    .isEqualTo(without.get(i).subList(3, without.get(i).size()));
        }
    }

    @Test
    void aPeriodOfAnotherKindOrOfTheFutureIsRefused() {
        tables.append(DimAgent.TABLE).publish("2026-10-15");
        Map<BiFunction<ReportSource, Period, Document>, String> wrong = Map.of(
                DefectBreakdown::of, "2026-Q3",
                IndicatorSheets::of, "2026-W43",
                DailyLog::of, "2026-10",
                CalibrationReport::of, "2026-10-05");
        wrong.forEach((report, period) ->
                assertThatThrownBy(() -> lines(report, period, ENGLISH)).isInstanceOf(UserError.class));
        assertThatThrownBy(() -> lines(DefectBreakdown::of, "2026-11", ENGLISH)).isInstanceOf(UserError.class);
        assertThatThrownBy(() -> ScoreDetails.of(source(ENGLISH), Period.parse("2026-W43")))
                .isInstanceOf(UserError.class);
        assertThatThrownBy(() -> ScoreDetails.of(source(ENGLISH), Period.parse("2026-11")))
                .isInstanceOf(UserError.class);
        assertThat(lines(DefectBreakdown::of, "2026-W42", ENGLISH))
                .contains("Week 42 of 2026 (2026-10-12 to 2026-10-18), up to 2026-10-15");
    }

    @Test
    void aScoreIsToldWithItsGradeItsTrendAndTheTeamOfWhichNobodyIsNamed() {
        agents("a1", "a2", "a3", "a4", "a5");
        append(
                AgentMonthScore.TABLE,
                score(SEPTEMBER, "a1", 80, "good"),
                score(OCTOBER, "a1", 90.5, "excellent"),
                score(OCTOBER, "a2", 70, "pass"),
                score(OCTOBER, "a3", 80, "good"),
                score(OCTOBER, "a4", 85, "good"),
                score(OCTOBER, "a5", 95, "excellent"));
        append(
                FactEvaluation.TABLE,
                DeclaredRow.evaluation("s1", "a1", DAY)
                        .with(FactEvaluation.MONTH, SEPTEMBER)
                        .scored(80),
                DeclaredRow.evaluation("o2", "a2", DAY).scored(70),
                DeclaredRow.evaluation("o3", "a3", DAY).scored(80),
                DeclaredRow.evaluation("o4", "a4", DAY).scored(85),
                DeclaredRow.evaluation("o5", "a5", DAY).scored(95),
                DeclaredRow.evaluation("e1", "a1", DAY).scored(90.5),
                DeclaredRow.evaluation("e2", "a1", DAY).scored(10).with(FactEvaluation.CATEGORY, "event"),
                DeclaredRow.evaluation("e3", "a1", DAY)
                        .with(FactEvaluation.PUBLISHED, false)
                        .with(FactEvaluation.REVIEW_STATUS, "draft"));
        tables.publish("2026-10-31");

        assertThat(details("a1", ENGLISH))
                .contains(
                        "Name a1 (a1) · T1 · October 2026",
                        "** Mean score 90.50, grade excellent, from 2 evaluations that count; published in the month: 2.",
                        "Mean score: 90.50 [2026-09: 80.00 (+10.50)]",
                        "The mean of all scores in T1 is 84.10 (agents with a score: 5). Yours is 6.40 above it. "
                                + "The middle half of its agents lies between 80.00 and 90.50, the median is 85.00. "
                                + "You are within it.",
                        "2026-09 | 2026-10",
                        "You 80.00 | 90.50",
                        "Your team – | 84.10",
                        "e1 | 2026-10-05 | – | – | – | i1 | agent QA | 90.50 | counts",
                        "e2 | 2026-10-05 | – | – | – | i1 | event QA | 10.00 | does not count")
                .noneMatch(line -> line.contains("e3"))
                .noneMatch(line -> line.matches(".*(a2|a3|a4|a5|null).*"));
        assertThat(details("a1", CHINESE)).contains("Name a1（a1） · T1 · 2026 年 10 月");
    }

    @Test
    void aScoreJustBelowAGradeIsNotShownAsItsThreshold() {
        agents("a1");
        append(AgentMonthScore.TABLE, score(OCTOBER, "a1", 89.996, "good"));
        tables.publish("2026-10-31");

        assertThat(details("a1", ENGLISH))
                .contains(
                        "** Mean score 89.9960, grade good, from 2 evaluations that count; published in the month: 0.",
                        "Mean score: 89.9960 [2026-09: no value]",
                        "Grade: good [excellent from 90, good from 80, pass from 60]");
    }

    @Test
    void aSmallTeamIsNotComparedAndWithoutAScoreNothingIsMadeUp() {
        agents("a1", "a2", "a3");
        append(AgentMonthScore.TABLE, score(OCTOBER, "a2", 70, "pass"));
        append(
                FactEvaluation.TABLE,
                DeclaredRow.evaluation("e1", "a1", DAY),
                DeclaredRow.evaluation("o2", "a2", DAY).scored(70));
        tables.publish("2026-10-20");

        assertThat(details("a1", ENGLISH))
                .contains(
                        "Name a1 (a1) · T1 · October 2026, up to 2026-10-20",
                        "** Published in this month: 1 evaluation, of which none counts for the score, so there is none.",
                        "Mean score: – [2026-09: no value]",
                        "Agents of T1 with a score this month: 1, too few for a comparison that tells nothing about "
                                + "one of them.",
                        "e1 | 2026-10-05 | – | – | – | i1 | agent QA | – | no score",
                        "November 2026: the tier is set when this month is closed.",
                        "No coaching is due, and none belongs to this month.",
                        "No appeal has been made against an evaluation of this month.")
                .noneMatch(line -> line.contains("70.00"));
        assertThat(details("a3", ENGLISH)).contains("No evaluation of this month has been published.");
        assertThatThrownBy(() -> details("a9", ENGLISH))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("a9");
    }

    @Test
    void everybodyOnThePostOrInspectedHasDetails() {
        append(
                DimAgent.TABLE,
                Marts.agent("left-before", "x", "T1").with(DimAgent.LEFT_DATE, OCTOBER),
                Marts.agent("left-within", "x", "T1").with(DimAgent.LEFT_DATE, DAY),
                Marts.agent("not-yet", "x", "T1").with(DimAgent.ON_POST_DATE, NOVEMBER),
                Marts.agent("there", "x", "T1"));
        append(
                FactEvaluation.TABLE,
                DeclaredRow.evaluation("e1", "unknown", DAY).scored(80));
        tables.publish("2026-11-30");

        assertThat(ScoreDetails.of(source(ENGLISH), Period.parse("2026-10")).agents())
                .containsExactly("left-within", "there", "unknown");
        assertThat(details("there", ENGLISH))
                .contains("** No published evaluations in this month, so there is no score.");
        assertThat(details("unknown", ENGLISH))
                .contains("unknown · October 2026", "Your team is not known, so there is no comparison with it.");
    }

    @Test
    void deductionsStandWithTheirItemsAndTheInspectorsWords() {
        agents("a1");
        append(
                FactEvaluation.TABLE,
                DeclaredRow.evaluation("e1", "a1", DAY)
                        .scored(85)
                        .with(FactEvaluation.POINTS_AWARDED, 80.0)
                        .with(FactEvaluation.POINTS_POSSIBLE, 100.0)
                        .with(FactEvaluation.COMMENT, AWKWARD),
                DeclaredRow.evaluation("e2", "a1", DAY.plusDays(1))
                        .scored(100)
                        .with(FactEvaluation.METHOD, "dial_test")
                        .with(FactEvaluation.INTERACTION_ID, null),
                DeclaredRow.evaluation("e3", "a1", DAY.plusDays(2)).scored(100));
        append(
                FactItemScore.TABLE,
                item("e1", "V1", 2.0, 10.0),
                item("e1", "V2", 10.0, 10.0),
                item("e1", "V3", null, null),
                item("e3", "V1", 10.0, 10.0));
        append(
                FactError.TABLE,
                DeclaredRow.error("e1", "E1", OCTOBER).with(FactError.NOTE, "interrupts"),
                DeclaredRow.error("e1", "E22", OCTOBER)
                        .with(FactError.STANDS, false)
                        .with(FactError.REMOVED_BY, "p1"),
                DeclaredRow.error("e1", "E333", OCTOBER));
        append(
                DimErrorType.TABLE,
                DeclaredRow.errorType("E1", "general")
                        .with(DimErrorType.NAME, "Tone")
                        .with(DimErrorType.ITEM_CODE, "V1"),
                DeclaredRow.errorType("E22", "general")
                        .with(DimErrorType.NAME, "Order")
                        .with(DimErrorType.ITEM_CODE, "V1"),
                DeclaredRow.errorType("E333", "severe").with(DimErrorType.NAME, "Rude"));
        append(DimScorecardItem.TABLE, scorecardItem("V1", "Manners"));
        append(
                FactAppeal.TABLE,
                DeclaredRow.appeal("p1", "e1", OCTOBER, DAY.plusDays(9))
                        .with(FactAppeal.REMOVED_ERRORS, "E22;E4")
                        .with(FactAppeal.REASON, "not so"));
        append(
                FactInteraction.TABLE,
                interaction("call of e1", LocalDate.of(2026, 9, 30)),
                interaction("call of e3", DAY));
        append(
                DimChannel.TABLE,
                DeclaredRow.of(DimChannel.TABLE)
                        .with(DimChannel.CHANNEL_KEY, 7L)
                        .with(DimChannel.CHANNEL, "voice_in"));
        append(
                DimBusinessType.TABLE,
                DeclaredRow.of(DimBusinessType.TABLE)
                        .with(DimBusinessType.BUSINESS_TYPE_KEY, 8L)
                        .with(DimBusinessType.BUSINESS_TYPE, "own type"));
        tables.publish("2026-10-31");

        assertThat(details("a1", ENGLISH))
                .contains(
                        "◆Errors that stand: 2 [Severe: 1]",
                        "e1 | 2026-10-05 | 2026-09-30 12:00 | inbound call | own type | i1 | agent QA | 85.00 | counts",
                        "e2 | 2026-10-06 | – | dial test | – | i1 | agent QA | 100.00 | counts",
                        "p1 | e1 | 2026-10-13 | not so | accepted | 2026-10-14 | 80.00 | 85.00 | E22, E4")
                .containsSequence(
                        "= e1 · inbound call | 80.00 | 100.00 | 20.00 | " + AWKWARD,
                        "V1 Manners | 2.00 | 10.00 | 8.00 | E1 Tone: interrupts\n"
                                + "E22 Order (removed by appeal p1, does not count)",
                        "Severe: E333 Rude | – | – | – | –",
                        "= e2 · dial test | – | – | – | Only a total score came, no item scores.",
                        "= e3 · inbound call | – | – | – | Nothing was deducted.");
    }

    @Test
    void tiersAndCoachingAreExplained() {
        agents("a1");
        append(
                TierAssignment.TABLE,
                Marts.tier(OCTOBER, "a1", "A")
                        .with(TierAssignment.REASON, "top")
                        .with(TierAssignment.SCORE_MEAN, 95.678),
                Marts.tier(NOVEMBER, "a1", "C").with(TierAssignment.REASON, "newcomer"));
        append(TierAdjustment.TABLE, Marts.adjustment("a1", DAY, 88, 90.25));
        append(SamplingQuota.TABLE, Marts.quota(OCTOBER, "a1"));
        append(
                CoachingLoop.TABLE,
                coaching("c1", AUGUST, "overdue", AUGUST.plusDays(7), null),
                coaching("c2", AUGUST, "passed", AUGUST.plusDays(7), AUGUST.plusDays(5)),
                coaching("c3", OCTOBER, "passed", DAY, DAY));
        tables.publish("2026-10-31");

        assertThat(details("a1", ENGLISH))
                .containsSubsequence(
                        "October 2026: tier A. Your score of September 2026, 95.68, is among the best 20% of those "
                                + "ranked. Interactions to be inspected: 2.",
                        "From 2026-10-05: tier A → B, as the mean of the month was below the baseline of 90.25. "
                                + "Interactions to be inspected: 5.",
                        "November 2026: tier C. In the first 3 months on the post everybody is in tier C, whatever "
                                + "the score.",
                        "2026-08-01 | – | E1 | 2026-08-08 | – | ◆overdue",
                        "2026-10-01 | – | E1 | 2026-10-05 | 2026-10-05 | re-check passed");
        assertThat(details("a1", ENGLISH)).noneMatch(line -> line.contains("2026-08-06"));

        tables.publish(
                "2026-10-31",
                Map.of(
                        Settings.DRAW_PROFILE.key(), "shares",
                        Settings.DRAW_NEWCOMER_PERCENT.key(), "90",
                        Settings.DRAW_OTHERS_PERCENT.key(), "15"));

        assertThat(details("a1", ENGLISH))
                .containsSubsequence(
                        "October 2026: tier A. Your score of September 2026, 95.68, is among the best 20% of those "
                                + "ranked. Of your interactions 15% are to be inspected.",
                        "From 2026-10-05: tier A → B, as the mean of the month was below the baseline of 90.25.",
                        "November 2026: tier C. In the first 3 months on the post everybody is in tier C, whatever "
                                + "the score. Of your interactions 90% are to be inspected.",
                        "How many are inspected follows from shares, 90% for newcomers and 15% for everybody else, and "
                                + "not from the tier. A severe error leads to tier C from that day; in tier A a mean "
                                + "below the baseline leads to tier B.")
                .noneMatch(line -> line.contains("Interactions to be inspected"));
    }

    @Test
    void aTieAcrossBothEndsAndABaselineThatNobodyCanReachAreSaid() {
        agents("a1");
        append(
                TierAssignment.TABLE,
                Marts.tier(OCTOBER, "a1", "B")
                        .with(TierAssignment.RANK, 1L)
                        .with(TierAssignment.RANKED_AGENTS, 3L)
                        .with(TierAssignment.SCORE_MEAN, 100.0),
                Marts.tier(NOVEMBER, "a1", "B")
                        .with(TierAssignment.RANK, 2L)
                        .with(TierAssignment.RANKED_AGENTS, 3L)
                        .with(TierAssignment.SCORE_MEAN, 90.0));
        append(TierAdjustment.TABLE, Marts.adjustment("a1", DAY, 97, 101.2));
        tables.publish("2026-10-31");

        assertThat(details("a1", ENGLISH))
                .containsSubsequence(
                        "October 2026: tier B. Your score of September 2026, 100, is both among the best and among the "
                                + "last 20% of those ranked, as a tie spans both ends.",
                        "From 2026-10-05: tier A → B, as the mean of the month was below the baseline of 101.2. "
                                + "That baseline is above 100, which nobody can reach. Interactions to be inspected: 5.",
                        "November 2026: tier B. Your score of October 2026, 90, is neither among the best nor the last "
                                + "20% of those ranked.");
    }

    @Test
    void defectsAreBrokenDownToTheCase() {
        defects();

        List<String> lines = lines(DefectBreakdown::of, "2026-10", ENGLISH);

        assertThat(lines)
                .contains(
                        "** 30 errors in 100 evaluations, 30 per 100. There are too few earlier periods to judge that.",
                        "Errors per 100 evaluations: 30.00 [2026-09: no value; 2025-10: no value]",
                        "◆Severe errors: 10 []",
                        "E1 Tone | 20 | 60.0% | 1 | care | 20.00 | T1 | 40.00",
                        "T1 | 100 | 40 | 0 | 40.00 | – | – | – | – | – | E1 Tone (40)",
                        "= Centre | 100 | 30 | 10 | 30.00 | – | – | – | – | – | E1 Tone (20)",
                        "The limits are those of each team's own control chart: a rate within the limits and without a "
                                + "signal differs from the team's past by no more than chance explains. The centre "
                                + "includes evaluations whose team is not known.",
                        "a1 | Name a1 | T1 | 2 | 2 | 4 | 1 | 200.00 | 40.00 | E1 Tone (2) | E22 (1)",
                        "a2 | Name a2 | T1 | 1 | 0 | 0 | 0 | 0.00 | 40.00 | – | –",
                        "E1 | Tone | general | service | care | V1 Manners | 20 | 60.0% | 60.0% | yes | 1 | 20.00 | – | "
                                + "– | – | – | –",
                        "= Centre | All errors | – | – | – | – | 30 | 100.0% | – | – | 1 | 30.00 | – | – | – | – | –",
                        "V1 | Manners | – | 10.0 | 50 | 100.0 | 100.0% | 2.00 | 20.0% | 1.00 | –",
                        "** Errors: 4, one a row.")
                .containsSequence(
                        "e1 | 2026-10-05 | a1 | Name a1 | T1 | E1 | Tone | general | service | care | V1 Manners | 4.00 | "
                                + "60.00 | agent QA | – | i1 | call of e1 | rec-1 | loud | " + AWKWARD,
                        "e1 | 2026-10-05 | a1 | Name a1 | T1 | E22 | E22 | general | – | – | V1 Manners | – | 60.00 | "
                                + "agent QA | – | i1 | call of e1 | rec-1 | – | " + AWKWARD,
                        "e1 | 2026-10-05 | a1 | Name a1 | T1 | E333 | E333 | severe | – | – | – | – | 60.00 | "
                                + "agent QA | – | i1 | call of e1 | rec-1 | – | " + AWKWARD,
                        "e2 | 2026-10-06 | a1 | Name a1 | T1 | E1 | Tone | general | service | care | V1 Manners | – | – | "
                                + "agent QA | – | i1 | call of e2 | – | – | –")
                .noneMatch(line -> line.contains("E4444") || line.contains("null"));
    }

    @Test
    void theListOfCasesIsMadeWhileItIsReadAndCanBeReadAgain() {
        defects();

        Document document = DefectBreakdown.of(source(CHINESE), Period.parse("2026-10"));

        assertThat(DocumentText.lines(document)).isEqualTo(DocumentText.lines(document));
        assertThat(document.sections()).hasSize(9);
    }

    @Test
    void indicatorsStandBesideTheTargetTheCentreAndWhatWasBefore() {
        append(
                AssessmentIndicator.TABLE,
                Marts.indicator(OCTOBER, "first_contact_resolution", 75, 100)
                        .with(AssessmentIndicator.TARGET, 0.8)
                        .with(AssessmentIndicator.MET, false),
                Marts.indicator(SEPTEMBER, "first_contact_resolution", 70, 100),
                Marts.indicator(LocalDate.of(2025, 10, 1), "first_contact_resolution", 80, 100),
                Marts.teamIndicator(OCTOBER, "T1", "first_contact_resolution", 9, 10)
                        .with(AssessmentIndicator.TARGET, 0.8)
                        .with(AssessmentIndicator.MET, true));
        tables.publish("2026-10-31");

        assertThat(lines(IndicatorSheets::of, "2026-10", ENGLISH))
                .contains(
                        "** 0 of 1 targets are met. Not met: First contact resolution 75.0% (target ≥ 80.0%).",
                        "First contact resolution | 75.0% | ≥ | 80.0% | ▼not met | 70.0% | ▲+5.0 | 80.0% | ▼−5.0 | "
                                + "75 | 100",
                        "2026-09 | 2026-10",
                        "The month 70.00 | 75.00",
                        "A year before – | 80.00",
                        "Target – | 80.00",
                        "## T1",
                        "** Every target is met (1).",
                        "First contact resolution | 90.0% | ≥ | 80.0% | ▲met | 75.0% | – | – | – | – | 9 | 10",
                        "Team 90.00",
                        "Centre 75.00");
    }

    @Test
    void theCompositeIsTheSumOfItsContributions() {
        agents("a1", "a2");
        append(
                AssessmentIndicator.TABLE,
                ofAgent("a1", "qa_mean", 168, 2),
                ofAgent("a1", "csat_top2", 9, 10),
                ofAgent("a1", "first_contact_resolution", 75, 100),
                ofAgent("a1", "composite", 7500, 90),
                ofAgent("a2", "csat_top2", 0, 0),
                ofAgent("a2", "composite", 0, 0));
        tables.publish(
                "2026-10-31",
                Map.of(
                        "indicators.composite-weights",
                        "{qa_mean=50, csat_top2=20, first_contact_resolution=20, exam_pass_rate=10, csat_mean=0}"));

        assertThat(lines(IndicatorSheets::of, "2026-10", ENGLISH))
                .contains(
                        "** Weights: First contact resolution 20, CSAT top two 20, QA mean 50, Exam pass rate 10.",
                        "T1 | a1 | Name a1 | 83.33 | 75.00 | 16.67 | 90.00 | 20.00 | 84.00 | 46.67 | – | –")
                .noneMatch(line -> line.startsWith("T1 | a2"));
    }

    @Test
    void aDayTellsWhatIsDoneAndWhatIsLeft() {
        agents("a1");
        append(
                FactEvaluation.TABLE,
                DeclaredRow.evaluation("e1", "a1", DAY).scored(40).with(FactEvaluation.COMMENT, AWKWARD),
                DeclaredRow.evaluation("e2", "a1", DAY)
                        .scored(70)
                        .with(FactEvaluation.REVIEW_STATUS, "submitted")
                        .with(FactEvaluation.PUBLISHED, false),
                DeclaredRow.evaluation("e3", "a1", DAY.plusDays(1)).scored(90));
        append(
                FactError.TABLE,
                DeclaredRow.error("e1", "E333", OCTOBER).with(FactError.NOTE, "shouted"),
                DeclaredRow.error("e1", "E1", OCTOBER).with(FactError.STANDS, false),
                DeclaredRow.error("e2", "E333", OCTOBER));
        append(DimErrorType.TABLE, DeclaredRow.errorType("E333", "severe"));
        append(
                SamplingPlan.TABLE,
                planned("call of e1", "i1", DAY.minusDays(2)),
                planned("call of e2", "i1", DAY),
                planned("call of e3", "i1", DAY),
                planned("drawn later", "i1", DAY.plusDays(1)),
                planned("of nobody", null, DAY));
        append(
                FactAppeal.TABLE,
                DeclaredRow.appeal("p1", "e1", OCTOBER, DAY),
                DeclaredRow.appeal("p2", "e1", OCTOBER, DAY.plusDays(1))
                        .with(FactAppeal.STATUS, "submitted")
                        .with(FactAppeal.DECIDED_AT, null));
        append(
                CoachingLoop.TABLE,
                coaching("c1", AUGUST, "overdue", AUGUST.plusDays(7), null),
                coaching("c2", OCTOBER, "passed", DAY.minusDays(1), DAY.plusDays(1)),
                coaching("c3", OCTOBER, "passed", DAY, DAY),
                coaching("c4", OCTOBER, "open", DAY.plusDays(9), null));
        append(TierAdjustment.TABLE, Marts.adjustment("a1", DAY, 88, 90));
        append(CompetencyFlag.TABLE, Marts.flag("a1", DAY, "e1"), Marts.flag("a2", DAY.plusDays(1), "e1"));
        tables.publish("2026-10-31");

        assertThat(lines(DailyLog::of, "2026-10-05", ENGLISH))
                .contains(
                        "** Evaluations: 2, by 1 inspector, of 1 agent.",
                        "Inspected: 2 [published: 1; in progress: 1]",
                        "◆Severe errors: 1 [agents: 1]",
                        "Plan 2026-10: left: 2 [drawn 4, done 1, in review 1]",
                        "◆Coachings overdue: 2 [due on this day: 1]",
                        "Reviews, appeals and coachings are shown as they stood when business day 2026-10-31 was closed.",
                        "Name a1 (a1) | T1 | E333 | e1 | call of e1 | i1 | shouted\n" + AWKWARD + " | –",
                        "Severe errors in evaluations that are still in review, which do not count yet: 1.",
                        "i1 | i1 | 2 | 0 | 1 | 0 | 1 | 2 | 0 | 0",
                        "= Centre | – | 2 | 0 | 1 | 0 | 1 | 2 | 0 | 0",
                        "i1 | i1 | 2 | 3 | 1 | 1 | 1 | 33.3%",
                        "not assigned | – | 1 | 1 | 0 | 0 | 1 | 0.0%",
                        "= Centre | – | 3 | 4 | 1 | 1 | 2 | 25.0%",
                        "Submitted: 1. Decided: 1. Open in all: 1.",
                        "a1 | Name a1 | T1 | A → B | below the baseline | 5 | 1 | 4",
                        "e1 | 12:00 | i1 | Name a1 (a1) | T1 | agent QA | – | 40.00 | 1 | published",
                        "e2 | 12:00 | i1 | Name a1 (a1) | T1 | agent QA | – | 70.00 | 1 | ◆submitted")
                .noneMatch(line -> line.startsWith("a2 | "))
                .noneMatch(line -> line.startsWith("e3 | "));
    }

    @Test
    void calibrationIsReadInWordsAndSideBySide() {
        append(
                CalibrationResult.TABLE,
                result("s1", OCTOBER.plusDays(14), "i1", -6.5, false),
                result("s0", SEPTEMBER.plusDays(14), "i1", 2, true));
        append(
                InspectorAgreement.TABLE,
                agreement("all")
                        .with(InspectorAgreement.FLEISS_KAPPA, 0.604)
                        .with(InspectorAgreement.ICC_AGREEMENT, 0.92),
                agreement("inspector")
                        .with(InspectorAgreement.INSPECTOR_ID, "i1")
                        .with(InspectorAgreement.LENIENCY, -2.25),
                agreement("pair")
                        .with(InspectorAgreement.INSPECTOR_ID, "i1")
                        .with(InspectorAgreement.OTHER_INSPECTOR_ID, "i2")
                        .with(InspectorAgreement.COHEN_KAPPA, -0.1));
        append(
                FactCalibrationScore.TABLE,
                calibrated("s1", "c1", "lead", 80, true),
                calibrated("s1", "c1", "i1", 73.5, false),
                calibrated("s1", "c1", "i2", 85, false),
                calibrated("s1", "c2", "i1", 60, false),
                calibrated("s1", "c2", "i2", 90, false),
                calibrated("s1", "c3", "i1", 101, false),
                calibrated("s1", "c4", "i1", 50, false));
        tables.publish("2026-10-31");

        assertThat(lines(CalibrationReport::of, "2026-10", ENGLISH))
                .contains(
                        "s1 | 2026-10-15 | i1 | 5 | −6.5% | 6.5% | ▼outside tolerance",
                        "i1 | 2 | ◆1 | 2026-10-15 | −2.3% | 4.3%",
                        "** Over 3 sessions and 12 interactions: agreement on the grade (Fleiss' κ) 0.60, moderate; "
                                + "agreement on the score (ICC) 0.92, excellent.",
                        "Gwet's AC1 of grades | – | – | the same, and steady where nearly all are of one grade",
                        "Mean deviation −2.25",
                        "i1 | i2 | 3 | 12 | −0.10 | – | poor",
                        "## Session s1, 2026-10-15",
                        "Interaction | Reference | i1 | i2 | lead | Range",
                        "c1 | 80.00 | ◆73.50 | 85.00 | 80.00 | 11.50",
                        "c2 | – | ◆60.00 | ◆90.00 | – | 30.00",
                        "c4 | – | 50.00 | – | – | 0.00")
                .noneMatch(line -> line.startsWith("c3"));
    }

    /** Three evaluations in October with what the marts say of it. */
    private void defects() {
        agents("a1", "a2");
        append(
                FactEvaluation.TABLE,
                DeclaredRow.evaluation("e1", "a1", DAY).scored(60).with(FactEvaluation.COMMENT, AWKWARD),
                DeclaredRow.evaluation("e2", "a1", DAY.plusDays(1)),
                DeclaredRow.evaluation("e3", "a2", DAY.plusDays(2)).scored(100),
                DeclaredRow.evaluation("e4", "a2", DAY.plusDays(2)).with(FactEvaluation.PUBLISHED, false));
        append(
                FactError.TABLE,
                DeclaredRow.error("e1", "E333", OCTOBER),
                DeclaredRow.error("e1", "E1", OCTOBER).with(FactError.NOTE, "loud"),
                DeclaredRow.error("e1", "E22", OCTOBER),
                DeclaredRow.error("e1", "E4444", OCTOBER).with(FactError.STANDS, false),
                DeclaredRow.error("e2", "E1", OCTOBER),
                DeclaredRow.error("e4", "E1", OCTOBER));
        append(FactItemScore.TABLE, item("e1", "V1", 6.0, 10.0), item("e1", "V2", 0.0, 10.0));
        append(FactInteraction.TABLE, interaction("call of e1", DAY));
        append(DimScorecardItem.TABLE, scorecardItem("V1", "Manners"));
        append(
                DimErrorType.TABLE,
                DeclaredRow.errorType("E1", "general")
                        .with(DimErrorType.NAME, "Tone")
                        .with(DimErrorType.CATEGORY, "service")
                        .with(DimErrorType.ROOT_CAUSE, "care")
                        .with(DimErrorType.ITEM_CODE, "V1"),
                DeclaredRow.errorType("E22", "general").with(DimErrorType.ITEM_CODE, "V1"),
                DeclaredRow.errorType("E333", "severe"));
        append(
                ErrorTrend.TABLE,
                Marts.trend(OCTOBER, null, null, 30),
                Marts.trend(OCTOBER, "E1", null, 20),
                Marts.trend(OCTOBER, "E333", null, 10),
                Marts.trend(OCTOBER, null, "T1", 40),
                Marts.trend(OCTOBER, "E1", "T1", 40));
        append(
                ErrorPareto.TABLE,
                Marts.pareto(OCTOBER, "E1", 20, 0.6, true),
                Marts.pareto(OCTOBER, "E333", 10, 1, false));
        append(DefectHeatmap.TABLE, lost(OCTOBER, 100), lost(SEPTEMBER, 50));
        tables.publish("2026-10-31");
    }

    private interface Check {
        void of(BiFunction<ReportSource, Period, Document> report, String period);
    }

    private static void everyReport(Check check) {
        check.of(DefectBreakdown::of, "2026-10");
        check.of(DefectBreakdown::of, "2026-W43");
        check.of(IndicatorSheets::of, "2026-10");
        check.of(DailyLog::of, "2026-10-05");
        check.of(CalibrationReport::of, "2026-10");
    }

    private List<List<String>> all() {
        List<List<String>> all = new ArrayList<>();
        everyReport((report, period) -> all.add(lines(report, period, ENGLISH)));
        return all;
    }

    private void agents(String... ids) {
        append(
                DimAgent.TABLE,
                Stream.of(ids).map(id -> Marts.agent(id, "Name " + id, "T1")).toArray(DeclaredRow[]::new));
    }

    private void append(Table table, DeclaredRow... rows) {
        tables.append(table, Stream.of(rows).map(DeclaredRow::row).toArray(Object[][]::new));
    }

    private ReportSource source(Text text) {
        return ReportSource.of(PublishedWarehouse.open(warehouse), text);
    }

    private List<String> lines(BiFunction<ReportSource, Period, Document> report, String period, Text text) {
        return DocumentText.lines(report.apply(source(text), Period.parse(period)));
    }

    private List<String> details(String agentId, Text text) {
        return DocumentText.lines(
                ScoreDetails.of(source(text), Period.parse("2026-10")).document(agentId));
    }

    private static DeclaredRow score(LocalDate month, String agentId, double mean, String grade) {
        return DeclaredRow.of(AgentMonthScore.TABLE)
                .with(AgentMonthScore.QA_MONTH, month)
                .with(AgentMonthScore.AGENT_ID, agentId)
                .with(AgentMonthScore.EVALUATIONS, 2L)
                .with(AgentMonthScore.SCORE_MEAN, mean)
                .with(AgentMonthScore.GRADE, grade);
    }

    private static DeclaredRow ofAgent(String agentId, String indicator, double numerator, double denominator) {
        return Marts.indicator(OCTOBER, indicator, numerator, denominator)
                .with(AssessmentIndicator.SCOPE, "agent")
                .with(AssessmentIndicator.SCOPE_ID, agentId);
    }

    private static DeclaredRow item(String evaluationId, String code, Double points, Double maximum) {
        return DeclaredRow.of(FactItemScore.TABLE)
                .with(FactItemScore.EVALUATION_ID, evaluationId)
                .with(FactItemScore.ITEM_CODE, code)
                .with(FactItemScore.MONTH, OCTOBER)
                .with(FactItemScore.SCORECARD_ITEM_KEY, 0L)
                .with(FactItemScore.POINTS, points)
                .with(FactItemScore.MAX_POINTS, maximum);
    }

    private static DeclaredRow scorecardItem(String code, String name) {
        return DeclaredRow.of(DimScorecardItem.TABLE)
                .with(DimScorecardItem.SCORECARD_ITEM_KEY, 1L)
                .with(DimScorecardItem.ITEM_CODE, code)
                .with(DimScorecardItem.ITEM_NAME, name)
                .with(DimScorecardItem.MAX_POINTS, 10.0)
                .with(DimScorecardItem.VALID_FROM, LocalDate.of(2020, 1, 1))
                .with(DimScorecardItem.VALID_TO, LocalDate.of(9999, 12, 31));
    }

    private static DeclaredRow interaction(String id, LocalDate day) {
        return DeclaredRow.of(FactInteraction.TABLE)
                .with(FactInteraction.INTERACTION_ID, id)
                .with(FactInteraction.MONTH, day.withDayOfMonth(1))
                .with(FactInteraction.STARTED_ON, day)
                .with(FactInteraction.STARTED_AT, Instant.parse(day + "T04:00:00Z"))
                .with(FactInteraction.CHANNEL_KEY, 7L)
                .with(FactInteraction.BUSINESS_TYPE_KEY, 8L)
                .with(FactInteraction.RECORDING_REF, "rec-1");
    }

    private static DeclaredRow coaching(
            String id, LocalDate openedOn, String state, LocalDate dueOn, LocalDate recheckedOn) {
        return DeclaredRow.of(CoachingLoop.TABLE)
                .with(CoachingLoop.MONTH, openedOn.withDayOfMonth(1))
                .with(CoachingLoop.STATE, state)
                .with(CoachingLoop.COACHING_ID, id)
                .with(CoachingLoop.AGENT_ID, "a1")
                .with(CoachingLoop.ERROR_CODE, "E1")
                .with(CoachingLoop.OPENED_ON, openedOn)
                .with(CoachingLoop.DUE_ON, dueOn)
                .with(CoachingLoop.RECHECKED_ON, recheckedOn);
    }

    private static DeclaredRow lost(LocalDate month, double points) {
        return DeclaredRow.of(DefectHeatmap.TABLE)
                .with(DefectHeatmap.PERIOD_TYPE, "month")
                .with(DefectHeatmap.PERIOD_START, month)
                .with(DefectHeatmap.MONTH, month)
                .with(DefectHeatmap.ITEM_CODE, "V1")
                .with(DefectHeatmap.POINTS_LOST, points)
                .with(DefectHeatmap.EVALUATIONS, 50L);
    }

    private static DeclaredRow planned(String interaction, String inspector, LocalDate drawnOn) {
        return DeclaredRow.of(SamplingPlan.TABLE)
                .with(SamplingPlan.PLAN_MONTH, OCTOBER)
                .with(SamplingPlan.INTERACTION_ID, interaction)
                .with(SamplingPlan.AGENT_ID, "a1")
                .with(SamplingPlan.INSPECTOR_ID, inspector)
                .with(SamplingPlan.CATEGORY, "agent")
                .with(SamplingPlan.REASON, "tier_b")
                .with(SamplingPlan.DRAWN_ON, drawnOn);
    }

    private static DeclaredRow result(
            String session, LocalDate heldOn, String inspector, double deviation, Boolean within) {
        return DeclaredRow.of(CalibrationResult.TABLE)
                .with(CalibrationResult.SESSION_ID, session)
                .with(CalibrationResult.INSPECTOR_ID, inspector)
                .with(CalibrationResult.HELD_ON, heldOn)
                .with(CalibrationResult.INTERACTIONS, 5L)
                .with(CalibrationResult.MEAN_DEVIATION, deviation)
                .with(CalibrationResult.MEAN_ABSOLUTE_DEVIATION, Math.abs(deviation))
                .with(CalibrationResult.WITHIN_TOLERANCE, within);
    }

    private static DeclaredRow agreement(String scope) {
        return DeclaredRow.of(InspectorAgreement.TABLE)
                .with(InspectorAgreement.SCOPE, scope)
                .with(InspectorAgreement.SESSIONS, 3L)
                .with(InspectorAgreement.INTERACTIONS, 12L);
    }

    private static DeclaredRow calibrated(
            String session, String interaction, String inspector, double score, Boolean reference) {
        return DeclaredRow.of(FactCalibrationScore.TABLE)
                .with(FactCalibrationScore.SESSION_ID, session)
                .with(FactCalibrationScore.INTERACTION_ID, interaction)
                .with(FactCalibrationScore.INSPECTOR_ID, inspector)
                .with(FactCalibrationScore.INSPECTOR_KEY, 0L)
                .with(FactCalibrationScore.HELD_ON, OCTOBER.plusDays(14))
                .with(FactCalibrationScore.SCORE, score)
                .with(FactCalibrationScore.MAX_SCORE, 100.0)
                .with(FactCalibrationScore.REFERENCE, reference);
    }
}
