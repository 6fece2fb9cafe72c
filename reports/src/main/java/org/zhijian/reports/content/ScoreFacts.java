package org.zhijian.reports.content;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.zhijian.reports.read.Condition;
import org.zhijian.reports.read.Row;
import org.zhijian.reports.read.Selection;
import org.zhijian.schema.Column;
import org.zhijian.schema.Table;
import org.zhijian.schema.mart.AgentMonthScore;
import org.zhijian.schema.mart.CoachingLoop;
import org.zhijian.schema.mart.SamplingQuota;
import org.zhijian.schema.mart.TierAdjustment;
import org.zhijian.schema.mart.TierAssignment;
import org.zhijian.schema.star.DimAgent;
import org.zhijian.schema.star.FactEvaluation;

/** What the score details of all agents of a month are made from; every table is read once for all of them. */
final class ScoreFacts {
    private static final int TREND_MONTHS = 12;

    private final ReportSource source;
    private final Period month;
    private final EvaluationFacts facts;
    private final InspectedInteractions interactions;
    private final Map<String, List<Row>> evaluations;
    private final Map<LocalDate, Map<String, Row>> scores;
    private final Map<LocalDate, Map<String, Double>> teamMeans;
    private final Map<Period, TeamScores> teamScores = new HashMap<>();
    private final Map<LocalDate, Map<String, Row>> tiers = new HashMap<>();
    private final Map<LocalDate, Map<String, Row>> quotas = new HashMap<>();
    private final Map<String, List<Row>> adjustments;
    private final Map<String, List<Row>> coachings;

    private ScoreFacts(ReportSource source, Period month) {
        this.source = source;
        this.month = month;
        facts = EvaluationFacts.withItems(
                source,
                Condition.equal(FactEvaluation.MONTH, month.first()),
                Condition.equal(FactEvaluation.PUBLISHED, true));
        interactions = InspectedInteractions.of(
                source,
                facts.evaluations().stream()
                        .map(row -> row.string(FactEvaluation.INTERACTION_ID))
                        .toList(),
                facts.evaluations().stream()
                        .map(row -> row.date(FactEvaluation.EVALUATED_ON))
                        .max(LocalDate::compareTo)
                        .orElse(month.last()));
        evaluations = byAgent(facts.evaluations(), FactEvaluation.AGENT_ID);
        scores = source
                .rows(
                        AgentMonthScore.TABLE,
                        Condition.from(AgentMonthScore.QA_MONTH, months().get(0).first()),
                        Condition.upTo(AgentMonthScore.QA_MONTH, month.first()))
                .stream()
                .collect(Collectors.groupingBy(
                        row -> row.date(AgentMonthScore.QA_MONTH),
                        Collectors.toMap(row -> row.string(AgentMonthScore.AGENT_ID), row -> row)));
        teamMeans = teamMeans();
        months().forEach(each ->
                teamScores.put(each, TeamScores.of(source, each, scoresOf(each).values())));
        for (Period each : List.of(month, month.next())) {
            tiers.put(
                    each.first(), one(TierAssignment.TABLE, TierAssignment.PLAN_MONTH, TierAssignment.AGENT_ID, each));
            quotas.put(each.first(), one(SamplingQuota.TABLE, SamplingQuota.PLAN_MONTH, SamplingQuota.AGENT_ID, each));
        }
        adjustments = byAgent(
                source.rows(TierAdjustment.TABLE, Condition.equal(TierAdjustment.PLAN_MONTH, month.first())),
                TierAdjustment.AGENT_ID);
        coachings = byAgent(
                source.rows(CoachingLoop.TABLE, Condition.upTo(CoachingLoop.MONTH, month.first())),
                CoachingLoop.AGENT_ID);
    }

    static ScoreFacts of(ReportSource source, Period month) {
        return new ScoreFacts(source, month);
    }

    ReportSource source() {
        return source;
    }

    Period month() {
        return month;
    }

    /** The months of the trend, this one being the last. */
    List<Period> months() {
        return month.upToThis(TREND_MONTHS);
    }

    /** Those on the post on a day of the month, and those who have an evaluation in it. */
    SortedSet<String> agents() {
        SortedSet<String> agents = new TreeSet<>(evaluations.keySet());
        source.rows(DimAgent.TABLE).stream()
                .filter(row -> row.bigint(DimAgent.AGENT_KEY) != 0)
                .filter(this::isOnPost)
                .forEach(row -> agents.add(row.string(DimAgent.AGENT_ID)));
        return agents;
    }

    private boolean isOnPost(Row agent) {
        LocalDate since = agent.date(DimAgent.ON_POST_DATE);
        LocalDate left = agent.date(DimAgent.LEFT_DATE);
        return since != null && !since.isAfter(source.lastDay(month)) && (left == null || left.isAfter(month.first()));
    }

    /** The agent's team at the end of the month, or null. */
    String team(String agentId, Period of) {
        return source.names().teamOf(agentId, source.lastDay(of));
    }

    EvaluationFacts facts() {
        return facts;
    }

    InspectedInteractions interactions() {
        return interactions;
    }

    /** The agent's published evaluations, in their order. */
    List<Row> evaluations(String agentId) {
        return evaluations.getOrDefault(agentId, List.of());
    }

    /** The row of {@link AgentMonthScore}, if the agent has a score. */
    Optional<Row> score(String agentId, Period of) {
        return Optional.ofNullable(scoresOf(of).get(agentId));
    }

    /** The mean of all agent-QA scores of the team, or null where there is none to be told. */
    Double teamMean(String team, Period of) {
        return team != null && teamScores.get(of).hasMean(team)
                ? teamMeans.getOrDefault(of.first(), Map.of()).get(team)
                : null;
    }

    TeamScores teamScores() {
        return teamScores.get(month);
    }

    Optional<Row> tier(String agentId, Period planMonth) {
        return Optional.ofNullable(tiers.get(planMonth.first()).get(agentId));
    }

    Optional<Row> quota(String agentId, Period planMonth) {
        return Optional.ofNullable(quotas.get(planMonth.first()).get(agentId));
    }

    /** The tier changes within the month, in no order. */
    List<Row> adjustments(String agentId) {
        return adjustments.getOrDefault(agentId, List.of());
    }

    /** The coachings that were opened up to the end of the month, in no order. */
    List<Row> coachings(String agentId) {
        return coachings.getOrDefault(agentId, List.of());
    }

    /** By QA month and team of the day. */
    private Map<LocalDate, Map<String, Double>> teamMeans() {
        Selection scored = Selection.of(FactEvaluation.TABLE)
                .columns(
                        FactEvaluation.MONTH,
                        FactEvaluation.EVALUATED_ON,
                        FactEvaluation.AGENT_ID,
                        FactEvaluation.SCORE)
                .where(Condition.from(FactEvaluation.MONTH, months().get(0).first()))
                .where(Condition.upTo(FactEvaluation.MONTH, month.first()))
                .where(Condition.upTo(
                        FactEvaluation.EVALUATED_ON, source.publication().businessDate()))
                .where(Condition.equal(FactEvaluation.PUBLISHED, true))
                .where(Condition.equal(FactEvaluation.CATEGORY, "agent"));
        return source.rows(scored).stream()
                .filter(row -> row.number(FactEvaluation.SCORE) != null && teamOfDay(row) != null)
                .collect(Collectors.groupingBy(
                        row -> row.date(FactEvaluation.MONTH),
                        Collectors.groupingBy(
                                this::teamOfDay, Collectors.averagingDouble(row -> row.number(FactEvaluation.SCORE)))));
    }

    private String teamOfDay(Row evaluation) {
        return source.names()
                .teamOf(evaluation.string(FactEvaluation.AGENT_ID), evaluation.date(FactEvaluation.EVALUATED_ON));
    }

    private Map<String, Row> scoresOf(Period of) {
        return scores.getOrDefault(of.first(), Map.of());
    }

    private Map<String, Row> one(Table table, Column planMonth, Column agentId, Period of) {
        return source.rows(table, Condition.equal(planMonth, of.first())).stream()
                .collect(Collectors.toMap(row -> row.string(agentId), row -> row));
    }

    private static Map<String, List<Row>> byAgent(List<Row> rows, Column agentId) {
        return rows.stream().collect(Collectors.groupingBy(row -> row.string(agentId)));
    }
}
