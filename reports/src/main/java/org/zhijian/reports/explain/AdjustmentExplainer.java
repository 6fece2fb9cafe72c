package org.zhijian.reports.explain;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.zhijian.reports.read.Condition;
import org.zhijian.reports.read.PublishedWarehouse;
import org.zhijian.reports.read.Row;
import org.zhijian.schema.mart.TierAdjustment;
import org.zhijian.schema.settings.Settings;
import org.zhijian.schema.star.FactEvaluation;
import org.zhijian.schema.text.Text;

/**
 * Why an agent's tier changed within a plan month (R6), for every change: the severe errors of that day, or the baseline
 * and the agent's mean up to that day; and the quota that follows.
 */
public final class AdjustmentExplainer implements Explainer {
    @Override
    public List<Explanation> explain(PublishedWarehouse warehouse, String agentId, YearMonth month, Text text) {
        Published published = new Published(warehouse, text);
        List<Row> changes = published.rows(TierAdjustment.TABLE, Condition.equal(TierAdjustment.AGENT_ID, agentId));
        List<Row> ofMonth = changes.stream()
                .filter(row -> row.date(TierAdjustment.PLAN_MONTH).equals(month.atDay(1)))
                .sorted(Comparator.comparing(row -> row.date(TierAdjustment.EFFECTIVE_ON)))
                .toList();
        if (ofMonth.isEmpty()) {
            throw published.missing(
                    "no-adjustment", agentId, month, Published.months(changes, TierAdjustment.PLAN_MONTH));
        }
        Inspections inspections = Inspections.of(published, agentId, month.atDay(1), month.atDay(1));
        return ofMonth.stream()
                .map(row -> explanation(published, row, inspections))
                .toList();
    }

    private static Explanation explanation(Published published, Row change, Inspections inspections) {
        LocalDate day = change.date(TierAdjustment.EFFECTIVE_ON);
        List<String> ids = Arrays.asList(change.string(TierAdjustment.EVIDENCE).split(";", -1));
        List<Row> proving = inspections.all().stream()
                .filter(row -> ids.contains(row.string(FactEvaluation.EVALUATION_ID)))
                .toList();
        boolean severe = change.string(TierAdjustment.REASON).equals("severe_error");
        List<String> steps = new ArrayList<>();
        if (severe) {
            steps.add(published.say("adjustment.severe-error", day, proving.size()));
        } else {
            steps.addAll(baselineSteps(published, change, proving));
        }
        steps.add(published.say(
                "adjustment.quota",
                day,
                change.string(TierAdjustment.TO_TIER),
                change.bigint(TierAdjustment.QUOTA),
                change.bigint(TierAdjustment.INSPECTED),
                change.bigint(TierAdjustment.REMAINING)));
        String title = published.say(
                "adjustment.title",
                change.string(TierAdjustment.AGENT_ID),
                day,
                change.string(TierAdjustment.FROM_TIER),
                change.string(TierAdjustment.TO_TIER));
        return new Explanation(title, steps, severe ? inspections.forErrors(proving) : inspections.forScore(proving));
    }

    private static List<String> baselineSteps(Published published, Row change, List<Row> proving) {
        List<String> steps = new ArrayList<>();
        steps.add(published.say(
                "adjustment.baseline",
                YearMonth.from(change.date(TierAdjustment.PLAN_MONTH)).minusMonths(1),
                Published.plain(published.number(Settings.BASELINE_PERCENT)),
                Published.plain(change.number(TierAdjustment.BASELINE))));
        if (!change.bool(TierAdjustment.BASELINE_REACHABLE)) {
            steps.add(published.say("adjustment.unreachable"));
        }
        steps.add(published.say(
                "adjustment.mean",
                change.date(TierAdjustment.EFFECTIVE_ON),
                Inspections.meanInWords(proving),
                Published.plain(change.number(TierAdjustment.SCORE_MEAN)),
                change.string(TierAdjustment.TO_TIER)));
        return steps;
    }
}
