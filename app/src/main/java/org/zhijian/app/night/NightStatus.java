package org.zhijian.app.night;

import org.zhijian.schema.text.Text;
import picocli.CommandLine.ExitCode;

/** How a night ended. */
public enum NightStatus {
    DONE("app.status-word.done", ExitCode.OK),
    /** Published, but some files or records were rejected, or columns ignored. */
    DONE_WITH_WARNINGS("app.status-word.warnings", ExitCode.OK),
    /** What was published before still holds. */
    NOTHING_NEW("app.status-word.nothing-new", ExitCode.OK),
    /** Nothing was published; readers see the state before. */
    FAILED_CHECKS("app.status-word.failed-checks", ExitCode.SOFTWARE);

    private final String key;
    private final int exitCode;

    NightStatus(String key, int exitCode) {
        this.key = key;
        this.exitCode = exitCode;
    }

    public int exitCode() {
        return exitCode;
    }

    /** The status in words. */
    String in(Text text) {
        return text.of(key);
    }
}
