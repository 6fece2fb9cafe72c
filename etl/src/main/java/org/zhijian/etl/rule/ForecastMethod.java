package org.zhijian.etl.rule;

import java.util.Locale;
import org.apache.commons.math3.optim.MaxEval;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;
import org.apache.commons.math3.optim.univariate.BrentOptimizer;
import org.apache.commons.math3.optim.univariate.SearchInterval;
import org.apache.commons.math3.optim.univariate.UnivariateObjectiveFunction;
import org.apache.commons.math3.stat.regression.SimpleRegression;

/** Ways to forecast the next month (R9), the simplest first. */
public enum ForecastMethod {
    /** The last month again: 100, 110 → 110. */
    LAST_VALUE(1) {
        @Override
        double next(double[] history) {
            return history[history.length - 1];
        }
    },

    /**
     * The theta method of V. Assimakopoulos and K. Nikolopoulos, <i>The theta model</i>, Int. J. Forecasting 16 (2000), as
     * R. J. Hyndman and B. Billah write it, ibid. 19 (2003): simple exponential smoothing, whose weight α is the one with
     * the smallest squared errors, and half the slope b of the straight line through all months: ℓ + b/2 · (1 − (1 −
     * α)ⁿ) ÷ α. 100, 110, 120, 130: α = 1, b = 10 → 135.
     */
    THETA(4) {
        @Override
        double next(double[] history) {
            double weight = smoothingWeight(history);
            SimpleRegression line = new SimpleRegression();
            for (int month = 0; month < history.length; month++) {
                line.addData(month, history[month]);
            }
            double reach = (1 - Math.pow(1 - weight, history.length)) / weight;
            return smooth(history, weight).level() + line.getSlope() / 2 * reach;
        }
    },

    /**
     * The same month last year times the growth since: the sum of the last months, twelve at most, over that of the same
     * months a year before. Last year's April 100, March 80, this March 88 → 110.
     */
    SEASONAL_GROWTH(13) {
        @Override
        double next(double[] history) {
            int months = history.length;
            double recent = 0;
            double yearBefore = 0;
            for (int back = 1; back <= Math.min(12, months - 12); back++) {
                recent += history[months - back];
                yearBefore += history[months - 12 - back];
            }
            double sameMonth = history[months - 12];
            return yearBefore == 0 ? sameMonth : sameMonth * recent / yearBefore;
        }
    };

    private static final double LEAST_WEIGHT = 0.05;

    private final int fewestMonths;

    ForecastMethod(int fewestMonths) {
        this.fewestMonths = fewestMonths;
    }

    /** How many months it takes. */
    int fewestMonths() {
        return fewestMonths;
    }

    /**
     * The forecast of the month after the last.
     *
     * @param history the values of months without a gap, oldest first
     */
    abstract double next(double[] history);

    /** The name in the mart. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Where exponential smoothing ends, and the sum of the squared errors it made on the way. */
    private record Smoothing(double level, double squares) {}

    private static Smoothing smooth(double[] history, double weight) {
        double level = history[0];
        double squares = 0;
        for (int month = 1; month < history.length; month++) {
            double error = history[month] - level;
            squares += error * error;
            level += weight * error;
        }
        return new Smoothing(level, squares);
    }

    private static double smoothingWeight(double[] history) {
        return new BrentOptimizer(1e-8, 1e-10)
                .optimize(
                        GoalType.MINIMIZE,
                        new UnivariateObjectiveFunction(
                                weight -> smooth(history, weight).squares()),
                        new SearchInterval(LEAST_WEIGHT, 1),
                        new MaxEval(1000))
                .getPoint();
    }
}
