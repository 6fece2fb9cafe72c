package org.zhijian.app.night;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.stream.Collectors;
import org.zhijian.app.console.Console;
import org.zhijian.etl.run.Rollback;
import org.zhijian.schema.Table;
import org.zhijian.schema.publication.Publication;

/** Brings a warehouse back to an earlier publication, and tells what changed and what the next night does. */
public final class RollingBack {
    private final Console console;
    private final Path warehouse;
    private final Publication last;

    public RollingBack(Console console, Path warehouse, Publication last) {
        this.console = console;
        this.warehouse = warehouse;
        this.last = last;
    }

    public void to(long number) {
        RunLog.begin(warehouse, "rollback", ZoneId.of(last.zone()));
        Rollback.Outcome outcome;
        try (StepProgress progress = new StepProgress(console)) {
            outcome = Rollback.run(warehouse, number, progress);
        }
        Publication publication = outcome.publication();
        if (outcome.changed().isEmpty()) {
            console.say("app.rollback.same", number, publication.number(), publication.businessDate());
            return;
        }
        console.say(
                "app.rollback.done",
                publication.number(),
                publication.businessDate(),
                number,
                publication.number() - 1);
        console.say(
                "app.rollback.tables",
                outcome.changed().size(),
                outcome.changed().stream().map(Table::toString).collect(Collectors.joining(", ")));
        console.say("app.rollback.next", number);
    }
}
