package org.zhijian.app;

import java.util.List;
import java.util.stream.Collectors;
import org.slf4j.LoggerFactory;
import org.zhijian.app.console.Console;
import org.zhijian.app.night.RunLog;
import org.zhijian.schema.text.UserError;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Tells the person what went wrong, and whether they or the program can mend it. */
final class Faults implements IExecutionExceptionHandler, IParameterExceptionHandler {
    private final Console console;
    private final Zhijian root;

    Faults(Console console, Zhijian root) {
        this.console = console;
        this.root = root;
    }

    /** A command failed: exit code 1. */
    @Override
    public int handleExecutionException(Exception fault, CommandLine command, ParseResult parsed) {
        if (fault instanceof UserError error) {
            console.warn("app.failed", error.in(console.text()));
        } else if (isStopping()) {
            // Whatever fails now fails because Spark is being closed.
            console.warn("app.stopped");
        } else {
            LoggerFactory.getLogger(Faults.class).error("The command failed", fault);
            console.warn("app.fault", fault);
            RunLog.file()
                    .ifPresentOrElse(
                            log -> console.warn("app.fault.logged", log), () -> console.warn("app.fault.not-logged"));
        }
        if (root.showsStackTrace()) {
            fault.printStackTrace(console.err());
        }
        return CommandLine.ExitCode.SOFTWARE;
    }

    /** The command line is wrong: exit code 2. */
    @Override
    public int handleParseException(ParameterException wrong, String[] args) {
        console.warn("app.failed", explain(wrong));
        console.warn("app.usage.hint", wrong.getCommandLine().getCommandSpec().qualifiedName());
        return CommandLine.ExitCode.USAGE;
    }

    /** Whether the JVM has been told to end, as by Ctrl-C: it then takes no more hooks. */
    private static boolean isStopping() {
        Thread hook = new Thread(() -> {});
        try {
            Runtime.getRuntime().addShutdownHook(hook);
        } catch (IllegalStateException e) {
            return true;
        }
        Runtime.getRuntime().removeShutdownHook(hook);
        return false;
    }

    private String explain(ParameterException wrong) {
        if (wrong instanceof MissingParameterException missing) {
            return console.text().of("app.usage.missing", labels(missing.getMissing()));
        }
        if (wrong instanceof UnmatchedArgumentException unmatched) {
            List<String> suggestions = unmatched.getSuggestions();
            return suggestions.isEmpty()
                    ? console.text().of("app.usage.unknown", String.join(" ", unmatched.getUnmatched()))
                    : console.text()
                            .of(
                                    "app.usage.unknown.suggest",
                                    unmatched.getUnmatched().get(0),
                                    String.join(", ", suggestions));
        }
        if (wrong instanceof NoCommandException) {
            return console.text().of("app.usage.no-command");
        }
        if (wrong.getArgSpec() != null && wrong.getValue() != null) {
            return console.text().of("app.usage.not-allowed", wrong.getValue(), label(wrong.getArgSpec()));
        }
        return wrong.getMessage();
    }

    private static String labels(List<ArgSpec> missing) {
        return missing.stream().map(Faults::label).collect(Collectors.joining(", "));
    }

    private static String label(ArgSpec argument) {
        return argument instanceof OptionSpec option
                ? option.longestName() + " " + option.paramLabel()
                : argument.paramLabel();
    }

    /** No command was named. */
    static final class NoCommandException extends ParameterException {
        private static final long serialVersionUID = 1L;

        NoCommandException(CommandLine command) {
            super(command, "no command");
        }
    }
}
