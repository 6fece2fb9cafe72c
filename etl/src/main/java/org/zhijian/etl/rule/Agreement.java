package org.zhijian.etl.rule;

import java.util.Arrays;
import java.util.OptionalDouble;

/**
 * How far inspectors who score the same agree (R12): 1 is full agreement, 0 what chance alone would give, below 0 less
 * than that. Empty where the data cannot tell, as when every grade is the same and agreement by chance is certain.
 *
 * <p>J. Cohen, Educational and Psychological Measurement 20 (1960), weighted: Psychological Bulletin 70 (1968); J. L.
 * Fleiss, Psychological Bulletin 76 (1971); K. L. Gwet, British Journal of Mathematical and Statistical Psychology 61
 * (2008), and for subjects that not everybody rated: <i>Handbook of Inter-Rater Reliability</i>, 4th edition (2014); P.
 * E. Shrout, J. L. Fleiss, Psychological Bulletin 86 (1979).
 */
public final class Agreement {
    private Agreement() {}

    /** How far apart two categories are, counted in order. */
    public enum Distance {
        /** Different is different. */
        UNWEIGHTED,
        /** By the steps between them. */
        LINEAR,
        /** By the square of the steps. */
        SQUARED;

        private int between(int a, int b) {
            return switch (this) {
                case UNWEIGHTED -> a == b ? 0 : 1;
                case LINEAR -> Math.abs(a - b);
                case SQUARED -> (a - b) * (a - b);
            };
        }
    }

    /**
     * Cohen's kappa of two raters, κ = 1 − Σ d·n(i,j)·N ÷ Σ d·r(i)·c(j): the distances found, over those expected of two
     * who rate as often as they do in each category but independently.
     *
     * <p>Worked example, unweighted: both say 0 for 20 subjects and 1 for 15, the first alone says 1 for 10, the second
     * alone for 5. Found 15 of 50; expected, by 25 : 25 and 30 : 20, are (25·20 + 25·30) ÷ 50 = 25. κ = 1 − 15/25 = 0.4.
     *
     * @param first the first rater's category of each subject, from 0
     * @param second the second rater's, in the same order of subjects
     */
    public static OptionalDouble cohenKappa(int[] first, int[] second, Distance distance) {
        if (first.length != second.length) {
            throw new IllegalArgumentException(
                    "the raters have " + first.length + " and " + second.length + " subjects");
        }
        long found = 0;
        long expected = 0;
        for (int i = 0; i < first.length; i++) {
            found += distance.between(first[i], second[i]);
            for (int other : second) {
                expected += distance.between(first[i], other);
            }
        }
        return expected == 0 ? OptionalDouble.empty() : OptionalDouble.of(1 - (double) found * first.length / expected);
    }

    /**
     * Fleiss' kappa, (p − e) ÷ (1 − e): p is the mean share of agreeing pairs a subject has, Σ n(k)·(n(k) − 1) ÷ (n·(n −
     * 1)), over subjects with two ratings or more; e = Σ π(k)², π(k) being the mean share of category k.
     *
     * <p>Worked example: three raters, subjects [3, 0], [0, 3], [2, 1], [1, 2]. p = (1 + 1 + 1/3 + 1/3) ÷ 4 = 2/3; π =
     * (½, ½), e = ½; κ = 1/3.
     *
     * @param ratings for each subject how many raters chose each category; one without ratings is left out
     */
    public static OptionalDouble fleissKappa(int[][] ratings) {
        double byChance =
                Arrays.stream(shares(ratings)).map(share -> share * share).sum();
        return beyondChance(agreeingPairs(ratings), byChance);
    }

    /**
     * Gwet's AC1, (p − e) ÷ (1 − e), with p as in {@link #fleissKappa} and e = Σ π(k)·(1 − π(k)) ÷ (q − 1) over all q
     * categories, used or not. Unlike kappa it does not fall where nearly all is of one category.
     *
     * <p>Worked example, as above: e = (¼ + ¼) ÷ 1 = ½; AC1 = 1/3. Two raters and subjects 9 × [2, 0], 1 × [1, 1]: p =
     * 0.9, π = (0.95, 0.05); AC1 = (0.9 − 0.095) ÷ 0.905 = 0.89, where Fleiss' kappa is −0.05.
     */
    public static OptionalDouble gwetAc1(int[][] ratings) {
        double[] shares = shares(ratings);
        double byChance =
                Arrays.stream(shares).map(share -> share * (1 - share)).sum() / (shares.length - 1);
        return beyondChance(agreeingPairs(ratings), byChance);
    }

    /**
     * ICC(2,1): how far single scores agree, raters being a sample of all raters: (R − E) ÷ (R + (k − 1)·E + k·(C − E) ÷
     * n), with the mean squares of subjects R, raters C and what is left E, of n subjects and k raters.
     *
     * <p>Worked example, Shrout and Fleiss's table 2: 9 2 5 8, 6 1 3 2, 8 4 6 8, 7 1 2 6, 10 5 6 9, 6 2 4 7. R = 11.24, C =
     * 32.49, E = 1.02; ICC = 10.22 ÷ (11.24 + 3·1.02 + 4·31.47/6) = 0.29.
     *
     * @param scores a row a subject, a column a rater, none missing
     */
    public static OptionalDouble iccAgreement(double[][] scores) {
        return MeanSquares.of(
                scores, s -> s.subjects() + (s.k() - 1) * s.error() + s.k() * (s.raters() - s.error()) / s.n());
    }

    /**
     * ICC(3,1): how far single scores go along with each other, whether or not a rater is more lenient: (R − E) ÷ (R + (k −
     * 1)·E). Worked example, as above: 10.22 ÷ (11.24 + 3·1.02) = 0.71.
     *
     * @param scores a row a subject, a column a rater, none missing
     */
    public static OptionalDouble iccConsistency(double[][] scores) {
        return MeanSquares.of(scores, s -> s.subjects() + (s.k() - 1) * s.error());
    }

    private static OptionalDouble beyondChance(OptionalDouble agreeing, double byChance) {
        return agreeing.isEmpty() || byChance == 1
                ? OptionalDouble.empty()
                : OptionalDouble.of((agreeing.getAsDouble() - byChance) / (1 - byChance));
    }

    /** The mean share of agreeing pairs of raters, over the subjects that have a pair. */
    private static OptionalDouble agreeingPairs(int[][] ratings) {
        return Arrays.stream(ratings)
                .filter(subject -> raters(subject) > 1)
                .mapToDouble(subject ->
                        (double) Arrays.stream(subject).map(n -> n * (n - 1)).sum()
                                / (raters(subject) * (raters(subject) - 1)))
                .average();
    }

    /** The mean share of each category, over the subjects that have a rating. */
    private static double[] shares(int[][] ratings) {
        int[][] rated =
                Arrays.stream(ratings).filter(subject -> raters(subject) > 0).toArray(int[][]::new);
        double[] shares = new double[rated.length == 0 ? 0 : rated[0].length];
        for (int category = 0; category < shares.length; category++) {
            for (int[] subject : rated) {
                shares[category] += (double) subject[category] / raters(subject);
            }
            shares[category] /= rated.length;
        }
        return shares;
    }

    private static int raters(int[] subject) {
        return Arrays.stream(subject).sum();
    }
}
