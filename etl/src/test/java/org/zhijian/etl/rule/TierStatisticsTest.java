package org.zhijian.etl.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.zhijian.etl.rule.TierStatistics.Estimate;
import org.zhijian.etl.rule.TierStatistics.Sample;

class TierStatisticsTest {
    private static final Offset<Double> EXACT = within(1e-7);
    /** A: 70, 80, 90. B: 90, 100. */
    private static final List<Sample> TWO = List.of(new Sample("A", 3, 80, 200), new Sample("B", 2, 95, 50));

    @Test
    void varianceComponentsAreThoseWorkedOutByHand() {
        VarianceComponents components = VarianceComponents.of(TWO);
        assertThat(components.degrees()).isEqualTo(3);
        assertThat(components.within()).isCloseTo(250 / 3.0, EXACT);
        assertThat(components.between()).isCloseTo(700 / 9.0, EXACT);
        assertThat(components.centre()).isCloseTo(2350 / 27.0, EXACT);
    }

    @Test
    void withEqualNumbersTheyAreThoseOfTheBalancedAnalysis() {
        // Mean squares 2·(10² + 0 + 10²) ÷ 2 = 200 between and 8 within, so τ² = (200 − 8) ÷ 2.
        VarianceComponents components = VarianceComponents.of(
                List.of(new Sample("A", 2, 70, 8), new Sample("B", 2, 80, 8), new Sample("C", 2, 90, 8)));
        assertThat(components.within()).isCloseTo(8, EXACT);
        assertThat(components.between()).isCloseTo(96, EXACT);
        assertThat(components.centre()).isCloseTo(80, EXACT);
    }

    @Test
    void intervalAndShrunkScoreAreThoseWorkedOutByHand() {
        Map<String, Estimate> estimates = TierStatistics.estimates(TWO, Map.of("A", "C", "B", "A"), 1);
        Estimate a = estimates.get("A");
        assertThat(a.low()).isCloseTo(80 - 3.182446305 * Math.sqrt(250 / 9.0), EXACT);
        assertThat(a.high()).isCloseTo(80 + 3.182446305 * Math.sqrt(250 / 9.0), EXACT);
        assertThat(a.shrunk()).isCloseTo(2210 / 27.0, EXACT);
        assertThat(estimates.get("B").high()).isEqualTo(100);
    }

    @Test
    void betweenTwoAlikeTheCutLiesInTheMiddle() {
        // Equal numbers: σ²/n = 50, τ² = 200 − 50 = 150, b = 0.75, shrunk 72.5 and 87.5, variance 37.5.
        List<Sample> samples = List.of(new Sample("A", 2, 90, 100), new Sample("B", 2, 70, 100));
        Map<String, Estimate> estimates = TierStatistics.estimates(samples, Map.of("A", "A", "B", "C"), 1);
        assertThat(estimates.get("A").shrunk()).isCloseTo(87.5, EXACT);
        // Φ(7.5 ÷ √37.5) = Φ(1.2247449) = 0.8896643
        assertThat(estimates.get("A").tierProbability()).isCloseTo(0.8896643, EXACT);
        assertThat(estimates.get("B").tierProbability()).isCloseTo(0.8896643, EXACT);
    }

    @Test
    void probabilitiesAgreeWithRankingDrawsOfTheTrueMeans() {
        int agents = 40;
        int size = 8;
        List<Sample> samples = sampled(agents, new Random(7));
        VarianceComponents components = VarianceComponents.of(samples);
        double[][] beyond = ranksOfDraws(samples, components, size, 20_000, new Random(11));
        for (String tier : List.of("A", "B", "C")) {
            Map<String, String> tiers = new HashMap<>();
            samples.forEach(sample -> tiers.put(sample.agentId(), tier));
            Map<String, Estimate> estimates = TierStatistics.estimates(samples, tiers, size);
            for (int i = 0; i < agents; i++) {
                double drawn =
                        switch (tier) {
                            case "A" -> beyond[i][0];
                            case "C" -> beyond[i][1];
                            default -> 1 - beyond[i][0] - beyond[i][1];
                        };
                assertThat(estimates.get(samples.get(i).agentId()).tierProbability())
                        .as("%s of %s", tier, samples.get(i))
                        .isCloseTo(drawn, within(0.05));
            }
        }
    }

    @Test
    void asManyAreExpectedInATierAsItHasPlaces() {
        List<Sample> samples = sampled(40, new Random(3));
        Map<String, String> tiers = new HashMap<>();
        samples.forEach(sample -> tiers.put(sample.agentId(), "A"));
        double expected = TierStatistics.estimates(samples, tiers, 8).values().stream()
                .mapToDouble(Estimate::tierProbability)
                .sum();
        assertThat(expected).isCloseTo(8, within(1e-9));
    }

    @Test
    void theOrderOfTheSamplesChangesNothing() {
        List<Sample> samples = sampled(30, new Random(5));
        Map<String, String> tiers = new HashMap<>();
        samples.forEach(sample -> tiers.put(sample.agentId(), "B"));
        List<Sample> shuffled = new ArrayList<>(samples);
        Collections.shuffle(shuffled, new Random(1));
        assertThat(TierStatistics.estimates(shuffled, tiers, 6)).isEqualTo(TierStatistics.estimates(samples, tiers, 6));
    }

    @Test
    void whoIsNotRankedHasNoTierProbability() {
        Map<String, Estimate> estimates = TierStatistics.estimates(TWO, Map.of("A", "B"), 0);
        assertThat(estimates.get("A").tierProbability()).isEqualTo(1);
        assertThat(estimates.get("B").tierProbability()).isNull();
        assertThat(estimates.get("B").shrunk()).isNotNull();
    }

    @Test
    void withoutASecondEvaluationNothingIsKnown() {
        List<Sample> once = List.of(new Sample("A", 1, 80, 0), new Sample("B", 1, 95, 0));
        assertThat(TierStatistics.estimates(once, Map.of("A", "B", "B", "B"), 0).values())
                .containsOnly(new Estimate(null, null, null, null));
        assertThat(TierStatistics.estimates(List.of(), Map.of(), 0)).isEmpty();
    }

    @Test
    void aSingleAgentIsTheCentre() {
        Estimate only = TierStatistics.estimates(List.of(new Sample("A", 3, 80, 200)), Map.of("A", "B"), 0)
                .get("A");
        assertThat(only.shrunk()).isEqualTo(80);
        assertThat(only.tierProbability()).isEqualTo(1);
        // σ = 10, t(0.975, 2) = 4.302652730
        assertThat(only.low()).isCloseTo(80 - 4.302652730 * 10 / Math.sqrt(3), EXACT);
    }

    @Test
    void agentsWhoseScoresNeverVaryAreCertain() {
        List<Sample> samples = List.of(new Sample("A", 2, 95, 0), new Sample("B", 2, 80, 0));
        Map<String, Estimate> estimates = TierStatistics.estimates(samples, Map.of("A", "A", "B", "C"), 1);
        assertThat(estimates.get("A")).isEqualTo(new Estimate(95.0, 95.0, 95.0, 1.0));
        assertThat(estimates.get("B")).isEqualTo(new Estimate(80.0, 80.0, 80.0, 1.0));
    }

    @Test
    void everybodyTheSameIsCertainToo() {
        List<Sample> samples = List.of(new Sample("A", 2, 90, 0), new Sample("B", 2, 90, 0));
        assertThat(TierStatistics.estimates(samples, Map.of("A", "B", "B", "B"), 0)
                        .values())
                .containsOnly(new Estimate(90.0, 90.0, 90.0, 1.0));
    }

    @Test
    void whereMeansDifferByChanceOnlyAllAreAlike() {
        List<Sample> samples = IntStream.range(0, 5)
                .mapToObj(i -> new Sample("A" + i, 4, 80 + i, 3 * 400))
                .toList();
        Map<String, String> tiers = Map.of("A0", "C", "A1", "B", "A2", "B", "A3", "B", "A4", "A");
        Map<String, Estimate> estimates = TierStatistics.estimates(samples, tiers, 1);
        assertThat(estimates.values()).allSatisfy(e -> assertThat(e.shrunk()).isCloseTo(82, EXACT));
        assertThat(estimates.get("A0").tierProbability()).isCloseTo(0.2, EXACT);
        assertThat(estimates.get("A1").tierProbability()).isCloseTo(0.6, EXACT);
        assertThat(estimates.get("A4").tierProbability()).isCloseTo(0.2, EXACT);
    }

    @Test
    void placesThatOverlapBelongToNeitherTier() {
        // Half of three is rounded up to two places at either end: the one in the middle holds both.
        List<Sample> samples = List.of(new Sample("A", 4, 95, 3), new Sample("B", 4, 80, 3), new Sample("C", 4, 65, 3));
        Map<String, Estimate> estimates = TierStatistics.estimates(samples, Map.of("A", "A", "B", "B", "C", "C"), 2);
        assertThat(estimates.values())
                .allSatisfy(e -> assertThat(e.tierProbability()).isCloseTo(1, within(1e-6)));
    }

    /** Agents whose true means have deviation 5, with 2 to 9 evaluations of deviation 8. */
    private static List<Sample> sampled(int agents, Random random) {
        return IntStream.range(0, agents)
                .mapToObj(i -> {
                    double truth = 85 + 5 * random.nextGaussian();
                    double[] scores = random.doubles(2 + i % 8)
                            .map(ignored -> truth + 8 * random.nextGaussian())
                            .toArray();
                    double mean = Arrays.stream(scores).average().orElseThrow();
                    double squares = Arrays.stream(scores)
                            .map(score -> (score - mean) * (score - mean))
                            .sum();
                    return new Sample("A%02d".formatted(i), scores.length, mean, squares);
                })
                .toList();
    }

    /** How often each agent's true mean, drawn from what is known of it, is among the highest, and the lowest. */
    private static double[][] ranksOfDraws(
            List<Sample> samples, VarianceComponents components, int size, int draws, Random random) {
        int agents = samples.size();
        double[][] beyond = new double[agents][2];
        for (int draw = 0; draw < draws; draw++) {
            double[] means = samples.stream()
                    .mapToDouble(sample -> {
                        double noise = components.within() / sample.evaluations();
                        double trust = components.between() / (components.between() + noise);
                        return components.centre()
                                + trust * (sample.mean() - components.centre())
                                + Math.sqrt(trust * noise) * random.nextGaussian();
                    })
                    .toArray();
            List<Integer> rising = IntStream.range(0, agents)
                    .boxed()
                    .sorted(Comparator.comparingDouble(i -> means[i]))
                    .toList();
            rising.subList(agents - size, agents).forEach(i -> beyond[i][0] += 1.0 / draws);
            rising.subList(0, size).forEach(i -> beyond[i][1] += 1.0 / draws);
        }
        return beyond;
    }
}
