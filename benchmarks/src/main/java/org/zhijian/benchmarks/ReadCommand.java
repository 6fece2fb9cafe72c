package org.zhijian.benchmarks;

import java.nio.file.Path;
import org.zhijian.schema.Table;
import org.zhijian.schema.WarehouseSchema;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code read}: one mart by the reports' reader and by Spark, each in a new process. */
@Command(
        name = "read",
        sortOptions = false,
        description =
                "One mart to a CSV file in the order of its key, by the reports' reader against Spark, both cold.")
final class ReadCommand implements Runnable {
    @Mixin
    private Workload workload;

    @Option(names = "--mart", defaultValue = "error_trend", description = "the mart (${DEFAULT-VALUE})")
    private String mart;

    @Override
    public void run() {
        Table table = WarehouseSchema.table(mart)
                .orElseThrow(() -> new IllegalArgumentException("There is no table " + mart));
        Path warehouse = FirstLoad.loadedWarehouse(workload);
        Series ratios = new Series();
        for (int round = 1; round <= workload.rounds(); round++) {
            Path file = workload.folder(workload.months()).resolve("read.csv");
            Measured reader = Suite.export(table, warehouse, file, FirstLoad.log(workload, "read-suite.log"));
            Measured spark = SparkRead.run(table, warehouse, file, FirstLoad.log(workload, "read-spark.log"));
            ratios.add(reader.seconds() / spark.seconds());
            Say.line(
                    "round %d  reader %.1f s, peak %.2f GB; Spark %.1f s, peak %.2f GB; ratio %.2f",
                    round,
                    reader.seconds(),
                    reader.peakGigabytes(),
                    spark.seconds(),
                    spark.peakGigabytes(),
                    reader.seconds() / spark.seconds());
        }
        Say.line("%s to CSV, reader ÷ Spark: %s", table, ratios);
    }
}
