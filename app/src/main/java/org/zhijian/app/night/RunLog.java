package org.zhijian.app.night;

import java.nio.file.Path;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/**
 * The log file of this run. Logging is set up by the first class that logs, so the file has to be named before; without
 * one nothing is logged.
 */
public final class RunLog {
    private static final String PROPERTY = "zhijian.log";
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss");

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
            String name = work + "-" + MOMENT.format(ZonedDateTime.now(zone)) + ".log";
            System.setProperty(
                    PROPERTY,
                    warehouse.resolve("logs").resolve(name).toAbsolutePath().toString());
        }
    }

    /** Where this run logs to, if it logs. */
    public static Optional<Path> file() {
        return Optional.ofNullable(System.getProperty(PROPERTY)).map(Path::of);
    }

    private RunLog() {}
}
