package org.zhijian.app.night;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.apache.logging.log4j.core.config.Configurator;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/**
 * The log file of this run: what it says to the person, its steps, and what goes wrong underneath. Until a file is named
 * nothing is logged.
 */
public final class RunLog {
    /** The folder of a warehouse that the logs of its runs lie in. */
    static final String FOLDER = "logs";

    static final String SUFFIX = ".log";

    private static final String PROPERTY = "zhijian.log";
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss");
    private static final boolean AUTO_FLUSH = true;

    /**
     * Sends the log of this run to a file of its own in the warehouse's folder {@code logs}; the file of a run that has
     * begun to log stays.
     *
     * @param warehouse the warehouse's folder
     * @param work what is run, which begins the file's name
     * @param zone the centre's time zone, in which the file is named after the moment
     */
    static void begin(Path warehouse, String work, ZoneId zone) {
        if (file().isEmpty()) {
            String name = work + "-" + MOMENT.format(ZonedDateTime.now(zone)) + SUFFIX;
            System.setProperty(
                    PROPERTY,
                    warehouse.resolve(FOLDER).resolve(name).toAbsolutePath().toString());
            // Logging may have been set up by now, without a file, by what the run has read.
            Configurator.reconfigure();
        }
    }

    /** Where this run logs to, if it logs. */
    public static Optional<Path> file() {
        return Optional.ofNullable(System.getProperty(PROPERTY)).map(Path::of);
    }

    /** A writer to the same place whose lines are logged, too, from the moment the run has a file. */
    public static PrintWriter copied(PrintWriter out, Level level) {
        return new PrintWriter(new LoggedLines(out, level), AUTO_FLUSH);
    }

    /** Logs a line of what the run itself has to say, if it logs. */
    static void write(Level level, String line) {
        if (file().isPresent()) {
            LoggerFactory.getLogger(RunLog.class).atLevel(level).log(line);
        }
    }

    private RunLog() {}

    /** Passes on what is written, and logs each line when it is complete. */
    private static final class LoggedLines extends Writer {
        private final PrintWriter out;
        private final Level level;
        private final StringBuilder text = new StringBuilder();

        private LoggedLines(PrintWriter out, Level level) {
            this.out = out;
            this.level = level;
        }

        @Override
        public void write(char[] characters, int from, int length) {
            out.write(characters, from, length);
            text.append(characters, from, length);
        }

        @Override
        public void flush() throws IOException {
            int end = text.lastIndexOf("\n") + 1;
            text.substring(0, end).lines().filter(line -> !line.isBlank()).forEach(line -> RunLog.write(level, line));
            text.delete(0, end);
            if (out.checkError()) {
                throw new IOException("What was written is lost");
            }
        }

        @Override
        public void close() throws IOException {
            flush();
            out.close();
        }
    }
}
