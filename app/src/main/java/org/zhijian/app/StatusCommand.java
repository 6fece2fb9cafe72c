package org.zhijian.app;

import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.zhijian.app.console.Console;
import org.zhijian.app.console.TextTable;
import org.zhijian.app.quarantine.RejectedRecords;
import org.zhijian.reports.read.PublishedWarehouse;
import org.zhijian.schema.Table;
import org.zhijian.schema.WarehouseSchema;
import org.zhijian.schema.publication.Publication;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code status}: the last runs, how fresh each table is, what lacks something, what is in quarantine. */
@Command(name = "status")
final class StatusCommand implements Runnable {
    private static final int RUNS = 10;
    private static final int EXAMPLES = 3;

    private final Console console;

    @Mixin
    private ReadOptions read;

    StatusCommand(Console console) {
        this.console = console;
    }

    @Override
    public void run() {
        PublishedWarehouse warehouse = read.open();
        Publication publication = warehouse.publication();
        console.say(
                "app.status.publication",
                publication.number(),
                publication.businessDate(),
                at(publication),
                publication.software());
        console.out().println();
        printRuns(warehouse);
        printTables(warehouse);
        printGaps(Gap.in(warehouse));
        new RejectedView(console).print(new RejectedRecords(warehouse));
    }

    private static String at(Publication publication) {
        ZonedDateTime published = publication.publishedAt().atZone(ZoneId.of(publication.zone()));
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(published.truncatedTo(ChronoUnit.SECONDS));
    }

    private void printRuns(PublishedWarehouse warehouse) {
        TextTable table = new TextTable()
                .number(console.text().of("app.column.run"))
                .column(console.text().of("app.column.business-date"))
                .column(console.text().of("app.column.started"))
                .number(console.text().of("app.column.steps"))
                .number(console.text().of("app.column.rows-out"))
                .number(console.text().of("app.column.seconds"));
        ZoneId zone = ZoneId.of(warehouse.publication().zone());
        RunSummary.newest(warehouse, RUNS)
                .forEach(run -> table.row(
                        run.id(),
                        run.businessDate(),
                        DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(
                                run.startedAt().atZone(zone).truncatedTo(ChronoUnit.SECONDS)),
                        run.steps(),
                        run.rowsOut(),
                        String.format(Locale.ROOT, "%.1f", run.seconds())));
        if (!table.isEmpty()) {
            console.say("app.status.runs");
            table.print(console.out());
            console.out().println();
        }
    }

    private void printTables(PublishedWarehouse warehouse) {
        Freshness freshness = Freshness.of(warehouse.history());
        TextTable table = new TextTable()
                .column(console.text().of("app.column.table"))
                .number(console.text().of("app.column.rows"))
                .number(console.text().of("app.column.version"))
                .column(console.text().of("app.column.changed"));
        for (Table declared : WarehouseSchema.ALL) {
            if (warehouse.holds(declared)) {
                OptionalLong rows = warehouse.rowCount(declared);
                table.row(
                        declared,
                        rows.isPresent() ? rows.getAsLong() : null,
                        freshness.version(declared),
                        freshness.changedOn(declared));
            }
        }
        console.say("app.status.tables");
        table.print(console.out());
        console.out().println();
    }

    private void printGaps(List<Gap> gaps) {
        if (!gaps.isEmpty()) {
            TextTable table = new TextTable()
                    .column(console.text().of("app.column.what"))
                    .number(console.text().of("app.column.how-many"))
                    .column(console.text().of("app.column.examples"));
            gaps.forEach(gap -> table.row(
                    console.text().of("app.gap." + gap.kind()),
                    gap.names().size(),
                    gap.names().stream().limit(EXAMPLES).collect(Collectors.joining(", "))));
            console.say("app.status.gaps");
            table.print(console.out());
            console.out().println();
        }
    }
}
