package org.zhijian.etl.mart;

import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;
import static org.zhijian.etl.mart.Declared.field;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.zhijian.etl.rule.Scores;
import org.zhijian.schema.mart.DefectHeatmap;
import org.zhijian.schema.star.FactEvaluation;
import org.zhijian.schema.star.FactItemScore;

/** {@link DefectHeatmap}: where points are lost, item by team and week (R9). */
public final class DefectHeatmapMart {
    private static final List<org.zhijian.schema.Column> BY_ITEM = List.of(DefectHeatmap.ITEM_CODE);

    private DefectHeatmapMart() {}

    /**
     * Computes the rows of the periods that begin in whole months. An item without points does not apply; one whose
     * maximum is unknown is left out.
     *
     * @param factEvaluation at least the evaluations of {@link TrendPeriods#ownFactMonths}
     * @param factItemScore at least the item scores of these evaluations
     * @param months first days of the months
     * @param runDate the last day whose evaluations count
     */
    public static Dataset<Row> compute(
            Dataset<Row> factEvaluation,
            Dataset<Row> factItemScore,
            Dataset<Row> dimTeam,
            Collection<LocalDate> months,
            LocalDate runDate) {
        Column lost = Scores.pointsLost(field(FactItemScore.POINTS), field(FactItemScore.MAX_POINTS));
        Dataset<Row> items = factItemScore
                .select(
                        field(FactItemScore.EVALUATION_ID),
                        field(FactItemScore.ITEM_CODE),
                        lost.as(DefectHeatmap.POINTS_LOST.name()))
                .filter(field(DefectHeatmap.POINTS_LOST).isNotNull());
        Dataset<Row> applying = TrendFacts.evaluations(factEvaluation, dimTeam, runDate)
                .join(items, Declared.names(FactEvaluation.EVALUATION_ID));
        Dataset<Row> daily = applying.groupBy(
                        TrendFacts.fields(List.of(FactEvaluation.EVALUATED_ON, DefectHeatmap.TEAM), BY_ITEM))
                .agg(
                        sum(field(DefectHeatmap.POINTS_LOST)).as(DefectHeatmap.POINTS_LOST.name()),
                        count(lit(1)).as(DefectHeatmap.EVALUATIONS.name()));
        Dataset<Row> summed = TrendFacts.spread(
                        daily, BY_ITEM, List.of(DefectHeatmap.POINTS_LOST, DefectHeatmap.EVALUATIONS))
                .groupBy(TrendFacts.fields(TrendFacts.PERIOD_AND_SCOPE, BY_ITEM))
                .agg(
                        sum(field(DefectHeatmap.POINTS_LOST)).as(DefectHeatmap.POINTS_LOST.name()),
                        sum(field(DefectHeatmap.EVALUATIONS)).as(DefectHeatmap.EVALUATIONS.name()));
        return TrendFacts.beginningIn(summed, months).select(Declared.columns(DefectHeatmap.TABLE));
    }
}
