package org.zhijian.etl.ingest;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.zhijian.schema.raw.Entity;

/**
 * What a run brought for one entity.
 *
 * @param entity the entity
 * @param changed the versions that hold from now on and did not before, as rows of the raw table
 * @param version the raw table's version with the run's rows in it
 * @param before the raw table's version before the run
 */
public record LoadedEntity(Entity entity, Dataset<Row> changed, long version, long before) {}
