package org.zhijian.reports.content;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.zhijian.reports.read.Row;
import org.zhijian.schema.mart.AgentMonthScore;

/**
 * How the scores of the agents of each team lie in one month. So that nobody can be told from it, there is no mean of a
 * team of fewer than three scored agents, and no spread of one of fewer than five.
 */
final class TeamScores {
    private static final int FEWEST_FOR_MEAN = 3;
    private static final int FEWEST_FOR_SPREAD = 5;

    private final Map<String, List<Double>> byTeam;

    private TeamScores(Map<String, List<Double>> byTeam) {
        this.byTeam = byTeam;
    }

    /**
     * The middle half of a team's scores.
     *
     * @param low a quarter is below
     * @param median half is below
     * @param high a quarter is above
     */
    record Spread(double low, double median, double high) {}

    /**
     * The scores of the month, each in the team that its agent was in on the month's last day.
     *
     * @param scores rows of {@link AgentMonthScore}
     */
    static TeamScores of(ReportSource source, Period month, Collection<Row> scores) {
        Map<String, List<Double>> byTeam = new HashMap<>();
        scores.stream()
                .collect(Collectors.groupingBy(row -> Optional.ofNullable(
                        source.names().teamOf(row.string(AgentMonthScore.AGENT_ID), source.lastDay(month)))))
                .forEach((team, rows) -> team.ifPresent(name -> byTeam.put(
                        name,
                        rows.stream()
                                .map(row -> row.number(AgentMonthScore.SCORE_MEAN))
                                .sorted()
                                .toList())));
        return new TeamScores(byTeam);
    }

    /** How many agents of the team have a score. */
    int scored(String team) {
        return scores(team).size();
    }

    /** Whether a mean of the team tells nothing about one agent. */
    boolean hasMean(String team) {
        return scored(team) >= FEWEST_FOR_MEAN;
    }

    /** The quartiles, each between the two scores next to it in proportion. */
    Optional<Spread> spread(String team) {
        List<Double> sorted = scores(team);
        return sorted.size() < FEWEST_FOR_SPREAD
                ? Optional.empty()
                : Optional.of(new Spread(quantile(sorted, 0.25), quantile(sorted, 0.5), quantile(sorted, 0.75)));
    }

    private List<Double> scores(String team) {
        return team == null ? List.of() : byTeam.getOrDefault(team, List.of());
    }

    private static double quantile(List<Double> sorted, double share) {
        double place = share * (sorted.size() - 1);
        int below = (int) place;
        int above = Math.min(below + 1, sorted.size() - 1);
        return sorted.get(below) + (place - below) * (sorted.get(above) - sorted.get(below));
    }
}
