package org.zhijian.etl.rule;

import static org.apache.spark.sql.functions.add_months;
import static org.apache.spark.sql.functions.last_day;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import org.apache.spark.sql.Column;
import org.zhijian.schema.settings.Settings;

/** How closely an agent is sampled in a plan month P, from the scores of the month before (R2). */
public final class Tiers {
    public static final String A = "A";
    public static final String B = "B";
    public static final String C = "C";

    private Tiers() {}

    /**
     * Whether the agent is on post on the last day of P − 1. For P = 1 April: on post 31 March → yes, on post 1 April →
     * no; left 31 March → no, left 1 April → yes.
     */
    public static Column onPost(Column onPostDate, Column leftDate, Column planMonth) {
        return onPostDate.lt(planMonth).and(leftDate.isNull().or(leftDate.geq(planMonth)));
    }

    /**
     * Whether the agent is on post on any day of P. For P = 1 April: on post 30 April → yes, 1 May → no; left 1 April → no,
     * 2 April → yes.
     */
    public static Column onPostWithin(Column onPostDate, Column leftDate, Column planMonth) {
        return onPostDate.leq(last_day(planMonth)).and(leftDate.isNull().or(leftDate.gt(planMonth)));
    }

    /**
     * Whether the agent is a newcomer in P. For P = 1 April and 3 months: on post 1 January → no, 2 January → yes. A day
     * that the later month lacks becomes its last: 30 November and 3 months are 28 February.
     */
    public static Column newcomer(Column onPostDate, Column planMonth, Settings settings) {
        return add_months(onPostDate, settings.get(Settings.NEWCOMER_MONTHS)).gt(planMonth);
    }

    /** k, how many places either end has. With 20 %: N = 2 → 0, 3 → 1, 7 → 1, 8 → 2, 12 → 2, 13 → 3. */
    public static Column size(Column rankedAgents, Settings settings) {
        return Rounding.halfUpShare(settings.get(Settings.TIER_PERCENT), rankedAgents);
    }

    /**
     * The tier. With k = 1 the scores 90, 80, 70 are A, B, C; 90, 70, 70 are A, C, C, since the ascending rank of both
     * is 1; 80, 80 are B, B, since both are within k from either end.
     *
     * @param descendingRank competition rank from the best; null when not ranked
     * @param ascendingRank competition rank from the worst; null when not ranked
     * @param size k
     */
    public static Column tier(Column newcomer, Column descendingRank, Column ascendingRank, Column size) {
        return when(newcomer, C)
                .when(descendingRank.leq(size).and(ascendingRank.gt(size)), A)
                .when(ascendingRank.leq(size).and(descendingRank.gt(size)), C)
                .otherwise(B);
    }

    /** Why the agent got the tier: (newcomer, null) → newcomer, (B, no score) → unscored, (B, 80) → middle. */
    public static Column reason(Column newcomer, Column tier, Column score) {
        return when(newcomer, lit("newcomer"))
                .when(score.isNull(), "unscored")
                .when(tier.equalTo(A), "top")
                .when(tier.equalTo(C), "bottom")
                .otherwise("middle");
    }
}
