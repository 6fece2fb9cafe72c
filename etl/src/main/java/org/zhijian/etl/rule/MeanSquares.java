package org.zhijian.etl.rule;

import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;

/**
 * The mean squares of a two-way analysis of variance with one score a cell.
 *
 * @param n subjects
 * @param k raters
 * @param subjects mean square between subjects, n − 1 degrees of freedom
 * @param raters mean square between raters, k − 1 degrees
 * @param error what is left, (n − 1)·(k − 1) degrees
 */
record MeanSquares(int n, int k, double subjects, double raters, double error) {

    /** (subjects − error) ÷ a total; empty with fewer than two subjects or raters, or where all scores are the same. */
    static OptionalDouble of(double[][] scores, ToDoubleFunction<MeanSquares> total) {
        if (scores.length < 2
                || scores[0].length < 2
                || Arrays.stream(scores)
                                .flatMapToDouble(Arrays::stream)
                                .distinct()
                                .count()
                        == 1) {
            return OptionalDouble.empty();
        }
        MeanSquares squares = of(scores);
        double whole = total.applyAsDouble(squares);
        return whole == 0 ? OptionalDouble.empty() : OptionalDouble.of((squares.subjects() - squares.error()) / whole);
    }

    private static MeanSquares of(double[][] scores) {
        int n = scores.length;
        int k = scores[0].length;
        double[] subjectMeans = new double[n];
        double[] raterMeans = new double[k];
        double mean = 0;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < k; j++) {
                subjectMeans[i] += scores[i][j] / k;
                raterMeans[j] += scores[i][j] / n;
                mean += scores[i][j] / (n * k);
            }
        }
        double residuals = 0;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < k; j++) {
                residuals += square(scores[i][j] - subjectMeans[i] - raterMeans[j] + mean);
            }
        }
        return new MeanSquares(
                n,
                k,
                k * squares(subjectMeans, mean) / (n - 1),
                n * squares(raterMeans, mean) / (k - 1),
                residuals / ((n - 1) * (k - 1)));
    }

    private static double squares(double[] means, double mean) {
        return Arrays.stream(means).map(value -> square(value - mean)).sum();
    }

    private static double square(double value) {
        return value * value;
    }
}
