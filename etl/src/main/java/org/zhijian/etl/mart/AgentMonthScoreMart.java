package org.zhijian.etl.mart;

import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.zhijian.etl.mart.Declared.field;

import java.time.LocalDate;
import java.util.Collection;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.zhijian.etl.rule.Grades;
import org.zhijian.etl.rule.Means;
import org.zhijian.schema.mart.AgentMonthScore;
import org.zhijian.schema.settings.Settings;
import org.zhijian.schema.star.FactEvaluation;

/** {@link AgentMonthScore}: the mean of an agent's final scores in a QA month (R1). */
public final class AgentMonthScoreMart {
    private static final String SCORES = "scores";

    private AgentMonthScoreMart() {}

    /**
     * Computes the rows of whole QA months.
     *
     * @param factEvaluation at least the evaluations of these months
     * @param months the QA months, first days
     * @param runDate the last day whose evaluations count
     */
    public static Dataset<Row> compute(
            Dataset<Row> factEvaluation, Collection<LocalDate> months, LocalDate runDate, Settings settings) {
        Dataset<Row> scored = factEvaluation
                .filter(field(FactEvaluation.MONTH).isInCollection(months))
                .filter(field(FactEvaluation.EVALUATED_ON).leq(lit(runDate)))
                .filter(field(FactEvaluation.PUBLISHED))
                .filter(field(FactEvaluation.CATEGORY).equalTo("agent"))
                .filter(field(FactEvaluation.SCORE).isNotNull());
        Dataset<Row> summed = scored.groupBy(
                        field(FactEvaluation.MONTH).as(AgentMonthScore.QA_MONTH.name()),
                        field(FactEvaluation.AGENT_ID).as(AgentMonthScore.AGENT_ID.name()))
                .agg(
                        count(lit(1)).as(AgentMonthScore.EVALUATIONS.name()),
                        Means.mean(field(FactEvaluation.SCORE)).as(AgentMonthScore.SCORE_MEAN.name()),
                        collect_list(field(FactEvaluation.SCORE)).as(SCORES));
        return summed.withColumn(
                        AgentMonthScore.GRADE.name(), Grades.grade(field(AgentMonthScore.SCORE_MEAN), settings))
                .withColumn(
                        AgentMonthScore.SCORE_VARIANCE.name(),
                        Means.variance(summed.col(SCORES), field(AgentMonthScore.SCORE_MEAN)))
                .select(Declared.columns(AgentMonthScore.TABLE));
    }
}
