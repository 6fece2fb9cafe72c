package org.zhijian.reports.content;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import org.zhijian.reports.document.Document;
import org.zhijian.reports.document.Section;
import org.zhijian.schema.text.UserError;

/**
 * 质检成绩明细: what was found in an agent's work in a month, for the agent and the team leader. It names no other agent. The
 * tables are read once for all agents; several threads may make documents at the same time.
 */
public final class ScoreDetails {
    private final ScoreFacts facts;
    private final SortedSet<String> agents;
    private final String period;

    private ScoreDetails(ScoreFacts facts, String period) {
        this.facts = facts;
        this.agents = facts.agents();
        this.period = period;
    }

    /**
     * The details of a month.
     *
     * @throws UserError when the period is no month, or had not begun when the publication was made
     */
    public static ScoreDetails of(ReportSource source, Period period) {
        Period month = period.required(Period.Kind.MONTH);
        String subtitle = source.subtitle(month);
        return new ScoreDetails(ScoreFacts.of(source, month), subtitle);
    }

    /** Who has a document: all who were on the post in the month or have an evaluation in it. */
    public SortedSet<String> agents() {
        return agents;
    }

    /**
     * The agent's document.
     *
     * @throws UserError when the agent has none
     */
    public Document document(String agentId) {
        if (!agents.contains(agentId)) {
            throw new UserError("reports.content.details.no-agent", agentId, facts.month(), agents.size());
        }
        ReportSource source = facts.source();
        String team = facts.team(agentId, facts.month());
        List<String> whose = new ArrayList<>(List.of(Flag.agent(source, agentId)));
        if (team != null) {
            whose.add(team);
        }
        whose.add(period);
        List<Section> sections = List.of(
                new ScoreSummary(facts, agentId).section(),
                new TierNotice(facts, agentId).section(),
                new ScoredEvaluations(facts, agentId).section(),
                new CoachingNotice(facts, agentId).section(),
                new AppealNotice(facts, agentId).section());
        return new Document(
                source.say("details.title"),
                String.join(" · ", whose),
                source.made(),
                source.text().locale(),
                sections);
    }
}
