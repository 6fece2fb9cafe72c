package org.zhijian.reports.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.zhijian.reports.content.Period;

class DueReportsTest {
    @Test
    void anOrdinaryNightBringsTheDailyLog() {
        assertThat(due("2026-10-27", "2026-10-28")).containsExactly("daily-log 2026-10-28");
    }

    @Test
    void aSundayEndsItsWeekAndRenewsTheRunningPlan() {
        assertThat(due("2026-10-24", "2026-10-25"))
                .containsExactly(
                        "daily-log 2026-10-25",
                        "weekly-report 2026-W43",
                        "defect-breakdown 2026-W43",
                        "qa-plan 2026-10");
    }

    @Test
    void aMonthsLastDayEndsTheMonthAndBringsThePlanOfTheNext() {
        assertThat(due("2026-10-30", "2026-10-31"))
                .containsExactly(
                        "daily-log 2026-10-31",
                        "monthly-report 2026-10",
                        "indicator-sheets 2026-10",
                        "defect-breakdown 2026-10",
                        "score-details 2026-10",
                        "competency-list 2026-10",
                        "calibration-report 2026-10",
                        "qa-plan 2026-11");
    }

    @Test
    void aQuartersLastDayEndsTheQuarter() {
        assertThat(due("2026-09-29", "2026-09-30")).contains("quarterly-trend 2026-Q3", "monthly-report 2026-09");
    }

    @Test
    void nightsThatWereLeftOutAreMadeUpFor() {
        assertThat(due("2026-09-29", "2026-10-02"))
                .contains(
                        "daily-log 2026-09-30",
                        "daily-log 2026-10-01",
                        "daily-log 2026-10-02",
                        "monthly-report 2026-09",
                        "quarterly-trend 2026-Q3",
                        "qa-plan 2026-10")
                .doesNotContain("daily-log 2026-09-29", "weekly-report 2026-W39");
    }

    @Test
    void theFirstRunMakesTheNewestOfEachKind() {
        assertThat(DueReports.of(null, LocalDate.parse("2026-10-31")))
                .extracting(DueReportsTest::words)
                .contains(
                        "daily-log 2026-10-31",
                        "weekly-report 2026-W43",
                        "monthly-report 2026-10",
                        "quarterly-trend 2026-Q3",
                        "qa-plan 2026-11")
                .doesNotContain("daily-log 2026-10-30", "monthly-report 2026-09");
    }

    @Test
    void withoutAPeriodAReportIsAboutTheNewestThatHasEnded() {
        LocalDate closed = LocalDate.parse("2026-11-02");
        assertThat(DueReports.newest(Report.DAILY_LOG, closed)).isEqualTo(Period.parse("2026-11-02"));
        assertThat(DueReports.newest(Report.WEEKLY_REPORT, closed)).isEqualTo(Period.parse("2026-W44"));
        assertThat(DueReports.newest(Report.MONTHLY_REPORT, closed)).isEqualTo(Period.parse("2026-10"));
        assertThat(DueReports.newest(Report.QUARTERLY_TREND, closed)).isEqualTo(Period.parse("2026-Q3"));
        assertThat(DueReports.newest(Report.QA_PLAN, closed)).isEqualTo(Period.parse("2026-11"));
    }

    private static List<String> due(String before, String closed) {
        return DueReports.of(LocalDate.parse(before), LocalDate.parse(closed)).stream()
                .map(DueReportsTest::words)
                .toList();
    }

    private static String words(ReportRequest request) {
        return request.report() + " " + request.period();
    }
}
