package org.zhijian.etl.rule;

import java.util.List;
import org.zhijian.etl.rule.TierStatistics.Sample;

/**
 * How the scores of one month spread: within agents and between agents.
 *
 * <p>One-way random model with unequal numbers, estimated by the method of moments from the analysis of variance:
 * S. R. Searle, G. Casella, C. E. McCulloch, <i>Variance Components</i>, Wiley 1992, chapter 3.6. Worked example: A has
 * 70, 80, 90 and B has 90, 100. Within: (200 + 50) ÷ 3 = 83.33. Grand mean 86; between mean square 3·36 + 2·81 = 270;
 * n₀ = 5 − 13 ÷ 5 = 2.4; between: (270 − 83.33) ÷ 2.4 = 77.78.
 *
 * @param degrees degrees of freedom within, the sum of n − 1
 * @param within σ², the variance of one score around its agent's mean; 0 while {@code degrees} is 0
 * @param between τ², the variance of the agents' true means, never below 0; 0 while it cannot be estimated
 * @param centre the agents' common mean. Each agent weighs by the precision of the own mean, 1 ÷ (τ² + σ²/n), so that
 *     those who are inspected more, being worse, do not drag it down
 */
record VarianceComponents(long degrees, double within, double between, double centre) {

    /** Estimates from at least one sample; the result depends on their order only in the last digits. */
    static VarianceComponents of(List<Sample> samples) {
        long agents = samples.size();
        long total = samples.stream().mapToLong(Sample::evaluations).sum();
        long degrees = total - agents;
        double within =
                degrees == 0 ? 0 : samples.stream().mapToDouble(Sample::squares).sum() / degrees;
        double grandMean =
                samples.stream().mapToDouble(s -> s.evaluations() * s.mean()).sum() / total;
        double between = degrees == 0 || agents == 1 ? 0 : between(samples, total, within, grandMean);
        return new VarianceComponents(degrees, within, between, centre(samples, within, between, grandMean));
    }

    /** The variance of the mean of so many scores around the agent's true mean. */
    double ofMean(long evaluations) {
        return within / evaluations;
    }

    private static double between(List<Sample> samples, long total, double within, double grandMean) {
        long others = samples.size() - 1L;
        double squares = 0;
        double sizes = 0;
        for (Sample sample : samples) {
            double deviation = sample.mean() - grandMean;
            squares += sample.evaluations() * deviation * deviation;
            sizes += (double) sample.evaluations() * sample.evaluations();
        }
        double typicalSize = (total - sizes / total) / others;
        return Math.max(0, (squares / others - within) / typicalSize);
    }

    private static double centre(List<Sample> samples, double within, double between, double grandMean) {
        if (within == 0 && between == 0) {
            return grandMean;
        }
        double weights = 0;
        double weighted = 0;
        for (Sample sample : samples) {
            double weight = 1 / (between + within / sample.evaluations());
            weights += weight;
            weighted += weight * sample.mean();
        }
        return weighted / weights;
    }
}
