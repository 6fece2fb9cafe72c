package org.zhijian.etl.run;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import org.zhijian.etl.ingest.FileCounts;
import org.zhijian.etl.ingest.FileReport;
import org.zhijian.etl.ingest.Ingest;
import org.zhijian.etl.io.Schemas;
import org.zhijian.etl.io.Session;
import org.zhijian.etl.io.SideBySide;
import org.zhijian.etl.io.Warehouse;
import org.zhijian.schema.Table;
import org.zhijian.schema.WarehouseSchema;
import org.zhijian.schema.publication.Publication;
import org.zhijian.schema.publication.Publications;
import org.zhijian.schema.raw.Entities;
import org.zhijian.schema.raw.LandingFile;
import org.zhijian.schema.raw.RunStep;
import org.zhijian.schema.settings.Settings;

/**
 * The nightly run. It begins from the last publication, loads what is new, brings star and marts up to date, checks what it
 * wrote, and ends with a publication. Until then readers see the state of the night before; cut off at any point, the next
 * run begins from there again.
 */
public final class Nightly {
    private final Path landing;
    private final Path folder;
    private final LocalDate date;
    private final Settings settings;
    private final Set<Long> again;
    private final Steps steps;
    private final RunListener listener;

    /**
     * What a run is asked to do.
     *
     * @param landing the landing folder
     * @param warehouse the warehouse's folder, made when it is not there
     * @param date the business day to close
     * @param settings the centre's configuration
     * @param again numbers of landing files to read again
     */
    public record Request(Path landing, Path warehouse, LocalDate date, Settings settings, Set<Long> again) {}

    /**
     * How a run ended.
     *
     * @param publication what readers see now; null when a check failed and nothing was ever published
     * @param published whether this run published it; false when there was nothing new
     * @param files the landing files that were read
     * @param restored tables that a run before had left unfinished
     * @param violations checks that failed; when there are any, nothing was published
     */
    public record Outcome(
            Publication publication,
            boolean published,
            List<FileReport> files,
            List<Table> restored,
            List<Violation> violations) {

        /** Whether something was rejected or put into quarantine. */
        public boolean hasWarnings() {
            return files.stream()
                    .anyMatch(file -> file.status().equals(LandingFile.REJECTED)
                            || file.counts().quarantined() > 0);
        }
    }

    private Nightly(Request request, RunListener listener) {
        this.landing = request.landing().toAbsolutePath().normalize();
        this.folder = request.warehouse().toAbsolutePath().normalize();
        this.date = request.date();
        this.settings = request.settings();
        this.again = request.again();
        this.listener = listener;
        this.steps = new Steps(listener);
    }

    /** Runs the night; a user's mistake is a UserError. */
    public static Outcome run(Request request, RunListener listener) {
        Nightly nightly = new Nightly(request, listener);
        return RunLock.holding(nightly.folder, nightly::run);
    }

    private Outcome run() {
        Publication last = new Publications(folder).newest().orElse(null);
        SparkSession spark = steps.run("session", () -> Session.open(settings.get(Settings.ZONE)));
        try {
            return run(new Warehouse(spark, folder), last);
        } finally {
            // What the night kept in memory would stay there for as long as the session.
            spark.catalog().clearCache();
        }
    }

    private Outcome run(Warehouse warehouse, Publication last) {
        List<Table> restored = steps.run("recovery", () -> new Recovery(warehouse).restore(last));
        steps.run("tables", () -> create(warehouse));
        Map<String, Long> before = last == null ? Map.of() : warehouse.versions(WarehouseSchema.ALL);

        long number = last == null ? 1 : last.number() + 1;
        LocalDate closed = last == null || date.isAfter(last.businessDate()) ? date : last.businessDate();
        boolean madeOtherwise = last == null || !madeAlike(last);

        Ingest.Result loaded = steps.timed(
                "ingest",
                () -> load(warehouse, number, madeOtherwise),
                result -> FileCounts.of(result.files()).read(),
                result -> FileCounts.of(result.files()).loaded());
        Scope scope = new Scope(madeOtherwise || loaded.replacesRecords(), closed, last);
        if (loaded.isEmpty() && !scope.rebuild() && closed.equals(last.businessDate())) {
            return new Outcome(last, false, loaded.files(), restored, List.of());
        }
        Dimensions.Changes changes =
                steps.run("dimensions", () -> new Dimensions(warehouse, settings, scope, steps).load(loaded));
        Touched touched =
                steps.run("facts", () -> new FactLoad(warehouse, settings, scope, steps).load(loaded, changes));
        steps.run("marts", () -> new MartLoad(warehouse, settings, scope, steps).load(touched));
        List<Violation> violations = steps.run("checks", () -> new Checks(warehouse).sinceVersions(before));
        if (!violations.isEmpty()) {
            return new Outcome(last, false, loaded.files(), restored, violations);
        }
        return new Outcome(publish(warehouse, number, closed), true, loaded.files(), restored, List.of());
    }

    private Ingest.Result load(Warehouse warehouse, long number, boolean madeOtherwise) {
        Ingest ingest = new Ingest(warehouse, settings, number);
        Ingest.Found found = ingest.look(landing, again);
        long standing = madeOtherwise || found.replacesRecords()
                ? Entities.ALL.stream()
                        .mapToLong(entity -> warehouse.rows(entity.table()))
                        .sum()
                : 0;
        Session.expectRows(warehouse.spark(), found.records() + standing);
        return ingest.load(found, listener::begun);
    }

    private Publication publish(Warehouse warehouse, long number, LocalDate closed) {
        warehouse.append(
                RunStep.TABLE,
                warehouse
                        .spark()
                        .createDataFrame(steps.ledger(number, closed), Schemas.struct(RunStep.TABLE))
                        .coalesce(1));
        Publication publication = new Publication(
                number,
                closed,
                Instant.now(),
                settings.get(Settings.ZONE).getId(),
                Software.VERSION,
                settings.written(),
                landing.toString(),
                warehouse.versions(WarehouseSchema.ALL));
        new Publications(folder).publish(publication);
        return publication;
    }

    /** Whether the published tables were made by this software with these settings. */
    private boolean madeAlike(Publication last) {
        return last.software().equals(Software.VERSION) && last.isMadeWith(settings.written());
    }

    private static void create(Warehouse warehouse) {
        List<Callable<Table>> creations = new ArrayList<>();
        for (Table table : WarehouseSchema.ALL) {
            if (!warehouse.exists(table)) {
                creations.add(() -> {
                    warehouse.create(table);
                    return table;
                });
            }
        }
        SideBySide.run(creations);
    }
}
