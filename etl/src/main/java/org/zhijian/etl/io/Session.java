package org.zhijian.etl.io;

import java.time.ZoneId;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.zhijian.schema.Column;
import org.zhijian.schema.raw.AgentStates;
import org.zhijian.schema.raw.Interactions;
import org.zhijian.schema.raw.Lineage;

/** Starts Spark for one centre: its time zone is the session's, so days and months are the centre's everywhere. */
public final class Session {
    /** Columns with a value of its own in almost every row: Parquet would try a dictionary for each file, in vain. */
    private static final List<Column> OWN_VALUES = List.of(
            Interactions.INTERACTION_ID,
            Interactions.CUSTOMER_REF,
            Interactions.RECORDING_REF,
            Interactions.STARTED_AT,
            Interactions.ANSWERED_AT,
            Interactions.ENDED_AT,
            AgentStates.FROM,
            AgentStates.TO,
            Lineage.LINE,
            Lineage.ROW_HASH);

    private static final String SHUFFLE_PARTITIONS = "spark.sql.shuffle.partitions";
    /** Whether parts of one task each become one task together when they are put one after another. */
    private static final String UNION_IN_ONE_TASK = "spark.sql.unionOutputPartitioning";

    /** From what size on, by Spark's guess, two inputs of one task each are spread before they are joined. */
    private static final String BYTES_IN_ONE_TASK = "spark.sql.maxSinglePartitionBytes";

    /** The guess multiplies with each join; it says nothing of tables whose rows are few. */
    private static final String NO_LIMIT = Long.MAX_VALUE + "b";

    private static final String USUAL_BYTES = "128m";

    private static final String ONE_TASK = "1";
    private static final String SEVERAL_TASKS = "4";
    /** About a week of a centre of 400 agents. */
    private static final long FEW_ROWS = 100_000;

    /**
     * Operators take their memory in pages of this size; by default each takes dozens of megabytes for a few rows. What a join
     * sends around asks the JVM's properties for it, whatever the session says.
     */
    private static final String PAGE_SIZE = "spark.buffer.pageSize";

    private static final ClassLoader CLASSES = new RememberingLoader(Session.class.getClassLoader());

    private Session() {}

    /** The session for a centre in that zone. Spark's master is local unless {@code spark.master} says otherwise. */
    public static SparkSession open(ZoneId zone) {
        Thread.currentThread().setContextClassLoader(CLASSES);
        System.setProperty(PAGE_SIZE, "1m");
        SparkSession session = builder(zone).getOrCreate();
        session.sparkContext().setLogLevel("WARN");
        return session;
    }

    /**
     * From here on queries are about so many rows. Few of them run as one task, planned once, and are kept in memory as they are:
     * to spread them, to plan anew and to look for how to compress them costs more than it saves.
     */
    public static void expectRows(SparkSession session, long rows) {
        boolean few = rows <= FEW_ROWS;
        session.conf().set("spark.sql.adaptive.enabled", String.valueOf(!few));
        session.conf().set(SHUFFLE_PARTITIONS, few ? ONE_TASK : SEVERAL_TASKS);
        session.conf().set(UNION_IN_ONE_TASK, String.valueOf(few));
        session.conf().set(BYTES_IN_ONE_TASK, few ? NO_LIMIT : USUAL_BYTES);
        session.conf().set("spark.sql.inMemoryColumnarStorage.compressed", String.valueOf(!few));
    }

    /** Whether few rows are expected. */
    static boolean expectsFewRows(SparkSession session) {
        return session.conf().get(SHUFFLE_PARTITIONS).equals(ONE_TASK);
    }

    private static SparkSession.Builder builder(ZoneId zone) {
        SparkSession.Builder builder = SparkSession.builder()
                .appName("zhijian")
                .master(System.getProperty("spark.master", "local[*]"))
                .config("spark.ui.enabled", "false")
                // Without its pages nobody looks at what Spark remembers of past queries, whose plans are long.
                .config("spark.sql.ui.retainedExecutions", "1")
                .config("spark.ui.retainedJobs", "1")
                .config("spark.ui.retainedStages", "1")
                .config("spark.ui.retainedTasks", "100")
                .config("spark.sql.ui.explainMode", "simple")
                .config("spark.driver.host", "127.0.0.1")
                .config("spark.driver.bindAddress", "127.0.0.1")
                .config("spark.sql.extensions", "io.delta.sql.DeltaSparkSessionExtension")
                .config("spark.sql.catalog.spark_catalog", "org.apache.spark.sql.delta.catalog.DeltaCatalog")
                .config("spark.sql.session.timeZone", zone.getId())
                .config("spark.sql.ansi.enabled", "true")
                // Accepted values are plain letters: Java lowers them as well as ICU, and much faster.
                .config("spark.sql.icu.caseMappings.enabled", "false")
                // Generated code finds its classes directly, which halves the time of many small plans.
                .config("spark.sql.artifact.isolation.enabled", "false")
                // A night generates more than a thousand classes, its strands in turns; of the hundred that are usually
                // kept, each would be gone when it is needed again.
                .config("spark.sql.codegen.cache.maxEntries", "4000")
                // Lists are collected for many groups: to sort all rows after the first 128 costs more than to keep the
                // groups.
                .config("spark.sql.objectHashAggregate.sortBased.fallbackThreshold", "100000")
                // What Spark holds has to fit into the heap's old generation beside what Java holds.
                .config("spark.memory.fraction", "0.5")
                // Independent steps run side by side and share the cores.
                .config("spark.scheduler.mode", "FAIR")
                .config(SHUFFLE_PARTITIONS, SEVERAL_TASKS)
                .config(UNION_IN_ONE_TASK, "false")
                .config("spark.sql.parquet.compression.codec", "zstd")
                // Eight bytes a moment instead of twelve, and as a number, of which Parquet keeps the least and the
                // greatest.
                .config("spark.sql.parquet.outputTimestampType", "TIMESTAMP_MICROS")
                // Landing files may hold moments in nanoseconds, which Spark reads as numbers or not at all.
                .config("spark.sql.legacy.parquet.nanosAsLong", "true")
                .config("spark.sql.timeType.enabled", "true")
                // Tables are small and many: one task for a snapshot, no listing job for a handful of files.
                .config("spark.databricks.delta.snapshotPartitions", "1")
                .config("spark.sql.sources.parallelPartitionDiscovery.parallelism", "4")
                // Which files a table has is known without Delta's checksums; keeping it there costs a job a commit.
                .config("spark.databricks.delta.allFilesInCrc.enabled", "false")
                .config("spark.sql.sources.parallelPartitionDiscovery.threshold", "100000")
                // Publications name versions for as long as they are kept; the log must not forget them on its own.
                .config("spark.databricks.delta.properties.defaults.enableExpiredLogCleanup", "false");
        OWN_VALUES.forEach(
                column -> builder.config("spark.hadoop.parquet.enable.dictionary#" + column.name(), "false"));
        return builder;
    }
}
