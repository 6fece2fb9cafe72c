package org.zhijian.app;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.zhijian.app.console.Console;
import org.zhijian.app.night.WarehouseChecking;
import org.zhijian.reports.read.PublishedWarehouse;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;

/** {@code check}: runs every declared check on the whole warehouse, as it was published last. */
@Command(name = "check")
final class CheckCommand implements Callable<Integer> {
    private final Console console;

    @Option(names = "--warehouse", paramLabel = "DIR", required = true)
    private Path warehouse;

    CheckCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        boolean holds = new WarehouseChecking(
                        console, warehouse, PublishedWarehouse.open(warehouse).publication())
                .holds();
        return holds ? ExitCode.OK : ExitCode.SOFTWARE;
    }
}
