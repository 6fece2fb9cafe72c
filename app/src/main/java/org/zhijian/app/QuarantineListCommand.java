package org.zhijian.app;

import org.zhijian.app.console.Console;
import org.zhijian.app.quarantine.RejectedRecords;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code quarantine list}: the files that left records in quarantine, and those rejected whole. */
@Command(name = "list")
final class QuarantineListCommand implements Runnable {
    private final Console console;

    @Mixin
    private ReadOptions read;

    QuarantineListCommand(Console console) {
        this.console = console;
    }

    @Override
    public void run() {
        new RejectedView(console).print(new RejectedRecords(read.open()));
    }
}
