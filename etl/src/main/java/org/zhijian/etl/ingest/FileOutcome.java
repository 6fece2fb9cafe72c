package org.zhijian.etl.ingest;

import java.sql.Timestamp;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.zhijian.schema.raw.LandingFile;

/** What became of a landing file in a run, for the ledger {@link LandingFile} and for people. */
record FileOutcome(FoundFile file, long fileId, String status, FileCounts counts) {
    static FileOutcome loaded(AcceptedFile file, FileCounts counts) {
        return new FileOutcome(file.file(), file.fileId(), LandingFile.LOADED, counts);
    }

    static FileOutcome rejected(FoundFile file, long fileId) {
        return new FileOutcome(file, fileId, LandingFile.REJECTED, FileCounts.NONE);
    }

    static FileOutcome repeated(FoundFile file, long fileId) {
        return new FileOutcome(file, fileId, LandingFile.REPEATED, FileCounts.NONE);
    }

    /** The ledger's row. */
    Row row(long runId) {
        return RowFactory.create(
                fileId,
                runId,
                file.path(),
                file.holds(),
                file.mapping() == null ? null : file.mapping().name(),
                file.stamp().bytes(),
                Timestamp.from(file.stamp().modifiedAt()),
                file.checksum(),
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
