package org.zhijian.app.console;

import java.io.PrintStream;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** A step shown as a bar. */
final class BarStep implements Progress.Step {
    private static final int WIDTH = 100;

    private final ProgressBar bar;

    BarStep(String name, PrintStream terminal) {
        bar = new ProgressBarBuilder()
                .setTaskName(name)
                .setInitialMax(-1)
                .setStyle(ProgressBarStyle.ASCII)
                .setUpdateIntervalMillis(200)
                .setConsumer(new ConsoleProgressBarConsumer(terminal, WIDTH))
                .build();
    }

    @Override
    public void at(long done, long total) {
        if (total > 0) {
            bar.maxHint(total);
        }
        bar.stepTo(done);
    }

    @Override
    public void doing(String what) {
        bar.setExtraMessage(what);
    }

    @Override
    public void done(long count) {
        doing("");
        at(count, Math.max(count, 1));
    }

    @Override
    public void done() {
        done(1);
    }

    @Override
    public void close() {
        bar.close();
    }
}
