package org.zhijian.benchmarks;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code first-load}: landing files to star, and in passing star to marts. */
@Command(
        name = "first-load",
        sortOptions = false,
        description =
                "The whole history from CSV to the star schema, and on to the marts, against DuckDB from CSV to Parquet.")
final class FirstLoadCommand implements Runnable {
    @Mixin
    private Workload workload;

    @Override
    public void run() {
        Series load = new Series();
        Series marts = new Series();
        Series suitePeak = new Series();
        Series yardstickPeak = new Series();
        for (int round = 1; round <= workload.rounds(); round++) {
            FirstLoad both = FirstLoad.run(workload);
            Suite.Night suite = both.suite();
            YardstickProcess.Outcome yardstick = both.yardstick();
            load.add(suite.loadSeconds() / yardstick.loadSeconds());
            marts.add(suite.martSeconds() / yardstick.martSeconds());
            suitePeak.add(suite.process().peakGigabytes());
            yardstickPeak.add(yardstick.process().peakGigabytes());
            Say.line(
                    "round %d  suite: ingest %.1f + dimensions %.1f + facts %.1f = load %.1f s, marts %.1f s, process %.1f s, peak %.2f GB",
                    round,
                    suite.steps().get("ingest"),
                    suite.steps().get("dimensions"),
                    suite.steps().get("facts"),
                    suite.loadSeconds(),
                    suite.martSeconds(),
                    suite.process().seconds(),
                    suite.process().peakGigabytes());
            Say.line(
                    "         DuckDB: load %.1f s, marts %.1f s, process %.1f s, peak %.2f GB",
                    yardstick.loadSeconds(),
                    yardstick.martSeconds(),
                    yardstick.process().seconds(),
                    yardstick.process().peakGigabytes());
        }
        Say.line("first load, suite ÷ DuckDB: %s", load);
        Say.line("marts, suite ÷ DuckDB:      %s", marts);
        Say.line("peak memory in GB, suite:   %s", suitePeak);
        Say.line("peak memory in GB, DuckDB:  %s", yardstickPeak);
    }
}
