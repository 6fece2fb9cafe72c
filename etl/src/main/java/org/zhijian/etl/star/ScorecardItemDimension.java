package org.zhijian.etl.star;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.lead;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.xxhash64;
import static org.zhijian.etl.io.Schemas.col;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import org.zhijian.etl.io.Schemas;
import org.zhijian.schema.WarehouseSchema;
import org.zhijian.schema.raw.Scorecards;
import org.zhijian.schema.star.DimScorecardItem;

/** The scorecard-item dimension: a version holds from its first day to the next one's; the first from the beginning. */
public final class ScorecardItemDimension {
    private ScorecardItemDimension() {}

    /**
     * The dimension with its unknown member.
     *
     * @param scorecards the holding versions of the landing entity
     */
    public static Dataset<Row> compute(Dataset<Row> scorecards) {
        WindowSpec inOrder = Window.partitionBy(col(Scorecards.SCORECARD_ID), col(Scorecards.ITEM_CODE))
                .orderBy(col(Scorecards.EFFECTIVE_FROM).asc_nulls_first());
        Column first = row_number().over(inOrder).equalTo(1);
        Dataset<Row> versions = scorecards.select(
                when(first, xxhash64(col(Scorecards.SCORECARD_ID), col(Scorecards.ITEM_CODE)))
                        .otherwise(xxhash64(
                                col(Scorecards.SCORECARD_ID),
                                col(Scorecards.ITEM_CODE),
                                col(Scorecards.EFFECTIVE_FROM)))
                        .as(DimScorecardItem.SCORECARD_ITEM_KEY.name()),
                col(Scorecards.SCORECARD_ID),
                col(Scorecards.ITEM_CODE),
                col(Scorecards.ITEM_NAME),
                col(Scorecards.SECTION),
                col(Scorecards.MAX_POINTS),
                col(Scorecards.CHANNEL),
                when(first, lit(Keys.BEGINNING))
                        .otherwise(col(Scorecards.EFFECTIVE_FROM))
                        .as(DimScorecardItem.VALID_FROM.name()),
                coalesce(lead(col(Scorecards.EFFECTIVE_FROM), 1).over(inOrder), lit(Keys.END))
                        .as(DimScorecardItem.VALID_TO.name()));
        Dataset<Row> unknown = Members.withBlanks(
                Members.unknown(scorecards, DimScorecardItem.ITEM_CODE)
                        .withColumn(DimScorecardItem.SCORECARD_ITEM_KEY.name(), lit(WarehouseSchema.UNKNOWN_MEMBER))
                        .withColumn(DimScorecardItem.VALID_FROM.name(), lit(Keys.BEGINNING))
                        .withColumn(DimScorecardItem.VALID_TO.name(), lit(Keys.END)),
                DimScorecardItem.TABLE);
        return versions.unionByName(unknown).select(Schemas.columns(DimScorecardItem.TABLE));
    }
}
