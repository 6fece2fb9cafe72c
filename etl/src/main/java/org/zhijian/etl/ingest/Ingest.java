package org.zhijian.etl.ingest;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.zhijian.etl.io.Schemas;
import org.zhijian.etl.io.SideBySide;
import org.zhijian.etl.io.Warehouse;
import org.zhijian.schema.raw.Entity;
import org.zhijian.schema.raw.LandingFile;
import org.zhijian.schema.raw.Quarantine;
import org.zhijian.schema.settings.Settings;

/** Loads what is new in the landing folder into the raw tables, with a ledger row a file. */
public final class Ingest {
    private final Warehouse warehouse;
    private final Settings settings;
    private final long runId;
    private final EntityLoader loader;

    /**
     * What a run has read.
     *
     * @param replacesRecords whether records of before have gone, since their file was read again: what was made of them
     *     can only be found by making all anew
     */
    public record Result(List<LoadedEntity> entities, List<FileReport> files, boolean replacesRecords) {
        public Optional<LoadedEntity> of(Entity entity) {
            return entities.stream()
                    .filter(loaded -> loaded.entity().equals(entity))
                    .findFirst();
        }

        /** All records of an entity that hold, from this run or before. */
        public Dataset<Row> allHolding(Entity entity, Warehouse warehouse) {
            return of(entity)
                    .filter(loaded -> loaded.before() == 0)
                    .map(LoadedEntity::changed)
                    .orElseGet(() -> LoadedEntity.holding(entity, warehouse.read(entity.table())));
        }

        /** Whether nothing new lay in the landing folder. */
        public boolean isEmpty() {
            return files.isEmpty();
        }
    }

    public Ingest(Warehouse warehouse, Settings settings, long runId) {
        this.warehouse = warehouse;
        this.settings = settings;
        this.runId = runId;
        this.loader = new EntityLoader(
                warehouse,
                new Privacy(CustomerKey.of(settings, warehouse.folder())),
                settings.get(Settings.ZONE),
                runId);
    }

    /** What lies in a landing folder that was not loaded before. */
    public static final class Found {
        private final List<NumberedFile> files;
        private final FileLedger ledger;

        private Found(List<FoundFile> files, FileLedger ledger) {
            this.files = ledger.numbered(files);
            this.ledger = ledger;
        }

        /** How many records there are to read. */
        public long records() {
            return files.stream().mapToLong(file -> file.file().recordsToRead()).sum();
        }

        /** Whether a file is among them that is read again and has left records before. */
        public boolean replacesRecords() {
            return files.stream()
                    .anyMatch(file -> file.loadedBefore() && !file.file().rejected());
        }
    }

    /**
     * Looks at what is new.
     *
     * @param landing the landing folder
     * @param again numbers of files to read again, as after the cause of a rejection has been mended
     */
    public Found look(Path landing, Set<Long> again) {
        List<Mapping> mappings = Mapping.readAll(settings.path(Settings.MAPPINGS));
        FileLedger ledger = new FileLedger(warehouse, again);
        return new Found(probe(new LandingFolder(landing, mappings), ledger), ledger);
    }

    /**
     * Loads what was found.
     *
     * @param progress told of each entity that is done
     */
    public Result load(Found found, Consumer<String> progress) {
        List<FileOutcome> outcomes = new ArrayList<>();
        List<NumberedFile> whole = new ArrayList<>();
        for (NumberedFile file : found.files) {
            if (file.file().rejected()) {
                outcomes.add(FileOutcome.rejected(file));
            } else if (found.ledger.load(file.file())) {
                whole.add(file);
            } else {
                outcomes.add(FileOutcome.repeated(file));
            }
        }
        List<LoadedEntity> entities;
        try {
            entities = load(whole, outcomes, progress);
        } catch (Exception e) {
            // Spark throws checked exceptions too, but Scala declares none.
            requireUnchanged(found.files, e);
            throw e;
        }
        requireUnchanged(found.files, null);
        return new Result(entities, outcomes.stream().map(FileOutcome::report).toList(), found.replacesRecords());
    }

    /** What was read of a file that changed meanwhile is not what was looked at. */
    private static void requireUnchanged(List<NumberedFile> files, Exception failure) {
        for (NumberedFile numbered : files) {
            FoundFile file = numbered.file();
            if (!file.rejected() && !file.stamp().isOf(file.file())) {
                throw file.stamp().changed().causedBy(failure);
            }
        }
    }

    private List<LoadedEntity> load(List<NumberedFile> whole, List<FileOutcome> outcomes, Consumer<String> progress) {
        Map<NumberedFile, FileCounts> counts = new LinkedHashMap<>();
        Map<Entity, List<NumberedFile>> accepted = new LinkedHashMap<>();
        List<Dataset<Row>> broken = new ArrayList<>();
        for (NumberedFile file : withdrawing(whole)) {
            FilledSheet sheet = file.file().sheet();
            counts.put(file, sheet == null ? FileCounts.NONE : FileCounts.quarantined(sheet.brokenRows()));
            if (sheet != null && !sheet.misfits().isEmpty()) {
                broken.add(new SheetRows(sheet, file.fileId()).misfits(warehouse.spark(), runId));
            }
            for (Entity entity : file.file().entities()) {
                // A file that is read again may have left records of an entity of which it has none now.
                if (sheet == null
                        || file.loadedBefore()
                        || !sheet.records(entity).isEmpty()) {
                    accepted.computeIfAbsent(entity, none -> new ArrayList<>()).add(file);
                }
            }
        }
        List<Callable<EntityLoader.Loaded>> loads = new ArrayList<>();
        accepted.forEach((entity, files) -> loads.add(() -> {
            EntityLoader.Loaded load = loader.load(entity, files);
            progress.accept(entity.name());
            return load;
        }));
        List<LoadedEntity> entities = new ArrayList<>();
        for (EntityLoader.Loaded load : SideBySide.run(loads)) {
            entities.add(load.entity());
            broken.addAll(load.broken());
            load.counts().forEach((file, more) -> counts.merge(file, more, FileCounts::plus));
        }
        counts.forEach((file, all) -> outcomes.add(FileOutcome.loaded(file, all)));
        if (!outcomes.isEmpty()) {
            List<Row> rows =
                    outcomes.stream().map(outcome -> outcome.row(runId)).toList();
            warehouse.append(
                    LandingFile.TABLE, warehouse.spark().createDataFrame(rows, Schemas.struct(LandingFile.TABLE)));
        }
        if (!broken.isEmpty()) {
            warehouse.append(
                    Quarantine.TABLE,
                    broken.stream().reduce(Dataset::unionByName).orElseThrow());
        }
        return entities;
    }

    /** The files, with score sheets withdrawing what they no longer say. */
    private List<NumberedFile> withdrawing(List<NumberedFile> files) {
        List<FilledSheet> sheets = files.stream()
                .map(file -> file.file().sheet())
                .filter(Objects::nonNull)
                .toList();
        EarlierErrors errors = new EarlierErrors(warehouse, sheets, NumberedFile.loadedBefore(files));
        return files.stream()
                .map(file -> file.file().sheet() == null
                        ? file
                        : file.with(errors.withdrawnBy(file.file().sheet())))
                .toList();
    }

    private List<FoundFile> probe(LandingFolder folder, FileLedger ledger) {
        FileProbe probe = new FileProbe(folder, settings.get(Settings.ENCODING).toString(), warehouse.spark());
        List<Callable<FoundFile>> probes = new ArrayList<>();
        for (Path file : folder.files()) {
            if (!ledger.isUnchanged(folder.path(file), file)) {
                probes.add(() -> probe.probe(file));
            }
        }
        return SideBySide.run(probes);
    }
}
