package org.zhijian.etl.io;

import io.delta.tables.DeltaTable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.analysis.NoSuchTableException;
import org.apache.spark.sql.delta.DeltaLog;
import org.apache.spark.sql.functions;
import org.zhijian.schema.Table;

/** The warehouse's tables as Delta tables below one folder. Every write is one commit: all of it or nothing. */
public final class Warehouse {
    private final SparkSession spark;
    private final Path folder;
    private final TableFiles files = new TableFiles();
    private final Map<String, Dataset<Row>> small = new ConcurrentHashMap<>();

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
        TableLog.begin(spark, folder.resolve(table.path()), table);
    }

    /** The table as it is now. */
    public Dataset<Row> read(Table table) {
        return read(table, version(table));
    }

    /** The table as it was at a version. */
    public Dataset<Row> read(Table table, long version) {
        return readFiles(table, version, file -> true);
    }

    /**
     * A small table that several steps read, kept in memory for as long as it stays at its version.
     */
    public Dataset<Row> readSmall(Table table) {
        String state = table.path() + "@" + version(table);
        return small.computeIfAbsent(state, key -> read(table).persist());
    }

    /** Those files' rows of the table as it was at a version. */
    Dataset<Row> readFiles(Table table, long version, Predicate<TableFiles.DataFile> wanted) {
        List<TableFiles.DataFile> chosen =
                files(table, version).stream().filter(wanted).toList();
        if (chosen.isEmpty()) {
            return spark.createDataFrame(List.of(), Schemas.struct(table));
        }
        if (chosen.stream().anyMatch(TableFiles.DataFile::hasDeletions)) {
            // Only Delta's reader leaves out rows that are marked as deleted.
            Dataset<Row> rows =
                    spark.read().format("delta").option("versionAsOf", version).load(path(table));
            return table.partition() == null
                    ? rows
                    : rows.where(Schemas.col(table.partition())
                            .isInCollection(chosen.stream()
                                    .map(TableFiles.DataFile::month)
                                    .distinct()
                                    .toList()));
        }
        return spark.read()
                .schema(Schemas.struct(table))
                .option("basePath", path(table))
                .parquet(chosen.stream().map(file -> file.path().toString()).toArray(String[]::new))
                .select(Schemas.columns(table));
    }

    /** The number of the table's newest commit. */
    public long version(Table table) {
        return files.version(folder.resolve(table.path()));
    }

    List<TableFiles.DataFile> files(Table table) {
        return files.now(folder.resolve(table.path()));
    }

    List<TableFiles.DataFile> files(Table table, long version) {
        return files.at(folder.resolve(table.path()), version);
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

    private String path(Table table) {
        return folder.resolve(table.path()).toString();
    }
}
