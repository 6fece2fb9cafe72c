package org.zhijian.app;

import java.util.List;
import org.zhijian.app.console.Console;
import org.zhijian.app.console.TextTable;
import org.zhijian.app.quarantine.FileState;
import org.zhijian.app.quarantine.QuarantinedRecord;
import org.zhijian.app.quarantine.RejectedRecords;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code quarantine show}: each broken value of a file, why it was rejected and what to do. */
@Command(name = "show")
final class QuarantineShowCommand implements Runnable {
    private final Console console;

    @Parameters(paramLabel = "FILE_ID")
    private long fileId;

    @Mixin
    private ReadOptions read;

    @Option(names = "--limit", paramLabel = "N", defaultValue = "100")
    private int limit;

    QuarantineShowCommand(Console console) {
        this.console = console;
    }

    @Override
    public void run() {
        RejectedRecords rejected = new RejectedRecords(read.open());
        FileState file = rejected.file(fileId);
        List<QuarantinedRecord> records = rejected.records(file);
        console.out().println(file.path());
        if (rejected.isReplaced(file)) {
            console.say("app.quarantine.file-replaced");
        }
        if (file.isRejected()) {
            console.say("app.quarantine.file-rejected", file.message());
        } else if (records.isEmpty()) {
            console.say("app.quarantine.file-clean");
        } else {
            print(file, records);
        }
    }

    private void print(FileState file, List<QuarantinedRecord> records) {
        TextTable table = new TextTable()
                .number(console.text().of("app.column.place"))
                .column(console.text().of("app.column.column"))
                .column(console.text().of("app.column.value"))
                .column(console.text().of("app.column.reason"))
                .column(console.text().of("app.column.allowed"));
        records.stream()
                .limit(limit)
                .forEach(record -> table.row(
                        record.place(), record.column(), record.value(), record.why(console.text()), record.allowed()));
        table.print(console.out());
        if (records.size() > limit) {
            console.say("app.quarantine.more", records.size() - limit);
        }
        console.out().println();
        RejectedRecords.remedies(records, file, console.text())
                .forEach(remedy -> console.out().println(remedy));
    }
}
