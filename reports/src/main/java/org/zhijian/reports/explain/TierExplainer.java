package org.zhijian.reports.explain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.zhijian.reports.read.Condition;
import org.zhijian.reports.read.PublishedWarehouse;
import org.zhijian.reports.read.Row;
import org.zhijian.schema.mart.TierAssignment;
import org.zhijian.schema.settings.Settings;
import org.zhijian.schema.star.DimAgent;
import org.zhijian.schema.text.Text;

/**
 * Why an agent has its tier in a plan month (R2): the evaluations of the month before and their mean, whether the agent is
 * a newcomer, how many are ranked and how many places either end has, the agent's ranks from both ends, and what follows.
 */
public final class TierExplainer implements Explainer {

    @Override
    public List<Explanation> explain(PublishedWarehouse warehouse, String agentId, YearMonth month, Text text) {
        Published published = new Published(warehouse, text);
        LocalDate planMonth = month.atDay(1);
        List<Row> tiers = published.rows(TierAssignment.TABLE, Condition.equal(TierAssignment.PLAN_MONTH, planMonth));
        Row tier = tiers.stream()
                .filter(row -> row.string(TierAssignment.AGENT_ID).equals(agentId))
                .findFirst()
                .orElseThrow(() -> published.missing(
                        "no-tier",
                        agentId,
                        month,
                        Published.months(
                                published.rows(TierAssignment.TABLE, Condition.equal(TierAssignment.AGENT_ID, agentId)),
                                TierAssignment.PLAN_MONTH)));
        LocalDate qaMonth = planMonth.minusMonths(1);
        Inspections inspections = Inspections.of(published, agentId, qaMonth, qaMonth);
        List<String> steps = new ArrayList<>(scoreSteps(published, tier, inspections, month));
        newcomerStep(published, agentId, planMonth).ifPresent(steps::add);
        if (tier.bigint(TierAssignment.RANK) == null) {
            steps.add(published.say("tier." + tier.string(TierAssignment.REASON)));
        } else {
            steps.addAll(rankSteps(published, tier, tiers));
        }
        steps.addAll(certaintySteps(published, tier));
        String title = published.say(
                "tier.title",
                agentId,
                month,
                tier.string(TierAssignment.TIER),
                published.say("tier.reason." + tier.string(TierAssignment.REASON)));
        return List.of(new Explanation(title, steps, inspections.forScore()));
    }

    private static List<String> scoreSteps(Published published, Row tier, Inspections inspections, YearMonth month) {
        List<String> steps = new ArrayList<>();
        List<Row> scored = inspections.scored();
        steps.add(published.say(
                "tier.source", month, month.minusMonths(1), inspections.all().size(), scored.size()));
        Double score = tier.number(TierAssignment.SCORE_MEAN);
        if (!scored.isEmpty() && score != null) {
            steps.add(published.say("tier.mean", Inspections.meanInWords(scored), Published.plain(score)));
        }
        return steps;
    }

    private static Optional<String> newcomerStep(Published published, String agentId, LocalDate planMonth) {
        return published.rowsIfAny(DimAgent.TABLE, Condition.equal(DimAgent.AGENT_ID, agentId)).stream()
                .filter(row -> row.date(DimAgent.VALID_FROM).isBefore(planMonth))
                .max(Comparator.comparing(row -> row.date(DimAgent.VALID_FROM)))
                .map(row -> row.date(DimAgent.ON_POST_DATE))
                .map(onPost -> {
                    int months = published.number(Settings.NEWCOMER_MONTHS).intValueExact();
                    LocalDate until = onPost.plusMonths(months);
                    String key = until.isAfter(planMonth) ? "tier.is-newcomer" : "tier.is-no-newcomer";
                    return published.say(key, onPost, months, until, planMonth);
                });
    }

    private static List<String> rankSteps(Published published, Row tier, List<Row> tiers) {
        long ranked = tier.bigint(TierAssignment.RANKED_AGENTS);
        BigDecimal percent = published.number(Settings.TIER_PERCENT);
        BigDecimal share = Published.share(percent, BigDecimal.valueOf(ranked));
        long size = share.setScale(0, RoundingMode.HALF_UP).longValueExact();
        long rank = tier.bigint(TierAssignment.RANK);
        long behind = tiers.stream()
                .filter(row -> row.bigint(TierAssignment.RANK) != null && row.bigint(TierAssignment.RANK) > rank)
                .count();
        long equal = tiers.stream()
                .filter(row -> row.bigint(TierAssignment.RANK) != null && row.bigint(TierAssignment.RANK) == rank)
                .count();
        long fromWorst = behind + 1;
        List<String> steps = new ArrayList<>();
        steps.add(published.say("tier.size", ranked, Published.plain(percent), Published.plain(share), size));
        steps.add(published.say("tier.rank", rank, fromWorst));
        if (equal > 1) {
            steps.add(published.say("tier.tie", equal - 1));
        }
        String reason = tier.string(TierAssignment.REASON);
        boolean bothEnds = rank <= size && fromWorst <= size;
        steps.add(published.say(
                "tier." + reason + (reason.equals("middle") && bothEnds ? ".both-ends" : ""), rank, fromWorst, size));
        return steps;
    }

    private static List<String> certaintySteps(Published published, Row tier) {
        List<String> steps = new ArrayList<>();
        if (tier.number(TierAssignment.SCORE_LOW) != null && tier.number(TierAssignment.SCORE_HIGH) != null) {
            steps.add(published.say(
                    "tier.interval",
                    tier.bigint(TierAssignment.EVALUATIONS),
                    Published.plain(tier.number(TierAssignment.SCORE_LOW)),
                    Published.plain(tier.number(TierAssignment.SCORE_HIGH))));
        }
        if (tier.number(TierAssignment.TIER_PROBABILITY) != null) {
            BigDecimal percent = BigDecimal.valueOf(tier.number(TierAssignment.TIER_PROBABILITY))
                    .movePointRight(2)
                    .setScale(1, RoundingMode.HALF_UP);
            steps.add(published.say("tier.probability", tier.string(TierAssignment.TIER), Published.plain(percent)));
        }
        return steps;
    }
}
