package org.zhijian.etl.mart;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The tables that a sampling plan is drawn from, named as they are.
 *
 * @param factInteraction at least the interactions of the plan months
 * @param samplingQuota at least the quotas of the plan months
 * @param tierAdjustment at least the changes of tiers in the plan months
 */
public record PlanTables(
        Dataset<Row> factInteraction,
        Dataset<Row> samplingQuota,
        Dataset<Row> tierAdjustment,
        Dataset<Row> dimAgent,
        Dataset<Row> dimTeam,
        Dataset<Row> dimTimeBand,
        Dataset<Row> dimChannel,
        Dataset<Row> dimBusinessType,
        Dataset<Row> dimInspector) {}
