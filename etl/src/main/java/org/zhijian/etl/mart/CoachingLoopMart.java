package org.zhijian.etl.mart;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.trunc;
import static org.zhijian.etl.mart.Declared.field;

import java.time.LocalDate;
import java.util.Collection;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.zhijian.etl.rule.CoachingStates;
import org.zhijian.schema.mart.CoachingLoop;
import org.zhijian.schema.star.DimTeam;
import org.zhijian.schema.star.FactCoaching;
import org.zhijian.schema.star.FactError;
import org.zhijian.schema.star.FactEvaluation;

/**
 * {@link CoachingLoop}: where coachings stand, and which severe errors opened none (R13).
 *
 * <p>A coaching is about a severe error when it names its evaluation and either its error type or none.
 */
public final class CoachingLoopMart {
    private static final String COACHED_EVALUATION = "coached_evaluation";
    private static final String COACHED_ERROR = "coached_error";

    private CoachingLoopMart() {}

    /**
     * Computes the rows of whole months.
     *
     * @param factCoaching all coachings, since those of a month's severe errors can be opened later
     * @param factEvaluation at least the evaluations of these months
     * @param factError at least their errors
     * @param months first days of the months
     * @param runDate the last day that counts
     */
    public static Dataset<Row> compute(
            Dataset<Row> factCoaching,
            Dataset<Row> factEvaluation,
            Dataset<Row> factError,
            Dataset<Row> dimErrorType,
            Dataset<Row> dimTeam,
            Collection<LocalDate> months,
            LocalDate runDate) {
        Dataset<Row> coachings =
                factCoaching.filter(field(FactCoaching.OPENED_ON).leq(lit(runDate)));
        Dataset<Row> evaluations = factEvaluation
                .filter(field(FactEvaluation.MONTH).isInCollection(months))
                .filter(field(FactEvaluation.EVALUATED_ON).leq(lit(runDate)))
                .filter(field(FactEvaluation.PUBLISHED));
        Dataset<Row> severe = evaluations.join(
                StandingErrors.severe(factError, dimErrorType)
                        .select(field(FactError.EVALUATION_ID), field(FactError.ERROR_CODE)),
                Declared.names(FactEvaluation.EVALUATION_ID));
        return opened(coachings, months, runDate)
                .unionByName(missing(severe, coachings), true)
                .join(dimTeam, Declared.names(DimTeam.TEAM_KEY), "left")
                .select(Declared.columns(CoachingLoop.TABLE));
    }

    private static Dataset<Row> opened(Dataset<Row> coachings, Collection<LocalDate> months, LocalDate runDate) {
        Column state = CoachingStates.state(
                field(FactCoaching.DUE_ON),
                field(FactCoaching.RECHECKED_ON),
                field(FactCoaching.RECHECK_RESULT),
                runDate);
        return coachings
                .withColumn(CoachingLoop.MONTH.name(), trunc(field(FactCoaching.OPENED_ON), "month"))
                .filter(field(CoachingLoop.MONTH).isInCollection(months))
                .withColumn(CoachingLoop.STATE.name(), state);
    }

    private static Dataset<Row> missing(Dataset<Row> severe, Dataset<Row> coachings) {
        Dataset<Row> coached = coachings.select(
                field(FactCoaching.EVALUATION_ID).as(COACHED_EVALUATION),
                field(FactCoaching.ERROR_CODE).as(COACHED_ERROR));
        Column error = field(FactError.ERROR_CODE);
        Column isAboutIt = field(FactEvaluation.EVALUATION_ID)
                .equalTo(coached.col(COACHED_EVALUATION))
                .and(coalesce(coached.col(COACHED_ERROR), error).equalTo(error));
        return severe.join(coached, isAboutIt, "left_anti")
                .select(
                        field(FactEvaluation.MONTH).as(CoachingLoop.MONTH.name()),
                        lit(CoachingStates.MISSING).as(CoachingLoop.STATE.name()),
                        field(FactEvaluation.AGENT_ID).as(CoachingLoop.AGENT_ID.name()),
                        field(FactEvaluation.TEAM_KEY),
                        field(FactEvaluation.EVALUATION_ID).as(CoachingLoop.EVALUATION_ID.name()),
                        error.as(CoachingLoop.ERROR_CODE.name()),
                        field(FactEvaluation.EVALUATED_ON).as(CoachingLoop.OPENED_ON.name()));
    }
}
