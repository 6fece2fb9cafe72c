package org.zhijian.etl.star;

import static org.apache.spark.sql.functions.lit;
import static org.zhijian.etl.io.Schemas.col;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.zhijian.etl.io.Schemas;
import org.zhijian.schema.WarehouseSchema;
import org.zhijian.schema.star.DimInspector;

/** The inspector dimension: landing records, and inspectors known only from facts. */
public final class InspectorDimension {
    private InspectorDimension() {}

    /**
     * The dimension with its unknown member.
     *
     * @param inspectors the holding versions of the landing entity
     * @param referred a column {@code inspector_id} with every inspector that facts name
     */
    public static Dataset<Row> compute(Dataset<Row> inspectors, Dataset<Row> referred) {
        Dataset<Row> inferred = Members.inferred(referred, inspectors, DimInspector.INSPECTOR_ID);
        Dataset<Row> unknown = Members.unknown(inspectors, DimInspector.INSPECTOR_ID);
        return keyed(inspectors.withColumn(DimInspector.INFERRED.name(), lit(false)))
                .unionByName(keyed(inferred.withColumn(DimInspector.INFERRED.name(), lit(true))))
                .unionByName(Members.withBlanks(
                        unknown.withColumn(DimInspector.INSPECTOR_KEY.name(), lit(WarehouseSchema.UNKNOWN_MEMBER))
                                .withColumn(DimInspector.INFERRED.name(), lit(false)),
                        DimInspector.TABLE))
                .select(Schemas.columns(DimInspector.TABLE));
    }

    private static Dataset<Row> keyed(Dataset<Row> members) {
        return Members.withBlanks(
                members.withColumn(DimInspector.INSPECTOR_KEY.name(), Keys.of(col(DimInspector.INSPECTOR_ID))),
                DimInspector.TABLE);
    }
}
