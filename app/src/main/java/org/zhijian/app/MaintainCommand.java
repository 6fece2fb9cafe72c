package org.zhijian.app;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.zhijian.app.console.Console;
import org.zhijian.app.night.OldLogs;
import org.zhijian.etl.run.Maintenance;
import org.zhijian.reports.read.PublishedWarehouse;
import org.zhijian.schema.publication.Publication;
import org.zhijian.schema.settings.Settings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code maintain}: removes publications that are no longer kept, the files that only they needed, and old logs. */
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
        Instant now = Instant.now();
        OldLogs logs = OldLogs.in(warehouse, now.minus(Duration.ofDays(days)));
        Maintenance.Outcome outcome =
                dryRun ? Maintenance.foresee(warehouse, days, now) : Maintenance.run(warehouse, days, now);
        if (!dryRun) {
            logs.delete();
        }
        console.say(
                dryRun ? "app.maintain.would-remove" : "app.maintain.removed",
                outcome.removed().size(),
                outcome.files(),
                outcome.bytes(),
                logs.files().size());
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
