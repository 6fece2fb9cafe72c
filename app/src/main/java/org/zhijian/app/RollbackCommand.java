package org.zhijian.app;

import java.nio.file.Path;
import org.zhijian.app.console.Console;
import org.zhijian.app.night.RollingBack;
import org.zhijian.reports.read.PublishedWarehouse;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code rollback}: brings all tables back to what an earlier publication says, as a new publication. */
@Command(name = "rollback", sortOptions = false)
final class RollbackCommand implements Runnable {
    private final Console console;

    @Option(names = "--warehouse", paramLabel = "DIR", required = true)
    private Path warehouse;

    @Option(names = "--to", paramLabel = "NUMBER", required = true)
    private long number;

    RollbackCommand(Console console) {
        this.console = console;
    }

    @Override
    public void run() {
        new RollingBack(console, warehouse, PublishedWarehouse.open(warehouse).publication()).to(number);
    }
}
