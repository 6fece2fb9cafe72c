package org.zhijian.benchmarks;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ScopeType;

/** The command line; one command a benchmark. */
@Command(
        name = "benchmarks/run",
        scope = ScopeType.INHERIT,
        mixinStandardHelpOptions = true,
        description = "Measures the suite beside something else that does the same in the same run.",
        subcommands = {
            FirstLoadCommand.class,
            MartsCommand.class,
            NightCommand.class,
            ReadCommand.class,
            ReportsCommand.class,
            CompareCommand.class
        })
final class Benchmarks {
    private Benchmarks() {}

    /** Runs one benchmark. */
    public static void main(String[] args) {
        System.exit(new CommandLine(new Benchmarks()).execute(args));
    }
}
