package org.zhijian.app.night;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.zhijian.app.console.Console;
import org.zhijian.app.console.TextTable;
import org.zhijian.etl.ingest.FileCounts;
import org.zhijian.etl.ingest.FileReport;
import org.zhijian.etl.run.Violation;
import org.zhijian.schema.Table;
import org.zhijian.schema.publication.Publication;
import org.zhijian.schema.publication.Publications;
import org.zhijian.schema.raw.LandingFile;
import org.zhijian.schema.settings.Settings;

/** Says how a night ended: what was read, what was not and why, how long it took; failed checks as messages. */
public final class NightReport {
    /** So many files are listed at most. */
    private static final int LISTED = 20;

    private final Console console;
    private final Night night;

    public NightReport(Console console, Night night) {
        this.console = console;
        this.night = night;
    }

    public void print() {
        printHeading();
        printCounts();
        printRejected();
        printQuarantined();
        printUnknownColumns();
        printSeconds();
        console.say("app.night.status", night.status().in(console.text()));
        printViolations();
    }

    private void printHeading() {
        Publication publication = night.outcome().publication();
        if (night.outcome().published()) {
            console.say("app.night.published", publication.businessDate(), publication.number());
            printChangedSettings(publication);
        } else if (night.outcome().violations().isEmpty()) {
            console.say("app.night.nothing-new", publication.businessDate(), publication.number());
        } else {
            console.say("app.night.not-published", night.request().date());
        }
        if (publication != null && night.request().date().isBefore(publication.businessDate())) {
            console.say("app.night.earlier-date", night.request().date(), publication.businessDate());
        }
        if (!night.outcome().restored().isEmpty()) {
            console.say(
                    "app.night.restored",
                    night.outcome().restored().stream().map(Table::toString).collect(Collectors.joining(", ")));
        }
    }

    private void printChangedSettings(Publication publication) {
        new Publications(night.request().warehouse())
                .numbered(publication.number() - 1)
                .map(Publication::settings)
                .ifPresent(before -> printChangedSettings(publication, before));
    }

    private void printChangedSettings(Publication publication, Map<String, String> before) {
        String changes = Settings.changedForTables(before, publication.settings()).stream()
                .map(key -> key + " " + before.get(key) + " → "
                        + publication.settings().get(key))
                .collect(Collectors.joining(", "));
        if (!changes.isEmpty()) {
            console.say("app.night.changed-settings", publication.number() - 1, changes);
        }
        String zone = before.get(Settings.ZONE.key());
        if (!publication.settings().get(Settings.ZONE.key()).equals(zone)) {
            console.warn("app.night.changed-zone", zone);
        }
    }

    private void printCounts() {
        List<FileReport> files = night.outcome().files();
        console.say(
                "app.night.files",
                files.size(),
                filesOf(LandingFile.LOADED),
                filesOf(LandingFile.REPEATED),
                filesOf(LandingFile.REJECTED));
        FileCounts records = FileCounts.of(files);
        console.say(
                "app.night.records",
                records.read(),
                records.loaded(),
                records.superseded(),
                records.duplicate(),
                records.quarantined());
    }

    private long filesOf(String status) {
        return night.outcome().files().stream()
                .filter(file -> file.status().equals(status))
                .count();
    }

    private void printRejected() {
        TextTable table = new TextTable()
                .number(console.text().of("app.column.file"))
                .column(console.text().of("app.column.path"))
                .column(console.text().of("app.column.why"));
        night.rejected().stream()
                .limit(LISTED)
                .forEach(file ->
                        table.row(file.fileId(), file.path(), file.rejection().in(console.text())));
        print("app.quarantine.rejected", table, night.rejected().size());
    }

    private void printQuarantined() {
        TextTable table = new TextTable()
                .number(console.text().of("app.column.file"))
                .column(console.text().of("app.column.path"))
                .number(console.text().of("app.column.records"));
        night.quarantined().stream()
                .limit(LISTED)
                .forEach(file ->
                        table.row(file.fileId(), file.path(), file.counts().quarantined()));
        print("app.quarantine.files", table, night.quarantined().size());
    }

    private void print(String title, TextTable table, int files) {
        if (files > 0) {
            console.out().println();
            console.say(title);
            table.print(console.out());
            if (files > LISTED) {
                console.say("app.night.more-files", files - LISTED);
            }
            console.out().println();
        }
    }

    private void printUnknownColumns() {
        Map<List<String>, List<FileReport>> byColumns = night.withUnknownColumns().stream()
                .collect(Collectors.groupingBy(FileReport::unknownColumns, LinkedHashMap::new, Collectors.toList()));
        byColumns.forEach((columns, files) -> console.say(
                "app.night.unknown-columns",
                String.join(", ", columns),
                files.size(),
                files.get(0).path()));
    }

    private void printSeconds() {
        String separator = console.text().isChinese() ? "，" : ", ";
        String steps = night.seconds().entrySet().stream()
                .map(step -> StepProgress.words(step.getKey(), console.text()) + " " + seconds(step.getValue()))
                .collect(Collectors.joining(separator));
        console.say("app.night.seconds", seconds(night.totalSeconds()), steps);
    }

    private void printViolations() {
        for (Violation violation : night.outcome().violations()) {
            Violations.print(violation, console);
        }
        if (!night.outcome().violations().isEmpty()) {
            Publication readers = night.outcome().publication();
            if (readers == null) {
                console.warn("app.night.readers-see-nothing");
            } else {
                console.warn("app.night.readers-see", readers.number(), readers.businessDate());
            }
        }
    }

    private static String seconds(double seconds) {
        return String.format(Locale.ROOT, "%.1f", seconds);
    }
}
