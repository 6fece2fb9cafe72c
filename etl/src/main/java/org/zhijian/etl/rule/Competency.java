package org.zhijian.etl.rule;

import static org.apache.spark.sql.functions.add_months;
import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.get;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.trunc;
import static org.apache.spark.sql.functions.when;

import org.apache.spark.sql.Column;
import org.zhijian.schema.settings.Settings;

/** When an agent's severe errors raise a flag (R7). */
public final class Competency {
    public static final String TWO_IN_MONTH = "two_in_month";
    public static final String CONSECUTIVE_MONTHS = "consecutive_months";
    public static final String FOUR_IN_YEAR = "four_in_year";

    private Competency() {}

    /**
     * What was inspected: the interaction, or for a dial test the evaluation itself. (I1, E1) and (I1, E2) are the same,
     * (null, E3) and (null, E4) are two; an interaction and an evaluation of one number are two.
     */
    public static Column inspected(Column interactionId, Column evaluationId) {
        return when(interactionId.isNotNull(), concat(lit("interaction "), interactionId))
                .otherwise(concat(lit("evaluation "), evaluationId));
    }

    /**
     * The periods of every rule that a QA month belongs to, an array of (rule, first day of the period, first day of the
     * part in which an interaction counts once). For January 2026: (two_in_month, January, January), (consecutive_months,
     * December 2025, January), (consecutive_months, January, January), (four_in_year, 2026, 2026).
     */
    public static Column periods(Column month, String rule, String period, String part) {
        Column year = trunc(month, "year");
        return array(
                struct(lit(TWO_IN_MONTH).as(rule), month.as(period), month.as(part)),
                struct(lit(CONSECUTIVE_MONTHS).as(rule), add_months(month, -1).as(period), month.as(part)),
                struct(lit(CONSECUTIVE_MONTHS).as(rule), month.as(period), month.as(part)),
                struct(lit(FOUR_IN_YEAR).as(rule), year.as(period), year.as(part)));
    }

    /**
     * The day on which the rule was met, or null where it was not. Occurrences on 3, 5 and 9 May: two_in_month → 5 May.
     * First ones on 9 May and 2 June: consecutive_months → 2 June.
     *
     * @param days the days of the period's occurrences, an array in the order of time
     * @param first the day of the first occurrence in the period, or in the first of both months; null without one
     * @param second the day of the first occurrence in the second month; null without one
     */
    public static Column reachedOn(Column rule, Column days, Column first, Column second, Settings settings) {
        return when(rule.equalTo(TWO_IN_MONTH), nth(days, settings.get(Settings.COMPETENCY_IN_MONTH)))
                .when(rule.equalTo(FOUR_IN_YEAR), nth(days, settings.get(Settings.COMPETENCY_IN_YEAR)))
                // By the interactions' months, the first month's error may be found after the second's.
                .when(first.isNotNull().and(second.isNotNull()), greatest(first, second));
    }

    /**
     * How many occurrences the centre's rate leads one to expect. An agent with 10 inspected where the centre had 6 in
     * 200 → 0.3.
     */
    public static Column expected(Column inspected, Column centreOccurrences, Column centreInspected) {
        return inspected.multiply(centreOccurrences).divide(centreInspected);
    }

    private static Column nth(Column days, int n) {
        return get(days, lit(n - 1));
    }
}
