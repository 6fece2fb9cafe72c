package org.zhijian.etl.run;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.zhijian.etl.io.SpareFiles;
import org.zhijian.etl.io.SpareFiles.SpareFile;
import org.zhijian.schema.publication.Publication;
import org.zhijian.schema.publication.Publications;
import org.zhijian.schema.text.UserError;

/**
 * Removes old publications, and the data files that neither those that are kept nor the tables as they are now need. The
 * publications go first, so that every one that is recorded is whole; cut off at any point, it can be run again.
 */
public final class Maintenance {
    /** What a run that was cut off left behind is removed when it is older. */
    private static final Duration LEFT_BEHIND = Duration.ofDays(1);

    private final List<Publication> removed;
    private final List<Publication> kept;
    private final List<SpareFile> files;

    /**
     * What is removed.
     *
     * @param removed publications that are not kept, the oldest first
     * @param kept publications that are, the oldest first; the newest always is
     * @param files how many data files
     * @param bytes their size
     */
    public record Outcome(List<Publication> removed, List<Publication> kept, long files, long bytes) {}

    private Maintenance(Path warehouse, int days, Instant now) {
        List<Publication> all = new Publications(warehouse).all();
        int first = firstKept(all, days, now);
        this.removed = all.subList(0, first);
        this.kept = all.subList(first, all.size());
        this.files = new SpareFiles(warehouse).beside(kept, now.minus(LEFT_BEHIND));
    }

    /**
     * Says what {@link #run} would remove, and removes nothing.
     *
     * @throws UserError when a run is at work
     */
    public static Outcome foresee(Path warehouse, int days, Instant now) {
        return RunLock.holding(warehouse, () -> new Maintenance(warehouse, days, now).outcome());
    }

    /**
     * Removes what is no longer kept.
     *
     * @param warehouse the folder of a warehouse in which something has been published
     * @param days for how many days publications are kept
     * @param now the moment from which they are counted back
     * @throws UserError when a run is at work or the disk cannot be written to
     */
    public static Outcome run(Path warehouse, int days, Instant now) {
        return RunLock.holding(warehouse, () -> {
            Maintenance maintenance = new Maintenance(warehouse, days, now);
            new Publications(warehouse).removeBefore(maintenance.kept.get(0).number());
            maintenance.files.forEach(SpareFile::delete);
            return maintenance.outcome();
        });
    }

    /** Only the oldest go, up to the first that is kept: what is left is all that readers saw since. */
    private static int firstKept(List<Publication> all, int days, Instant now) {
        Publication newest = all.get(all.size() - 1);
        LocalDate from = now.atZone(ZoneId.of(newest.zone())).toLocalDate().minusDays(days);
        int first = 0;
        while (first < all.size() - 1 && all.get(first).madeOn().isBefore(from)) {
            first++;
        }
        return first;
    }

    private Outcome outcome() {
        long bytes = files.stream().mapToLong(SpareFile::bytes).sum();
        return new Outcome(removed, kept, files.size(), bytes);
    }
}
