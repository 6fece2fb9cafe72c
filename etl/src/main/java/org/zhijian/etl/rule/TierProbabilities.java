package org.zhijian.etl.rule;

import java.util.List;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;
import org.apache.commons.math3.distribution.NormalDistribution;

/**
 * How probable it is that an agent's true mean is among the k highest, or the k lowest, of all ranked.
 *
 * <p>The agents' true means are independent normal variables. A cut is set where k of them are expected beyond it, and
 * an agent's probability is that of being beyond the cut: R. Lin, T. A. Louis, S. M. Paddock, G. Ridgeway, <i>Loss
 * function based ranking in two-stage, hierarchical models</i>, Bayesian Analysis 1 (2006). Worked example: of two agents
 * with means 60 and 80 and deviation 10, and k = 1, both cuts lie at 70, so the better one is in the upper tier with
 * probability Φ(1) = 0.841.
 */
final class TierProbabilities {
    private static final NormalDistribution STANDARD = new NormalDistribution(null, 0, 1);
    /** So many standard deviations out, a double holds no probability any more. */
    private static final double REACH = 40;

    private final List<Posterior> posteriors;
    private final double topCut;
    private final double bottomCut;

    /** What is known of an agent's true mean; the deviation is above 0. */
    record Posterior(double mean, double deviation) {
        double above(double cut) {
            return STANDARD.cumulativeProbability((mean - cut) / deviation);
        }

        double below(double cut) {
            return STANDARD.cumulativeProbability((cut - mean) / deviation);
        }
    }

    /** For all agents ranked, and the places that each end really has. */
    TierProbabilities(List<Posterior> posteriors, double places) {
        this.posteriors = List.copyOf(posteriors);
        topCut = places == 0 ? Double.POSITIVE_INFINITY : zero(cut -> places - expected(p -> p.above(cut)));
        bottomCut = places == 0 ? Double.NEGATIVE_INFINITY : zero(cut -> expected(p -> p.below(cut)) - places);
    }

    /** The probability of a tier, 0 to 1. */
    double of(String tier, Posterior posterior) {
        double top = posterior.above(topCut);
        double bottom = posterior.below(bottomCut);
        return switch (tier) {
            case Tiers.A -> top;
            case Tiers.C -> bottom;
            default -> Math.max(0, 1 - top - bottom);
        };
    }

    private double expected(ToDoubleFunction<Posterior> probability) {
        return posteriors.stream().mapToDouble(probability).sum();
    }

    /** The zero of a function that rises over the posteriors' range, by bisection down to neighbouring doubles. */
    private double zero(DoubleUnaryOperator rising) {
        double low = extreme(p -> p.mean() - REACH * p.deviation(), Math::min);
        double high = extreme(p -> p.mean() + REACH * p.deviation(), Math::max);
        double middle = (low + high) / 2;
        while (low < middle && middle < high) {
            if (rising.applyAsDouble(middle) < 0) {
                low = middle;
            } else {
                high = middle;
            }
            middle = (low + high) / 2;
        }
        return middle;
    }

    private double extreme(ToDoubleFunction<Posterior> end, DoubleBinaryOperator pick) {
        return posteriors.stream().mapToDouble(end).reduce(pick).orElseThrow();
    }
}
