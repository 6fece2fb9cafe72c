package org.zhijian.etl.star;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.xxhash64;

import java.time.LocalDate;
import org.apache.spark.sql.Column;
import org.zhijian.schema.WarehouseSchema;

/**
 * Surrogate keys. A key is a hash of the natural key, so a rebuilt dimension has the same keys, and a fact needs no look-up
 * where the dimension has one row a natural key.
 */
final class Keys {
    /** The first day of a dimension's first span, and the day after its last one. */
    static final LocalDate BEGINNING = LocalDate.of(1900, 1, 1);

    static final LocalDate END = LocalDate.of(9999, 12, 31);

    /** The month of what belongs to an evaluation that has not come. */
    static final LocalDate NO_MONTH = LocalDate.of(1900, 1, 1);

    private Keys() {}

    /** The key of a natural key, the unknown member for a blank one. */
    static Column of(Column natural) {
        return when(natural.isNull(), lit(WarehouseSchema.UNKNOWN_MEMBER)).otherwise(xxhash64(natural));
    }

    /** A key that a join has found, the unknown member where it found none. */
    static Column orUnknown(Column key) {
        return coalesce(key, lit(WarehouseSchema.UNKNOWN_MEMBER));
    }
}
