package org.zhijian.etl.run;

import java.nio.file.Path;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.zhijian.etl.io.WatchedFiles;

/** Tells of the moments of a night, as it gets on and as it writes. What is told is told in the night's own threads. */
final class Moments implements RunListener, WatchedFiles.Watcher {
    private static final Set<String> MAIN_STEPS =
            Set.of("session", "recovery", "tables", "ingest", "dimensions", "facts", "marts", "checks");
    private static final Pattern COMMIT = Pattern.compile("\\.?(\\d{20}\\.json)(\\..*tmp)?");

    private final Path warehouse;
    private final Consumer<Moment> told;
    private volatile String step = "start";

    Moments(Path warehouse, Consumer<Moment> told) {
        this.warehouse = warehouse;
        this.told = told;
    }

    @Override
    public void begun(String begun) {
        if (MAIN_STEPS.contains(begun)) {
            step = begun;
        }
        tell(Moment.Where.AT_A_STEP, begun + " begins");
    }

    @Override
    public void done(String done, Long rows, double seconds) {
        tell(Moment.Where.AT_A_STEP, done + " ends");
        if (done.equals("checks")) {
            step = "publication";
        }
    }

    @Override
    public void at(WatchedFiles.Moment moment, Path file) {
        String name = file.getFileName().toString();
        if (!file.startsWith(warehouse)) {
            return;
        }
        String what = warehouse.relativize(file).toString();
        if (COMMIT.matcher(name).matches()) {
            switch (moment) {
                case OPENING -> tell(Moment.Where.BEFORE_A_COMMIT, what);
                case HALF_WRITTEN, MOVING -> tell(Moment.Where.DURING_A_COMMIT, what);
                case MOVED -> tell(Moment.Where.AFTER_A_COMMIT, what);
                default -> {}
            }
        } else if (moment == WatchedFiles.Moment.HALF_WRITTEN && name.endsWith(".parquet")) {
            tell(Moment.Where.WRITING_DATA, what);
        }
    }

    /** The night has ended. */
    void published() {
        tell(Moment.Where.AFTER_A_COMMIT, "the night has ended");
    }

    private void tell(Moment.Where where, String what) {
        told.accept(new Moment(step, where, what));
    }
}
