package org.zhijian.etl.testing;

import org.apache.spark.sql.SparkSession;

/** The one session of the test JVM. */
public final class LocalSpark {
    private static final SparkSession SESSION = SparkSession.builder()
            .master("local[2]")
            .appName("tests")
            .config("spark.ui.enabled", false)
            .config("spark.driver.host", "localhost")
            .config("spark.driver.bindAddress", "127.0.0.1")
            .config("spark.sql.session.timeZone", "UTC")
            .config("spark.sql.shuffle.partitions", 2)
            // Else generated code looks each class up over RPC in the session's own, empty, class folder first.
            .config("spark.sql.artifact.isolation.enabled", false)
            .getOrCreate();

    private LocalSpark() {}

    public static SparkSession session() {
        return SESSION;
    }
}
