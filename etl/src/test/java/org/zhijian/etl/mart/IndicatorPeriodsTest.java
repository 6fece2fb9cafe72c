package org.zhijian.etl.mart;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.zhijian.schema.settings.Settings;

class IndicatorPeriodsTest {
    private static final LocalDate MARCH = LocalDate.parse("2026-03-01");
    private static final LocalDate APRIL = LocalDate.parse("2026-04-01");
    private static final LocalDate MAY = LocalDate.parse("2026-05-01");
    private static final LocalDate JUNE = LocalDate.parse("2026-06-01");
    private static final LocalDate RUN_DATE = LocalDate.parse("2026-06-10");
    private static final Settings BY_INTERACTION = Settings.with(Map.of("centre.qa-period-by", "interaction"));

    @Test
    void aDayTouchesItsMonthAndTheOneInWhichItsWeekBegins() {
        assertThat(touchedBy(List.of(MAY), List.of(), Settings.defaults())).containsExactly(APRIL, MAY);
        assertThat(touchedBy(List.of(MAY.plusDays(2)), List.of(), Settings.defaults()))
                .containsExactly(APRIL, MAY);
        assertThat(touchedBy(List.of(MAY.plusDays(3)), List.of(), Settings.defaults()))
                .containsExactly(MAY);
        assertThat(touchedBy(List.of(JUNE), List.of(), Settings.defaults())).containsExactly(JUNE);
        assertThat(touchedBy(List.of(), List.of(), Settings.defaults())).isEmpty();
    }

    @Test
    void whereInteractionsDecideTheQaMonthItsEvaluationsMayBeOfAnyLaterOne() {
        assertThat(touchedBy(List.of(), List.of(MAY), BY_INTERACTION)).containsExactly(APRIL, MAY, JUNE);
        assertThat(touchedBy(List.of(MAY), List.of(), BY_INTERACTION)).containsExactly(APRIL, MAY);
        assertThat(touchedBy(List.of(), List.of(MAY), Settings.defaults())).isEmpty();
        assertThat(periods(APRIL).qaMonths(List.of(MARCH, APRIL, MAY, JUNE), BY_INTERACTION))
                .containsExactly(MARCH, APRIL, MAY);
        assertThat(periods().qaMonths(List.of(MARCH), BY_INTERACTION)).isEmpty();
    }

    @Test
    void theFactsNeededGoToTheEndOfTheLastWeek() {
        assertThat(periods(APRIL).factMonths()).containsExactly(APRIL, MAY);
        assertThat(periods(MAY).factMonths()).containsExactly(MAY);
        assertThat(periods(APRIL, JUNE).factMonths()).containsExactly(APRIL, MAY, JUNE, LocalDate.parse("2026-07-01"));
        assertThat(periods(APRIL).qaMonths(List.of(MARCH, APRIL), Settings.defaults()))
                .containsExactly(APRIL);
    }

    @Test
    void whatWasPlannedMayBeEvaluatedInAnyLaterMonth() {
        assertThat(periods(APRIL).evaluationMonths(List.of(MARCH, APRIL, MAY, JUNE), Settings.defaults()))
                .containsExactly(APRIL, MAY, JUNE);
        assertThat(periods().evaluationMonths(List.of(MARCH), Settings.defaults()))
                .isEmpty();
    }

    private static List<LocalDate> touchedBy(List<LocalDate> days, List<LocalDate> qaMonths, Settings settings) {
        return List.copyOf(
                IndicatorPeriods.touchedBy(days, qaMonths, RUN_DATE, settings).months());
    }

    private static IndicatorPeriods periods(LocalDate... months) {
        return new IndicatorPeriods(List.of(months));
    }
}
