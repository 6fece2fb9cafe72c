package org.zhijian.etl.ingest;

import java.sql.Timestamp;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.zhijian.schema.raw.LandingFile;

/** What became of a landing file in a run, for the ledger {@link LandingFile} and for people. */
record FileOutcome(FoundFile file, long fileId, String status, FileCounts counts) {
    static FileOutcome loaded(NumberedFile file, FileCounts counts) {
        return new FileOutcome(file.file(), file.fileId(), LandingFile.LOADED, counts);
    }

    static FileOutcome rejected(NumberedFile file) {
        return new FileOutcome(file.file(), file.fileId(), LandingFile.REJECTED, FileCounts.NONE);
    }

    static FileOutcome repeated(NumberedFile file) {
        return new FileOutcome(file.file(), file.fileId(), LandingFile.REPEATED, FileCounts.NONE);
    }

    /** The ledger's row. */
    Row row(long runId) {
        Reading reading = file.reading();
        return RowFactory.create(
                fileId,
                runId,
                file.path(),
                reading.holds(),
                reading.mapping(),
                file.stamp().bytes(),
                Timestamp.from(file.stamp().modifiedAt()),
                reading.checksum(),
                status,
                counts.read(),
                counts.loaded(),
                counts.superseded(),
                counts.duplicate(),
                counts.quarantined(),
                message());
    }

    private String message() {
        if (file.rejected()) {
            return file.rejection().getMessage();
        }
        return file.unknownColumns().isEmpty() ? null : String.join(", ", file.unknownColumns());
    }

    FileReport report() {
        return new FileReport(fileId, file.path(), status, counts, file.rejection(), file.unknownColumns());
    }
}
