package org.zhijian.app;

import java.nio.file.Path;
import java.time.Duration;
import org.zhijian.schema.settings.Settings;
import picocli.CommandLine.Option;

/** The options of commands that run a night. */
final class RunOptions {
    @Option(names = "--warehouse", paramLabel = "DIR", required = true)
    private Path warehouse;

    @Option(names = "--config", paramLabel = "FILE")
    private Path config;

    @Option(names = "--wait", paramLabel = "MINUTES", defaultValue = "0")
    private int wait;

    Path warehouse() {
        return warehouse;
    }

    boolean namesConfiguration() {
        return config != null;
    }

    /** The configuration that is named, else every setting's default. */
    Settings settings() {
        return config == null ? Settings.defaults() : Settings.read(config);
    }

    /** How long to wait for another run on the warehouse. */
    Duration patience() {
        return Duration.ofMinutes(wait);
    }
}
