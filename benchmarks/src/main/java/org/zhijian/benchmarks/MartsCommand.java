package org.zhijian.benchmarks;

import java.util.LinkedHashMap;
import java.util.Map;
import org.zhijian.schema.Table;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code marts}: star to marts, mart by mart. */
@Command(
        name = "marts",
        sortOptions = false,
        description = "All marts of a first load against the same rules as SQL in DuckDB, mart by mart.")
final class MartsCommand implements Runnable {
    @Mixin
    private Workload workload;

    @Override
    public void run() {
        Series ratios = new Series();
        Map<String, Series> suites = new LinkedHashMap<>();
        Map<String, Series> yardsticks = new LinkedHashMap<>();
        for (int round = 1; round <= workload.rounds(); round++) {
            FirstLoad both = FirstLoad.run(workload);
            double ratio = both.suite().martSeconds() / both.yardstick().martSeconds();
            ratios.add(ratio);
            Say.line(
                    "round %d  suite %.1f s, DuckDB %.1f s, ratio %.2f",
                    round, both.suite().martSeconds(), both.yardstick().martSeconds(), ratio);
            for (YardstickMart mart : YardstickMart.ALL) {
                add(suites, mart.name(), both.suite().steps().get(mart.name()));
                add(yardsticks, mart.name(), both.yardstick().marts().get(mart.name()));
            }
            for (Table mart : YardstickMart.withoutCounterpart()) {
                add(suites, mart.name(), both.suite().steps().get(mart.name()));
            }
        }
        Say.line("");
        Say.line(
                "Median seconds of each; the suite computes several side by side, so its own add up to more than the whole.");
        suites.forEach((mart, seconds) -> Say.line(
                "%-22s suite %7.2f  DuckDB %s",
                mart,
                seconds.median(),
                yardsticks.containsKey(mart)
                        ? String.format("%7.2f", yardsticks.get(mart).median())
                        : "no counterpart"));
        Say.line("");
        Say.line("marts, suite ÷ DuckDB: %s", ratios);
    }

    private static void add(Map<String, Series> all, String mart, double seconds) {
        all.computeIfAbsent(mart, name -> new Series()).add(seconds);
    }
}
