package org.zhijian.generator;

import java.io.IOException;
import java.time.LocalDate;
import org.zhijian.schema.raw.Agents;

/** The agents' records: the whole list on the centre's first day, then joiners, changes and leavers on the day they happen. */
final class AgentRecords {
    private static final String[] GRADES = {"", "一星", "二星", "三星", "四星", "五星"};

    private final Roster roster;
    private final LocalDate start;

    AgentRecords(Roster roster, LocalDate start) {
        this.roster = roster;
        this.start = start;
    }

    void write(LocalDate day, EntityFiles files) throws IOException {
        for (Agent agent : roster.agents()) {
            for (Agent.Post post : agent.posts()) {
                LocalDate arrival = post.effectiveFrom() == null ? start : post.effectiveFrom();
                if (arrival.equals(day)) {
                    files.write(day, row(agent, post));
                }
            }
            if (day.equals(agent.leftDate())) {
                files.write(day, row(agent, agent.postOn(day)).set(Agents.LEFT_DATE, day));
            }
        }
    }

    private static Row row(Agent agent, Agent.Post post) {
        return Row.of(Agents.ENTITY)
                .set(Agents.AGENT_ID, agent.id())
                .set(Agents.NAME, agent.name())
                .set(Agents.TEAM, post.team().name())
                .set(Agents.SITE, post.team().site())
                .set(Agents.GRADE, GRADES[post.grade()])
                .set(Agents.SKILL_GROUP, post.team().group().label())
                .set(Agents.ON_POST_DATE, agent.onPostDate())
                .set(Agents.EFFECTIVE_FROM, post.effectiveFrom());
    }
}
