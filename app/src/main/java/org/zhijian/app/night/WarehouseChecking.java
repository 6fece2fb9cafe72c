package org.zhijian.app.night;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import org.zhijian.app.console.Console;
import org.zhijian.app.console.TextTable;
import org.zhijian.etl.run.WarehouseCheck;
import org.zhijian.schema.publication.Publication;

/** Runs every declared check on a published warehouse, and tells table by table how it went. */
public final class WarehouseChecking {
    private final Console console;
    private final Path warehouse;
    private final Publication publication;

    public WarehouseChecking(Console console, Path warehouse, Publication publication) {
        this.console = console;
        this.warehouse = warehouse;
        this.publication = publication;
    }

    /** Whether everything holds; what does not is told as messages. */
    public boolean holds() {
        RunLog.begin(warehouse, "check", ZoneId.of(publication.zone()));
        List<WarehouseCheck.Checked> tables;
        try (StepProgress progress = new StepProgress(console)) {
            tables = WarehouseCheck.run(warehouse, publication, progress);
        }
        print(tables);
        return tables.stream().allMatch(table -> table.violations().isEmpty());
    }

    private void print(List<WarehouseCheck.Checked> tables) {
        TextTable shown = new TextTable()
                .column(console.text().of("app.column.table"))
                .number(console.text().of("app.column.rows"))
                .number(console.text().of("app.column.checks"))
                .number(console.text().of("app.column.broken"));
        tables.forEach(checked -> shown.row(
                checked.table(),
                checked.rows(),
                checked.checks(),
                checked.violations().size()));
        shown.print(console.out());
        int checks = tables.stream().mapToInt(WarehouseCheck.Checked::checks).sum();
        int broken =
                tables.stream().mapToInt(table -> table.violations().size()).sum();
        console.out().println();
        console.say(
                broken == 0 ? "app.check.holds" : "app.check.broken",
                publication.number(),
                publication.businessDate(),
                checks,
                tables.size(),
                broken);
        tables.forEach(table -> table.violations().forEach(violation -> Violations.print(violation, console)));
    }
}
