package org.zhijian.etl.star;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_distinct;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.max_by;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.split;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.to_date;
import static org.apache.spark.sql.functions.trim;
import static org.apache.spark.sql.functions.trunc;
import static org.apache.spark.sql.functions.when;
import static org.zhijian.etl.io.Schemas.col;

import java.time.LocalDate;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.zhijian.etl.io.Schemas;
import org.zhijian.etl.rule.Scores;
import org.zhijian.schema.raw.Appeals;
import org.zhijian.schema.raw.EvaluationErrors;
import org.zhijian.schema.raw.EvaluationScores;
import org.zhijian.schema.raw.Evaluations;
import org.zhijian.schema.star.DimScorecardItem;
import org.zhijian.schema.star.FactAppeal;
import org.zhijian.schema.star.FactError;
import org.zhijian.schema.star.FactEvaluation;
import org.zhijian.schema.star.FactItemScore;

/**
 * The facts that make up evaluations: the evaluation with its final score, its item scores, errors and appeals. They hang
 * together — an appeal changes the score and removes errors, an item needs the evaluation's day — and are made together
 * from everything that has come for some evaluations.
 */
public final class EvaluationFacts {
    private static final String ONLY_CARD = "only_card";
    private static final String ITEMS = "items";
    private static final String APPLYING = "applying";
    private static final String UNKNOWN_ITEMS = "unknown_items";
    private static final String REMOVED = "removed_code";
    private static final String ITEM_CARD = "item_card";
    private static final String ITEM_CODE = "card_item_code";
    private static final String ANY_OPEN = "any_open";
    private static final String REVISED = "appeal_score";
    /** Exact up to six decimals, so that sums do not depend on their order. */
    private static final String POINTS = "decimal(18,6)";

    private final Dataset<Row> evaluations;
    private final Dataset<Row> scores;
    private final Dataset<Row> errors;
    private final Dataset<Row> appeals;
    private final Dataset<Row> items;

    /**
     * Everything that has come for some evaluations, as holding versions of the landing entities.
     *
     * @param evaluations the evaluations
     * @param scores all item scores of them
     * @param errors all errors of them
     * @param appeals all appeals against them
     * @param day the business day: an appeal that was submitted later is none yet, one that was decided later is open
     * @param startedAt for evaluations that belong to the month of their interaction: columns interaction_id, started_at;
     *     null when they belong to the month they were scored in
     */
    public EvaluationFacts(
            Dataset<Row> evaluations,
            Dataset<Row> scores,
            Dataset<Row> errors,
            Dataset<Row> appeals,
            LocalDate day,
            Dataset<Row> dimScorecardItem,
            Dataset<Row> startedAt) {
        this.evaluations = dated(evaluations, dimScorecardItem, startedAt);
        this.scores = scores;
        this.errors = errors;
        this.appeals = asOf(appeals, day);
        this.items = items(dimScorecardItem);
    }

    /** The item scores: the item's maximum as of the evaluation; none for an item that does not apply. */
    public Dataset<Row> itemScores() {
        return items.select(Schemas.columns(FactItemScore.TABLE));
    }

    /** The errors that were not withdrawn, and whether they stand: an accepted appeal that names one removes it (R11). */
    public Dataset<Row> errors() {
        Dataset<Row> removed = accepted()
                .select(
                        col(Appeals.EVALUATION_ID),
                        col(Appeals.APPEAL_ID),
                        explode(split(col(Appeals.REMOVED_ERRORS), "[;；]")).as(REMOVED))
                .groupBy(
                        col(Appeals.EVALUATION_ID), trim(functions.col(REMOVED)).as(FactError.ERROR_CODE.name()))
                .agg(min(col(Appeals.APPEAL_ID)).as(FactError.REMOVED_BY.name()));
        Dataset<Row> judged = errors.where(not(coalesce(col(EvaluationErrors.WITHDRAWN), lit(false))))
                .join(removed, names(FactError.EVALUATION_ID, FactError.ERROR_CODE), "left");
        return withMonth(judged, FactError.MONTH)
                .withColumn(FactError.ERROR_TYPE_KEY.name(), Keys.of(col(EvaluationErrors.ERROR_CODE)))
                .withColumn(FactError.STANDS.name(), col(FactError.REMOVED_BY).isNull())
                .select(Schemas.columns(FactError.TABLE));
    }

    /** The appeals, in the month of the evaluation they are against. */
    public Dataset<Row> appeals() {
        return withMonth(appeals, FactAppeal.MONTH).select(Schemas.columns(FactAppeal.TABLE));
    }

    /** The evaluations with their final score and what it comes from (R1). */
    public Dataset<Row> evaluations(Dataset<Row> dimAgent) {
        Dataset<Row> points = items.groupBy(col(FactItemScore.EVALUATION_ID))
                .agg(
                        count(lit(1)).as(ITEMS),
                        count(col(FactItemScore.POINTS)).as(APPLYING),
                        count(when(
                                        col(FactItemScore.POINTS)
                                                .isNotNull()
                                                .and(col(FactItemScore.MAX_POINTS)
                                                        .isNull()),
                                        1))
                                .as(UNKNOWN_ITEMS),
                        sum(col(FactItemScore.POINTS).cast(POINTS))
                                .cast("double")
                                .as(FactEvaluation.POINTS_AWARDED.name()),
                        sum(col(FactItemScore.MAX_POINTS).cast(POINTS))
                                .cast("double")
                                .as(FactEvaluation.POINTS_POSSIBLE.name()));
        Dataset<Row> appealed = appeals.groupBy(col(Appeals.EVALUATION_ID))
                .agg(max(col(Appeals.STATUS).equalTo("submitted")).as(ANY_OPEN));
        Dataset<Row> revised = accepted()
                .where(col(Appeals.REVISED_SCORE).isNotNull())
                .groupBy(col(Appeals.EVALUATION_ID))
                .agg(max_by(
                                col(Appeals.REVISED_SCORE),
                                struct(col(Appeals.DECIDED_AT), col(Appeals.UPDATED_AT), col(Appeals.APPEAL_ID)))
                        .as(REVISED));
        Dataset<Row> joined = evaluations
                .join(points, FactEvaluation.EVALUATION_ID.name(), "left")
                .join(appealed, FactEvaluation.EVALUATION_ID.name(), "left")
                .join(revised, FactEvaluation.EVALUATION_ID.name(), "left");
        return AgentSpans.join(joined, col(Evaluations.AGENT_ID), col(FactEvaluation.EVALUATED_ON), dimAgent)
                .withColumn(FactEvaluation.INSPECTOR_KEY.name(), Keys.of(col(Evaluations.INSPECTOR_ID)))
                .withColumn(
                        FactEvaluation.PUBLISHED.name(),
                        col(Evaluations.REVIEW_STATUS).equalTo("published"))
                .withColumn(FactEvaluation.REVISED_SCORE.name(), functions.col(REVISED))
                .withColumn(FactEvaluation.OPEN_APPEAL.name(), coalesce(functions.col(ANY_OPEN), lit(false)))
                .withColumn(FactEvaluation.SCORE.name(), scored(Scores::finalScore))
                .withColumn(FactEvaluation.SCORE_BASIS.name(), scored(Scores::scoreBasis))
                .select(Schemas.columns(FactEvaluation.TABLE));
    }

    /** A function of what {@link Scores} computes from. */
    private interface OfScores {
        Column of(
                Column revised,
                Column items,
                Column applying,
                Column unknown,
                Column awarded,
                Column possible,
                Column total);
    }

    private static Column scored(OfScores function) {
        return function.of(
                functions.col(REVISED),
                functions.col(ITEMS),
                functions.col(APPLYING),
                functions.col(UNKNOWN_ITEMS),
                col(FactEvaluation.POINTS_AWARDED),
                col(FactEvaluation.POINTS_POSSIBLE),
                col(Evaluations.TOTAL_SCORE));
    }

    private static Dataset<Row> asOf(Dataset<Row> appeals, LocalDate day) {
        Column open = coalesce(to_date(col(Appeals.DECIDED_AT)).gt(lit(day)), lit(false));
        return appeals.where(to_date(col(Appeals.SUBMITTED_AT)).leq(lit(day)))
                .withColumn(Appeals.STATUS.name(), when(open, "submitted").otherwise(col(Appeals.STATUS)))
                .withColumn(Appeals.DECIDED_AT.name(), when(not(open), col(Appeals.DECIDED_AT)));
    }

    private Dataset<Row> accepted() {
        return appeals.where(col(Appeals.STATUS).equalTo("accepted"));
    }

    /** One row: the centre's scorecard where it has just one, else null. */
    public static Dataset<Row> onlyCard(Dataset<Row> dimScorecardItem) {
        Column card = col(DimScorecardItem.SCORECARD_ID);
        return dimScorecardItem
                .where(card.isNotNull())
                .agg(when(count_distinct(card).equalTo(1), max(card)).as(ONLY_CARD));
    }

    /** The evaluations with day and month; a blank scorecard is the centre's only one, where it has just one. */
    private static Dataset<Row> dated(Dataset<Row> evaluations, Dataset<Row> dimScorecardItem, Dataset<Row> startedAt) {
        Dataset<Row> complete = evaluations
                .crossJoin(broadcast(onlyCard(dimScorecardItem)))
                .withColumn(
                        FactEvaluation.SCORECARD_ID.name(),
                        coalesce(col(Evaluations.SCORECARD_ID), functions.col(ONLY_CARD)))
                .withColumn(FactEvaluation.EVALUATED_ON.name(), to_date(col(Evaluations.EVALUATED_AT)));
        if (startedAt == null) {
            return complete.withColumn(FactEvaluation.MONTH.name(), trunc(col(FactEvaluation.EVALUATED_ON), "month"));
        }
        return complete.join(startedAt, Evaluations.INTERACTION_ID.name(), "left")
                .withColumn(
                        FactEvaluation.MONTH.name(),
                        trunc(
                                coalesce(to_date(functions.col("started_at")), col(FactEvaluation.EVALUATED_ON)),
                                "month"));
    }

    private Dataset<Row> items(Dataset<Row> dimScorecardItem) {
        Dataset<Row> cards = dimScorecardItem.select(
                col(DimScorecardItem.SCORECARD_ITEM_KEY),
                col(DimScorecardItem.SCORECARD_ID).as(ITEM_CARD),
                col(DimScorecardItem.ITEM_CODE).as(ITEM_CODE),
                col(DimScorecardItem.MAX_POINTS),
                col(DimScorecardItem.VALID_FROM),
                col(DimScorecardItem.VALID_TO));
        Dataset<Row> days = evaluations.select(
                col(FactEvaluation.EVALUATION_ID),
                col(FactEvaluation.MONTH),
                col(FactEvaluation.EVALUATED_ON),
                col(FactEvaluation.SCORECARD_ID));
        Column version = col(FactEvaluation.SCORECARD_ID)
                .equalTo(functions.col(ITEM_CARD))
                .and(col(EvaluationScores.ITEM_CODE).equalTo(functions.col(ITEM_CODE)))
                .and(Spans.hold(
                        col(DimScorecardItem.VALID_FROM),
                        col(DimScorecardItem.VALID_TO),
                        col(FactEvaluation.EVALUATED_ON)));
        return scores.join(days, FactItemScore.EVALUATION_ID.name(), "left")
                .join(broadcast(cards), version, "left")
                .withColumn(FactItemScore.MONTH.name(), coalesce(col(FactItemScore.MONTH), lit(Keys.NO_MONTH)))
                .withColumn(
                        FactItemScore.SCORECARD_ITEM_KEY.name(),
                        Keys.orUnknown(col(DimScorecardItem.SCORECARD_ITEM_KEY)))
                .withColumn(
                        FactItemScore.MAX_POINTS.name(),
                        when(col(EvaluationScores.POINTS).isNotNull(), col(DimScorecardItem.MAX_POINTS)));
    }

    private Dataset<Row> withMonth(Dataset<Row> parts, org.zhijian.schema.Column month) {
        Dataset<Row> months = evaluations.select(col(FactEvaluation.EVALUATION_ID), col(FactEvaluation.MONTH));
        return parts.join(months, FactEvaluation.EVALUATION_ID.name(), "left")
                .withColumn(month.name(), coalesce(col(month), lit(Keys.NO_MONTH)));
    }

    private static String[] names(org.zhijian.schema.Column... columns) {
        return List.of(columns).stream().map(org.zhijian.schema.Column::name).toArray(String[]::new);
    }
}
