package org.zhijian.etl.io;

import io.delta.tables.DeltaTable;
import io.delta.tables.DeltaTableBuilder;
import io.delta.tables.DeltaColumnBuilder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.analysis.NoSuchTableException;
import org.apache.spark.sql.delta.DeltaLog;
import org.apache.spark.sql.delta.Snapshot;
import org.apache.spark.sql.functions;
import org.zhijian.schema.Check;
import org.zhijian.schema.Table;
import scala.Option;

/** The warehouse's tables as Delta tables below one folder. Every write is one commit: all of it or nothing. */
public final class Warehouse {
    private final SparkSession spark;
    private final Path folder;

    public Warehouse(SparkSession spark, Path folder) {
        this.spark = spark;
        this.folder = folder.toAbsolutePath().normalize();
    }

    public SparkSession spark() {
        return spark;
    }

    public Path folder() {
        return folder;
    }

    public boolean exists(Table table) {
        return Files.isDirectory(folder.resolve(table.path()).resolve("_delta_log"));
    }

    /** Makes the table as it is declared, empty, with the constraints that Delta can hold. */
    public void create(Table table) {
        DeltaTableBuilder builder = DeltaTable.createIfNotExists(spark)
                .location(path(table))
                .comment(table.grain())
                .property("delta.enableDeletionVectors", "true")
                .property("delta.logRetentionDuration", "interval 3650 days")
                .property("delta.deletedFileRetentionDuration", "interval 3650 days");
        for (org.zhijian.schema.Column column : table.columns()) {
            DeltaColumnBuilder declared = DeltaTable.columnBuilder(spark, column.name())
                    .dataType(column.type().sql())
                    .nullable(!column.isRequired())
                    .comment(column.meaning());
            builder = builder.addColumn(declared.build());
        }
        if (table.partition() != null) {
            builder = builder.partitionedBy(table.partition().name());
        }
        for (Check check : table.checks()) {
            builder = builder.property("delta.constraints." + check.name(), check.condition());
        }
        builder.execute();
    }

    /** The table as it is now. */
    public Dataset<Row> read(Table table) {
        return spark.read().format("delta").load(path(table));
    }

    /** The table as it was at a version. */
    public Dataset<Row> read(Table table, long version) {
        return spark.read().format("delta").option("versionAsOf", version).load(path(table));
    }

    /** The number of the table's newest commit. */
    public long version(Table table) {
        return snapshot(table).version();
    }

    public void append(Table table, Dataset<Row> rows) {
        rows.write().format("delta").mode(SaveMode.Append).save(path(table));
    }

    /** Replaces all rows. */
    public void overwrite(Table table, Dataset<Row> rows) {
        rows.write().format("delta").mode(SaveMode.Overwrite).save(path(table));
    }

    /** Replaces the rows that meet a condition; the new rows meet it too. */
    public void replace(Table table, Column condition, Dataset<Row> rows) {
        try {
            rows.writeTo("delta.`" + path(table) + "`").overwrite(condition);
        } catch (NoSuchTableException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Inserts the rows, or updates those whose key is there already.
     *
     * @param within a condition on the table that holds for every row which the keys can meet
     */
    public void merge(Table table, Dataset<Row> rows, Column within) {
        Column matches = within;
        for (org.zhijian.schema.Column key : table.key()) {
            matches = matches.and(functions.col("old." + key.name()).eqNullSafe(functions.col("new." + key.name())));
        }
        DeltaTable.forPath(spark, path(table))
                .as("old")
                .merge(rows.as("new"), matches)
                .whenMatched()
                .updateAll()
                .whenNotMatched()
                .insertAll()
                .execute();
    }

    /** Takes the table back to a version, in a new commit; readers of other versions are not disturbed. */
    public void restore(Table table, long version) {
        DeltaTable.forPath(spark, path(table)).restoreToVersion(version);
    }

    /** Drops what Spark remembers of a table whose folder has been removed. */
    public void forget(Table table) {
        DeltaLog.invalidateCache(spark, new org.apache.hadoop.fs.Path(path(table)));
    }

    /** The newest versions of those tables that exist, by path. */
    public Map<String, Long> versions(List<Table> tables) {
        Map<String, Long> versions = new LinkedHashMap<>();
        for (Table table : tables) {
            if (exists(table)) {
                versions.put(table.path(), version(table));
            }
        }
        return versions;
    }

    Snapshot snapshot(Table table) {
        return log(table).update(false, Option.empty(), Option.empty());
    }

    DeltaLog log(Table table) {
        return DeltaLog.forTable(spark, path(table));
    }

    private String path(Table table) {
        return folder.resolve(table.path()).toString();
    }
}
