package org.zhijian.app;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Set;
import java.util.concurrent.Callable;
import org.zhijian.app.console.Console;
import org.zhijian.app.night.Night;
import org.zhijian.app.night.NightReport;
import org.zhijian.app.night.NightStatus;
import org.zhijian.app.night.NightlyReports;
import org.zhijian.etl.run.Nightly;
import org.zhijian.schema.text.UserError;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code nightly}: loads what is new, brings everything up to the date, publishes, and makes the reports that are due. */
@Command(name = "nightly", sortOptions = false)
final class NightlyCommand implements Callable<Integer> {
    private final Console console;

    @Option(names = "--landing", paramLabel = "DIR", required = true)
    private Path landing;

    @Mixin
    private RunOptions options;

    @Option(names = "--date", paramLabel = "DATE", required = true)
    private LocalDate date;

    @Option(names = "--reports", paramLabel = "DIR")
    private Path reports;

    NightlyCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        if (isWithin(options.warehouse(), landing)) {
            throw new UserError("app.night.warehouse-in-landing", options.warehouse(), landing);
        }
        Nightly.Request request = new Nightly.Request(landing, options.warehouse(), date, options.settings(), Set.of());
        Night night = Night.run(console, request, options.patience());
        new NightReport(console, night).print();
        if (reports == null || night.status() == NightStatus.FAILED_CHECKS) {
            return night.status().exitCode();
        }
        boolean allMade = new NightlyReports(console, reports).make(night).isEmpty();
        return allMade ? night.status().exitCode() : ExitCode.SOFTWARE;
    }

    private static boolean isWithin(Path inner, Path outer) {
        return inner.toAbsolutePath()
                .normalize()
                .startsWith(outer.toAbsolutePath().normalize());
    }
}
