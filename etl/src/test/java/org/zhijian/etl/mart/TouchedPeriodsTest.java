package org.zhijian.etl.mart;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zhijian.schema.settings.BaseBy;

class TouchedPeriodsTest {
    private static final List<LocalDate> YEAR = Stream.iterate(
                    LocalDate.parse("2026-01-01"), month -> month.plusMonths(1))
            .limit(12)
            .toList();

    @Test
    void nothingTouchedChangesNothing() {
        TouchedPeriods nothing = new TouchedPeriods(Set.of(), Set.of(), LocalDate.MAX);
        assertThat(nothing.tierMonths(YEAR)).isEmpty();
        assertThat(nothing.volumeMonths(YEAR)).isEmpty();
        assertThat(nothing.quotaMonths(YEAR, new TreeSet<>(), BaseBy.TEAM)).isEmpty();
    }

    @Test
    void evaluationsChangeTheTiersAndQuotasOfTheNextMonth() {
        TouchedPeriods touched = new TouchedPeriods(months("2025-12-01", "2026-03-01"), Set.of(), LocalDate.MAX);
        assertThat(touched.tierMonths(YEAR)).containsExactly(day("2026-01-01"), day("2026-04-01"));
        assertThat(touched.quotaMonths(YEAR, new TreeSet<>(), BaseBy.CENTRE))
                .containsExactly(day("2026-01-01"), day("2026-04-01"));
        assertThat(touched.volumeMonths(YEAR)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"2026-09-30, 10", "2026-10-01, 11", "2026-10-31, 11", "2026-11-01, 12"})
    void agentsChangeEveryMonthPlannedAfterThatDay(LocalDate since, int firstMonth) {
        TouchedPeriods touched = new TouchedPeriods(Set.of(), Set.of(), since);
        List<LocalDate> planned = YEAR.subList(firstMonth - 1, 12);
        assertThat(touched.tierMonths(YEAR)).containsExactlyElementsOf(planned);
        assertThat(touched.quotaMonths(YEAR, new TreeSet<>(), BaseBy.TEAM)).containsExactlyElementsOf(planned);
    }

    @Test
    void agentsChangeTheVolumeFromTheirMonthOn() {
        TouchedPeriods touched = new TouchedPeriods(Set.of(), months("2026-02-01"), day("2026-10-31"));
        assertThat(touched.volumeMonths(YEAR))
                .containsExactly(day("2026-02-01"), day("2026-10-01"), day("2026-11-01"), day("2026-12-01"));
    }

    @Test
    void interactionsChangeTheQuotasAYearLater() {
        TouchedPeriods touched = interactions("2025-03-01");
        assertThat(touched.tierMonths(YEAR)).isEmpty();
        assertThat(touched.quotaMonths(
                        YEAR, new TreeSet<>(months("2025-03-01", "2025-04-01", "2025-05-01")), BaseBy.CENTRE))
                .containsExactly(day("2026-03-01"));
    }

    @Test
    void andThoseOfTheMonthsThatFallBackOnThem() {
        assertThat(interactions("2025-03-01")
                        .quotaMonths(YEAR, new TreeSet<>(months("2025-03-01", "2025-06-01")), BaseBy.CENTRE))
                .containsExactly(day("2026-03-01"), day("2026-04-01"), day("2026-05-01"));
    }

    @Test
    void aMonthThatLostItsDataTouchesThoseWhoNowFallFurtherBack() {
        assertThat(interactions("2025-03-01")
                        .quotaMonths(YEAR, new TreeSet<>(months("2025-01-01", "2025-04-01")), BaseBy.CENTRE))
                .containsExactly(day("2026-03-01"));
    }

    @Test
    void byTeamEveryLaterMonthMayFallBack() {
        assertThat(interactions("2025-10-01")
                        .quotaMonths(YEAR, new TreeSet<>(months("2025-10-01", "2025-11-01")), BaseBy.TEAM))
                .containsExactly(day("2026-10-01"), day("2026-11-01"), day("2026-12-01"));
    }

    @Test
    void theRunningMonthsInteractionsChangeNoQuotaOfTheYear() {
        assertThat(interactions("2026-03-01")
                        .quotaMonths(YEAR, new TreeSet<>(months("2026-03-01")), BaseBy.SKILL_GROUP))
                .isEmpty();
    }

    private static TouchedPeriods interactions(String month) {
        return new TouchedPeriods(Set.of(), months(month), LocalDate.MAX);
    }

    private static Set<LocalDate> months(String... days) {
        return new TreeSet<>(Stream.of(days).map(LocalDate::parse).toList());
    }

    private static LocalDate day(String day) {
        return LocalDate.parse(day);
    }
}
