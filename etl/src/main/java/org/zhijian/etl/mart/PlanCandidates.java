package org.zhijian.etl.mart;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.filter;
import static org.apache.spark.sql.functions.inline;
import static org.apache.spark.sql.functions.length;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.trim;
import static org.apache.spark.sql.functions.unix_date;
import static org.apache.spark.sql.functions.when;
import static org.zhijian.etl.mart.Declared.field;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.KeyValueGroupedDataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;
import org.zhijian.etl.draw.EventDraw.Reason;
import org.zhijian.etl.draw.SpecialOrder;
import org.zhijian.schema.mart.SamplingPlan;
import org.zhijian.schema.settings.Settings;
import org.zhijian.schema.star.DimBusinessType;
import org.zhijian.schema.star.DimChannel;
import org.zhijian.schema.star.DimTeam;
import org.zhijian.schema.star.DimTimeBand;
import org.zhijian.schema.star.FactInteraction;
import org.zhijian.schema.text.UserError;

/**
 * What can be drawn of each category, and what has been: one row an interaction, category and, in special QA, topic (R4,
 * R5). Days are numbers since 1970.
 */
final class PlanCandidates {
    /** What is drawn together: in agent QA the agent, in the other categories everything. */
    static final String UNIT = "unit";

    /** The day the interaction began on; of one that has been drawn, the day of that. */
    static final String DAY = "day";

    static final String TEAM = "drawn_from_team";
    static final String TIME_BAND = "band";

    static final String AGENT = "agent";
    static final String EVENT = "event";
    static final String SPECIAL = "special";

    private static final String UNKNOWN = "unknown";

    /** What tells one unit from another. */
    static final StructType UNIT_KEY = new StructType()
            .add(SamplingPlan.PLAN_MONTH.name(), "int")
            .add(SamplingPlan.CATEGORY.name(), "string")
            .add(UNIT, "string");

    /** The rows; the population is null for what can be drawn. */
    static final StructType ROW = UNIT_KEY.add(SamplingPlan.INTERACTION_ID.name(), "string")
            .add(SamplingPlan.AGENT_ID.name(), "string")
            .add(TEAM, "string")
            .add(DAY, "int")
            .add(SamplingPlan.STRATUM.name(), "string")
            .add(SamplingPlan.REASON.name(), "string")
            .add(TIME_BAND, "string")
            .add(FactInteraction.HUMAN_HANDLED.name(), "boolean")
            .add(SamplingPlan.POPULATION.name(), "string");

    private PlanCandidates() {}

    /**
     * The rows of each unit.
     *
     * @param plan the rows of the plan months that have been drawn
     */
    static KeyValueGroupedDataset<Row, Row> units(
            PlanTables tables, Dataset<Row> plan, List<SpecialOrder> orders, PlanPeriod period, Settings settings) {
        return open(tables, orders, period, settings)
                .unionByName(drawn(plan))
                .groupBy(columns(UNIT_KEY))
                .as(Encoders.row(UNIT_KEY), Encoders.row(ROW));
    }

    /** The interactions of the plan months that can be drawn. */
    private static Dataset<Row> open(
            PlanTables tables, List<SpecialOrder> orders, PlanPeriod period, Settings settings) {
        Dataset<Row> interactions = named(tables, period);
        Column strata = concat_ws(
                "/", field(DimTimeBand.TIME_BAND), field(DimBusinessType.BUSINESS_TYPE), field(DimChannel.CHANNEL));
        Column handled = field(FactInteraction.HUMAN_HANDLED);
        Column reason = eventReason(settings);
        Column eventStratum = when(reason.equalTo(Reason.TIME_BAND.toString()), field(DimTimeBand.TIME_BAND))
                .otherwise(reason);
        List<Column> entries = new ArrayList<>();
        entries.add(when(handled, entry(AGENT, field(FactInteraction.AGENT_ID), strata, lit(null))));
        entries.add(when(
                handled.or(reason.equalTo(Reason.COMPLAINT.toString())), entry(EVENT, lit(""), eventStratum, reason)));
        for (SpecialOrder order : orders) {
            Column wanted = handled.and(field(FactInteraction.STARTED_ON).between(order.from(), order.to()))
                    .and(condition(interactions, order));
            entries.add(when(wanted, entry(SPECIAL, lit(""), strata, lit(order.topic()))));
        }
        Column those = filter(array(entries.toArray(Column[]::new)), Column::isNotNull);
        return interactions
                .select(
                        unix_date(field(FactInteraction.MONTH)).as(SamplingPlan.PLAN_MONTH.name()),
                        inline(those),
                        field(FactInteraction.INTERACTION_ID),
                        field(FactInteraction.AGENT_ID),
                        field(DimTeam.TEAM).as(TEAM),
                        unix_date(field(FactInteraction.STARTED_ON)).as(DAY),
                        field(DimTimeBand.TIME_BAND).as(TIME_BAND),
                        handled,
                        lit(null).cast("string").as(SamplingPlan.POPULATION.name()))
                .select(columns(ROW));
    }

    /** The interactions that have been drawn, from rows of the plan. */
    private static Dataset<Row> drawn(Dataset<Row> plan) {
        return plan.withColumn(
                        UNIT,
                        when(field(SamplingPlan.CATEGORY).equalTo(AGENT), field(SamplingPlan.AGENT_ID))
                                .otherwise(""))
                .withColumn(SamplingPlan.PLAN_MONTH.name(), unix_date(field(SamplingPlan.PLAN_MONTH)))
                .withColumn(DAY, unix_date(field(SamplingPlan.DRAWN_ON)))
                .withColumn(TEAM, lit(null).cast("string"))
                .withColumn(TIME_BAND, lit(null).cast("string"))
                .withColumn(FactInteraction.HUMAN_HANDLED.name(), lit(false))
                .select(columns(ROW));
    }

    static Column[] columns(StructType schema) {
        return Arrays.stream(schema.fieldNames()).map(name -> col(name)).toArray(Column[]::new);
    }

    private static Column entry(String category, Column unit, Column stratum, Column reason) {
        return struct(
                lit(category).as(SamplingPlan.CATEGORY.name()),
                unit.as(UNIT),
                stratum.as(SamplingPlan.STRATUM.name()),
                reason.cast("string").as(SamplingPlan.REASON.name()));
    }

    /** The interactions with the names that their keys stand for. */
    private static Dataset<Row> named(PlanTables tables, PlanPeriod period) {
        Dataset<Row> named = tables.factInteraction()
                .filter(field(FactInteraction.MONTH).isInCollection(period.planMonths()))
                .filter(field(FactInteraction.STARTED_ON).leq(lit(period.runDate())));
        named = withName(named, tables.dimTimeBand(), DimTimeBand.TIME_BAND_KEY, DimTimeBand.TIME_BAND);
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
                .when(length(trim(field(FactInteraction.KEYWORDS))).gt(0), Reason.KEYWORD.toString())
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
