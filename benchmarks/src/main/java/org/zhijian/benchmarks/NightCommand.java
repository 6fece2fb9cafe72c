package org.zhijian.benchmarks;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code night}: one more day on histories of several lengths. */
@Command(
        name = "night",
        sortOptions = false,
        description =
                "One more day on several lengths of history, and against DuckDB that recomputes all marts from CSV.")
final class NightCommand implements Runnable {
    @Mixin
    private Workload workload;

    @Option(
            names = "--histories",
            split = ",",
            defaultValue = "2,12,36",
            description = "months of history, the shortest first (${DEFAULT-VALUE})")
    private List<Integer> histories;

    @Override
    public void run() {
        histories.forEach(this::prepare);
        int shortest = histories.get(0);
        int longest = histories.get(histories.size() - 1);
        Map<Integer, Series> growth = new LinkedHashMap<>();
        Map<Integer, Series> seconds = new LinkedHashMap<>();
        Series peaks = new Series();
        Series againstYardstick = new Series();
        for (int round = 1; round <= workload.rounds(); round++) {
            Map<Integer, Double> nights = new LinkedHashMap<>();
            for (int history : histories) {
                Suite.Night night = night(history);
                nights.put(history, night.process().seconds());
                peaks.add(night.process().peakGigabytes());
                Say.line(
                        "round %d  night on %d months: %.1f s from command to exit (steps: load %.1f, marts %.1f, checks %.1f), peak %.2f GB",
                        round,
                        history,
                        night.process().seconds(),
                        night.loadSeconds(),
                        night.martSeconds(),
                        night.steps().get("checks"),
                        night.process().peakGigabytes());
            }
            nights.forEach((history, took) -> {
                seconds.computeIfAbsent(history, months -> new Series()).add(took);
                growth.computeIfAbsent(history, months -> new Series()).add(took / nights.get(shortest));
            });
            YardstickProcess.Outcome yardstick = recomputed(longest);
            againstYardstick.add(nights.get(longest) / yardstick.process().seconds());
            Say.line(
                    "         DuckDB, all marts of %d months from CSV: %.1f s from command to exit (load %.1f, marts %.1f), peak %.2f GB",
                    longest,
                    yardstick.process().seconds(),
                    yardstick.loadSeconds(),
                    yardstick.martSeconds(),
                    yardstick.process().peakGigabytes());
        }
        seconds.forEach((history, took) -> Say.line("night on %2d months, seconds: %s", history, took));
        growth.forEach((history, ratio) -> Say.line("night on %2d ÷ night on %d months: %s", history, shortest, ratio));
        Say.line("night on %d months ÷ DuckDB from CSV: %s", longest, againstYardstick);
        Say.line("peak memory of the nights in GB: %s", peaks);
    }

    /** The warehouse as it is before the night, and the day's files. */
    private void prepare(int history) {
        Path landing = workload.landing(history);
        Path done = before(history).resolve("run.lock");
        if (!Files.exists(done)) {
            Path draft = workload.folder(history).resolve("before.draft");
            Folders.delete(draft);
            Say.line("Loading %d months of history", history);
            Suite.nightly(landing, draft, workload.until(), log(history, "before.log"));
            Folders.copyWarehouse(draft, before(history));
            Folders.delete(draft);
        }
        workload.addNextDay(history);
    }

    private Suite.Night night(int history) {
        Path warehouse = workload.folder(history).resolve("night");
        Folders.copyWarehouse(before(history), warehouse);
        return Suite.nightly(
                workload.landing(history), warehouse, workload.addNextDay(history), log(history, "night.log"));
    }

    private YardstickProcess.Outcome recomputed(int history) {
        LocalDate day = workload.addNextDay(history);
        return YardstickProcess.run(
                workload.landing(history),
                workload.folder(history).resolve("duckdb-night"),
                day,
                Yardstick.Keeps.FOR_MARTS,
                log(history, "night-duckdb.log"));
    }

    private Path before(int history) {
        return workload.folder(history).resolve("before");
    }

    private Path log(int history, String name) {
        return workload.folder(history).resolve("logs").resolve(name);
    }
}
