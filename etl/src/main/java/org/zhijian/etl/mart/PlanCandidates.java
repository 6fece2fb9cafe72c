package org.zhijian.etl.mart;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.filter;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.unix_date;
import static org.apache.spark.sql.functions.when;
import static org.zhijian.etl.mart.Declared.field;

import java.time.LocalDate;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.zhijian.etl.draw.EventDraw.Reason;
import org.zhijian.etl.draw.SpecialOrder;
import org.zhijian.etl.io.Schemas;
import org.zhijian.schema.mart.SamplingPlan;
import org.zhijian.schema.settings.Settings;
import org.zhijian.schema.star.DimBusinessType;
import org.zhijian.schema.star.DimChannel;
import org.zhijian.schema.star.DimTeam;
import org.zhijian.schema.star.DimTimeBand;
import org.zhijian.schema.star.FactInteraction;
import org.zhijian.schema.text.UserError;

/**
 * What can be drawn in some plan months, one row an interaction, and what has been, one row a row of the plan (R4, R5). The
 * rows of a plan month lie in one partition: the draw of a month is a task, and no row moves.
 */
final class PlanCandidates {
    /** The day the interaction began on, as a number since 1970. */
    static final String DAY = "day";

    /** The agent's team that day. */
    static final String TEAM = "drawn_from_team";

    static final String TIME_BAND = "band";

    /** The topics of special QA that want the interaction. */
    static final String TOPICS = "topics";

    /** The row of the plan, null for what can be drawn. */
    static final String KEPT = "kept";

    private static final String UNKNOWN = "unknown";

    /** Something in a list of keywords beside what parts and pads them. */
    private static final String A_WORD = "[^;；\\s]";

    /** The columns of the rows, in order; of what has been drawn the plan month and the row of the plan alone count. */
    static final List<String> COLUMNS = List.of(
            SamplingPlan.PLAN_MONTH.name(),
            SamplingPlan.INTERACTION_ID.name(),
            SamplingPlan.AGENT_ID.name(),
            TEAM,
            DAY,
            SamplingPlan.STRATUM.name(),
            TIME_BAND,
            SamplingPlan.REASON.name(),
            FactInteraction.HUMAN_HANDLED.name(),
            TOPICS,
            KEPT);

    private PlanCandidates() {}

    /**
     * The rows of the plan months.
     *
     * @param plan at least the rows of the plan months that have been drawn
     */
    static Dataset<Row> rows(
            PlanTables tables, Dataset<Row> plan, List<SpecialOrder> orders, PlanPeriod period, Settings settings) {
        Dataset<Row> together = period.planMonths().stream()
                .sorted()
                .map(month -> inOnePartition(tables, plan, List.of(month), period))
                .reduce(Dataset::union)
                .orElseGet(() -> inOnePartition(tables, plan, List.of(), period));
        Dataset<Row> named = named(together, tables);
        Column strata = concat_ws(
                "/", field(DimTimeBand.TIME_BAND), field(DimBusinessType.BUSINESS_TYPE), field(DimChannel.CHANNEL));
        return named.select(
                        unix_date(field(FactInteraction.MONTH)).as(SamplingPlan.PLAN_MONTH.name()),
                        field(FactInteraction.INTERACTION_ID),
                        field(FactInteraction.AGENT_ID),
                        field(DimTeam.TEAM).as(TEAM),
                        unix_date(field(FactInteraction.STARTED_ON)).as(DAY),
                        strata.as(SamplingPlan.STRATUM.name()),
                        field(DimTimeBand.TIME_BAND).as(TIME_BAND),
                        eventReason(settings).as(SamplingPlan.REASON.name()),
                        field(FactInteraction.HUMAN_HANDLED),
                        topics(named, orders).as(TOPICS),
                        col(KEPT))
                .select(COLUMNS.stream().map(name -> col(name)).toArray(Column[]::new));
    }

    /** The interactions of plan months and, without anything else of an interaction, the rows of their plan. */
    private static Dataset<Row> inOnePartition(
            PlanTables tables, Dataset<Row> plan, List<LocalDate> months, PlanPeriod period) {
        Dataset<Row> interactions = tables.factInteraction()
                .filter(field(FactInteraction.MONTH).isInCollection(months))
                .filter(field(FactInteraction.STARTED_ON).leq(lit(period.runDate())));
        Dataset<Row> kept = plan.filter(field(SamplingPlan.PLAN_MONTH).isInCollection(months))
                .select(
                        field(SamplingPlan.PLAN_MONTH).as(FactInteraction.MONTH.name()),
                        struct(Schemas.columns(SamplingPlan.TABLE)).as(KEPT));
        return interactions.unionByName(kept, true).coalesce(1);
    }

    /** The topics of the orders whose condition an interaction meets in their time. */
    private static Column topics(Dataset<Row> interactions, List<SpecialOrder> orders) {
        Column[] topics = orders.stream()
                .map(order -> when(
                        field(FactInteraction.HUMAN_HANDLED)
                                .and(field(FactInteraction.STARTED_ON).between(order.from(), order.to()))
                                .and(condition(interactions, order)),
                        lit(order.topic())))
                .toArray(Column[]::new);
        return filter(array(topics).cast("array<string>"), Column::isNotNull);
    }

    /** The interactions with the names that their keys stand for. */
    private static Dataset<Row> named(Dataset<Row> interactions, PlanTables tables) {
        Dataset<Row> named =
                withName(interactions, tables.dimTimeBand(), DimTimeBand.TIME_BAND_KEY, DimTimeBand.TIME_BAND);
        named = withName(named, tables.dimChannel(), DimChannel.CHANNEL_KEY, DimChannel.CHANNEL);
        named = withName(
                named, tables.dimBusinessType(), DimBusinessType.BUSINESS_TYPE_KEY, DimBusinessType.BUSINESS_TYPE);
        return withName(named, tables.dimTeam(), DimTeam.TEAM_KEY, DimTeam.TEAM);
    }

    private static Dataset<Row> withName(
            Dataset<Row> facts, Dataset<Row> dimension, org.zhijian.schema.Column key, org.zhijian.schema.Column name) {
        return facts.join(broadcast(dimension.select(field(key), field(name))), Declared.names(key), "left")
                .withColumn(name.name(), coalesce(field(name), lit(UNKNOWN)));
    }

    /**
     * Why event QA can draw an interaction: the first that applies. A complaint with keywords → complaint; without
     * keywords, of 301 s → ultra_long, of 300 s → time_band, of 29 s → ultra_short.
     */
    private static Column eventReason(Settings settings) {
        Column talk = field(FactInteraction.TALK_SECONDS);
        return when(field(DimBusinessType.BUSINESS_TYPE).equalTo("complaint"), lit(Reason.COMPLAINT.toString()))
                .when(field(FactInteraction.KEYWORDS).rlike(A_WORD), Reason.KEYWORD.toString())
                .when(field(FactInteraction.EMOTION_ABNORMAL), Reason.EMOTION.toString())
                .when(talk.gt(settings.get(Settings.ULTRA_LONG_SECONDS)), Reason.ULTRA_LONG.toString())
                .when(talk.lt(settings.get(Settings.ULTRA_SHORT_SECONDS)), Reason.ULTRA_SHORT.toString())
                .otherwise(Reason.TIME_BAND.toString());
    }

    private static Column condition(Dataset<Row> interactions, SpecialOrder order) {
        try {
            Column condition = expr(order.condition());
            // Asked for only to have a wrong condition refused here, by Spark's analysis.
            interactions.filter(condition).schema();
            return condition;
        } catch (Exception e) { // Spark throws checked exceptions without declaring them
            throw new UserError("etl.special.condition", order.topic(), order.condition(), e.getMessage()).causedBy(e);
        }
    }
}
