package org.zhijian.etl.mart;

import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.last_day;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.zhijian.etl.mart.Declared.field;

import java.time.LocalDate;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.zhijian.schema.mart.SamplingPlan;
import org.zhijian.schema.star.FactEvaluation;

/** On which day a planned interaction counts, and which have been inspected. */
public final class PlannedInspections {
    private PlannedInspections() {}

    /** The day of the draw; drawn outside of its month, the month's nearest day. */
    public static Column day() {
        Column month = field(SamplingPlan.PLAN_MONTH);
        return greatest(month, least(field(SamplingPlan.DRAWN_ON), last_day(month)));
    }

    /**
     * What published evaluations inspected up to a day, by category and interaction. One that is planned is done whenever it
     * was evaluated in its category: what is drawn on a month's last day is scored in the next.
     */
    public static Dataset<Row> done(Dataset<Row> factEvaluation, LocalDate day) {
        return factEvaluation
                .filter(field(FactEvaluation.PUBLISHED))
                .filter(field(FactEvaluation.EVALUATED_ON).leq(lit(day)))
                .select(
                        field(FactEvaluation.CATEGORY).as(SamplingPlan.CATEGORY.name()),
                        field(FactEvaluation.INTERACTION_ID).as(SamplingPlan.INTERACTION_ID.name()))
                .distinct();
    }
}
