package org.zhijian.etl.ingest;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.first;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.xxhash64;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import org.zhijian.etl.io.KeyLookup;
import org.zhijian.etl.io.Warehouse;
import org.zhijian.schema.raw.Entity;
import org.zhijian.schema.raw.Lineage;

/**
 * Which version of a record holds: the one with the latest {@code updated_at}, else the one from the later file, else the
 * later line. Example: an evaluation came on Monday (updated 09:00) and, in a file of Tuesday, as of Sunday: Monday's
 * holds, Tuesday's is superseded. Had it said nothing new on Tuesday, it would be a duplicate.
 */
final class Versions {
    static final String STATUS = "version_status";
    static final String LOADED = "loaded";
    static final String SUPERSEDED = "superseded";
    static final String DUPLICATE = "duplicate";

    /** Whether the record had a version before. */
    static final String KNOWN = "version_known";
    /** When the version that held before took place, see {@link Entity#occursAt()}; null where that does not apply. */
    static final String OLD_AT = "version_old_at";

    private static final String IS_NEW = "version_is_new";
    private static final String KEY_HASH = "version_key_hash";
    private static final String ORDER = "version_order";
    private static final String OLD_HASH = "version_old_hash";
    private static final String BEST_HASH = "version_best_hash";

    private final Warehouse warehouse;
    private final Entity entity;

    Versions(Warehouse warehouse, Entity entity) {
        this.warehouse = warehouse;
        this.entity = entity;
    }

    /** Of several versions of a record the one that holds. */
    static Dataset<Row> holding(Entity entity, Dataset<Row> versions) {
        return versions.withColumn(ORDER, row_number().over(latestFirst(entity, keys(entity))))
                .where(col(ORDER).equalTo(1))
                .drop(ORDER);
    }

    /**
     * New rows with what becomes of each.
     *
     * @param added rows of the raw table that this run has added
     * @param before the raw table's version before they came
     * @param replaced the files that were read again; their rows of before do not count, the new ones take their place
     */
    Dataset<Row> judged(Dataset<Row> added, long before, List<Long> replaced) {
        Dataset<Row> known = isEmpty(before) ? null : known(added, before);
        Dataset<Row> contested = contested(added, known);
        if (contested == null) {
            return loadedAnew(added);
        }
        Dataset<Row> hashed = added.withColumn(KEY_HASH, keyHash());
        Column sameKey = hashed.col(KEY_HASH).equalTo(contested.col("contested_hash"));
        Dataset<Row> calm =
                hashed.join(broadcast(contested), sameKey, "left_anti").drop(KEY_HASH);
        Dataset<Row> rivals =
                hashed.join(broadcast(contested), sameKey, "left_semi").drop(KEY_HASH);
        return loadedAnew(calm).unionByName(judgedRivals(rivals, known, replaced));
    }

    private static Dataset<Row> loadedAnew(Dataset<Row> added) {
        return added.withColumn(KNOWN, lit(false))
                .withColumn(OLD_AT, lit(null).cast("timestamp"))
                .withColumn(STATUS, lit(LOADED));
    }

    private Dataset<Row> judgedRivals(Dataset<Row> rivals, Dataset<Row> known, List<Long> replaced) {
        Dataset<Row> all = rivals.withColumn(IS_NEW, lit(true));
        if (known != null) {
            all = all.unionByName(known.withColumn(IS_NEW, lit(false)));
        }
        Column[] keys = keys(entity);
        Column counts = col(IS_NEW)
                .or(col(Lineage.FILE_ID.name()).isin(replaced.toArray()).unary_$bang());
        WindowSpec latest = latestFirst(entity, keys);
        // The version that held before: the latest of the old ones, those of replaced files included.
        WindowSpec latestOld =
                Window.partitionBy(keys).orderBy(order(entity, col(IS_NEW).asc()));
        WindowSpec whole = Window.partitionBy(keys);
        WindowSpec oldFirst = latestOld.rowsBetween(Window.unboundedPreceding(), Window.unboundedFollowing());
        Column isOld = col(IS_NEW).unary_$bang();
        Column occurred = entity.occursAt() == null
                ? lit(null).cast("timestamp")
                : col("`" + entity.occursAt().name() + "`");
        Dataset<Row> marked = all.withColumn(
                        OLD_HASH,
                        first(when(isOld, col(Lineage.ROW_HASH.name()))).over(oldFirst))
                .withColumn(KNOWN, first(isOld).over(oldFirst))
                .withColumn(OLD_AT, first(when(isOld, occurred)).over(oldFirst))
                .where(counts)
                .withColumn(ORDER, row_number().over(latest));
        Column held = when(col(ORDER).equalTo(1), col(Lineage.ROW_HASH.name()));
        Column sameAsBest = col(Lineage.ROW_HASH.name()).equalTo(col(BEST_HASH));
        return marked.withColumn(
                        BEST_HASH, org.apache.spark.sql.functions.max(held).over(whole))
                .where(col(IS_NEW))
                .withColumn(
                        STATUS,
                        when(
                                        col(ORDER).equalTo(1),
                                        when(
                                                        coalesce(col(OLD_HASH).equalTo(col(BEST_HASH)), lit(false)),
                                                        lit(DUPLICATE))
                                                .otherwise(lit(LOADED)))
                                .when(sameAsBest, lit(DUPLICATE))
                                .otherwise(lit(SUPERSEDED)))
                .drop(OLD_HASH, BEST_HASH, ORDER, IS_NEW);
    }

    /** The old versions of the added records. */
    private Dataset<Row> known(Dataset<Row> added, long before) {
        Dataset<Row> candidates = new KeyLookup(warehouse).candidates(entity.table(), before, entity.lookup(), added);
        Dataset<Row> wanted = added.select(keyHash().as("wanted_hash")).distinct();
        return candidates
                .withColumn(KEY_HASH, keyHash())
                .join(wanted, col(KEY_HASH).equalTo(col("wanted_hash")), "left_semi")
                .drop(KEY_HASH)
                .persist();
    }

    /** Hashes of the keys that came more than once or were known, or null when there are none. */
    private Dataset<Row> contested(Dataset<Row> added, Dataset<Row> known) {
        Dataset<Row> repeated = added.groupBy(keyHash().as("contested_hash"))
                .agg(count(lit(1)).as("versions"))
                .where(col("versions").gt(1))
                .select("contested_hash");
        Dataset<Row> contested = known == null
                ? repeated
                : repeated.union(known.select(keyHash().as("contested_hash"))).distinct();
        Dataset<Row> kept = contested.persist();
        return kept.isEmpty() ? null : kept;
    }

    private boolean isEmpty(long before) {
        return before == 0 || warehouse.read(entity.table(), before).isEmpty();
    }

    private Column keyHash() {
        return xxhash64(keys(entity));
    }

    private static Column[] keys(Entity entity) {
        return entity.key().stream().map(key -> col("`" + key.name() + "`")).toArray(Column[]::new);
    }

    private static WindowSpec latestFirst(Entity entity, Column[] keys) {
        return Window.partitionBy(keys).orderBy(order(entity));
    }

    /** Latest first; {@code before} are the orders that come before. */
    private static Column[] order(Entity entity, Column... before) {
        List<Column> order = new ArrayList<>(List.of(before));
        if (entity.updatedAt() != null) {
            order.add(col(entity.updatedAt().name()).desc_nulls_last());
        }
        order.add(col(Lineage.FILE_ID.name()).desc());
        order.add(col(Lineage.LINE.name()).desc());
        return order.toArray(Column[]::new);
    }
}
