package org.zhijian.generator;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.Map;
import org.zhijian.schema.raw.Entities;
import org.zhijian.schema.raw.Entity;

/** Names the files, and counts what was written. Shared by the threads. */
final class LandingFolder {
    private final CentrePlan plan;
    private final Path folder;
    private final ProgressListener listener;
    private final long estimatedRows;
    private final Map<String, Long> rows = new LinkedHashMap<>();
    private int files;
    private long bytes;
    private long written;

    LandingFolder(CentrePlan plan, Path folder, long estimatedRows, ProgressListener listener) {
        this.plan = plan;
        this.folder = folder;
        this.estimatedRows = estimatedRows;
        this.listener = listener;
        Entities.ALL.forEach(entity -> rows.put(entity.name(), 0L));
    }

    boolean takes(LocalDate day) {
        return !day.isBefore(plan.firstWritten()) && !day.isAfter(plan.until());
    }

    /** The name of the day's file and folder: the day, or the month, or the month's last day if the plan ends before its end. */
    String period(LocalDate day) {
        YearMonth month = YearMonth.from(day);
        if (plan.fileADay()) {
            return day.toString();
        }
        boolean cutShort = plan.until().isBefore(month.atEndOfMonth())
                && YearMonth.from(plan.until()).equals(month);
        return cutShort ? plan.until().toString() : month.toString();
    }

    CsvFile open(Entity entity, String period) throws IOException {
        String name = entity.name() + "-" + period + plan.compression().extension();
        return new CsvFile(folder.resolve(period).resolve(name), plan.compression(), entity.columns());
    }

    synchronized void completed(Entity entity, CsvFile file) throws IOException {
        bytes += file.complete();
        files++;
        rows.merge(entity.name(), file.rows(), Long::sum);
    }

    synchronized void progress(long moreRows) {
        written += moreRows;
        listener.progress(written, Math.max(written, estimatedRows));
    }

    synchronized GeneratedFiles done() {
        GeneratedFiles all = new GeneratedFiles(rows, files, bytes);
        listener.progress(all.totalRows(), all.totalRows());
        return all;
    }
}
