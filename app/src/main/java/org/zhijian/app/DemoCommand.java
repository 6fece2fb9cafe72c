package org.zhijian.app;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import org.zhijian.app.console.Console;
import org.zhijian.app.console.Progress;
import org.zhijian.app.night.Night;
import org.zhijian.app.night.NightReport;
import org.zhijian.app.night.NightStatus;
import org.zhijian.app.night.NightlyReports;
import org.zhijian.etl.run.Nightly;
import org.zhijian.generator.CentreGenerator;
import org.zhijian.generator.CentrePlan;
import org.zhijian.reports.export.ExportFormat;
import org.zhijian.reports.export.TableExport;
import org.zhijian.reports.read.PublishedWarehouse;
import org.zhijian.schema.Layer;
import org.zhijian.schema.Table;
import org.zhijian.schema.WarehouseSchema;
import org.zhijian.schema.settings.Settings;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;

/** {@code demo}: makes a sample centre and runs it through two nights, its history and the day after. */
@Command(name = "demo", sortOptions = false)
final class DemoCommand implements Callable<Integer> {
    private static final long SEED = 7;
    private static final LocalDate LAST_DAY = LocalDate.of(2026, 10, 31);

    private final Console console;
    private final List<String> failedReports = new ArrayList<>();

    @Option(names = "--out", paramLabel = "DIR", defaultValue = "demo")
    private Path out;

    @Option(names = "--agents", paramLabel = "N", defaultValue = "60")
    private int agents;

    @Option(names = "--months", paramLabel = "N", defaultValue = "14")
    private int months;

    DemoCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        CentrePlan history = CentrePlan.of(agents, months, SEED, LAST_DAY);
        CentrePlan nextDay = history.days(LAST_DAY.plusDays(1), LAST_DAY.plusDays(1));
        DemoFolder folder = DemoFolder.cleared(out);
        Night first = night(folder, history);
        Night second = first.status() == NightStatus.FAILED_CHECKS ? first : night(folder, nextDay);
        if (second.status() == NightStatus.FAILED_CHECKS) {
            return ExitCode.SOFTWARE;
        }
        export(folder);
        sayWhatThereIs(folder, first, second);
        return failedReports.isEmpty() ? ExitCode.OK : ExitCode.SOFTWARE;
    }

    /** Writes what arrived on the plan's days and closes the last of them. */
    private Night night(DemoFolder folder, CentrePlan days) {
        try (Progress.Step step = console.progress().begin(console.text().of("app.generate.step"))) {
            step.done(CentreGenerator.write(days, folder.landing(), step::at).totalRows());
        }
        Nightly.Request request =
                new Nightly.Request(folder.landing(), folder.warehouse(), days.until(), Settings.defaults(), Set.of());
        Night night = Night.run(console, request, Duration.ZERO);
        new NightReport(console, night).print();
        if (night.status() != NightStatus.FAILED_CHECKS) {
            failedReports.addAll(new NightlyReports(console, folder.reports()).make(night));
        }
        console.out().println();
        return night;
    }

    private void export(DemoFolder folder) {
        PublishedWarehouse warehouse = PublishedWarehouse.open(folder.warehouse());
        List<Table> marts = WarehouseSchema.ALL.stream()
                .filter(table -> table.layer() == Layer.MART && warehouse.holds(table))
                .filter(table -> warehouse.rowCount(table).orElse(1) > 0)
                .toList();
        try (Progress.Step step = console.progress().begin(console.text().of("app.demo.exporting"))) {
            long rows = 0;
            for (Table mart : marts) {
                step.doing(mart.toString());
                rows += new TableExport(warehouse, mart)
                        .write(ExportFormat.CSV, folder.export().resolve(mart.name() + ".csv"), written -> {});
            }
            step.done(rows);
        }
    }

    private void sayWhatThereIs(DemoFolder folder, Night first, Night second) {
        console.say(
                "app.demo.nights",
                first.request().date(),
                seconds(first),
                second.request().date(),
                seconds(second));
        console.say("app.demo.landing", folder.landing());
        console.say("app.demo.warehouse", folder.warehouse());
        console.say("app.demo.reports", folder.reports());
        console.say("app.demo.export", folder.export());
        console.out().println();
        console.say("app.demo.try");
        for (String command : List.of(
                "status --warehouse " + folder.warehouse(),
                "quarantine list --warehouse " + folder.warehouse(),
                "check --warehouse " + folder.warehouse(),
                "report monthly-report --warehouse " + folder.warehouse() + " --period " + YearMonth.from(LAST_DAY)
                        + " --locale zh-CN",
                "export tier_assignment --warehouse " + folder.warehouse() + " --format csv --out tiers.csv",
                "schema --table tier_assignment")) {
            console.out().println("    ./zhijian " + command);
        }
    }

    private static String seconds(Night night) {
        return String.format(Locale.ROOT, "%.1f", night.totalSeconds());
    }
}
