package org.zhijian.etl.mart;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.last_day;
import static org.apache.spark.sql.functions.unix_date;
import static org.zhijian.etl.mart.Declared.field;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.zhijian.etl.draw.Target;
import org.zhijian.etl.rule.Tiers;
import org.zhijian.schema.mart.SamplingQuota;
import org.zhijian.schema.mart.TierAdjustment;
import org.zhijian.schema.settings.DrawProfile;
import org.zhijian.schema.settings.Settings;
import org.zhijian.schema.star.DimAgent;

/** How many interactions of each agent are to be drawn in each plan month; small enough to be kept in memory. */
final class PlanTargets implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final String NEWCOMER = "newcomer";

    private record AgentMonth(long month, String agent) implements Serializable {}

    private final Map<AgentMonth, TreeMap<LocalDate, Target.Quota>> quotas = new HashMap<>();
    private final Set<AgentMonth> newcomers = new HashSet<>();
    private final DrawProfile profile;
    private final BigDecimal newcomerPercent;
    private final BigDecimal othersPercent;

    PlanTargets(PlanTables tables, PlanPeriod period, Settings settings) {
        profile = settings.get(Settings.DRAW_PROFILE);
        newcomerPercent = settings.get(Settings.DRAW_NEWCOMER_PERCENT);
        othersPercent = settings.get(Settings.DRAW_OTHERS_PERCENT);
        collectNewcomers(tables.dimAgent(), period, settings);
        if (profile == DrawProfile.TIERS) {
            collectQuotas(
                    tables.samplingQuota()
                            .filter(field(SamplingQuota.PLAN_MONTH).isInCollection(period.planMonths())),
                    SamplingQuota.PLAN_MONTH,
                    SamplingQuota.TIER,
                    SamplingQuota.QUOTA);
            collectQuotas(
                    tables.tierAdjustment()
                            .filter(field(TierAdjustment.PLAN_MONTH).isInCollection(period.planMonths())),
                    TierAdjustment.EFFECTIVE_ON,
                    TierAdjustment.TO_TIER,
                    TierAdjustment.QUOTA);
        }
    }

    /**
     * The target of an agent in a plan month; nothing is to be drawn of an agent without a tier.
     *
     * @param start that of {@link Target.TierQuota}
     */
    Target of(LocalDate planMonth, String agent, long start) {
        AgentMonth key = new AgentMonth(planMonth.toEpochDay(), agent);
        if (profile == DrawProfile.TIERS) {
            return new Target.TierQuota(planMonth, quotas.getOrDefault(key, new TreeMap<>()), start);
        }
        return newcomers.contains(key)
                ? new Target.Share(newcomerPercent, NEWCOMER)
                : new Target.Share(othersPercent, "share");
    }

    private void collectNewcomers(Dataset<Row> dimAgent, PlanPeriod period, Settings settings) {
        Column months =
                explode(array(period.planMonths().stream().map(functions::lit).toArray(Column[]::new)));
        Column planMonth = field(SamplingQuota.PLAN_MONTH);
        dimAgent.withColumn(SamplingQuota.PLAN_MONTH.name(), months)
                .filter(field(DimAgent.VALID_FROM)
                        .leq(last_day(planMonth))
                        .and(field(DimAgent.VALID_TO).gt(planMonth)))
                .filter(Tiers.onPostWithin(field(DimAgent.ON_POST_DATE), field(DimAgent.LEFT_DATE), planMonth))
                .filter(Tiers.newcomer(field(DimAgent.ON_POST_DATE), planMonth, settings))
                .select(unix_date(field(SamplingQuota.PLAN_MONTH)), field(DimAgent.AGENT_ID))
                .collectAsList()
                .forEach(row -> newcomers.add(new AgentMonth(row.getInt(0), row.getString(1))));
    }

    private void collectQuotas(
            Dataset<Row> rows,
            org.zhijian.schema.Column from,
            org.zhijian.schema.Column tier,
            org.zhijian.schema.Column quota) {
        rows.select(
                        unix_date(field(SamplingQuota.PLAN_MONTH)),
                        field(SamplingQuota.AGENT_ID),
                        unix_date(field(from)),
                        field(tier),
                        field(quota))
                .collectAsList()
                .forEach(row -> {
                    AgentMonth key = new AgentMonth(row.getInt(0), row.getString(1));
                    String reason = newcomers.contains(key)
                            ? NEWCOMER
                            : "tier_" + row.getString(3).toLowerCase(Locale.ROOT);
                    quotas.computeIfAbsent(key, none -> new TreeMap<>())
                            .put(LocalDate.ofEpochDay(row.getInt(2)), new Target.Quota(row.getLong(4), reason));
                });
    }
}
