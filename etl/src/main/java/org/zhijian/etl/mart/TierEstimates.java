package org.zhijian.etl.mart;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.inline;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.udf;
import static org.zhijian.etl.mart.Declared.field;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.api.java.UDF2;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.zhijian.etl.rule.TierStatistics;
import org.zhijian.etl.rule.TierStatistics.Estimate;
import org.zhijian.etl.rule.TierStatistics.Sample;
import org.zhijian.schema.mart.AgentMonthScore;
import org.zhijian.schema.mart.TierAssignment;
import scala.collection.Seq;
import scala.jdk.javaapi.CollectionConverters;

/**
 * {@link TierStatistics} of each plan month.
 *
 * <p>The cuts are found by bisection over all agents of a month at once, which column functions cannot say; so a month's
 * agents, a few thousand at most, are collected into one array for a function on it.
 */
final class TierEstimates {
    private static final String AGENTS = "agents";

    private static final StructType ESTIMATE = new StructType()
            .add(TierAssignment.AGENT_ID.name(), DataTypes.StringType)
            .add(TierAssignment.SCORE_LOW.name(), DataTypes.DoubleType)
            .add(TierAssignment.SCORE_HIGH.name(), DataTypes.DoubleType)
            .add(TierAssignment.SCORE_SHRUNK.name(), DataTypes.DoubleType)
            .add(TierAssignment.TIER_PROBABILITY.name(), DataTypes.DoubleType);

    private static final UserDefinedFunction ESTIMATES =
            udf((UDF2<Seq<Row>, Long, List<Row>>) TierEstimates::estimates, DataTypes.createArrayType(ESTIMATE));

    private TierEstimates() {}

    /**
     * One row a plan month and scored agent.
     *
     * @param scores one row a plan month and scored agent: number and mean of the scores, and their variance
     * @param ranked the plan month, agent, tier of those in the ranking, and k in a column
     * @param size the name of that column
     */
    static Dataset<Row> compute(Dataset<Row> scores, Dataset<Row> ranked, String size) {
        Column degrees = field(TierAssignment.EVALUATIONS).minus(1);
        Column squares = coalesce(field(AgentMonthScore.SCORE_VARIANCE).multiply(degrees), lit(0.0));
        Dataset<Row> months = scores.join(
                        ranked, Declared.names(TierAssignment.PLAN_MONTH, TierAssignment.AGENT_ID), "left")
                .groupBy(field(TierAssignment.PLAN_MONTH))
                .agg(
                        collect_list(struct(
                                        field(TierAssignment.AGENT_ID),
                                        field(TierAssignment.EVALUATIONS),
                                        field(TierAssignment.SCORE_MEAN),
                                        squares,
                                        field(TierAssignment.TIER)))
                                .as(AGENTS),
                        coalesce(max(size), lit(0L)).as(size));
        return months.select(
                field(TierAssignment.PLAN_MONTH), inline(ESTIMATES.apply(months.col(AGENTS), months.col(size))));
    }

    private static List<Row> estimates(Seq<Row> agents, Long size) {
        List<Sample> samples = new ArrayList<>();
        Map<String, String> tiers = new HashMap<>();
        for (Row agent : CollectionConverters.asJava(agents)) {
            samples.add(new Sample(agent.getString(0), agent.getLong(1), agent.getDouble(2), agent.getDouble(3)));
            if (!agent.isNullAt(4)) {
                tiers.put(agent.getString(0), agent.getString(4));
            }
        }
        return TierStatistics.estimates(samples, tiers, size).entrySet().stream()
                .map(entry -> row(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static Row row(String agentId, Estimate estimate) {
        return RowFactory.create(
                agentId, estimate.low(), estimate.high(), estimate.shrunk(), estimate.tierProbability());
    }
}
