package org.zhijian.app.night;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.slf4j.event.Level;
import org.zhijian.app.console.Console;
import org.zhijian.etl.ingest.FileReport;
import org.zhijian.etl.run.Nightly;
import org.zhijian.etl.run.RunListener;
import org.zhijian.schema.settings.Settings;
import org.zhijian.schema.text.UserError;

/**
 * A night that was run.
 *
 * @param request what it was asked to do
 * @param outcome how it ended
 * @param seconds what its main steps took, in their order
 */
public record Night(Nightly.Request request, Nightly.Outcome outcome, Map<String, Double> seconds) {
    private static final String BUSY = "etl.run.busy";
    private static final Duration PAUSE = Duration.ofSeconds(1);

    /**
     * Runs a night with a log file of its own, and shows how it gets on.
     *
     * @param wait how long to wait for another run on the same warehouse to end
     * @throws UserError for what the person can mend, another run that takes longer included
     */
    public static Night run(Console console, Nightly.Request request, Duration wait) {
        RunLog.begin(request.warehouse(), "run", request.settings().get(Settings.ZONE));
        RunLog.write(
                Level.INFO,
                console.text().of("app.night.begun", request.date(), request.landing(), request.warehouse()));
        try (StepProgress progress = new StepProgress(console)) {
            Nightly.Outcome outcome = whenFree(console, request, wait, progress);
            return new Night(request, outcome, progress.seconds());
        }
    }

    private static Nightly.Outcome whenFree(
            Console console, Nightly.Request request, Duration wait, RunListener progress) {
        Instant deadline = Instant.now().plus(wait);
        boolean told = false;
        while (true) {
            try {
                return Nightly.run(request, progress);
            } catch (UserError error) {
                if (!error.key().equals(BUSY) || !Instant.now().isBefore(deadline)) {
                    throw error;
                }
            }
            if (!told) {
                told = true;
                console.warn("app.night.waiting", wait.toMinutes());
            }
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The wait was interrupted", e);
        }
    }

    public NightStatus status() {
        if (!outcome.violations().isEmpty()) {
            return NightStatus.FAILED_CHECKS;
        }
        if (outcome.hasWarnings() || !withUnknownColumns().isEmpty()) {
            return NightStatus.DONE_WITH_WARNINGS;
        }
        return outcome.published() ? NightStatus.DONE : NightStatus.NOTHING_NEW;
    }

    /** The seconds of all main steps. */
    public double totalSeconds() {
        return seconds.values().stream().mapToDouble(Double::doubleValue).sum();
    }

    List<FileReport> rejected() {
        return outcome.files().stream().filter(file -> file.rejection() != null).toList();
    }

    List<FileReport> quarantined() {
        return outcome.files().stream()
                .filter(file -> file.counts().quarantined() > 0)
                .toList();
    }

    List<FileReport> withUnknownColumns() {
        return outcome.files().stream()
                .filter(file -> !file.unknownColumns().isEmpty())
                .toList();
    }
}
