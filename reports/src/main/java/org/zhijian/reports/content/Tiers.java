package org.zhijian.reports.content;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.zhijian.reports.read.Condition;
import org.zhijian.reports.read.Row;
import org.zhijian.schema.mart.TierAssignment;

/**
 * The tiers of a plan month (R2).
 *
 * @param planMonth the plan month
 * @param byAgent the tier of each agent
 */
record Tiers(Period planMonth, Map<String, String> byAgent) {
    static final List<String> NAMES = TierAssignment.TIER.accepted();

    static Tiers of(ReportSource source, Period planMonth) {
        Map<String, String> byAgent = new HashMap<>();
        for (Row row :
                source.rows(TierAssignment.TABLE, Condition.equal(TierAssignment.PLAN_MONTH, planMonth.first()))) {
            byAgent.put(row.string(TierAssignment.AGENT_ID), row.string(TierAssignment.TIER));
        }
        return new Tiers(planMonth, byAgent);
    }

    boolean isEmpty() {
        return byAgent.isEmpty();
    }

    long count(String tier) {
        return byAgent.values().stream().filter(tier::equals).count();
    }

    /** How many agents of each team are in each tier, by the team of the day before the plan month begins. */
    SortedMap<String, Map<String, Long>> byTeam(ReportSource source) {
        SortedMap<String, Map<String, Long>> byTeam = new TreeMap<>(TeamOrder.BY_NAME);
        byAgent.forEach((agent, tier) -> {
            String team = source.names().teamOf(agent, planMonth.first().minusDays(1));
            byTeam.computeIfAbsent(team == null ? source.say("no-team") : team, none -> new HashMap<>())
                    .merge(tier, 1L, Long::sum);
        });
        return byTeam;
    }

    /** How many agents went from that tier to that one of another plan month; null stands for not being in it. */
    long moved(String from, Tiers later, String to) {
        return byAgent.entrySet().stream()
                .filter(agent -> agent.getValue().equals(from))
                .filter(agent -> Objects.equals(later.byAgent.get(agent.getKey()), to))
                .count();
    }

    /** How many agents are in that tier of another plan month and in none of this. */
    long entered(Tiers later, String to) {
        return later.byAgent.entrySet().stream()
                .filter(agent -> !byAgent.containsKey(agent.getKey()))
                .filter(agent -> agent.getValue().equals(to))
                .count();
    }
}
