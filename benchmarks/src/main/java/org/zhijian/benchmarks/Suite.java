package org.zhijian.benchmarks;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.zhijian.reports.read.PublishedWarehouse;
import org.zhijian.reports.read.Row;
import org.zhijian.reports.read.Rows;
import org.zhijian.schema.Table;
import org.zhijian.schema.raw.RunStep;

/** This suite as a person starts it. */
final class Suite {
    private Suite() {}

    /**
     * A night.
     *
     * @param process the process from its start to its exit
     * @param steps seconds of each step, as the warehouse's own ledger has them
     */
    record Night(Measured process, Map<String, Double> steps) {
        /** Landing files to star. */
        double loadSeconds() {
            return steps.get("ingest") + steps.get("dimensions") + steps.get("facts");
        }

        double martSeconds() {
            return steps.get("marts");
        }
    }

    /** The folder that the suite's start script lies in. */
    static Path home() {
        return Path.of(System.getProperty("zhijian.home"));
    }

    static Night nightly(Path landing, Path warehouse, LocalDate date, Path log) {
        Measured process = zhijian(
                log,
                "nightly",
                "--landing",
                landing.toString(),
                "--warehouse",
                warehouse.toString(),
                "--date",
                date.toString());
        return new Night(process, steps(warehouse));
    }

    static Measured export(Table table, Path warehouse, Path out, Path log) {
        return zhijian(
                log,
                "export",
                table.toString(),
                "--warehouse",
                warehouse.toString(),
                "--format",
                "csv",
                "--out",
                out.toString());
    }

    /** A report as PDF, in Chinese. */
    static Measured report(String name, YearMonth month, Path warehouse, Path out, Path log) {
        return zhijian(
                log,
                "report",
                name,
                "--warehouse",
                warehouse.toString(),
                "--period",
                month.toString(),
                "--format",
                "pdf",
                "--locale",
                "zh-CN",
                "--out",
                out.toString());
    }

    private static Measured zhijian(Path log, String... arguments) {
        List<String> command = new ArrayList<>(List.of(home().resolve("zhijian").toString()));
        command.addAll(List.of(arguments));
        return Measured.command(log, command);
    }

    /** What the last run's steps took. */
    private static Map<String, Double> steps(Path folder) {
        PublishedWarehouse warehouse = PublishedWarehouse.open(folder);
        long newest = warehouse.publication().number();
        Map<String, Double> steps = new LinkedHashMap<>();
        try (Rows rows = warehouse.rows(RunStep.TABLE)) {
            while (rows.hasNext()) {
                Row step = rows.next();
                if (step.bigint(RunStep.RUN_ID) == newest) {
                    steps.put(step.string(RunStep.STEP), step.number(RunStep.SECONDS));
                }
            }
        }
        return steps;
    }
}
