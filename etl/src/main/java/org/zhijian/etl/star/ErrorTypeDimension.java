package org.zhijian.etl.star;

import static org.apache.spark.sql.functions.lit;
import static org.zhijian.etl.io.Schemas.col;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.zhijian.etl.io.Schemas;
import org.zhijian.schema.WarehouseSchema;
import org.zhijian.schema.star.DimErrorType;

/** The error-type dimension: landing records, and codes known only from facts, whose severity is not known yet. */
public final class ErrorTypeDimension {
    private ErrorTypeDimension() {}

    /**
     * The dimension with its unknown member.
     *
     * @param errorTypes the holding versions of the landing entity
     * @param referred a column {@code error_code} with every error type that facts name
     */
    public static Dataset<Row> compute(Dataset<Row> errorTypes, Dataset<Row> referred) {
        Dataset<Row> inferred = Members.inferred(referred, errorTypes, DimErrorType.ERROR_CODE);
        Dataset<Row> unknown = Members.unknown(errorTypes, DimErrorType.ERROR_CODE);
        return keyed(errorTypes.withColumn(DimErrorType.INFERRED.name(), lit(false)))
                .unionByName(keyed(inferred.withColumn(DimErrorType.INFERRED.name(), lit(true))))
                .unionByName(Members.withBlanks(
                        unknown.withColumn(DimErrorType.ERROR_TYPE_KEY.name(), lit(WarehouseSchema.UNKNOWN_MEMBER))
                                .withColumn(DimErrorType.INFERRED.name(), lit(false)),
                        DimErrorType.TABLE))
                .select(Schemas.columns(DimErrorType.TABLE));
    }

    private static Dataset<Row> keyed(Dataset<Row> members) {
        return Members.withBlanks(
                members.withColumn(DimErrorType.ERROR_TYPE_KEY.name(), Keys.of(col(DimErrorType.ERROR_CODE))),
                DimErrorType.TABLE);
    }
}
