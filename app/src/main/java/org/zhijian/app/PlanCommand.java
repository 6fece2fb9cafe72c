package org.zhijian.app;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code plan}: the sampling plan; its subcommands do the work. */
@Command(name = "plan")
final class PlanCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new Faults.NoCommandException(spec.commandLine());
    }
}
