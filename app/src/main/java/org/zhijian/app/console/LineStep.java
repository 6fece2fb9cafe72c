package org.zhijian.app.console;

import java.io.PrintWriter;
import java.time.Duration;
import org.zhijian.schema.text.Text;

/** A step shown as lines: one every ten seconds while it runs, and one when it is done. */
final class LineStep implements Progress.Step {
    private static final Duration INTERVAL = Duration.ofSeconds(10);

    private final String name;
    private final PrintWriter log;
    private final Text text;
    private final long begun = System.nanoTime();
    private long shown = begun;

    LineStep(String name, PrintWriter log, Text text) {
        this.name = name;
        this.log = log;
        this.text = text;
    }

    @Override
    public void at(long done, long total) {
        if (isDue()) {
            log.println(
                    total > 0
                            ? text.of("app.progress.part", name, done, total, 100 * done / total)
                            : text.of("app.progress.count", name, done));
        }
    }

    @Override
    public void doing(String what) {
        if (!what.isEmpty() && isDue()) {
            log.println(text.of("app.progress.count", name, what));
        }
    }

    @Override
    public void done(long count) {
        log.println(Progress.doneLine(text, name, count, seconds()));
    }

    @Override
    public void done() {
        log.println(Progress.doneLine(text, name, null, seconds()));
    }

    @Override
    public void close() {
        // a line is complete when it is written
    }

    private boolean isDue() {
        long now = System.nanoTime();
        boolean due = now - shown >= INTERVAL.toNanos();
        if (due) {
            shown = now;
        }
        return due;
    }

    private double seconds() {
        return (System.nanoTime() - begun) / 1e9;
    }
}
