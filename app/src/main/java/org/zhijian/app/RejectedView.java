package org.zhijian.app;

import java.util.List;
import org.zhijian.app.console.Console;
import org.zhijian.app.console.TextTable;
import org.zhijian.app.quarantine.FileState;
import org.zhijian.app.quarantine.QuarantinedFile;
import org.zhijian.app.quarantine.RejectedRecords;

/** Lists what is in quarantine by file, and the files that were rejected whole. */
record RejectedView(Console console) {

    void print(RejectedRecords rejected) {
        List<QuarantinedFile> quarantined = rejected.quarantinedFiles();
        if (quarantined.isEmpty()) {
            console.say("app.quarantine.empty");
        } else {
            console.say("app.quarantine.files");
            TextTable table = new TextTable()
                    .number(console.text().of("app.column.file"))
                    .column(console.text().of("app.column.path"))
                    .column(console.text().of("app.column.entity"))
                    .number(console.text().of("app.column.records"))
                    .column(console.text().of("app.column.reasons"));
            quarantined.forEach(file -> table.row(
                    file.file().id(),
                    file.file().path(),
                    file.file().entity(),
                    file.records(),
                    file.reasons(console.text())));
            table.print(console.out());
        }
        List<FileState> files = rejected.rejectedFiles();
        if (!files.isEmpty()) {
            console.out().println();
            console.say("app.quarantine.rejected");
            TextTable table = new TextTable()
                    .number(console.text().of("app.column.file"))
                    .column(console.text().of("app.column.path"))
                    .column(console.text().of("app.column.why"));
            files.forEach(file -> table.row(file.id(), file.path(), file.message()));
            table.print(console.out());
        }
    }
}
