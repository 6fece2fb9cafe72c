package org.zhijian.etl.mart;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;
import static org.zhijian.etl.mart.Declared.field;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import org.zhijian.etl.rule.Pareto;
import org.zhijian.schema.mart.ErrorPareto;
import org.zhijian.schema.mart.ErrorTrend;
import org.zhijian.schema.settings.Settings;
import org.zhijian.schema.star.FactEvaluation;

/** {@link ErrorPareto}: the centre's error types by count, and the vital few of them (R9). */
public final class ErrorParetoMart {
    private static final String TOTAL = "total";
    private static final String CUMULATED = "cumulated";

    private ErrorParetoMart() {}

    /**
     * Computes the rows of the periods that begin in whole months.
     *
     * @param daily counted from at least the facts of {@link TrendPeriods#ownFactMonths}
     * @param months first days of the months
     */
    public static Dataset<Row> compute(DailyErrors daily, Collection<LocalDate> months, Settings settings) {
        Column inPeriods = months.stream()
                .min(Comparator.naturalOrder())
                .map(first -> field(FactEvaluation.EVALUATED_ON).geq(lit(first)))
                .orElse(lit(false));
        Dataset<Row> found = TrendFacts.counted(
                        daily.errors().filter(inPeriods), ErrorPareto.ERRORS, List.of(ErrorPareto.ERROR_CODE))
                .filter(field(ErrorTrend.TEAM).isNull());
        WindowSpec period = Window.partitionBy(field(ErrorPareto.PERIOD_TYPE), field(ErrorPareto.PERIOD_START));
        WindowSpec upToHere = period.orderBy(
                        field(ErrorPareto.ERRORS).desc(),
                        field(ErrorPareto.ERROR_CODE).asc())
                .rowsBetween(Window.unboundedPreceding(), Window.currentRow());
        Column before = col(CUMULATED).minus(field(ErrorPareto.ERRORS));
        Dataset<Row> ordered = found.withColumn(
                        TOTAL, sum(field(ErrorPareto.ERRORS)).over(period))
                .withColumn(CUMULATED, sum(field(ErrorPareto.ERRORS)).over(upToHere))
                .withColumn(ErrorPareto.SHARE.name(), field(ErrorPareto.ERRORS).divide(col(TOTAL)))
                .withColumn(ErrorPareto.CUMULATIVE_SHARE.name(), col(CUMULATED).divide(col(TOTAL)))
                .withColumn(ErrorPareto.VITAL_FEW.name(), Pareto.vitalFew(before, col(TOTAL), settings));
        return TrendFacts.beginningIn(ordered, months).select(Declared.columns(ErrorPareto.TABLE));
    }
}
