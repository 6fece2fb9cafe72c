package org.zhijian.etl.ingest;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.first;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.to_date;
import static org.apache.spark.sql.functions.trunc;
import static org.apache.spark.sql.functions.when;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import org.apache.spark.sql.functions;
import org.zhijian.etl.io.KeyLookup;
import org.zhijian.etl.io.Repeated;
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

    private static final String KNOWN = "version_known";
    private static final String OLD_AT = "version_old_at";
    private static final String OLD_MONTH = "version_old_month";
    private static final String IS_NEW = "version_is_new";
    private static final String KEY_HASH = "version_key_hash";
    private static final String CONTESTED = "contested_hash";
    private static final String VERDICT_FILE = "verdict_file";
    private static final String VERDICT_LINE = "verdict_line";

    /** Up to so many rows are held by the driver. */
    private static final int MOST_VERDICTS = 500_000;

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
     * What became of added rows.
     *
     * @param changed the versions that hold from now on and did not before
     * @param rows how many those are
     * @param known whether one of them had a version before
     * @param oldMonths the months in which the versions before took place, see {@link Entity#occursAt()}
     * @param counts by file and status
     */
    record Judgement(
            Dataset<Row> changed,
            long rows,
            boolean known,
            Set<LocalDate> oldMonths,
            Map<Long, Map<String, Long>> counts) {}

    /**
     * Judges new rows.
     *
     * @param added rows of the raw table that this run has added
     * @param before the raw table's version before they came
     * @param replaced the files that were read again; their rows of before do not count, the new ones take their place
     */
    Judgement judge(Dataset<Row> added, long before, List<Long> replaced) {
        boolean first = before == 0;
        // A night's rows are few and used by several steps; those of a first load are read again from their table.
        Dataset<Row> rows = first ? added : added.persist();
        Map<Long, Map<String, Long>> counts = new HashMap<>();
        rows.groupBy(col(Lineage.FILE_ID.name())).count().collectAsList().forEach(file -> counts.computeIfAbsent(
                        file.getLong(0), id -> new TreeMap<>())
                .put(LOADED, file.getLong(1)));
        Dataset<Row> known = first ? null : known(rows, before);
        Few contested = few(contested(rows, known));
        if (contested.isEmpty()) {
            return new Judgement(rows, loaded(counts), false, Set.of(), counts);
        }
        Dataset<Row> rivals = rows.join(broadcast(contested.rows()), keyHash().equalTo(col(CONTESTED)), "left_semi");
        Few verdicts = few(judgedRivals(rivals, known, replaced)
                .select(
                        col(Lineage.FILE_ID.name()).as(VERDICT_FILE),
                        col(Lineage.LINE.name()).as(VERDICT_LINE),
                        col(STATUS),
                        col(KNOWN),
                        trunc(to_date(col(OLD_AT)), "month").as(OLD_MONTH)));
        verdicts.summary(VERDICT_FILE, STATUS).stream()
                .filter(verdict -> !verdict.getString(1).equals(LOADED))
                .forEach(verdict -> {
                    Map<String, Long> file = counts.get(verdict.getLong(0));
                    file.merge(LOADED, -verdict.getLong(2), Long::sum);
                    file.merge(verdict.getString(1), verdict.getLong(2), Long::sum);
                });
        Dataset<Row> changed = rows.join(
                broadcast(verdicts.rows().where(col(STATUS).notEqual(LOADED)).select(VERDICT_FILE, VERDICT_LINE)),
                col(Lineage.FILE_ID.name())
                        .equalTo(col(VERDICT_FILE))
                        .and(col(Lineage.LINE.name()).equalTo(col(VERDICT_LINE))),
                "left_anti");
        boolean anyKnown = false;
        Set<LocalDate> oldMonths = new TreeSet<>();
        for (Row verdict : verdicts.summary(STATUS, KNOWN, OLD_MONTH)) {
            if (verdict.getString(0).equals(LOADED) && verdict.getBoolean(1)) {
                anyKnown = true;
                if (!verdict.isNullAt(2)) {
                    oldMonths.add(verdict.getDate(2).toLocalDate());
                }
            }
        }
        return new Judgement(first ? changed : changed.persist(), loaded(counts), anyKnown, oldMonths, counts);
    }

    private static long loaded(Map<Long, Map<String, Long>> counts) {
        return counts.values().stream()
                .mapToLong(file -> file.getOrDefault(LOADED, 0L))
                .sum();
    }

    /** Rows that are held by the driver when they are few, so that what uses them does not compute them again. */
    private record Few(Dataset<Row> rows, List<Row> held) {
        boolean isEmpty() {
            return held != null && held.isEmpty();
        }

        /** The rows counted by the values of some columns; the count stands last. */
        List<Row> summary(String... columns) {
            Column[] by = Arrays.stream(columns).map(functions::col).toArray(Column[]::new);
            return rows.groupBy(by).count().collectAsList();
        }
    }

    private static Few few(Dataset<Row> rows) {
        Dataset<Row> kept = rows.persist();
        List<Row> held = kept.limit(MOST_VERDICTS + 1).collectAsList();
        return held.size() > MOST_VERDICTS
                ? new Few(kept, null)
                : new Few(rows.sparkSession().createDataFrame(held, rows.schema()), held);
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
        Dataset<Row> candidates =
                new KeyLookup(warehouse).candidates(entity.table(), before, KeyLookup.Keys.of(added, entity.lookup()));
        Dataset<Row> wanted = added.select(keyHash().as("wanted_hash")).distinct();
        return candidates
                .withColumn(KEY_HASH, keyHash())
                .join(wanted, col(KEY_HASH).equalTo(col("wanted_hash")), "left_semi")
                .drop(KEY_HASH)
                .persist();
    }

    /** Hashes of the keys that came more than once or were known. */
    private Dataset<Row> contested(Dataset<Row> added, Dataset<Row> known) {
        Dataset<Row> repeated = Repeated.hashes(added, keys(entity)).toDF(CONTESTED);
        return known == null
                ? repeated
                : repeated.union(known.select(keyHash().as(CONTESTED))).distinct();
    }

    private Column keyHash() {
        return Repeated.hash(keys(entity));
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
