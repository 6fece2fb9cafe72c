package org.zhijian.etl.io;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.delta.DeltaLog;
import org.apache.spark.sql.delta.DeltaOperations;
import org.apache.spark.sql.delta.OptimisticTransaction;
import org.apache.spark.sql.delta.actions.Action;
import org.apache.spark.sql.delta.actions.AddFile;
import org.apache.spark.sql.delta.actions.FileAction;
import org.apache.spark.sql.delta.actions.Format;
import org.apache.spark.sql.delta.actions.Metadata;
import org.zhijian.schema.Check;
import org.zhijian.schema.Column;
import org.zhijian.schema.Table;
import scala.Option;
import scala.jdk.javaapi.CollectionConverters;

/**
 * One commit to a table. Delta writes the files, holds the table's constraints while it does, and writes the log's entry; which
 * files the new ones replace is said by the caller, who knows it. Delta's own commands find that out by jobs over the log,
 * which on small tables cost more than the writing.
 */
final class Commit {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final OptimisticTransaction transaction;

    private Commit(SparkSession spark, Path folder) {
        this.transaction = DeltaLog.forTable(spark, folder.toString()).startTransaction(Option.empty(), Option.empty());
    }

    /** Makes the table as it is declared, empty. */
    static void create(SparkSession spark, Path folder, Table table) {
        Commit commit = new Commit(spark, folder);
        Metadata metadata = metadata(table);
        commit.transaction.updateMetadataForNewTable(metadata);
        commit.transaction.commit(
                CollectionConverters.asScala(List.<Action>of()).toSeq(),
                new DeltaOperations.CreateTable(metadata, true, false, Option.empty()));
    }

    /**
     * A commit that was made.
     *
     * @param version its number
     * @param added the files it added
     */
    record Made(long version, List<TableFiles.DataFile> added) {}

    /** Writes rows, in the place of those files. */
    static Made write(SparkSession spark, Path folder, Dataset<Row> rows, Collection<TableFiles.DataFile> replaced) {
        Commit commit = new Commit(spark, folder);
        List<Action> actions = new ArrayList<>();
        List<TableFiles.DataFile> added = new ArrayList<>();
        for (FileAction action : CollectionConverters.asJava(commit.transaction.writeFiles(rows))) {
            actions.add(action);
            if (action instanceof AddFile file) {
                added.add(TableFiles.DataFile.of(
                        file.path(), file.size(), CollectionConverters.asJava(file.partitionValues()), file.stats()));
            }
        }
        replaced.forEach(file -> actions.add(action("remove", file)));
        return new Made(commit.make(actions, replaced.isEmpty() ? SaveMode.Append : SaveMode.Overwrite), added);
    }

    /** Puts files that the table had before in the place of others. */
    static long restore(
            SparkSession spark,
            Path folder,
            Collection<TableFiles.DataFile> restored,
            Collection<TableFiles.DataFile> replaced) {
        List<Action> actions = new ArrayList<>();
        restored.forEach(file -> actions.add(action("add", file)));
        replaced.forEach(file -> actions.add(action("remove", file)));
        return new Commit(spark, folder).make(actions, SaveMode.Overwrite);
    }

    private long make(List<Action> actions, SaveMode mode) {
        return transaction.commit(
                CollectionConverters.asScala(actions).toSeq(),
                new DeltaOperations.Write(
                        mode,
                        Option.empty(),
                        Option.empty(),
                        Option.empty(),
                        Option.empty(),
                        Option.empty(),
                        Option.empty(),
                        Option.empty(),
                        Option.empty()));
    }

    /** An entry of the log that adds or removes a file. */
    private static Action action(String kind, TableFiles.DataFile file) {
        long now = System.currentTimeMillis();
        ObjectNode entry = JSON.createObjectNode()
                .put("path", file.path())
                .put("dataChange", true)
                .put("size", file.bytes());
        ObjectNode partition = entry.putObject("partitionValues");
        file.partition().forEach(partition::put);
        if (kind.equals("add")) {
            entry.put("modificationTime", now).put("stats", file.statistics().toString());
        } else {
            entry.put("deletionTimestamp", now).put("extendedFileMetadata", true);
        }
        return Action.fromJson(JSON.createObjectNode().set(kind, entry).toString());
    }

    private static Metadata metadata(Table table) {
        Map<String, String> properties = new HashMap<>();
        // Publications name versions for as long as they are kept; the log must not forget them on its own.
        properties.put("delta.enableExpiredLogCleanup", "false");
        properties.put("delta.logRetentionDuration", "interval 3650 days");
        properties.put("delta.deletedFileRetentionDuration", "interval 3650 days");
        properties.put("delta.dataSkippingStatsColumns", String.join(",", withStatistics(table)));
        for (Check check : table.checks()) {
            properties.put("delta.constraints." + check.name(), check.condition());
        }
        List<String> partitions = table.partitions().stream().map(Column::name).toList();
        return new Metadata(
                UUID.randomUUID().toString(),
                null,
                table.grain(),
                new Format("parquet", scalaMap(Map.of())),
                Schemas.struct(table).json(),
                CollectionConverters.asScala(partitions).toSeq(),
                scalaMap(properties),
                Option.apply(System.currentTimeMillis()));
    }

    /** The columns by which files are looked for; statistics of all would cost more than the writing of a small table. */
    private static List<String> withStatistics(Table table) {
        return Stream.concat(table.key().stream(), table.lookups().stream())
                .filter(column -> !table.partitions().contains(column))
                .map(Column::name)
                .distinct()
                .toList();
    }

    private static scala.collection.immutable.Map<String, String> scalaMap(Map<String, String> map) {
        return scala.collection.immutable.Map.from(CollectionConverters.asScala(map));
    }
}
