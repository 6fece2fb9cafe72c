package org.zhijian.etl.mart;

import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.zhijian.etl.mart.Declared.field;

import java.time.LocalDate;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.zhijian.schema.mart.ErrorTrend;
import org.zhijian.schema.star.FactError;
import org.zhijian.schema.star.FactEvaluation;

/**
 * What the marts of errors count from (R9), by day, team and category of QA; the team is null while unknown.
 *
 * @param evaluations the published evaluations: {@link ErrorTrend#EVALUATIONS}
 * @param errors the errors that stand in them, also by type: {@link ErrorTrend#ERRORS}
 */
public record DailyErrors(Dataset<Row> evaluations, Dataset<Row> errors) {
    private static final List<org.zhijian.schema.Column> BY =
            List.of(FactEvaluation.EVALUATED_ON, ErrorTrend.TEAM, FactEvaluation.CATEGORY);

    /**
     * Counts them.
     *
     * @param factError at least the errors of the evaluations
     * @param runDate the last day whose evaluations count
     */
    public static DailyErrors of(
            Dataset<Row> factEvaluation, Dataset<Row> factError, Dataset<Row> dimTeam, LocalDate runDate) {
        Dataset<Row> evaluations = TrendFacts.evaluations(factEvaluation, dimTeam, runDate);
        Dataset<Row> standing = factError
                .filter(field(FactError.STANDS))
                .select(field(FactError.EVALUATION_ID), field(FactError.ERROR_CODE), field(FactError.ERROR_TYPE_KEY));
        return new DailyErrors(
                counted(evaluations, List.of(), ErrorTrend.EVALUATIONS),
                counted(
                        evaluations.join(standing, Declared.names(FactEvaluation.EVALUATION_ID)),
                        List.of(FactError.ERROR_CODE, FactError.ERROR_TYPE_KEY),
                        ErrorTrend.ERRORS));
    }

    private static Dataset<Row> counted(
            Dataset<Row> rows, List<org.zhijian.schema.Column> by, org.zhijian.schema.Column counted) {
        return rows.groupBy(TrendFacts.fields(BY, by)).agg(count(lit(1)).as(counted.name()));
    }

    /** The same, kept in memory once they have been counted, until {@link #unpersist}. */
    public DailyErrors persist() {
        return new DailyErrors(evaluations.persist(), errors.persist());
    }

    public void unpersist() {
        evaluations.unpersist();
        errors.unpersist();
    }
}
