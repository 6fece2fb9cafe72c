package org.zhijian.etl.mart;

import static org.apache.spark.sql.functions.add_months;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.when;
import static org.zhijian.etl.mart.Declared.field;

import java.time.LocalDate;
import java.util.Collection;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.zhijian.etl.rule.CoachingStates;
import org.zhijian.schema.mart.CoachingLoop;
import org.zhijian.schema.mart.ErrorPareto;
import org.zhijian.schema.mart.PdcaIssue;

/** {@link PdcaIssue}: the month's vital few, and how far coaching about them has come (R13). */
public final class PdcaIssueMart {
    private static final String COACHING_FAILED = "coaching_failed";
    private static final String ANY_BEFORE = "any_before";

    private PdcaIssueMart() {}

    /**
     * Computes the rows of whole months.
     *
     * @param errorPareto at least the rows of these months and of the month before each
     * @param coachingLoop at least the rows of these months
     * @param months first days of the months
     */
    public static Dataset<Row> compute(
            Dataset<Row> errorPareto, Dataset<Row> coachingLoop, Collection<LocalDate> months) {
        Dataset<Row> byMonth = errorPareto
                .filter(field(ErrorPareto.PERIOD_TYPE).equalTo("month"))
                .drop(ErrorPareto.MONTH.name());
        Dataset<Row> issues = byMonth.filter(field(ErrorPareto.PERIOD_START).isInCollection(months))
                .filter(field(ErrorPareto.VITAL_FEW))
                .withColumnRenamed(ErrorPareto.PERIOD_START.name(), PdcaIssue.MONTH.name());
        Column opened = coalesce(field(PdcaIssue.COACHING_OPENED), lit(0L));
        Column closed = coalesce(field(PdcaIssue.COACHING_CLOSED), lit(0L));
        Column before = when(col(ANY_BEFORE), coalesce(field(PdcaIssue.PREVIOUS_ERRORS), lit(0L)));
        return issues.join(previous(byMonth), Declared.names(PdcaIssue.MONTH, PdcaIssue.ERROR_CODE), "left")
                .join(monthsWithErrorsBefore(byMonth), Declared.names(PdcaIssue.MONTH), "left")
                .join(coachings(coachingLoop), Declared.names(PdcaIssue.MONTH, PdcaIssue.ERROR_CODE), "left")
                .withColumn(PdcaIssue.PREVIOUS_ERRORS.name(), before)
                .withColumn(PdcaIssue.COACHING_OPENED.name(), opened)
                .withColumn(PdcaIssue.COACHING_CLOSED.name(), closed)
                .withColumn(
                        PdcaIssue.STATUS.name(),
                        CoachingStates.stage(
                                field(PdcaIssue.COACHING_OPENED),
                                coalesce(col(COACHING_FAILED), lit(0L)),
                                field(PdcaIssue.COACHING_CLOSED)))
                .select(Declared.columns(PdcaIssue.TABLE));
    }

    private static Dataset<Row> previous(Dataset<Row> byMonth) {
        return byMonth.select(
                nextMonth(),
                field(ErrorPareto.ERROR_CODE),
                field(ErrorPareto.ERRORS).as(PdcaIssue.PREVIOUS_ERRORS.name()));
    }

    private static Dataset<Row> monthsWithErrorsBefore(Dataset<Row> byMonth) {
        return byMonth.select(nextMonth()).distinct().withColumn(ANY_BEFORE, lit(true));
    }

    private static Column nextMonth() {
        return add_months(field(ErrorPareto.PERIOD_START), 1).as(PdcaIssue.MONTH.name());
    }

    private static Dataset<Row> coachings(Dataset<Row> coachingLoop) {
        Column state = field(CoachingLoop.STATE);
        return coachingLoop
                .filter(not(state.equalTo(CoachingStates.MISSING)))
                .groupBy(
                        field(CoachingLoop.MONTH).as(PdcaIssue.MONTH.name()),
                        field(CoachingLoop.ERROR_CODE).as(PdcaIssue.ERROR_CODE.name()))
                .agg(
                        count(lit(1)).as(PdcaIssue.COACHING_OPENED.name()),
                        count_if(state.isin(CoachingStates.PASSED, CoachingStates.CLOSED))
                                .as(PdcaIssue.COACHING_CLOSED.name()),
                        count_if(state.equalTo(CoachingStates.FAILED)).as(COACHING_FAILED));
    }
}
