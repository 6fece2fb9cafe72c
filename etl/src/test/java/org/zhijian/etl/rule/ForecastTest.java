package org.zhijian.etl.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.zhijian.etl.rule.Forecast.Interval;
import org.zhijian.etl.rule.Forecast.Range;

class ForecastTest {
    private static final Range ANY = new Range(0, Double.POSITIVE_INFINITY);
    private static final double[] YEAR = {100, 80, 90, 110, 120, 100, 95, 105, 130, 90, 85, 140};

    @Test
    void ofOneMonthOnlyItsValueIsKnown() {
        assertThat(next(250)).isEqualTo(new Forecast(250, null, null, ForecastMethod.LAST_VALUE, 0, null));
    }

    @Test
    void twoMonthsHaveAnErrorButNoInterval() {
        assertThat(next(100, 125)).isEqualTo(new Forecast(125, null, null, ForecastMethod.LAST_VALUE, 1, 20.0));
    }

    @Test
    void fromThreeTestsOnTheErrorsMakeAnInterval() {
        assertThat(next(100, 104, 98).wide()).isNull();
        Forecast forecast = next(100, 104, 98, 101);
        assertThat(forecast.value()).isEqualTo(101);
        assertThat(forecast.tests()).isEqualTo(3);
        assertInterval(forecast.wide(), 101 - 14.350445, 101 + 14.350445);
        assertInterval(forecast.narrow(), 101 - 7.384998, 101 + 7.384998);
        assertThat(forecast.percentageError()).isCloseTo((400 / 104.0 + 600 / 98.0 + 300 / 101.0) / 3, within(1e-9));
    }

    @Test
    void aTrendIsFollowedOnceTheMethodProvedItself() {
        assertThat(next(100, 110, 120, 130, 140, 150).method()).isEqualTo(ForecastMethod.LAST_VALUE);
        Forecast forecast = next(100, 110, 120, 130, 140, 150, 160);
        assertThat(forecast.method()).isEqualTo(ForecastMethod.THETA);
        assertThat(forecast.value()).isCloseTo(165, within(1e-4));
        assertThat(forecast.tests()).isEqualTo(3);
    }

    @Test
    void thirteenMonthsHaveNoSeasonThatCouldBeTested() {
        Forecast forecast = next(seasons(13));
        assertThat(forecast.method()).isNotEqualTo(ForecastMethod.SEASONAL_GROWTH);
        assertThat(forecast.value()).isBetween(80.0, 140.0);
        assertThat(forecast.wide().lower()).isLessThan(forecast.narrow().lower());
        assertThat(forecast.wide().upper()).isGreaterThan(forecast.narrow().upper());
    }

    @Test
    void theSeasonIsFollowedOnceThreeMonthsOfItCouldBeTested() {
        assertThat(next(seasons(15)).method()).isNotEqualTo(ForecastMethod.SEASONAL_GROWTH);
        Forecast forecast = next(seasons(16));
        assertThat(forecast.method()).isEqualTo(ForecastMethod.SEASONAL_GROWTH);
        assertThat(forecast.tests()).isEqualTo(3);
    }

    @Test
    void ofTwentySixMonthsTwelveAreTestedAndTheSeasonGrows() {
        Forecast forecast = next(seasons(26));
        assertThat(forecast.method()).isEqualTo(ForecastMethod.SEASONAL_GROWTH);
        assertThat(forecast.value()).isCloseTo(90 * 1.44, within(1e-9));
        assertThat(forecast.tests()).isEqualTo(12);
        assertThat(forecast.percentageError()).isCloseTo(0, within(1e-9));
        assertInterval(forecast.wide(), forecast.value(), forecast.value());
        assertThat(Forecast.next(seasons(26), ANY, 5).tests()).isEqualTo(5);
    }

    @Test
    void onEqualErrorsTheSimplerMethodIsUsed() {
        assertThat(next(50, 50, 50, 50, 50, 50, 50, 50).method()).isEqualTo(ForecastMethod.LAST_VALUE);
    }

    @Test
    void nothingLeavesTheRangeOfTheMeasure() {
        Range score = new Range(0, 100);
        Forecast forecast = Forecast.next(new double[] {93, 94, 95, 96, 97, 98, 99, 100}, score, 12);
        assertThat(forecast.value()).isEqualTo(100);
        assertThat(forecast.wide().upper()).isEqualTo(100);
        assertThat(next(5, 90, 3, 60, 4).wide().lower()).isZero();
    }

    @Test
    void monthsOfZeroHaveNoPercentage() {
        assertThat(next(0, 0, 0, 0).percentageError()).isNull();
        assertThat(next(10, 0, 5).percentageError()).isEqualTo(100);
    }

    @Test
    void theMethodsDoAsTheirExamplesSay() {
        assertThat(ForecastMethod.LAST_VALUE.next(new double[] {100, 110})).isEqualTo(110);
        assertThat(ForecastMethod.THETA.next(new double[] {100, 110, 120, 130})).isCloseTo(135, within(1e-4));
        double[] year = {80, 100, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 88};
        assertThat(ForecastMethod.SEASONAL_GROWTH.next(year)).isCloseTo(110, within(1e-9));
        year[0] = 0;
        assertThat(ForecastMethod.SEASONAL_GROWTH.next(year)).isEqualTo(100);
    }

    /** The same year again and again, a fifth higher each time. */
    private static double[] seasons(int months) {
        return IntStream.range(0, months)
                .mapToDouble(month -> YEAR[month % 12] * Math.pow(1.2, Math.floorDiv(month, 12)))
                .toArray();
    }

    private static Forecast next(double... history) {
        return Forecast.next(history, ANY, 12);
    }

    private static void assertInterval(Interval interval, double lower, double upper) {
        assertThat(interval.lower()).isCloseTo(lower, within(1e-4));
        assertThat(interval.upper()).isCloseTo(upper, within(1e-4));
    }
}
