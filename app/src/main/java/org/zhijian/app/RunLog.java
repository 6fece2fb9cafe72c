package org.zhijian.app;

import java.nio.file.Path;
import java.util.Optional;

/**
 * The log file of this run. Logging is set up by the first class that logs, so the file has to be named before; without
 * one nothing is logged.
 */
final class RunLog {
    private static final String PROPERTY = "zhijian.log";

    /** Sends the log of this run to that file. */
    static void writeTo(Path file) {
        System.setProperty(PROPERTY, file.toAbsolutePath().toString());
    }

    static Optional<Path> file() {
        return Optional.ofNullable(System.getProperty(PROPERTY)).map(Path::of);
    }

    private RunLog() {}
}
