package org.zhijian.etl.ingest;

import java.util.Collection;

/** What became of a file's records; the first is the sum of the others. */
public record FileCounts(long read, long loaded, long superseded, long duplicate, long quarantined) {
    static final FileCounts NONE = new FileCounts(0, 0, 0, 0, 0);

    /** Those of several files together. */
    public static FileCounts of(Collection<FileReport> files) {
        return files.stream().map(FileReport::counts).reduce(NONE, FileCounts::plus);
    }

    static FileCounts quarantined(long records) {
        return new FileCounts(records, 0, 0, 0, records);
    }

    FileCounts plus(FileCounts other) {
        return new FileCounts(
                read + other.read,
                loaded + other.loaded,
                superseded + other.superseded,
                duplicate + other.duplicate,
                quarantined + other.quarantined);
    }
}
