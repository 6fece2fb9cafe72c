package org.zhijian.app;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.zhijian.etl.io.Session;
import org.zhijian.schema.Column;
import org.zhijian.schema.Table;
import org.zhijian.schema.publication.Publication;
import org.zhijian.schema.publication.Publications;
import org.zhijian.schema.settings.Settings;

/** A warehouse for tests, written by Spark as the nights write it, deletion vectors included. */
final class SparkWarehouse {
    private final SparkSession spark = Session.open(ZoneId.of("Asia/Shanghai"));
    private final Path folder;
    private final Map<String, Long> versions = new HashMap<>();
    private long publications;

    SparkWarehouse(Path folder) {
        this.folder = folder;
    }

    /** Appends rows, their values in the order of the declared columns. */
    SparkWarehouse append(Table table, Object[]... rows) {
        List<Row> values = Arrays.stream(rows).map(RowFactory::create).toList();
        spark.createDataFrame(values, schema(table))
                .coalesce(1)
                .write()
                .format("delta")
                .mode("append")
                .option("delta.enableDeletionVectors", "true")
                .partitionBy(table.partitions().stream().map(Column::name).toArray(String[]::new))
                .save(path(table));
        versions.merge(table.path(), 0L, (version, none) -> version + 1);
        return this;
    }

    /** Deletes the rows of which the condition holds. */
    SparkWarehouse delete(Table table, String condition) {
        spark.sql("DELETE FROM delta.`" + path(table) + "` WHERE " + condition);
        versions.merge(table.path(), 1L, Long::sum);
        return this;
    }

    /** Publishes what was written so far. */
    SparkWarehouse publish(String businessDate) {
        new Publications(folder)
                .publish(new Publication(
                        ++publications,
                        LocalDate.parse(businessDate),
                        Instant.parse(businessDate + "T18:00:00Z"),
                        "Asia/Shanghai",
                        "test",
                        Settings.defaults().written(),
                        "landing",
                        versions));
        return this;
    }

    /** Publishes a warehouse once more with a row of a table in it twice, as no night would. */
    static void repeatARow(Path folder, Table table) {
        Publication last = new Publications(folder).newest().orElseThrow();
        SparkWarehouse warehouse = new SparkWarehouse(folder);
        warehouse.versions.putAll(last.tables());
        Row row = warehouse
                .spark
                .read()
                .format("delta")
                .load(warehouse.path(table))
                .head();
        warehouse.append(
                table, IntStream.range(0, row.size()).mapToObj(row::get).toArray());
        new Publications(folder)
                .publish(new Publication(
                        last.number() + 1,
                        last.businessDate(),
                        Instant.now(),
                        last.zone(),
                        last.software(),
                        last.settings(),
                        last.landing(),
                        warehouse.versions));
    }

    /** The rows of a version of a table. */
    static List<Row> rows(Path folder, Table table, long version) {
        SparkWarehouse warehouse = new SparkWarehouse(folder);
        return warehouse
                .spark
                .read()
                .format("delta")
                .option("versionAsOf", version)
                .load(warehouse.path(table))
                .collectAsList();
    }

    /** The rows of one Parquet file. */
    static List<Row> parquet(Path file) {
        return new SparkWarehouse(file.getParent())
                .spark
                .read()
                .parquet(file.toString())
                .collectAsList();
    }

    private String path(Table table) {
        return folder.resolve(table.path()).toString();
    }

    private static StructType schema(Table table) {
        return StructType.fromDDL(table.columns().stream()
                .map(column -> "`" + column.name() + "` " + column.type().sql())
                .collect(Collectors.joining(", ")));
    }
}
