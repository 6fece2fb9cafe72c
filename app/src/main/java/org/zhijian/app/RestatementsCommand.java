package org.zhijian.app;

import java.time.LocalDate;
import java.util.List;
import org.zhijian.app.console.Console;
import org.zhijian.reports.read.PublishedWarehouse;
import org.zhijian.reports.restatement.Restatement;
import org.zhijian.reports.restatement.RestatementCsv;
import org.zhijian.reports.restatement.Restatements;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code restatements}: what later publications changed of tiers, quotas, tier changes and flags, and why. */
@Command(name = "restatements")
final class RestatementsCommand implements Runnable {
    private final Console console;

    @Mixin
    private ReadOptions read;

    @Option(names = "--since", paramLabel = "DATE")
    private LocalDate since;

    @Option(names = "--format", paramLabel = "FORMAT", defaultValue = "text")
    private Format format;

    RestatementsCommand(Console console) {
        this.console = console;
    }

    /** The forms the list comes in. */
    private enum Format {
        TEXT,
        CSV
    }

    @Override
    public void run() {
        PublishedWarehouse warehouse = read.open();
        List<Restatement> restatements = Restatements.of(warehouse, since);
        if (format == Format.CSV) {
            RestatementCsv.write(restatements, console.out());
        } else if (restatements.isEmpty()) {
            console.say("app.restatements.none", warehouse.publication().number());
        } else {
            new RestatementView(console).print(restatements);
        }
    }
}
