package org.zhijian.etl.star;

import static org.apache.spark.sql.functions.lit;
import static org.zhijian.etl.io.Schemas.col;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.zhijian.etl.io.Schemas;
import org.zhijian.schema.WarehouseSchema;
import org.zhijian.schema.star.DimAgent;
import org.zhijian.schema.star.DimTeam;

/** The team dimension: every team that an agent was ever in. */
public final class TeamDimension {
    private TeamDimension() {}

    public static Dataset<Row> compute(Dataset<Row> dimAgent) {
        return dimAgent.select(col(DimAgent.TEAM_KEY), col(DimAgent.TEAM))
                .where(col(DimAgent.TEAM).isNotNull())
                .distinct()
                .unionByName(Members.unknown(dimAgent, DimTeam.TEAM)
                        .withColumn(DimTeam.TEAM_KEY.name(), lit(WarehouseSchema.UNKNOWN_MEMBER)))
                .select(Schemas.columns(DimTeam.TABLE));
    }
}
