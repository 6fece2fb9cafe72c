package org.zhijian.etl.io;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.functions;

/**
 * Finds keys that come more than once, by their hashes. Almost no key does: to sort the hashes takes a fraction of counting
 * them in a table of groups, in which each would have a group of its own. Rarely two keys share a hash.
 */
public final class Repeated {
    /** A part's hashes are held in memory: a tenth of a hundred million are 80 MB. */
    private static final int PARTS = 10;

    private static final int FIRST_ROOM = 1 << 10;
    private static final String HASH = "hash";

    private Repeated() {}

    /** A key's hash. */
    public static Column hash(Column... key) {
        return functions.xxhash64(key);
    }

    /** The {@link #hash} of each key that comes more than once, once. */
    public static Dataset<Long> hashes(Dataset<?> rows, Column... key) {
        Dataset<Long> all = rows.select(hash(key).as(HASH)).as(Encoders.LONG());
        Dataset<Long> parted = Session.expectsFewRows(rows.sparkSession())
                ? all.coalesce(1)
                : all.repartition(PARTS, functions.col(HASH));
        return parted.mapPartitions((MapPartitionsFunction<Long, Long>) Repeated::among, Encoders.LONG());
    }

    private static Iterator<Long> among(Iterator<Long> hashes) {
        long[] sorted = new long[FIRST_ROOM];
        int count = 0;
        while (hashes.hasNext()) {
            if (count == sorted.length) {
                sorted = Arrays.copyOf(sorted, 2 * count);
            }
            sorted[count] = hashes.next();
            count++;
        }
        Arrays.sort(sorted, 0, count);
        List<Long> repeated = new ArrayList<>();
        for (int i = 1; i < count; i++) {
            boolean again = sorted[i] == sorted[i - 1];
            boolean counted = !repeated.isEmpty() && repeated.get(repeated.size() - 1) == sorted[i];
            if (again && !counted) {
                repeated.add(sorted[i]);
            }
        }
        return repeated.iterator();
    }
}
