package org.zhijian.reports.read;

import io.delta.kernel.defaults.engine.DefaultEngine;
import io.delta.kernel.engine.Engine;
import io.delta.kernel.exceptions.KernelException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.hadoop.conf.Configuration;
import org.zhijian.schema.Table;
import org.zhijian.schema.publication.Publication;
import org.zhijian.schema.publication.Publications;
import org.zhijian.schema.text.UserError;

/** A warehouse as one publication shows it: every table at the version that the publication names. */
public final class PublishedWarehouse {
    private final Path folder;
    private final Publication publication;
    private final Engine engine;
    /** A version never changes, so its log is read once. */
    private final Map<String, StoredTable> opened = new ConcurrentHashMap<>();

    private PublishedWarehouse(Path folder, Publication publication, Engine engine) {
        this.folder = folder;
        this.publication = publication;
        this.engine = engine;
    }

    /**
     * The warehouse as it was published last.
     *
     * @throws UserError when nothing has been published in that folder
     */
    public static PublishedWarehouse open(Path folder) {
        Publication newest = new Publications(folder)
                .newest()
                .orElseThrow(() -> new UserError("reports.read.nothing-published", folder));
        return new PublishedWarehouse(folder, newest, DefaultEngine.create(new Configuration()));
    }

    /**
     * The warehouse as readers saw it at the end of that day, in the centre's zone.
     *
     * @throws UserError when nothing that is kept had been published by then
     */
    public PublishedWarehouse asOf(LocalDate day) {
        Publications publications = new Publications(folder);
        return with(publications.asOf(day).orElseThrow(() -> {
            Publication first = publications.all().get(0);
            return new UserError("reports.read.none-as-of", day, first.number(), first.madeOn(), first.businessDate());
        }));
    }

    /**
     * The warehouse as that publication shows it.
     *
     * @throws UserError when there is no publication of that number
     */
    public PublishedWarehouse numbered(long number) {
        Publications publications = new Publications(folder);
        return with(publications
                .numbered(number)
                .orElseThrow(() -> new UserError(
                        "reports.read.no-such-publication",
                        number,
                        publications.newest().orElse(publication).number())));
    }

    public Publication publication() {
        return publication;
    }

    /** This publication and those before it, the oldest first. */
    public List<Publication> history() {
        return new Publications(folder)
                .all().stream()
                        .filter(other -> other.number() <= publication.number())
                        .toList();
    }

    /** Whether the publication has that table. */
    public boolean holds(Table table) {
        return publication.tables().containsKey(table.path());
    }

    /** All rows of the table, with all its columns, in stored order. */
    public Rows rows(Table table) {
        return rows(Selection.of(table));
    }

    /**
     * The selected rows, in stored order.
     *
     * @throws UserError when the publication does not have the table, or its version is no longer kept
     */
    public Rows rows(Selection selection) {
        return stored(selection.table()).rows(selection);
    }

    /**
     * The selected rows in memory; none when the publication does not have the table.
     *
     * @throws UserError when the table's version is no longer kept
     */
    public List<Row> rowsIfAny(Selection selection) {
        return holds(selection.table()) ? rows(selection).toList() : List.of();
    }

    /** How many rows the table has, without reading them; empty when its log does not say. */
    public OptionalLong rowCount(Table table) {
        return stored(table).rowCount();
    }

    private PublishedWarehouse with(Publication other) {
        return new PublishedWarehouse(folder, other, engine);
    }

    private StoredTable stored(Table table) {
        Long version = publication.tables().get(table.path());
        if (version == null) {
            throw new UserError("reports.read.not-written", table, publication.number(), publication.businessDate());
        }
        try {
            return opened.computeIfAbsent(table.path(), path -> StoredTable.at(engine, folder.resolve(path), version));
        } catch (KernelException e) {
            throw new UserError("reports.read.not-kept", version, table, publication.number()).causedBy(e);
        }
    }
}
