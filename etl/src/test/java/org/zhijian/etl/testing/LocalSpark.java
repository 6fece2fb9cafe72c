package org.zhijian.etl.testing;

import java.time.ZoneOffset;
import org.apache.spark.sql.SparkSession;
import org.zhijian.etl.io.Session;

/** The one session of the test JVM: a centre's, in UTC. */
public final class LocalSpark {
    private static final SparkSession SESSION = Session.builder(ZoneOffset.UTC)
            .master("local[2]")
            .config("spark.sql.session.timeZone", "UTC")
            .config("spark.sql.shuffle.partitions", "2")
            .getOrCreate();

    private LocalSpark() {}

    public static SparkSession session() {
        return SESSION;
    }
}
