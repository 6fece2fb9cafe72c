package org.zhijian.reports.explain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.zhijian.reports.read.Condition;
import org.zhijian.reports.read.PublishedWarehouse;
import org.zhijian.reports.read.Row;
import org.zhijian.reports.read.Selection;
import org.zhijian.schema.mart.TierAdjustment;
import org.zhijian.schema.settings.Settings;
import org.zhijian.schema.star.FactEvaluation;
import org.zhijian.schema.text.Text;

/**
 * Why an agent's tier changed within a plan month (R6), for every change: the severe errors of that day, or the baseline
 * and the agent's mean up to that day; and the quota that follows.
 */
public final class AdjustmentExplainer implements Explainer {
    private static final BigDecimal HIGHEST_SCORE = BigDecimal.valueOf(100);

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
        List<String> steps = new ArrayList<>();
        List<Evidence> evidence;
        if (change.string(TierAdjustment.REASON).equals("severe_error")) {
            List<Row> severe = inspections.all().stream()
                    .filter(row -> row.date(FactEvaluation.EVALUATED_ON).equals(day)
                            && row.bool(FactEvaluation.PUBLISHED)
                            && row.string(FactEvaluation.CATEGORY).equals("agent")
                            && !inspections.severeErrors(row).isEmpty())
                    .toList();
            steps.add(published.say("adjustment.severe-error", day, severe.size()));
            evidence = inspections.forErrors(severe);
        } else {
            List<Row> upToDay = inspections.scored().stream()
                    .filter(row -> !row.date(FactEvaluation.EVALUATED_ON).isAfter(day))
                    .toList();
            steps.addAll(baselineSteps(published, change, upToDay));
            evidence = inspections.forScore(upToDay);
        }
        steps.add(published.say(
                "adjustment.quota", day, change.string(TierAdjustment.TO_TIER), change.bigint(TierAdjustment.QUOTA)));
        String title = published.say(
                "adjustment.title",
                change.string(TierAdjustment.AGENT_ID),
                day,
                change.string(TierAdjustment.FROM_TIER),
                change.string(TierAdjustment.TO_TIER));
        return new Explanation(title, steps, evidence);
    }

    private static List<String> baselineSteps(Published published, Row change, List<Row> upToDay) {
        LocalDate before = change.date(TierAdjustment.PLAN_MONTH).minusMonths(1);
        List<Row> everybody = published
                .warehouse()
                .rows(Selection.of(FactEvaluation.TABLE)
                        .columns(FactEvaluation.SCORE)
                        .where(Condition.equal(FactEvaluation.MONTH, before))
                        .where(Condition.equal(FactEvaluation.CATEGORY, "agent"))
                        .where(Condition.equal(FactEvaluation.PUBLISHED, true))
                        .where(Condition.upTo(FactEvaluation.EVALUATED_ON, published.closed()))
                        .where(Condition.from(FactEvaluation.SCORE, 0.0)))
                .toList();
        List<String> steps = new ArrayList<>();
        if (!everybody.isEmpty()) {
            BigDecimal percent = published.number(Settings.BASELINE_PERCENT);
            BigDecimal mean = Inspections.mean(everybody);
            BigDecimal baseline = Published.share(percent, mean);
            steps.add(published.say(
                    "adjustment.baseline",
                    YearMonth.from(before),
                    everybody.size(),
                    Published.plain(mean),
                    Published.plain(percent),
                    Published.plain(baseline)));
            if (baseline.compareTo(HIGHEST_SCORE) > 0) {
                steps.add(published.say("adjustment.unreachable"));
            }
        }
        if (!upToDay.isEmpty()) {
            steps.add(published.say(
                    "adjustment.mean",
                    change.date(TierAdjustment.EFFECTIVE_ON),
                    Inspections.meanInWords(upToDay),
                    Published.plain(Inspections.mean(upToDay)),
                    change.string(TierAdjustment.TO_TIER)));
        }
        return steps;
    }
}
