package org.zhijian.app;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.zhijian.app.console.Console;
import org.zhijian.app.console.Progress;
import org.zhijian.reports.content.Period;
import org.zhijian.reports.read.PublishedWarehouse;
import org.zhijian.reports.render.DueReports;
import org.zhijian.reports.render.FileFormat;
import org.zhijian.reports.render.Report;
import org.zhijian.reports.render.ReportFiles;
import org.zhijian.reports.render.ReportRequest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code report}: makes one report, in the language of the command. */
@Command(name = "report", sortOptions = false)
final class ReportCommand implements Runnable {
    /** Of more files only the folder is said. */
    private static final int LISTED = 12;

    private final Console console;

    @Parameters(paramLabel = "NAME")
    private String name;

    @Mixin
    private ReadOptions read;

    @Option(names = "--period", paramLabel = "PERIOD")
    private String period;

    @Option(names = "--format", paramLabel = "FORMAT", split = ",")
    private List<FileFormat> formats;

    @Option(names = "--out", paramLabel = "DIR", defaultValue = "reports")
    private Path out;

    ReportCommand(Console console) {
        this.console = console;
    }

    @Override
    public void run() {
        Report report = Report.named(name);
        PublishedWarehouse warehouse = read.open();
        Period about = period == null
                ? DueReports.newest(report, warehouse.publication().businessDate())
                : Period.parse(period);
        ReportRequest request = new ReportRequest(report, about, formats == null ? report.formats() : formats);
        List<Path> files;
        try (Progress.Step step = console.progress().begin(report + " " + about)) {
            files = new ReportFiles(warehouse, console.text(), out, Clock.systemUTC())
                    .make(request, done -> step.at(done, 0));
            step.done(files.size());
        }
        if (files.size() > LISTED) {
            console.say("app.report.files", files.size(), out.resolve(about.toString()));
        } else {
            files.forEach(file -> console.out().println(file));
        }
        console.say(
                "app.report.made-from",
                warehouse.publication().number(),
                warehouse.publication().businessDate());
    }
}
