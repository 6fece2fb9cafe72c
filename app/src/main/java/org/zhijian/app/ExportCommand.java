package org.zhijian.app;

import java.nio.file.Path;
import java.util.OptionalLong;
import org.zhijian.app.console.Console;
import org.zhijian.app.console.Progress;
import org.zhijian.reports.export.ExportFormat;
import org.zhijian.reports.export.TableExport;
import org.zhijian.reports.read.PublishedWarehouse;
import org.zhijian.schema.Table;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code export}: writes a published table out as one file. */
@Command(name = "export")
final class ExportCommand implements Runnable {
    private final Console console;

    @Parameters(paramLabel = "TABLE")
    private String table;

    @Mixin
    private ReadOptions read;

    @Option(names = "--format", paramLabel = "FORMAT", required = true)
    private ExportFormat format;

    @Option(names = "--out", paramLabel = "FILE", required = true)
    private Path out;

    ExportCommand(Console console) {
        this.console = console;
    }

    @Override
    public void run() {
        Table named = SchemaCommand.named(table);
        PublishedWarehouse warehouse = read.open();
        long rows;
        try (Progress.Step step = console.progress().begin(named.toString())) {
            OptionalLong expected = warehouse.rowCount(named);
            rows = new TableExport(warehouse, named).write(format, out, done -> step.at(done, expected.orElse(0)));
            step.done(rows);
        }
        console.say(
                "app.export.done",
                named,
                rows,
                out,
                warehouse.publication().number(),
                warehouse.publication().businessDate());
    }
}
