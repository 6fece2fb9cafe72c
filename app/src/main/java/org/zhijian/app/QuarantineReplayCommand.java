package org.zhijian.app;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.zhijian.app.console.Console;
import org.zhijian.app.night.Night;
import org.zhijian.app.night.NightReport;
import org.zhijian.app.quarantine.FileState;
import org.zhijian.app.quarantine.QuarantinedFile;
import org.zhijian.app.quarantine.RejectedRecords;
import org.zhijian.etl.run.Nightly;
import org.zhijian.reports.read.PublishedWarehouse;
import org.zhijian.schema.publication.Publication;
import org.zhijian.schema.settings.Settings;
import org.zhijian.schema.text.UserError;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code quarantine replay}: reads files again that left something in quarantine, after the cause was mended. */
@Command(name = "replay", sortOptions = false)
final class QuarantineReplayCommand implements Callable<Integer> {
    private final Console console;

    @Mixin
    private RunOptions options;

    @Option(names = "--landing", paramLabel = "DIR")
    private Path landing;

    @Option(names = "--file", paramLabel = "FILE_ID", arity = "1..*")
    private List<Long> files;

    QuarantineReplayCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        PublishedWarehouse published = PublishedWarehouse.open(options.warehouse());
        Settings settings = settings(published.publication());
        List<FileState> again = filesOf(new RejectedRecords(published));
        if (again.isEmpty()) {
            console.say("app.quarantine.empty");
            return ExitCode.OK;
        }
        Night night = Night.run(console, request(published.publication(), settings, again), options.patience());
        new NightReport(console, night).print();
        List<FileState> gone = gone(again, night);
        gone.forEach(file -> console.say(
                "app.replay.gone", file.id(), file.path(), night.request().landing()));
        console.out().println();
        new RejectedView(console).print(new RejectedRecords(PublishedWarehouse.open(options.warehouse())));
        return files != null && !gone.isEmpty()
                ? ExitCode.SOFTWARE
                : night.status().exitCode();
    }

    private Nightly.Request request(Publication last, Settings settings, List<FileState> again) {
        Path folder = landing == null ? Path.of(last.landing()) : landing;
        Set<Long> ids = again.stream().map(FileState::id).collect(Collectors.toSet());
        return new Nightly.Request(folder, options.warehouse(), last.businessDate(), settings, ids);
    }

    /** Other settings make the whole warehouse anew, which nobody means who only left the configuration out. */
    private Settings settings(Publication last) {
        Settings settings = options.settings();
        if (!options.namesConfiguration() && !last.isMadeWith(settings.written())) {
            throw new UserError("app.replay.other-settings", last.number());
        }
        return settings;
    }

    /** The files that are named, else all that left something. */
    private List<FileState> filesOf(RejectedRecords rejected) {
        if (files != null) {
            return files.stream().map(rejected::file).toList();
        }
        return Stream.concat(
                        rejected.quarantinedFiles().stream().map(QuarantinedFile::file),
                        rejected.rejectedFiles().stream())
                .toList();
    }

    private static List<FileState> gone(List<FileState> again, Night night) {
        return again.stream()
                .filter(file -> night.outcome().files().stream()
                        .noneMatch(read ->
                                read.fileId() == file.id() || read.path().equals(file.path())))
                .toList();
    }
}
