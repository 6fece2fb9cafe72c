package org.zhijian.app.night;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.Set;
import org.slf4j.event.Level;
import org.zhijian.app.console.Console;
import org.zhijian.app.console.Progress;
import org.zhijian.etl.run.RunListener;
import org.zhijian.schema.text.Text;

/**
 * Shows the steps of a run, and logs them: the main ones follow each other, and what runs side by side within one is named
 * beside it. Close it in any case.
 */
final class StepProgress implements RunListener, AutoCloseable {
    private final Console console;
    private final Map<String, Double> seconds = new LinkedHashMap<>();
    private final Set<String> within = new LinkedHashSet<>();
    private String main;
    private Progress.Step shown;

    StepProgress(Console console) {
        this.console = console;
    }

    @Override
    public synchronized void begun(String step) {
        if (main == null) {
            main = step;
            shown = console.progress().begin(words(step, console.text()));
        } else {
            within.add(step);
            shown.doing(String.join(", ", within));
        }
    }

    @Override
    public synchronized void done(String step, Long rows, double took) {
        RunLog.write(Level.INFO, Progress.doneLine(console.text(), words(step, console.text()), rows, took));
        if (step.equals(main)) {
            seconds.put(step, took);
            if (rows == null) {
                shown.done();
            } else {
                shown.done(rows);
            }
            close();
        } else if (within.remove(step)) {
            shown.doing(String.join(", ", within));
        }
    }

    /** The seconds that each main step took, in their order. */
    synchronized Map<String, Double> seconds() {
        return Collections.unmodifiableMap(new LinkedHashMap<>(seconds));
    }

    @Override
    public synchronized void close() {
        if (shown != null) {
            shown.close();
        }
        shown = null;
        main = null;
        within.clear();
    }

    /** A main step in words; a step without words of its own keeps its name. */
    static String words(String step, Text text) {
        try {
            return text.of("app.step." + step);
        } catch (MissingResourceException e) {
            return step;
        }
    }
}
