package org.zhijian.etl.mart;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.zhijian.schema.settings.Settings;

class TrendPeriodsTest {
    private static final LocalDate JANUARY_2024 = LocalDate.parse("2024-01-01");
    private static final List<LocalDate> FACTS =
            IntStream.range(0, 27).mapToObj(JANUARY_2024::plusMonths).toList();

    @Test
    void periodsOfTheirOwnAreThoseOfTheMonthAndOfTheWeekThatBeginsBeforeIt() {
        TrendPeriods periods = periods("2026-03-15", Settings.defaults(), "2025-03-01");
        assertMonths(periods.ownMonths(), "2025-02-01", "2025-03-01");
        assertMonths(periods.ownFactMonths(FACTS), "2025-02-01", "2025-03-01", "2025-04-01");
    }

    @Test
    void trendsReachAYearOn() {
        TrendPeriods periods = periods("2026-12-31", Settings.defaults(), "2025-03-01");
        assertThat(periods.trendMonths())
                .hasSize(14)
                .startsWith(LocalDate.parse("2025-02-01"))
                .endsWith(LocalDate.parse("2026-03-01"));
        assertThat(periods.trendFactMonths(FACTS))
                .hasSize(26)
                .startsWith(LocalDate.parse("2024-02-01"))
                .endsWith(LocalDate.parse("2026-03-01"));
    }

    @Test
    void moreControlPeriodsReachFurther() {
        Settings twenty = Settings.with(Map.of("trends.control-periods", 20));
        assertThat(periods("2026-12-31", twenty, "2025-03-01").trendMonths()).endsWith(LocalDate.parse("2026-11-01"));
        Settings few = Settings.with(Map.of("trends.control-periods", 2));
        assertThat(periods("2026-12-31", few, "2025-03-01").trendMonths()).endsWith(LocalDate.parse("2026-03-01"));
    }

    @Test
    void nothingIsAfterTheRunDate() {
        TrendPeriods periods = periods("2026-03-01", Settings.defaults(), "2026-03-01");
        assertMonths(periods.ownMonths(), "2026-02-01", "2026-03-01");
        assertMonths(periods.trendMonths(), "2026-02-01", "2026-03-01");
        assertThat(periods.trendFactMonths(FACTS))
                .hasSize(14)
                .startsWith(LocalDate.parse("2025-02-01"))
                .endsWith(LocalDate.parse("2026-03-01"));
    }

    @Test
    void whereMonthsFollowTheInteractionEvaluationsCanBeOfAnyLaterMonth() {
        Settings byInteraction = Settings.with(Map.of("centre.qa-period-by", "interaction"));
        TrendPeriods periods = periods("2026-03-15", byInteraction, "2025-12-01");
        assertMonths(periods.ownMonths(), "2025-11-01", "2025-12-01", "2026-01-01", "2026-02-01", "2026-03-01");
        assertThat(periods.trendMonths()).isEqualTo(periods.ownMonths());
        assertThat(periods.ownFactMonths(FACTS)).containsExactlyElementsOf(FACTS);
        assertThat(periods.trendFactMonths(FACTS)).containsExactlyElementsOf(FACTS);
    }

    @Test
    void forecastsFollowTheMonthsUpToTheLastThatIsClosed() {
        Settings settings = Settings.defaults();
        assertMonths(
                periods("2026-03-30", settings, "2025-12-01", "2026-02-01").forecastMonths(),
                "2026-01-01",
                "2026-02-01",
                "2026-03-01");
        assertMonths(periods("2026-03-31", settings, "2026-03-01").forecastMonths(), "2026-04-01");
        assertMonths(periods("2026-03-30", settings, "2026-03-01").forecastMonths());
    }

    @Test
    void nothingTouchedIsNothingToDo() {
        TrendPeriods periods = periods("2026-03-31", Settings.defaults());
        assertThat(periods.trendMonths()).isEmpty();
        assertThat(periods.ownFactMonths(FACTS)).isEmpty();
        assertThat(periods.forecastMonths()).isEmpty();
    }

    private static TrendPeriods periods(String runDate, Settings settings, String... touched) {
        List<LocalDate> months = Stream.of(touched).map(LocalDate::parse).toList();
        return new TrendPeriods(months, LocalDate.parse(runDate), settings);
    }

    private static void assertMonths(Collection<LocalDate> months, String... expected) {
        assertThat(months)
                .containsExactlyElementsOf(
                        Stream.of(expected).map(LocalDate::parse).toList());
    }
}
