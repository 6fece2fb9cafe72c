package org.zhijian.app;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.util.Locale;
import org.slf4j.event.Level;
import org.zhijian.app.console.Console;
import org.zhijian.app.console.Progress;
import org.zhijian.app.console.Streams;
import org.zhijian.app.night.RunLog;
import org.zhijian.reports.explain.AdjustmentExplainer;
import org.zhijian.reports.explain.FlagExplainer;
import org.zhijian.reports.explain.QuotaExplainer;
import org.zhijian.reports.explain.TierExplainer;
import org.zhijian.schema.text.Text;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** The command line {@code zhijian}: exit code 0 done, 1 failed, 2 wrong usage. */
@Command(name = "zhijian", versionProvider = Version.class)
public final class Zhijian implements Runnable {
    private static final int WIDTH = 100;

    @Option(names = Languages.OPTION, paramLabel = "LOCALE", scope = ScopeType.INHERIT)
    @SuppressWarnings("UnusedVariable") // picocli and Languages act on it
    private Locale locale;

    @Option(names = "--stacktrace", scope = ScopeType.INHERIT)
    private boolean stackTrace;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = ScopeType.INHERIT)
    @SuppressWarnings("UnusedVariable") // picocli and Languages act on it
    private boolean help;

    @Option(names = "--version", versionHelp = true)
    @SuppressWarnings("UnusedVariable") // picocli and Languages act on it
    private boolean version;

    @Spec
    private CommandSpec spec;

    public static void main(String... args) {
        Text text = Languages.of(args);
        // System.out would keep to itself that something could not be written.
        PrintWriter out = Streams.writer(new FileOutputStream(FileDescriptor.out));
        PrintWriter err = Streams.writer(System.err);
        Progress progress = Streams.isTerminal() ? Progress.bars(System.err) : Progress.lines(err, text);
        Console console = new Console(RunLog.copied(out, Level.INFO), RunLog.copied(err, Level.WARN), text, progress);
        System.exit(run(console, args));
    }

    /** Runs the command that the arguments name and gives its exit code. */
    static int run(Console console, String... args) {
        int exitCode = commandLine(console).execute(args);
        if (console.out().checkError()) {
            if (!Streams.isPipe()) {
                console.warn("app.output-lost");
            }
            return Math.max(exitCode, CommandLine.ExitCode.SOFTWARE);
        }
        return exitCode;
    }

    /** The commands, in the order of their help. */
    static CommandLine commandLine(Console console) {
        Zhijian root = new Zhijian();
        Faults faults = new Faults(console, root);
        return new CommandLine(root)
                .addSubcommand(new DemoCommand(console))
                .addSubcommand(new GenerateCommand(console))
                .addSubcommand(new NightlyCommand(console))
                .addSubcommand(new ReportCommand(console))
                .addSubcommand(new ExportCommand(console))
                .addSubcommand(new RestatementsCommand(console))
                .addSubcommand(new CommandLine(new ExplainCommand())
                        .addSubcommand("tier", new ExplainAgentCommand(console, new TierExplainer()))
                        .addSubcommand("quota", new ExplainAgentCommand(console, new QuotaExplainer()))
                        .addSubcommand("flag", new ExplainAgentCommand(console, new FlagExplainer()))
                        .addSubcommand("adjustment", new ExplainAgentCommand(console, new AdjustmentExplainer()))
                        .addSubcommand(new ExplainIndicatorCommand(console)))
                .addSubcommand(new StatusCommand(console))
                .addSubcommand(new CommandLine(new QuarantineCommand())
                        .addSubcommand(new QuarantineListCommand(console))
                        .addSubcommand(new QuarantineShowCommand(console))
                        .addSubcommand(new QuarantineReplayCommand(console)))
                .addSubcommand(new CommandLine(new PlanCommand()).addSubcommand(new PlanVerifyCommand(console)))
                .addSubcommand(new CheckCommand(console))
                .addSubcommand(new RollbackCommand(console))
                .addSubcommand(new MaintainCommand(console))
                .addSubcommand(new SchemaCommand(console))
                .registerConverter(Locale.class, Zhijian::locale)
                .registerConverter(AsOf.class, AsOf::parse)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setResourceBundle(new HelpTexts(console.text()))
                .setUsageHelpWidth(WIDTH)
                .setOut(console.out())
                .setErr(console.err())
                .setExecutionExceptionHandler(faults)
                .setParameterExceptionHandler(faults);
    }

    @Override
    public void run() {
        throw new Faults.NoCommandException(spec.commandLine());
    }

    boolean showsStackTrace() {
        return stackTrace;
    }

    private static Locale locale(String tag) {
        return Languages.parse(tag).orElseThrow(() -> new TypeConversionException(tag));
    }
}
