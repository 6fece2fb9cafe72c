package org.zhijian.app;

import java.nio.file.Path;
import java.time.YearMonth;
import java.util.Set;
import java.util.concurrent.Callable;
import org.zhijian.app.console.Console;
import org.zhijian.app.night.PlanChecking;
import org.zhijian.reports.read.PublishedWarehouse;
import org.zhijian.schema.publication.Publication;
import org.zhijian.schema.settings.Settings;
import org.zhijian.schema.text.UserError;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;

/** {@code plan verify}: draws the published sampling plan again and compares. */
@Command(name = "verify", sortOptions = false)
final class PlanVerifyCommand implements Callable<Integer> {
    private final Console console;

    @Option(names = "--warehouse", paramLabel = "DIR", required = true)
    private Path warehouse;

    @Option(names = "--month", paramLabel = "MONTH")
    private YearMonth month;

    @Option(names = "--config", paramLabel = "FILE")
    private Path config;

    PlanVerifyCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Publication publication = PublishedWarehouse.open(warehouse).publication();
        Settings settings = config == null ? Settings.defaults() : Settings.read(config);
        if (!publication.isMadeWith(settings.written())) {
            throw new UserError("app.plan.other-settings", publication.number());
        }
        boolean same = new PlanChecking(console, warehouse, publication)
                .isDrawnAgain(settings, month == null ? Set.of() : Set.of(month.atDay(1)));
        return same ? ExitCode.OK : ExitCode.SOFTWARE;
    }
}
