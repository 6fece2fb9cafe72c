package org.zhijian.etl.rule;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.apache.commons.math3.distribution.TDistribution;

/**
 * A forecast of the next month from a row of months without gaps (R9).
 *
 * <p>Every {@link ForecastMethod} is tested on past months: it forecasts each from the months before it alone. A method
 * takes part once it could be tested on three months; of those that do, the one with the smallest mean absolute error on
 * the months that all of them could forecast is used, on equal errors the simpler one. Before that it is the last value.
 *
 * <p>The interval comes from the errors of these tests, not from the fit: forecast ± t·√(mean of the squared errors), t
 * being Student's quantile with as many degrees of freedom as months tested, and none with fewer than three. Worked
 * example: 100, 104, 98, 101 is forecast as 101, the last value; its errors were 4, −6, 3, so √(61 ÷ 3) = 4.51, and with t
 * = 3.18 the 95 % interval is 101 ± 14.35.
 *
 * @param value the forecast
 * @param wide the 95 % interval, or null
 * @param narrow the 80 % interval, or null
 * @param method the method used
 * @param tests on how many past months it was tested
 * @param percentageError its mean absolute error there in percent of the actual values, those of 0 left out; null without any
 */
public record Forecast(
        double value, Interval wide, Interval narrow, ForecastMethod method, int tests, Double percentageError) {
    private static final int FEWEST_TESTS = 3;

    /** Where the actual value will lie with a stated probability. */
    public record Interval(double lower, double upper) {}

    /** What the measure can be: neither forecast nor interval leaves it. */
    public record Range(double min, double max) {
        double nearest(double value) {
            return Math.max(min, Math.min(max, value));
        }
    }

    /** What a method made of a past month, and what came. */
    private record Outcome(double forecast, double actual) {
        double error() {
            return Math.abs(forecast - actual);
        }
    }

    /** A method's outcomes, the oldest first. */
    private record Test(ForecastMethod method, List<Outcome> outcomes) {
        static Test of(ForecastMethod method, double[] history, Range range, int months) {
            List<Outcome> outcomes = IntStream.range(
                            Math.max(method.fewestMonths(), history.length - months), history.length)
                    .mapToObj(month ->
                            new Outcome(range.nearest(method.next(Arrays.copyOf(history, month))), history[month]))
                    .toList();
            return new Test(method, outcomes);
        }

        int months() {
            return outcomes.size();
        }

        double meanAbsoluteError(int last) {
            return outcomes.stream()
                    .skip(months() - last)
                    .mapToDouble(Outcome::error)
                    .average()
                    .orElse(0);
        }

        double rootMeanSquare() {
            return Math.sqrt(outcomes.stream()
                    .mapToDouble(outcome -> outcome.error() * outcome.error())
                    .average()
                    .orElse(0));
        }

        Double percentageError() {
            OptionalDouble mean = outcomes.stream()
                    .filter(outcome -> outcome.actual() != 0)
                    .mapToDouble(outcome -> 100 * outcome.error() / outcome.actual())
                    .average();
            return mean.isPresent() ? mean.getAsDouble() : null;
        }
    }

    /**
     * Forecasts the month after the last.
     *
     * @param history the values of the months, oldest first, at least one
     * @param backtestMonths on how many past months at most the methods are tested
     */
    public static Forecast next(double[] history, Range range, int backtestMonths) {
        Test best = best(history, range, backtestMonths);
        double value = range.nearest(best.method().next(history));
        return new Forecast(
                value,
                interval(value, best, 0.95, range),
                interval(value, best, 0.80, range),
                best.method(),
                best.months(),
                best.percentageError());
    }

    private static Test best(double[] history, Range range, int backtestMonths) {
        List<Test> tests = new ArrayList<>();
        for (ForecastMethod method : ForecastMethod.values()) {
            Test test = Test.of(method, history, range, backtestMonths);
            if (tests.isEmpty() || test.months() >= FEWEST_TESTS) {
                tests.add(test);
            }
        }
        int common = tests.stream().mapToInt(Test::months).min().orElseThrow();
        Test best = tests.get(0);
        for (Test test : tests) {
            if (test.meanAbsoluteError(common) < best.meanAbsoluteError(common)) {
                best = test;
            }
        }
        return best;
    }

    private static Interval interval(double value, Test test, double probability, Range range) {
        if (test.months() < FEWEST_TESTS) {
            return null;
        }
        double quantile = new TDistribution(null, test.months()).inverseCumulativeProbability((1 + probability) / 2);
        double margin = quantile * test.rootMeanSquare();
        return new Interval(range.nearest(value - margin), range.nearest(value + margin));
    }
}
