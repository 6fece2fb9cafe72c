package org.zhijian.generator;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * All agents the centre has until a day. Careers are made month by month from the centre's start, so that a longer roster
 * begins with the shorter one.
 */
final class Roster {
    private static final int TOP_GRADE = 5;

    private final CentrePlan plan;
    private final List<Team> teams;
    private final List<Agent> agents = new ArrayList<>();
    private final Map<SkillGroup, List<Team>> teamsByGroup;
    private final Choice<SkillGroup> groups;

    private Roster(CentrePlan plan) {
        this.plan = plan;
        teams = Team.forAgents(plan.agents());
        teamsByGroup = teams.stream().collect(Collectors.groupingBy(Team::group));
        groups = Choice.of(SkillGroup.values(), SkillGroup::share);
    }

    /** The roster up to and with the month of that day. */
    static Roster until(CentrePlan plan, LocalDate day) {
        Roster roster = new Roster(plan);
        for (int i = 0; i < plan.agents(); i++) {
            roster.addFounder();
        }
        YearMonth last = YearMonth.from(day);
        for (YearMonth month = YearMonth.from(plan.start()); !month.isAfter(last); month = month.plusMonths(1)) {
            roster.live(month);
        }
        return roster;
    }

    List<Agent> agents() {
        return agents;
    }

    List<Team> teams() {
        return teams;
    }

    List<Agent> onPost(LocalDate day) {
        long epochDay = day.toEpochDay();
        return agents.stream().filter(agent -> agent.isOnPost(epochDay)).toList();
    }

    private void addFounder() {
        Rng rng = Rng.of(plan.seed(), Stream.AGENT, agents.size());
        int days = rng.chance(0.1) ? rng.between(1, 80) : rng.between(100, 2500);
        int grade = Math.min(TOP_GRADE, 1 + days / 500);
        agents.add(new Agent(
                agents.size(), rng, plan.start().minusDays(days), new Agent.Post(null, drawTeam(rng), grade)));
    }

    private void addJoiner(LocalDate onPost) {
        Rng rng = Rng.of(plan.seed(), Stream.AGENT, agents.size());
        agents.add(new Agent(agents.size(), rng, onPost, new Agent.Post(onPost, drawTeam(rng), 1)));
    }

    private Team drawTeam(Rng rng) {
        // The first agents see to it that every team, and so every skill group, has somebody.
        if (agents.size() < teams.size()) {
            return teams.get(agents.size());
        }
        List<Team> candidates = teamsByGroup.get(groups.draw(rng));
        return candidates.get(rng.below(candidates.size()));
    }

    private void live(YearMonth month) {
        Rng rng = Rng.of(plan.seed(), Stream.ROSTER, month.getYear() * 12L + month.getMonthValue());
        for (Agent agent : onPost(month.atDay(1))) {
            double leaving = agent.daysOnPost(month.atDay(1).toEpochDay()) < 90 ? 0.05 : 0.016;
            if (rng.chance(leaving)) {
                LocalDate left = month.atDay(rng.between(2, month.lengthOfMonth()));
                agent.leave(left);
                // Not after the leaver goes, so that there are never fewer agents than planned.
                addJoiner(month.atDay(rng.between(1, left.getDayOfMonth())));
            } else if (rng.chance(0.012)) {
                Team team = teams.get(rng.below(teams.size()));
                LocalDate day = month.atDay(rng.between(2, month.lengthOfMonth()));
                agent.move(new Agent.Post(day, team, agent.postOn(day).grade()));
            } else if (rng.chance(0.02)) {
                LocalDate day = month.atDay(rng.between(2, month.lengthOfMonth()));
                Agent.Post before = agent.postOn(day);
                if (before.grade() < TOP_GRADE) {
                    agent.move(new Agent.Post(day, before.team(), before.grade() + 1));
                }
            }
        }
    }
}
