package org.zhijian.etl.testing;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.NavigableSet;
import java.util.concurrent.ConcurrentSkipListSet;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.execution.FileSourceScanExec;
import org.apache.spark.sql.execution.QueryExecution;
import org.apache.spark.sql.execution.SparkPlan;
import org.apache.spark.sql.execution.adaptive.AdaptiveSparkPlanExec;
import org.apache.spark.sql.execution.columnar.InMemoryRelation;
import org.apache.spark.sql.execution.datasources.FileIndex;
import org.apache.spark.sql.execution.datasources.HadoopFsRelation;
import org.apache.spark.sql.execution.datasources.LogicalRelation;
import org.apache.spark.sql.util.QueryExecutionListener;
import scala.jdk.javaapi.CollectionConverters;

/** The files that Spark's queries scan while this is open, those behind cached rows included. */
public final class ScannedFiles implements QueryExecutionListener, AutoCloseable {
    private final SparkSession session;
    private final NavigableSet<String> files = new ConcurrentSkipListSet<>();

    public ScannedFiles(SparkSession session) {
        this.session = session;
        session.listenerManager().register(this);
    }

    /** The scanned files below a folder, as paths relative to it. */
    public List<String> below(Path folder) {
        try {
            session.sparkContext().listenerBus().waitUntilEmpty();
        } catch (java.util.concurrent.TimeoutException e) {
            throw new IllegalStateException(e);
        }
        String prefix = folder.toUri().getPath();
        return files.stream()
                .filter(file -> file.startsWith(prefix))
                .map(file -> file.substring(prefix.length()))
                .toList();
    }

    @Override
    public void onSuccess(String action, QueryExecution query, long nanoseconds) {
        for (LogicalPlan leaf :
                CollectionConverters.asJava(query.optimizedPlan().collectLeaves())) {
            if (leaf instanceof LogicalRelation relation && relation.relation() instanceof HadoopFsRelation scanned) {
                add(scanned.location());
            } else if (leaf instanceof InMemoryRelation cached) {
                SparkPlan plan = cached.cacheBuilder().cachedPlan();
                addScans(plan instanceof AdaptiveSparkPlanExec adaptive ? adaptive.inputPlan() : plan);
            }
        }
    }

    private void addScans(SparkPlan plan) {
        for (SparkPlan leaf : CollectionConverters.asJava(plan.collectLeaves())) {
            if (leaf instanceof FileSourceScanExec scan) {
                add(scan.relation().location());
            }
        }
    }

    private void add(FileIndex scanned) {
        Arrays.stream(scanned.inputFiles())
                .map(file -> java.net.URI.create(file).getPath())
                .forEach(files::add);
    }

    @Override
    public void onFailure(String action, QueryExecution query, Exception exception) {
        // A test whose query fails, fails.
    }

    @Override
    public void close() {
        session.listenerManager().unregister(this);
    }
}
