package org.zhijian.app.console;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.util.Locale;
import org.zhijian.schema.text.Text;

/** Shows how far a long command has come, step by step. */
public interface Progress {
    /** Begins a step of that name; close it in any case. */
    Step begin(String name);

    /** Bars that fill, for a person who watches a terminal. */
    static Progress bars(PrintStream terminal) {
        return name -> new BarStep(name, terminal);
    }

    /** Plain lines, for a log file. */
    static Progress lines(PrintWriter log, Text text) {
        return name -> new LineStep(name, log, text);
    }

    /**
     * The line that says that a step is done.
     *
     * @param count what was done, null where there is nothing to count
     */
    static String doneLine(Text text, String name, Long count, double seconds) {
        String took = String.format(Locale.ROOT, "%.1f", seconds);
        return count == null
                ? text.of("app.progress.done-uncounted", name, took)
                : text.of("app.progress.done", name, count, took);
    }

    /** A step under way. */
    interface Step extends AutoCloseable {
        /**
         * Says how far it has come.
         *
         * @param done what is done, in rows or files
         * @param total what there is to do; 0 while that is not known
         */
        void at(long done, long total);

        /** Says what it is working on. */
        void doing(String what);

        /**
         * Says that it is done; a step that is closed without has failed.
         *
         * @param count what was done, in rows or files
         */
        void done(long count);

        /** Says that it is done, where there is nothing to count. */
        void done();

        @Override
        void close();
    }
}
