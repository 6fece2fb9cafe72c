package org.zhijian.etl.mart;

import static org.zhijian.etl.mart.Declared.field;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.zhijian.schema.star.DimErrorType;
import org.zhijian.schema.star.FactError;

/** The errors that no accepted appeal removed (R11), by severity; those of a type not yet known are in neither. */
final class StandingErrors {
    private StandingErrors() {}

    /** Rows of {@link FactError}: severe errors that stand. */
    static Dataset<Row> severe(Dataset<Row> factError, Dataset<Row> dimErrorType) {
        return of("severe", factError, dimErrorType);
    }

    /** Rows of {@link FactError}: general errors that stand. */
    static Dataset<Row> general(Dataset<Row> factError, Dataset<Row> dimErrorType) {
        return of("general", factError, dimErrorType);
    }

    private static Dataset<Row> of(String severity, Dataset<Row> factError, Dataset<Row> dimErrorType) {
        Dataset<Row> types = dimErrorType
                .filter(field(DimErrorType.SEVERITY).equalTo(severity))
                .select(field(DimErrorType.ERROR_TYPE_KEY).as(FactError.ERROR_TYPE_KEY.name()));
        return factError
                .filter(field(FactError.STANDS))
                .join(types, Declared.names(FactError.ERROR_TYPE_KEY), "left_semi");
    }
}
