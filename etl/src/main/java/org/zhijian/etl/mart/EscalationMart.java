package org.zhijian.etl.mart;

import static org.apache.spark.sql.functions.array_sort;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.flatten;
import static org.apache.spark.sql.functions.get;
import static org.apache.spark.sql.functions.last_day;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.struct;
import static org.zhijian.etl.mart.Declared.field;

import java.time.LocalDate;
import java.util.Collection;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.zhijian.etl.rule.Competency;
import org.zhijian.schema.mart.ErrorTrend;
import org.zhijian.schema.mart.Escalation;
import org.zhijian.schema.settings.Settings;
import org.zhijian.schema.star.DimTeam;
import org.zhijian.schema.star.FactError;
import org.zhijian.schema.star.FactEvaluation;

/**
 * {@link Escalation}: what goes to the team leader as if it were a severe error (R8).
 *
 * <p>As with severe errors (R7), an interaction that was inspected twice is one occurrence. G1 found on 3, 5 and 9 May in
 * three interactions of an agent, and on 10 May in a fourth → one row, reached on 9 May, 4 occurrences.
 */
public final class EscalationMart {
    private static final String ITEM = "item";
    private static final String FIRST = "first";
    private static final String EVALUATIONS = "evaluations";
    private static final String NTH = "nth";

    private EscalationMart() {}

    /**
     * Computes the rows of whole months.
     *
     * @param factEvaluation at least the evaluations of these months
     * @param factError at least their errors
     * @param errorTrend at least these months' rows; a team's is that of all error types together
     * @param months the QA months, first days
     * @param runDate the last day whose evaluations count
     */
    public static Dataset<Row> compute(
            Dataset<Row> factEvaluation,
            Dataset<Row> factError,
            Dataset<Row> dimErrorType,
            Dataset<Row> dimTeam,
            Dataset<Row> errorTrend,
            Collection<LocalDate> months,
            LocalDate runDate,
            Settings settings) {
        Dataset<Row> evaluations = factEvaluation
                .filter(field(FactEvaluation.MONTH).isInCollection(months))
                .filter(field(FactEvaluation.EVALUATED_ON).leq(lit(runDate)))
                .filter(field(FactEvaluation.PUBLISHED));
        Dataset<Row> general = StandingErrors.general(factError, dimErrorType)
                .select(field(FactError.EVALUATION_ID), field(FactError.ERROR_CODE));
        Dataset<Row> found = evaluations.join(general, Declared.names(FactEvaluation.EVALUATION_ID));
        return repeatedErrors(found, dimTeam, settings)
                .unionByName(teamsAboveLimit(errorTrend, months, runDate), true)
                .select(Declared.columns(Escalation.TABLE));
    }

    private static Dataset<Row> repeatedErrors(Dataset<Row> found, Dataset<Row> dimTeam, Settings settings) {
        Dataset<Row> items = found.groupBy(
                        field(FactEvaluation.MONTH).as(Escalation.MONTH.name()),
                        field(FactEvaluation.AGENT_ID).as(Escalation.AGENT_ID.name()),
                        field(FactError.ERROR_CODE).as(Escalation.ERROR_CODE.name()),
                        Competency.inspected(field(FactEvaluation.INTERACTION_ID), field(FactEvaluation.EVALUATION_ID))
                                .as(ITEM))
                .agg(
                        min(struct(
                                        field(FactEvaluation.EVALUATED_AT),
                                        field(FactEvaluation.EVALUATION_ID),
                                        field(FactEvaluation.EVALUATED_ON),
                                        field(FactEvaluation.TEAM_KEY)))
                                .as(FIRST),
                        collect_list(field(FactEvaluation.EVALUATION_ID)).as(EVALUATIONS));
        Column nth = get(array_sort(collect_list(col(FIRST))), lit(settings.get(Settings.ESCALATION_TIMES) - 1));
        Dataset<Row> repeated = items.groupBy(
                        field(Escalation.MONTH), field(Escalation.AGENT_ID), field(Escalation.ERROR_CODE))
                .agg(
                        nth.as(NTH),
                        count(lit(1)).as(Escalation.OCCURRENCES.name()),
                        concat_ws(";", array_sort(flatten(collect_list(col(EVALUATIONS)))))
                                .as(Escalation.EVIDENCE.name()))
                .filter(col(NTH).isNotNull());
        return repeated.withColumn(Escalation.REASON.name(), lit("repeated_error"))
                .withColumn(Escalation.REACHED_ON.name(), col(NTH).getField(FactEvaluation.EVALUATED_ON.name()))
                .withColumn(DimTeam.TEAM_KEY.name(), col(NTH).getField(FactEvaluation.TEAM_KEY.name()))
                .join(dimTeam, Declared.names(DimTeam.TEAM_KEY), "left")
                .drop(NTH, DimTeam.TEAM_KEY.name());
    }

    private static Dataset<Row> teamsAboveLimit(
            Dataset<Row> errorTrend, Collection<LocalDate> months, LocalDate runDate) {
        return errorTrend
                .filter(field(ErrorTrend.PERIOD_TYPE).equalTo("month"))
                .filter(field(ErrorTrend.PERIOD_START).isInCollection(months))
                .filter(field(ErrorTrend.ERROR_CODE).isNull())
                .filter(field(ErrorTrend.TEAM).isNotNull())
                .filter(field(ErrorTrend.SIGNAL).equalTo("above_limit"))
                .select(
                        field(ErrorTrend.PERIOD_START).as(Escalation.MONTH.name()),
                        lit("team_above_limit").as(Escalation.REASON.name()),
                        field(ErrorTrend.TEAM).as(Escalation.TEAM.name()),
                        least(last_day(field(ErrorTrend.PERIOD_START)), lit(runDate))
                                .as(Escalation.REACHED_ON.name()),
                        field(ErrorTrend.ERRORS).as(Escalation.OCCURRENCES.name()));
    }
}
