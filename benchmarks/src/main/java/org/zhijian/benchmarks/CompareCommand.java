package org.zhijian.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.Callable;
import org.zhijian.reports.read.PublishedWarehouse;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code compare}: whether suite and yardstick come to the same numbers; exit code 1 where they do not. */
@Command(
        name = "compare",
        sortOptions = false,
        description =
                "Compares the marts of the last first load with DuckDB's, row by row; makes them if there are none.")
final class CompareCommand implements Callable<Integer> {
    @Mixin
    private Workload workload;

    @Override
    public Integer call() throws SQLException, IOException {
        Path folder = FirstLoad.warehouse(workload);
        if (!Files.exists(folder.resolve("publications")) || !Files.exists(FirstLoad.yardstick(workload))) {
            FirstLoad.run(workload);
        }
        PublishedWarehouse warehouse = PublishedWarehouse.open(folder);
        Path exports =
                Files.createDirectories(workload.folder(workload.months()).resolve("exports"));
        boolean same = true;
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:")) {
            for (YardstickMart mart : YardstickMart.ALL) {
                Comparison.Result result = new Comparison(connection)
                        .compare(
                                mart,
                                warehouse,
                                exports.resolve(mart.name() + ".parquet"),
                                Yardstick.martFile(FirstLoad.yardstick(workload), mart));
                Say.line(
                        "%-22s %9d rows, %d differ, in %s",
                        mart.name(), result.rows(), result.differing(), String.join(", ", result.columns()));
                result.examples().forEach(System.out::println);
                same &= result.differing() == 0;
            }
        }
        YardstickMart.withoutCounterpart().forEach(mart -> Say.line("%-22s no counterpart", mart.name()));
        return same ? 0 : 1;
    }
}
