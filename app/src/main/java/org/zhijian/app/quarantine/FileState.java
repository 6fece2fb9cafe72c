package org.zhijian.app.quarantine;

import org.zhijian.reports.read.Row;
import org.zhijian.schema.raw.LandingFile;

/**
 * What became of a landing file when it was read last.
 *
 * @param id the file's number
 * @param run the run that read it last
 * @param path its path below the landing folder
 * @param entity the entity it holds, null where it is not known
 * @param mapping the mapping it was read through, or null
 * @param status loaded, repeated or rejected
 * @param message why it was rejected, or a warning, or null
 */
public record FileState(long id, long run, String path, String entity, String mapping, String status, String message) {
    static FileState of(Row row) {
        return new FileState(
                row.bigint(LandingFile.FILE_ID),
                row.bigint(LandingFile.RUN_ID),
                row.string(LandingFile.PATH),
                row.string(LandingFile.ENTITY),
                row.string(LandingFile.MAPPING),
                row.string(LandingFile.STATUS),
                row.string(LandingFile.MESSAGE));
    }

    boolean isMapped() {
        return mapping != null;
    }

    public boolean isRejected() {
        return LandingFile.REJECTED.equals(status);
    }

    /** Whether another file has its content and is read as the same, under whose number that content counts. */
    public boolean isRepeated() {
        return LandingFile.REPEATED.equals(status);
    }
}
