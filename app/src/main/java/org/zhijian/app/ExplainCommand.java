package org.zhijian.app;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code explain}: where a published number comes from; its subcommands do the work. */
@Command(name = "explain")
final class ExplainCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new Faults.NoCommandException(spec.commandLine());
    }
}
