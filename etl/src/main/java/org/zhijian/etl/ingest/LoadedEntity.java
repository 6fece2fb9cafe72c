package org.zhijian.etl.ingest;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.zhijian.schema.raw.Entity;

/**
 * What a run brought for one entity.
 *
 * @param entity the entity
 * @param changed the versions that hold from now on and did not before, as rows of the raw table with {@link #known()} and
 *     {@link #oldMoment()} beside them
 * @param before the raw table's version before the run
 */
public record LoadedEntity(Entity entity, Dataset<Row> changed, long before) {

    /** Whether a changed record had a version before. */
    public static Column known() {
        return functions.col(Versions.KNOWN);
    }

    /** When the record's version before took place; null where there was none or it has no moment. */
    public static Column oldMoment() {
        return functions.col(Versions.OLD_AT);
    }

    /** Of all versions in the raw table, those that hold. */
    public static Dataset<Row> holding(Entity entity, Dataset<Row> versions) {
        return Versions.holding(entity, versions);
    }
}
