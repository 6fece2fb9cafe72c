package org.zhijian.generator;

import java.util.ArrayList;
import java.util.List;

/** A team of one skill group at one site. */
record Team(String name, String site, SkillGroup group) {
    private static final String[] SITES = {"成都", "合肥", "武汉"};
    private static final int SIZE = 14;

    /** The teams that so many agents need, at least one a skill group. */
    static List<Team> forAgents(int agents) {
        List<Team> teams = new ArrayList<>();
        for (SkillGroup group : SkillGroup.values()) {
            long count = Math.max(1, Math.round(agents * group.share() / SIZE));
            for (int number = 1; number <= count; number++) {
                teams.add(new Team(group.teamPrefix() + number + "班", SITES[teams.size() % SITES.length], group));
            }
        }
        return List.copyOf(teams);
    }
}
