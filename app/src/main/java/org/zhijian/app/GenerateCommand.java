package org.zhijian.app;

import java.nio.file.Path;
import java.time.LocalDate;
import org.zhijian.app.console.Console;
import org.zhijian.app.console.Progress;
import org.zhijian.app.console.TextTable;
import org.zhijian.generator.CentreGenerator;
import org.zhijian.generator.CentrePlan;
import org.zhijian.generator.Compression;
import org.zhijian.generator.GeneratedFiles;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code generate}: writes a landing folder of a made-up centre. */
@Command(name = "generate", sortOptions = false)
final class GenerateCommand implements Runnable {
    private final Console console;

    @Option(names = "--out", paramLabel = "DIR", required = true)
    private Path out;

    @Option(names = "--agents", paramLabel = "N", required = true)
    private int agents;

    @Option(names = "--months", paramLabel = "M", required = true)
    private int months;

    @Option(names = "--seed", paramLabel = "S", required = true)
    private long seed;

    /** A fixed day, so that the same command writes the same files whenever it runs. */
    @Option(names = "--until", paramLabel = "DATE", defaultValue = "2026-10-31")
    private LocalDate until;

    @Option(names = "--start", paramLabel = "DATE")
    private LocalDate start;

    @Option(names = "--from", paramLabel = "DATE")
    private LocalDate from;

    @Option(names = "--interactions", paramLabel = "N", defaultValue = "0")
    private long interactions;

    @Option(names = "--gzip")
    private boolean gzip;

    GenerateCommand(Console console) {
        this.console = console;
    }

    @Override
    public void run() {
        CentrePlan plan = new CentrePlan(
                agents,
                months,
                seed,
                start,
                from,
                until,
                interactions,
                CentrePlan.of(agents, months, seed, until).zone(),
                gzip ? Compression.GZIP : Compression.NONE);
        GeneratedFiles files;
        try (Progress.Step step = console.progress().begin(console.text().of("app.generate.step"))) {
            files = CentreGenerator.write(plan, out, step::at);
            step.done(files.totalRows());
        }
        TextTable table = new TextTable()
                .column(console.text().of("app.column.entity"))
                .number(console.text().of("app.column.rows"));
        files.rows().entrySet().stream()
                .filter(entity -> entity.getValue() > 0)
                .forEach(entity -> table.row(entity.getKey(), entity.getValue()));
        table.print(console.out());
        console.say("app.generate.done", files.files(), files.bytes() / 1_000_000, out);
    }
}
