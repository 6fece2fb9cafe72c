package org.zhijian.etl.testing;

import java.time.ZoneId;
import org.apache.spark.sql.SparkSession;
import org.zhijian.etl.io.Session;

/** The one session of the test JVM: a centre's, in UTC. */
public final class LocalSpark {
    private static final SparkSession SESSION = open();

    private LocalSpark() {}

    public static SparkSession session() {
        return SESSION;
    }

    private static SparkSession open() {
        SparkSession session = Session.open(ZoneId.of("UTC"));
        session.conf().set("spark.sql.shuffle.partitions", "2");
        return session;
    }
}
