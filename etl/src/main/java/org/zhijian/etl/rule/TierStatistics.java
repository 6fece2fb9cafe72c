package org.zhijian.etl.rule;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.apache.commons.math3.distribution.TDistribution;
import org.zhijian.etl.rule.TierProbabilities.Posterior;

/**
 * What a month's few inspected interactions tell of the agents (R2): how certain a score is, what it most probably is,
 * and how certain the tier is. Nothing here changes a tier.
 *
 * <p>The shrunk score is the empirical-Bayes estimate of C. N. Morris, <i>Parametric empirical Bayes inference</i>, JASA
 * 78 (1983), with the components of {@link VarianceComponents}: posterior mean μ + b·(mean − μ) and variance b·σ²/n, b
 * being τ² ÷ (τ² + σ²/n). Worked example: μ = 80, τ² = 25, σ² = 100; an agent with a mean of 90 from 4 evaluations has b
 * = 0.5, a shrunk score of 85 and a posterior variance of 12.5.
 *
 * <p>What the data cannot tell is null: while no agent has two evaluations, the spread within agents is unknown, and
 * with it every figure here. Where every agent's scores are all alike there is no doubt: the probability is 1. Where the
 * agents' means differ no more than chance makes them, every agent is as likely in a tier as any other.
 */
public final class TierStatistics {
    private static final double UPPER_END = 0.975;
    private static final Estimate UNKNOWN = new Estimate(null, null, null, null);

    private TierStatistics() {}

    /**
     * An agent's scores of the month, summed up.
     *
     * @param evaluations how many, n, at least 1
     * @param squares the sum of their squared deviations from the mean, (n − 1) × sample variance
     */
    public record Sample(String agentId, long evaluations, double mean, double squares) {}

    /**
     * What is known of an agent, null standing for unknown.
     *
     * @param low lower end of the mean's 95 % confidence interval, mean − t·σ/√n, not below 0
     * @param high upper end of it, not above 100
     * @param shrunk the shrunk score
     * @param tierProbability probability that the agent belongs to the tier it got; null when not ranked
     */
    public record Estimate(Double low, Double high, Double shrunk, Double tierProbability) {}

    /**
     * The estimates of one month, by agent. The order of the samples makes no difference.
     *
     * @param samples every agent with a score in the month
     * @param tiers the tier of each agent in the ranking, all of whom have a sample
     * @param size k, the places at either end of the ranking
     */
    public static Map<String, Estimate> estimates(List<Sample> samples, Map<String, String> tiers, long size) {
        List<Sample> ordered =
                samples.stream().sorted(Comparator.comparing(Sample::agentId)).toList();
        Map<String, Estimate> estimates = new TreeMap<>();
        if (ordered.isEmpty()) {
            return estimates;
        }
        VarianceComponents components = VarianceComponents.of(ordered);
        if (components.degrees() == 0) {
            ordered.forEach(sample -> estimates.put(sample.agentId(), UNKNOWN));
            return estimates;
        }
        double quantile = new TDistribution(null, components.degrees()).inverseCumulativeProbability(UPPER_END);
        Function<Sample, Double> probability = probability(ordered, tiers, size, components);
        for (Sample sample : ordered) {
            double margin = quantile * Math.sqrt(components.ofMean(sample.evaluations()));
            estimates.put(
                    sample.agentId(),
                    new Estimate(
                            Math.max(0, sample.mean() - margin),
                            Math.min(100, sample.mean() + margin),
                            shrunk(sample, components),
                            tiers.containsKey(sample.agentId()) ? probability.apply(sample) : null));
        }
        return estimates;
    }

    private static Function<Sample, Double> probability(
            List<Sample> samples, Map<String, String> tiers, long size, VarianceComponents components) {
        if (components.within() == 0) {
            return sample -> 1.0;
        }
        // Who is within k of both ends is in neither tier, so together the tiers never take more than there are.
        double places = Math.min(size, tiers.size() - size);
        if (components.between() == 0) {
            double share = places / tiers.size();
            return sample -> Tiers.B.equals(tiers.get(sample.agentId())) ? 1 - 2 * share : share;
        }
        List<Posterior> ranked = samples.stream()
                .filter(sample -> tiers.containsKey(sample.agentId()))
                .map(sample -> posterior(sample, components))
                .toList();
        TierProbabilities probabilities = new TierProbabilities(ranked, places);
        return sample -> probabilities.of(tiers.get(sample.agentId()), posterior(sample, components));
    }

    private static Posterior posterior(Sample sample, VarianceComponents components) {
        double variance = trust(sample, components) * components.ofMean(sample.evaluations());
        return new Posterior(shrunk(sample, components), Math.sqrt(variance));
    }

    private static double shrunk(Sample sample, VarianceComponents components) {
        return components.centre() + trust(sample, components) * (sample.mean() - components.centre());
    }

    /** How far the agent's own mean is to be trusted over the centre's, 0 to 1. */
    private static double trust(Sample sample, VarianceComponents components) {
        return components.between() == 0
                ? 0
                : components.between() / (components.between() + components.ofMean(sample.evaluations()));
    }
}
