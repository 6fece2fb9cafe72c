package org.zhijian.etl.rule;

import static org.apache.spark.sql.functions.add_months;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import org.apache.spark.sql.Column;
import org.zhijian.schema.settings.Settings;

/** How many interactions of an agent are to be inspected in a plan month (R3). */
public final class Quotas {
    private Quotas() {}

    /** The same month last year: P = 2026-02-01 → 2025-02-01. */
    public static Column sameMonthLastYear(Column planMonth) {
        return add_months(planMonth, -12);
    }

    /** How the base month was found: P − 12, an earlier one, or null where no month has data. */
    public static Column basis(Column planMonth, Column baseMonth) {
        return when(baseMonth.isNull(), "configured")
                .when(baseMonth.equalTo(sameMonthLastYear(planMonth)), "same_month_last_year")
                .otherwise("earlier_month");
    }

    /**
     * The scope whose volume is an agent's base. By centre → "centre"; by team or skill group its name, the blank one
     * being the scope "" of all agents without.
     */
    public static Column scope(Column team, Column skillGroup, Settings settings) {
        return switch (settings.get(Settings.QUOTA_BASE_BY)) {
            case CENTRE -> lit("centre");
            case TEAM -> coalesce(team, lit(""));
            case SKILL_GROUP -> coalesce(skillGroup, lit(""));
        };
    }

    /**
     * B. With 1 %: 1400 interactions of 2 agents, V = 700 → 7; 1401 of 2 → 8; 10 of 2 → 1; without data → the
     * configured number.
     *
     * @param interactions human-handled interactions of the base month, null without data
     * @param agents distinct agents who handled them
     */
    public static Column base(Column interactions, Column agents, Settings settings) {
        Column share = Rounding.ceilingShare(settings.get(Settings.QUOTA_PERCENT), interactions, agents);
        return when(interactions.isNull(), lit((long) settings.get(Settings.QUOTA_WITHOUT_DATA)))
                .otherwise(greatest(share, lit(1L)));
    }

    /** The quota of a tier. Of B = 7 by default: A → 3 (2.1), B → 7, C → 11 (10.5). */
    public static Column quota(Column tier, Column base, Settings settings) {
        return when(tier.equalTo(Tiers.A), Rounding.ceilingShare(settings.get(Settings.QUOTA_A_PERCENT), base))
                .when(tier.equalTo(Tiers.C), Rounding.ceilingShare(settings.get(Settings.QUOTA_C_PERCENT), base))
                .otherwise(base);
    }
}
