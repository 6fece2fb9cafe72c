package org.zhijian.generator;

import java.io.IOException;
import java.time.LocalDate;
import org.zhijian.schema.raw.Entity;

/**
 * One entity's files, written day by day in one thread. A file is begun with its first row, and completed when a row of
 * another period comes.
 */
final class EntityFiles implements AutoCloseable {
    private static final int ROWS_BETWEEN_PROGRESS = 20_000;

    private final Entity entity;
    private final LandingFolder folder;
    private CsvFile file;
    private String period = "";
    private LocalDate day;
    private long reported;

    EntityFiles(Entity entity, LandingFolder folder) {
        this.entity = entity;
        this.folder = folder;
    }

    /** Writes a record that arrives on that day, unless the plan leaves the day out. */
    void write(LocalDate arrival, Row row) throws IOException {
        if (folder.takes(arrival)) {
            row.writeTo(at(arrival));
            rowWritten();
        }
    }

    /** The file for rows that arrive on that day, for those who write it field by field and call {@link #rowWritten}. */
    CsvFile at(LocalDate arrival) throws IOException {
        if (!arrival.equals(day)) {
            day = arrival;
            String other = folder.period(arrival);
            if (!other.equals(period)) {
                complete();
                period = other;
                file = folder.open(entity, period);
            }
        }
        return file;
    }

    void rowWritten() {
        if (file.rows() - reported >= ROWS_BETWEEN_PROGRESS) {
            folder.progress(file.rows() - reported);
            reported = file.rows();
        }
    }

    /** Completes the last file. */
    void complete() throws IOException {
        if (file != null) {
            folder.progress(file.rows() - reported);
            reported = 0;
            folder.completed(entity, file);
            file = null;
        }
    }

    /** Throws away a file that was not completed, as after a failure. */
    @Override
    public void close() throws IOException {
        if (file != null) {
            file.abandon();
        }
    }
}
