package org.zhijian.app.night;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.zhijian.app.console.Console;
import org.zhijian.app.console.TextTable;
import org.zhijian.etl.run.PlanCheck;
import org.zhijian.schema.publication.Publication;
import org.zhijian.schema.settings.Settings;

/** Draws a published sampling plan again, and tells month by month how it compares. */
public final class PlanChecking {
    private final Console console;
    private final Path warehouse;
    private final Publication publication;

    public PlanChecking(Console console, Path warehouse, Publication publication) {
        this.console = console;
        this.warehouse = warehouse;
        this.publication = publication;
    }

    /**
     * Whether no row differs from the draw; those that do are told as messages.
     *
     * @param months first days of the plan months; all that have a plan when empty
     */
    public boolean isDrawnAgain(Settings settings, Set<LocalDate> months) {
        RunLog.begin(warehouse, "plan", ZoneId.of(publication.zone()));
        List<PlanCheck.Compared> compared;
        try (StepProgress progress = new StepProgress(console)) {
            compared = PlanCheck.run(warehouse, publication, settings, months, progress);
        }
        print(compared);
        return compared.stream().allMatch(month -> month.different() == 0);
    }

    private void print(List<PlanCheck.Compared> compared) {
        TextTable shown = new TextTable()
                .column(console.text().of("app.column.plan-month"))
                .number(console.text().of("app.column.drawn-again"))
                .number(console.text().of("app.column.not-comparable"))
                .number(console.text().of("app.column.different"));
        compared.forEach(month ->
                shown.row(YearMonth.from(month.planMonth()), month.same(), month.changed(), month.different()));
        shown.print(console.out());
        console.out().println();
        long different =
                compared.stream().mapToLong(PlanCheck.Compared::different).sum();
        console.say(
                different == 0 ? "app.plan.same" : "app.plan.different",
                publication.number(),
                publication.businessDate(),
                different);
        if (compared.stream().anyMatch(month -> month.changed() > 0)) {
            console.say("app.plan.not-comparable");
        }
        compared.forEach(month -> month.shown().forEach(row -> console.err().println("    " + row)));
    }
}
