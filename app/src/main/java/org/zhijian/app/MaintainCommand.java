package org.zhijian.app;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import org.zhijian.app.console.Console;
import org.zhijian.etl.run.Maintenance;
import org.zhijian.reports.read.PublishedWarehouse;
import org.zhijian.schema.publication.Publication;
import org.zhijian.schema.settings.Settings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code maintain}: removes publications that are no longer kept, and the files that only they needed. */
@Command(name = "maintain", sortOptions = false)
final class MaintainCommand implements Runnable {
    private final Console console;

    @Option(names = "--warehouse", paramLabel = "DIR", required = true)
    private Path warehouse;

    @Option(names = "--config", paramLabel = "FILE")
    private Path config;

    @Option(names = "--dry-run")
    private boolean dryRun;

    MaintainCommand(Console console) {
        this.console = console;
    }

    @Override
    public void run() {
        int days = days(PublishedWarehouse.open(warehouse).publication());
        Maintenance.Outcome outcome = dryRun
                ? Maintenance.foresee(warehouse, days, Instant.now())
                : Maintenance.run(warehouse, days, Instant.now());
        console.say(
                dryRun ? "app.maintain.would-remove" : "app.maintain.removed",
                outcome.removed().size(),
                outcome.files(),
                outcome.bytes());
        Publication oldest = outcome.kept().get(0);
        console.say("app.maintain.kept", outcome.kept().size(), days, oldest.number(), oldest.madeOn());
    }

    /** What has been removed does not come back, so it is not the default that counts where no configuration is named. */
    private int days(Publication newest) {
        return config == null
                ? new BigDecimal(newest.settings()
                                .getOrDefault(Settings.KEEP_DAYS.key(), Settings.KEEP_DAYS.defaultValue()))
                        .intValueExact()
                : Settings.read(config).get(Settings.KEEP_DAYS);
    }
}
