package org.zhijian.reports.explain;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.zhijian.reports.read.Condition;
import org.zhijian.reports.read.PublishedWarehouse;
import org.zhijian.reports.read.Row;
import org.zhijian.schema.mart.AgentMonthVolume;
import org.zhijian.schema.mart.SamplingQuota;
import org.zhijian.schema.mart.TierAdjustment;
import org.zhijian.schema.settings.Settings;
import org.zhijian.schema.text.Text;

/**
 * Why an agent has its quota in a plan month (R3): the base month and its volume, the quota of tier B from it, the tier's
 * share of that, and what changed within the month.
 */
public final class QuotaExplainer implements Explainer {

    @Override
    public List<Explanation> explain(PublishedWarehouse warehouse, String agentId, YearMonth month, Text text) {
        Published published = new Published(warehouse, text);
        List<Row> quotas = published.rows(SamplingQuota.TABLE, Condition.equal(SamplingQuota.AGENT_ID, agentId));
        Row quota = quotas.stream()
                .filter(row -> row.date(SamplingQuota.PLAN_MONTH).equals(month.atDay(1)))
                .findFirst()
                .orElseThrow(() -> published.missing(
                        "no-quota", agentId, month, Published.months(quotas, SamplingQuota.PLAN_MONTH)));
        List<String> steps = new ArrayList<>();
        steps.add(published.say("quota.tier", month, quota.string(SamplingQuota.TIER)));
        steps.addAll(baseSteps(published, quota, month));
        steps.add(tierStep(published, quota));
        steps.addAll(changes(published, agentId, month));
        warehouse
                .publication()
                .shares()
                .map(shares -> published.say("quota.by-shares", shares.newcomers(), shares.others()))
                .ifPresent(steps::add);
        String title = published.say("quota.title", agentId, month, quota.bigint(SamplingQuota.QUOTA));
        return List.of(new Explanation(title, steps, List.of()));
    }

    private static List<String> baseSteps(Published published, Row quota, YearMonth month) {
        YearMonth lastYear = month.minusMonths(12);
        LocalDate baseMonth = quota.date(SamplingQuota.BASE_MONTH);
        long base = quota.bigint(SamplingQuota.BASE_QUOTA);
        if (baseMonth == null) {
            return List.of(published.say("quota.basis.configured", lastYear, base, scope(published, quota)));
        }
        YearMonth found = YearMonth.from(baseMonth);
        long interactions = quota.bigint(SamplingQuota.BASE_INTERACTIONS);
        long agents = quota.bigint(SamplingQuota.BASE_AGENTS);
        BigDecimal percent = published.number(Settings.QUOTA_PERCENT);
        BigDecimal share = Published.share(percent, BigDecimal.valueOf(interactions))
                .divide(BigDecimal.valueOf(agents), MathContext.DECIMAL64);
        List<String> steps = new ArrayList<>();
        steps.add(published.say(
                "quota.basis." + quota.string(SamplingQuota.BASIS), lastYear, found, scope(published, quota)));
        steps.add(published.say(
                "quota.volume",
                found,
                scope(published, quota),
                interactions,
                agents,
                Published.plain(quota.number(SamplingQuota.BASE_VOLUME))));
        steps.add(own(published, quota, found));
        steps.add(published.say("quota.base", Published.plain(percent), Published.plain(share), base));
        return steps;
    }

    private static String scope(Published published, Row quota) {
        String by = published.word(Settings.QUOTA_BASE_BY);
        return published.say("quota.scope." + by, quota.string(SamplingQuota.BASE_SCOPE));
    }

    private static String own(Published published, Row quota, YearMonth month) {
        long handled = published
                .rowsIfAny(
                        AgentMonthVolume.TABLE,
                        Condition.equal(AgentMonthVolume.MONTH, month.atDay(1)),
                        Condition.equal(AgentMonthVolume.AGENT_ID, quota.string(SamplingQuota.AGENT_ID)))
                .stream()
                .mapToLong(row -> row.bigint(AgentMonthVolume.INTERACTIONS))
                .sum();
        return handled > 0 ? published.say("quota.own", handled) : published.say("quota.own-none");
    }

    private static String tierStep(Published published, Row quota) {
        String tier = quota.string(SamplingQuota.TIER);
        long base = quota.bigint(SamplingQuota.BASE_QUOTA);
        if (tier.equals("B")) {
            return published.say("quota.tier-b", base);
        }
        BigDecimal percent = published.number(tier.equals("A") ? Settings.QUOTA_A_PERCENT : Settings.QUOTA_C_PERCENT);
        return published.say(
                "quota.tier-share",
                tier,
                Published.plain(percent),
                base,
                Published.plain(Published.share(percent, BigDecimal.valueOf(base))),
                quota.bigint(SamplingQuota.QUOTA));
    }

    private static List<String> changes(Published published, String agentId, YearMonth month) {
        return published
                .rowsIfAny(
                        TierAdjustment.TABLE,
                        Condition.equal(TierAdjustment.PLAN_MONTH, month.atDay(1)),
                        Condition.equal(TierAdjustment.AGENT_ID, agentId))
                .stream()
                .sorted(Comparator.comparing(row -> row.date(TierAdjustment.EFFECTIVE_ON)))
                .map(row -> published.say(
                        "quota.changed",
                        row.date(TierAdjustment.EFFECTIVE_ON),
                        row.string(TierAdjustment.TO_TIER),
                        row.bigint(TierAdjustment.QUOTA)))
                .toList();
    }
}
