package org.zhijian.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.zhijian.generator.CentreGenerator;
import org.zhijian.generator.CentrePlan;
import picocli.CommandLine.Option;

/** The made-up centre that is measured, how often, and where all of it lies. */
final class Workload {
    /** A day in the middle of a month, as most nights are. */
    private static final LocalDate UNTIL = LocalDate.of(2026, 10, 14);

    @Option(names = "--agents", defaultValue = "400", description = "agents of the centre (${DEFAULT-VALUE})")
    private int agents;

    @Option(names = "--months", defaultValue = "36", description = "months of history (${DEFAULT-VALUE})")
    private int months;

    @Option(
            names = "--interactions",
            defaultValue = "9000000",
            description = "interactions in these months (${DEFAULT-VALUE})")
    private long interactions;

    @Option(
            names = "--seed",
            defaultValue = "5",
            description = "makes one centre differ from another (${DEFAULT-VALUE})")
    private long seed;

    @Option(names = "--rounds", defaultValue = "5", description = "how often everything is measured (${DEFAULT-VALUE})")
    private int rounds;

    @Option(
            names = "--work",
            defaultValue = "${sys:zhijian.home}/benchmarks/work",
            description = "the folder for data and results (${DEFAULT-VALUE})")
    private Path work;

    int rounds() {
        return rounds;
    }

    int months() {
        return months;
    }

    /** The last day of the history. */
    LocalDate until() {
        return UNTIL;
    }

    /** The folder of this centre with so many months of history. */
    Path folder(int history) {
        return work.toAbsolutePath()
                .normalize()
                .resolve(agents + "-agents-" + history + "-months-" + interactions(history) + "-seed-" + seed);
    }

    /** The history's landing folder, made at the first call. */
    Path landing(int history) {
        Path landing = folder(history).resolve("landing");
        if (!Files.exists(landing)) {
            Path draft = folder(history).resolve("landing.draft");
            Folders.delete(draft);
            Say.line("Making %d months of data in %s", history, landing);
            CentreGenerator.write(plan(history), draft, (done, of) -> {});
            move(draft, landing);
        }
        return landing;
    }

    /** Adds the files of the day after the history to its landing folder, if they are not there. */
    LocalDate addNextDay(int history) {
        LocalDate next = UNTIL.plusDays(1);
        CentreGenerator.write(plan(history).days(next, next), landing(history), (done, of) -> {});
        return next;
    }

    private CentrePlan plan(int history) {
        return CentrePlan.of(agents, history, seed, UNTIL).withInteractions(interactions(history));
    }

    private long interactions(int history) {
        return interactions * history / months;
    }

    private static void move(Path draft, Path place) {
        try {
            Files.move(draft, place);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
