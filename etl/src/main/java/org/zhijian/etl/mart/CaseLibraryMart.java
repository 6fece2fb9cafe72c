package org.zhijian.etl.mart;

import static org.apache.spark.sql.functions.array_sort;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.lit;
import static org.zhijian.etl.mart.Declared.field;

import java.time.LocalDate;
import java.util.Collection;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.zhijian.schema.mart.CaseLibrary;
import org.zhijian.schema.star.FactError;
import org.zhijian.schema.star.FactEvaluation;
import org.zhijian.schema.star.FactInteraction;

/**
 * {@link CaseLibrary}: excellent samples and severe errors kept for training (R14).
 *
 * <p>An evaluation is kept as what the inspector marked it, and as severe while it has a severe error that stands. Marked
 * excellent and with such an error → two rows; marked severe and its error removed by an appeal → still severe.
 */
public final class CaseLibraryMart {
    private static final String EXCELLENT = "excellent";
    private static final String SEVERE = "severe";

    private CaseLibraryMart() {}

    /**
     * Computes the rows of whole QA months.
     *
     * @param factEvaluation at least the evaluations of these months
     * @param factError at least their errors
     * @param factInteraction at least the interactions that they are of
     * @param months the QA months, first days
     * @param runDate the last day whose evaluations count
     */
    public static Dataset<Row> compute(
            Dataset<Row> factEvaluation,
            Dataset<Row> factError,
            Dataset<Row> dimErrorType,
            Dataset<Row> factInteraction,
            Collection<LocalDate> months,
            LocalDate runDate) {
        Dataset<Row> severe = StandingErrors.severe(factError, dimErrorType)
                .groupBy(field(FactError.EVALUATION_ID))
                .agg(concat_ws(";", array_sort(collect_set(field(FactError.ERROR_CODE))))
                        .as(CaseLibrary.ERROR_CODES.name()));
        Dataset<Row> evaluations = factEvaluation
                .filter(field(FactEvaluation.MONTH).isInCollection(months))
                .filter(field(FactEvaluation.EVALUATED_ON).leq(lit(runDate)))
                .filter(field(FactEvaluation.PUBLISHED))
                .join(severe, Declared.names(FactEvaluation.EVALUATION_ID), "left");
        Dataset<Row> excellent = evaluations
                .filter(field(FactEvaluation.CASE_MARK).equalTo(EXCELLENT))
                .withColumn(CaseLibrary.KIND.name(), lit(EXCELLENT))
                .withColumn(CaseLibrary.ERROR_CODES.name(), lit(null).cast("string"));
        Dataset<Row> severeOnes = evaluations
                .filter(field(FactEvaluation.CASE_MARK)
                        .equalTo(SEVERE)
                        .or(field(CaseLibrary.ERROR_CODES).isNotNull()))
                .withColumn(CaseLibrary.KIND.name(), lit(SEVERE));
        Dataset<Row> recordings =
                factInteraction.select(field(FactInteraction.INTERACTION_ID), field(FactInteraction.RECORDING_REF));
        return excellent
                .unionByName(severeOnes)
                .join(recordings, Declared.names(FactInteraction.INTERACTION_ID), "left")
                .select(Declared.columns(CaseLibrary.TABLE));
    }
}
