package org.zhijian.etl.run;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.zhijian.etl.io.Session;
import org.zhijian.etl.io.SideBySide;
import org.zhijian.etl.io.Warehouse;
import org.zhijian.schema.Table;
import org.zhijian.schema.WarehouseSchema;
import org.zhijian.schema.publication.Publication;
import org.zhijian.schema.publication.Publications;
import org.zhijian.schema.text.UserError;

/**
 * Brings all tables back to what an earlier publication says, and publishes that as a new one: of 1, 2 and 3, going back to 1
 * makes 4, whose tables have the rows of 1. What had been published stays as it is. The ledger of landing files goes back
 * too, so the next night loads again what came after. Cut off before it publishes, the next run undoes it.
 */
public final class Rollback {
    private final Warehouse warehouse;
    private final Steps steps;

    /**
     * What became of it.
     *
     * @param publication what readers see now
     * @param changed tables that had other rows than then; when there are none, nothing was published
     */
    public record Outcome(Publication publication, List<Table> changed) {}

    private Rollback(Warehouse warehouse, Steps steps) {
        this.warehouse = warehouse;
        this.steps = steps;
    }

    /**
     * Goes back.
     *
     * @param folder the warehouse's folder
     * @param number the publication to go back to
     * @param listener told of the steps
     * @throws UserError when there is no such publication, or not all of it is kept, another run is at work, or the disk
     *     cannot be written to
     */
    public static Outcome run(Path folder, long number, RunListener listener) {
        Publications publications = new Publications(folder);
        Publication target = publications
                .numbered(number)
                .orElseThrow(() -> new UserError("etl.rollback.unknown", number, folder, inWords(publications.all())));
        return RunLock.holding(folder, () -> {
            Steps steps = new Steps(listener);
            Warehouse warehouse =
                    steps.run("session", () -> new Warehouse(Session.open(ZoneId.of(target.zone())), folder));
            return new Rollback(warehouse, steps).to(target, publications);
        });
    }

    private Outcome to(Publication target, Publications publications) {
        Publication last = publications.newest().orElseThrow();
        requireWhole(target);
        steps.run("recovery", () -> new Recovery(warehouse).restore(last));
        List<Table> changed = steps.run("rollback", () -> restore(target));
        if (changed.isEmpty()) {
            return new Outcome(last, changed);
        }
        Publication back = new Publication(
                last.number() + 1,
                target.businessDate(),
                Instant.now(),
                target.zone(),
                target.software(),
                target.settings(),
                target.landing(),
                warehouse.versions(WarehouseSchema.ALL));
        publications.publish(back);
        return new Outcome(back, changed);
    }

    /** Nothing is touched when a file is gone that the publication needs. */
    private void requireWhole(Publication target) {
        for (Table table : tables()) {
            if (!warehouse.isKept(table, version(target, table))) {
                throw new UserError("etl.rollback.not-kept", target.number(), table);
            }
        }
    }

    private List<Table> restore(Publication target) {
        List<Table> tables = tables();
        List<Callable<Boolean>> restores = new ArrayList<>();
        for (Table table : tables) {
            restores.add(() -> warehouse.restore(table, version(target, table)));
        }
        List<Boolean> restored = SideBySide.run(restores);
        return IntStream.range(0, tables.size())
                .filter(restored::get)
                .mapToObj(tables::get)
                .toList();
    }

    private List<Table> tables() {
        return WarehouseSchema.ALL.stream().filter(warehouse::exists).toList();
    }

    /** A table that the publication does not know was made later; its first version is the empty one. */
    private static long version(Publication publication, Table table) {
        return publication.tables().getOrDefault(table.path(), 0L);
    }

    private static String inWords(List<Publication> publications) {
        return publications.isEmpty()
                ? "–"
                : publications.get(0).number() + " – "
                        + publications.get(publications.size() - 1).number();
    }
}
