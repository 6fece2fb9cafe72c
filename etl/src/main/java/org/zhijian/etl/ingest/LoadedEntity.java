package org.zhijian.etl.ingest;

import java.time.LocalDate;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.zhijian.schema.raw.Entity;

/**
 * What a run brought for one entity.
 *
 * @param entity the entity
 * @param changed the versions that hold from now on and did not before, as rows of the raw table
 * @param rows how many those are
 * @param known whether one of these records had a version before
 * @param oldMonths the months in which the versions before took place, see {@link Entity#occursAt()}
 * @param before the raw table's version before the run
 */
public record LoadedEntity(
        Entity entity, Dataset<Row> changed, long rows, boolean known, Set<LocalDate> oldMonths, long before) {

    /** Of all versions in the raw table, those that hold. */
    public static Dataset<Row> holding(Entity entity, Dataset<Row> versions) {
        return Versions.holding(entity, versions);
    }
}
