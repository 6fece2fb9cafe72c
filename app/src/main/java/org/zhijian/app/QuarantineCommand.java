package org.zhijian.app;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code quarantine}: what was rejected and why; its subcommands do the work. */
@Command(name = "quarantine")
final class QuarantineCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new Faults.NoCommandException(spec.commandLine());
    }
}
