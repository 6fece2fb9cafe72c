package org.zhijian.etl.mart;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_contains;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.ceil;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.hour;
import static org.apache.spark.sql.functions.inline;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.lpad;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;
import static org.zhijian.etl.mart.Declared.field;

import java.time.LocalDate;
import java.util.Collection;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import org.zhijian.schema.mart.SamplingCoverage;
import org.zhijian.schema.mart.SamplingPlan;
import org.zhijian.schema.settings.Settings;
import org.zhijian.schema.star.DimBusinessType;
import org.zhijian.schema.star.DimChannel;
import org.zhijian.schema.star.FactInteraction;

/**
 * {@link SamplingCoverage}: whether the draw looks like what it was drawn from (R5). Of 200 human-handled interactions 50 began
 * at nine, 25 %; of 10 drawn 4 did, 40 %; 8 % of those at nine were drawn.
 */
public final class SamplingCoverageMart {
    private static final String CATEGORIES = "categories";
    private static final String HOUR = "hour";
    private static final String TALK_LENGTH = "talk_length";

    private SamplingCoverageMart() {}

    /**
     * Computes the rows of whole plan months.
     *
     * @param factInteraction at least the interactions of the plan months
     * @param samplingPlan at least the rows of the plan months
     * @param runDate the last day whose interactions count
     */
    public static Dataset<Row> compute(
            Dataset<Row> factInteraction,
            Dataset<Row> dimChannel,
            Dataset<Row> dimBusinessType,
            Dataset<Row> samplingPlan,
            Collection<LocalDate> planMonths,
            LocalDate runDate,
            Settings settings) {
        Dataset<Row> handled = factInteraction
                .filter(field(FactInteraction.MONTH).isInCollection(planMonths))
                .filter(field(FactInteraction.STARTED_ON).leq(lit(runDate)))
                .filter(field(FactInteraction.HUMAN_HANDLED))
                .withColumnRenamed(FactInteraction.MONTH.name(), SamplingCoverage.PLAN_MONTH.name());
        Dataset<Row> drawn = samplingPlan
                .filter(field(SamplingPlan.PLAN_MONTH).isInCollection(planMonths))
                .groupBy(field(SamplingPlan.PLAN_MONTH), field(SamplingPlan.INTERACTION_ID))
                .agg(collect_set(field(SamplingPlan.CATEGORY)).as(CATEGORIES));
        Dataset<Row> marked =
                handled.join(drawn, Declared.names(SamplingPlan.PLAN_MONTH, SamplingPlan.INTERACTION_ID), "left");
        return shares(byValue(cells(marked, settings), dimChannel, dimBusinessType))
                .select(Declared.columns(SamplingCoverage.TABLE));
    }

    /** One row a month, hour, talk length, channel and business type. */
    private static Dataset<Row> cells(Dataset<Row> marked, Settings settings) {
        return marked.groupBy(
                        field(SamplingCoverage.PLAN_MONTH),
                        lpad(hour(field(FactInteraction.STARTED_AT)).cast("string"), 2, "0")
                                .as(HOUR),
                        talkLength(field(FactInteraction.TALK_SECONDS), settings)
                                .as(TALK_LENGTH),
                        field(FactInteraction.CHANNEL_KEY),
                        field(FactInteraction.BUSINESS_TYPE_KEY))
                .agg(
                        count(lit(1)).as(SamplingCoverage.INTERACTIONS.name()),
                        SamplingCoverage.CATEGORY.accepted().stream()
                                .map(category -> count_if(array_contains(col(CATEGORIES), category))
                                        .as(category))
                                .toArray(Column[]::new));
    }

    /** By default 29 s → ultra_short, 30 and 60 s → minute_1, 61 s → minute_2, 300 s → minute_5, 301 s → ultra_long. */
    private static Column talkLength(Column seconds, Settings settings) {
        Column minute = greatest(ceil(seconds.divide(60)), lit(1L));
        return when(seconds.isNull(), "unknown")
                .when(seconds.lt(settings.get(Settings.ULTRA_SHORT_SECONDS)), "ultra_short")
                .when(seconds.gt(settings.get(Settings.ULTRA_LONG_SECONDS)), "ultra_long")
                .otherwise(concat(lit("minute_"), minute.cast("string")));
    }

    /** One row a month, category, dimension and value. */
    private static Dataset<Row> byValue(Dataset<Row> cells, Dataset<Row> dimChannel, Dataset<Row> dimBusinessType) {
        Column dimensions = array(
                dimension("hour", col(HOUR)),
                dimension("talk_length", col(TALK_LENGTH)),
                dimension("channel", coalesce(field(DimChannel.CHANNEL), lit("unknown"))),
                dimension("business_type", coalesce(field(DimBusinessType.BUSINESS_TYPE), lit("unknown"))));
        Column categories = array(SamplingCoverage.CATEGORY.accepted().stream()
                .map(category -> struct(
                        lit(category).as(SamplingCoverage.CATEGORY.name()),
                        col(category).as(SamplingCoverage.DRAWN.name())))
                .toArray(Column[]::new));
        return cells.join(
                        broadcast(dimChannel.select(field(DimChannel.CHANNEL_KEY), field(DimChannel.CHANNEL))),
                        Declared.names(DimChannel.CHANNEL_KEY),
                        "left")
                .join(
                        broadcast(dimBusinessType.select(
                                field(DimBusinessType.BUSINESS_TYPE_KEY), field(DimBusinessType.BUSINESS_TYPE))),
                        Declared.names(DimBusinessType.BUSINESS_TYPE_KEY),
                        "left")
                .withColumn(CATEGORIES, categories)
                .select(
                        field(SamplingCoverage.PLAN_MONTH),
                        inline(dimensions),
                        field(SamplingCoverage.INTERACTIONS),
                        col(CATEGORIES))
                .select(
                        field(SamplingCoverage.PLAN_MONTH),
                        field(SamplingCoverage.DIMENSION),
                        field(SamplingCoverage.VALUE),
                        field(SamplingCoverage.INTERACTIONS),
                        inline(col(CATEGORIES)))
                .groupBy(
                        field(SamplingCoverage.PLAN_MONTH),
                        field(SamplingCoverage.CATEGORY),
                        field(SamplingCoverage.DIMENSION),
                        field(SamplingCoverage.VALUE))
                .agg(
                        sum(field(SamplingCoverage.INTERACTIONS)).as(SamplingCoverage.INTERACTIONS.name()),
                        sum(field(SamplingCoverage.DRAWN)).as(SamplingCoverage.DRAWN.name()));
    }

    private static Column dimension(String name, Column value) {
        return struct(lit(name).as(SamplingCoverage.DIMENSION.name()), value.as(SamplingCoverage.VALUE.name()));
    }

    private static Dataset<Row> shares(Dataset<Row> byValue) {
        WindowSpec whole = Window.partitionBy(
                field(SamplingCoverage.PLAN_MONTH),
                field(SamplingCoverage.CATEGORY),
                field(SamplingCoverage.DIMENSION));
        Column interactions = field(SamplingCoverage.INTERACTIONS);
        Column drawn = field(SamplingCoverage.DRAWN);
        String drawnTotal = "drawn_total";
        return byValue.withColumn(
                        SamplingCoverage.INTERACTION_SHARE.name(),
                        interactions.divide(sum(interactions).over(whole)))
                .withColumn(drawnTotal, sum(drawn).over(whole))
                .filter(col(drawnTotal).gt(0))
                .withColumn(SamplingCoverage.DRAWN_SHARE.name(), drawn.divide(col(drawnTotal)))
                .withColumn(SamplingCoverage.DRAWN_RATE.name(), drawn.divide(interactions));
    }
}
