package org.zhijian.benchmarks;

import java.nio.file.Path;
import java.time.YearMonth;
import org.zhijian.benchmarks.WorkbookProcess.Writer;
import org.zhijian.schema.mart.ErrorTrend;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code reports}: a monthly PDF against Spark reading a mart, score details, and a workbook against fastexcel. */
@Command(
        name = "reports",
        sortOptions = false,
        description =
                "A monthly PDF from a cold start against Spark reading one mart, score details a second, workbook rows against fastexcel.")
final class ReportsCommand implements Runnable {
    @Mixin
    private Workload workload;

    @Option(names = "--rows", defaultValue = "1000000", description = "rows of the workbook (${DEFAULT-VALUE})")
    private int rows;

    @Override
    public void run() {
        Path warehouse = FirstLoad.loadedWarehouse(workload);
        YearMonth month = YearMonth.from(workload.until()).minusMonths(1);
        Path out = workload.folder(workload.months()).resolve("reports");
        Series ratios = new Series();
        Series details = new Series();
        Series warmDetails = new Series();
        Series workbooks = new Series();
        for (int round = 1; round <= workload.rounds(); round++) {
            Measured monthly = Suite.report("monthly-report", month, warehouse, out, log("monthly.log"));
            Measured spark = SparkRead.run(ErrorTrend.TABLE, warehouse, out.resolve("trend.csv"), log("spark.log"));
            ratios.add(monthly.seconds() / spark.seconds());
            Folders.delete(out);
            Measured all = Suite.report("score-details", month, warehouse, out, log("score-details.log"));
            double detailsPerSecond = Folders.files(out, ".pdf") / all.seconds();
            double warmPerSecond = Folders.warmPace(out, ".pdf");
            details.add(detailsPerSecond);
            warmDetails.add(warmPerSecond);
            double ours = rowsPerSecond(Writer.REPORTS);
            double fastexcel = rowsPerSecond(Writer.FASTEXCEL);
            workbooks.add(ours / fastexcel);
            Say.line(
                    "round %d  monthly PDF %.1f s, Spark reading a mart %.1f s; score details %.1f a second, warm %.1f; rows a second %.0f, fastexcel %.0f",
                    round, monthly.seconds(), spark.seconds(), detailsPerSecond, warmPerSecond, ours, fastexcel);
        }
        Say.line("monthly PDF ÷ Spark reading a mart, both cold: %s", ratios);
        Say.line("score details a second, the start included: %s", details);
        Say.line("score details a second, but for the first quarter: %s", warmDetails);
        Say.line("workbook rows a second, reports ÷ fastexcel: %s", workbooks);
    }

    private double rowsPerSecond(Writer writer) {
        Path file = workload.folder(workload.months()).resolve("cases.xlsx");
        return WorkbookProcess.rowsPerSecond(writer, rows, file, log("workbook-" + writer + ".log"));
    }

    private Path log(String name) {
        return FirstLoad.log(workload, name);
    }
}
