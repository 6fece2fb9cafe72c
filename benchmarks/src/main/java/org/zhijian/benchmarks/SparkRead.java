package org.zhijian.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.zhijian.etl.io.Session;
import org.zhijian.schema.Table;
import org.zhijian.schema.WarehouseSchema;
import org.zhijian.schema.publication.Publication;
import org.zhijian.schema.publication.Publications;

/** A published table to one CSV file by Spark, in a process of its own. */
final class SparkRead {
    private SparkRead() {}

    /** Runs it in a new process with the JVM options of a night. */
    static Measured run(Table table, Path warehouse, Path file, Path log) {
        return Measured.java(
                log,
                List.of("@" + Suite.home().resolve("app/src/main/jvm/options"), "-Xmx1280m", "-XX:+UseParallelGC"),
                SparkRead.class,
                List.of(table.name(), warehouse.toString(), file + ".spark"));
    }

    /** Called with the table's name, the warehouse and the folder for the file. */
    public static void main(String[] args) throws IOException {
        Table table = WarehouseSchema.table(args[0]).orElseThrow();
        Path warehouse = Path.of(args[1]);
        Publication publication = new Publications(warehouse).newest().orElseThrow();
        Column[] key =
                table.key().stream().map(column -> functions.col(column.name())).toArray(Column[]::new);
        try (SparkSession spark = Session.open(ZoneId.of(publication.zone()))) {
            spark.read()
                    .format("delta")
                    .option("versionAsOf", publication.tables().get(table.path()))
                    .load(warehouse.resolve(table.path()).toString())
                    .orderBy(key)
                    .coalesce(1)
                    .write()
                    .mode("overwrite")
                    .option("header", true)
                    .csv(args[2]);
        }
    }
}
