package org.zhijian.generator;

/** Durations with a long tail: a lognormal factor of median 1, drawn from a table of its quantiles. */
final class Lognormal {
    private static final int QUANTILES = 4096;

    private final double[] factors = new double[QUANTILES];

    /** @param sigma standard deviation of the logarithm */
    Lognormal(double sigma) {
        for (int i = 0; i < QUANTILES; i++) {
            factors[i] = StrictMath.exp(sigma * normalQuantile((i + 0.5) / QUANTILES));
        }
    }

    double factor(Rng rng) {
        return factors[rng.below(QUANTILES)];
    }

    /** Whole seconds, at least 1. */
    int seconds(Rng rng, double median) {
        return Math.max(1, (int) (median * factor(rng)));
    }

    /** By bisection on the logistic approximation of the normal distribution, exact to about 0.01. */
    private static double normalQuantile(double p) {
        double low = -6;
        double high = 6;
        for (int i = 0; i < 60; i++) {
            double middle = (low + high) / 2;
            if (normalProbability(middle) < p) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }

    private static double normalProbability(double z) {
        return 1 / (1 + StrictMath.exp(-1.5976 * z - 0.07056 * z * z * z));
    }
}
