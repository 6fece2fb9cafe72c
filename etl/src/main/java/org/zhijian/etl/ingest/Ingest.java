package org.zhijian.etl.ingest;

import static org.apache.spark.sql.functions.lit;

import java.nio.file.Path;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.functions;
import org.zhijian.etl.io.Schemas;
import org.zhijian.etl.io.SideBySide;
import org.zhijian.etl.io.Warehouse;
import org.zhijian.schema.raw.Entity;
import org.zhijian.schema.raw.LandingFile;
import org.zhijian.schema.raw.Lineage;
import org.zhijian.schema.raw.Quarantine;
import org.zhijian.schema.settings.Settings;
import org.zhijian.schema.text.UserError;

/** Loads what is new in the landing folder into the raw tables, with a ledger row a file. */
public final class Ingest {
    private final Warehouse warehouse;
    private final Settings settings;
    private final long runId;
    private final Privacy privacy;

    /** What a run has read. */
    public record Result(List<LoadedEntity> entities, List<FileReport> files) {
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

    /**
     * A file's ledger row, for people.
     *
     * @param rejection why it was rejected, or null
     * @param unknownColumns columns that were ignored
     */
    public record FileReport(
            long fileId,
            String path,
            String status,
            long read,
            long loaded,
            long superseded,
            long duplicate,
            long quarantined,
            UserError rejection,
            List<String> unknownColumns) {}

    /** A file that is being loaded. */
    private record Accepted(long fileId, FoundFile file) {
        LandingSource.Part part() {
            return new LandingSource.Part(
                    fileId, file.file().toString(), file.stamp().bytes(), file.options());
        }
    }

    public Ingest(Warehouse warehouse, Settings settings, long runId) {
        this.warehouse = warehouse;
        this.settings = settings;
        this.runId = runId;
        this.privacy = new Privacy(CustomerKey.of(settings, warehouse.folder()));
    }

    /** What lies in a landing folder that was not loaded before. */
    public static final class Found {
        private final List<FoundFile> files;
        private final FileLedger ledger;

        private Found(List<FoundFile> files, FileLedger ledger) {
            this.files = files;
            this.ledger = ledger;
        }

        /** How many records there are to read. */
        public long records() {
            return files.stream().mapToLong(FoundFile::recordsToRead).sum();
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
        List<Row> rows = new ArrayList<>();
        List<FileReport> reports = new ArrayList<>();
        List<Accepted> whole = new ArrayList<>();
        Set<Long> replaced = new LinkedHashSet<>();
        for (FoundFile file : found.files) {
            Optional<String> twin = found.ledger.loadedAs(file.checksum());
            if (file.rejected()) {
                record(file, found.ledger.idOf(file), "rejected", Counts.NONE, rows, reports);
            } else if (twin.isPresent()) {
                record(file, found.ledger.idOf(file), "repeated", Counts.NONE, rows, reports);
            } else {
                Accepted next = new Accepted(found.ledger.load(file), file);
                if (found.ledger.isAgain(file)) {
                    replaced.add(next.fileId());
                }
                whole.add(next);
            }
        }
        List<LoadedEntity> entities;
        try {
            entities = load(whole, replaced, rows, reports, progress);
        } catch (Exception e) {
            // Spark throws checked exceptions too, but Scala declares none.
            requireUnchanged(found.files, e);
            throw e;
        }
        requireUnchanged(found.files, null);
        return new Result(entities, reports);
    }

    /** What was read of a file that changed meanwhile is not what was looked at. */
    private static void requireUnchanged(List<FoundFile> files, Exception failure) {
        for (FoundFile file : files) {
            if (!file.rejected() && !file.stamp().isOf(file.file())) {
                throw file.stamp().changed().causedBy(failure);
            }
        }
    }

    private List<LoadedEntity> load(
            List<Accepted> whole,
            Set<Long> replaced,
            List<Row> rows,
            List<FileReport> reports,
            Consumer<String> progress) {
        Map<Accepted, Counts> counts = new LinkedHashMap<>();
        Map<Entity, List<Accepted>> accepted = new LinkedHashMap<>();
        List<Dataset<Row>> broken = new ArrayList<>();
        for (Accepted file : withdrawing(whole, replaced)) {
            FilledSheet sheet = file.file().sheet();
            counts.put(file, sheet == null ? Counts.NONE : Counts.quarantined(sheet.brokenRows()));
            if (sheet != null && !sheet.misfits().isEmpty()) {
                broken.add(new SheetRows(sheet, file.fileId()).misfits(warehouse.spark(), runId));
            }
            for (Entity entity : file.file().entities()) {
                // A file that is read again may have left records of an entity of which it has none now.
                if (sheet == null
                        || replaced.contains(file.fileId())
                        || !sheet.records(entity).isEmpty()) {
                    accepted.computeIfAbsent(entity, none -> new ArrayList<>()).add(file);
                }
            }
        }
        List<Callable<EntityLoad>> loads = new ArrayList<>();
        accepted.forEach((entity, files) -> loads.add(() -> {
            EntityLoad load = load(entity, files, replaced);
            progress.accept(entity.name());
            return load;
        }));
        List<LoadedEntity> entities = new ArrayList<>();
        for (EntityLoad load : SideBySide.run(loads)) {
            entities.add(load.loaded());
            broken.addAll(load.broken());
            load.counts().forEach((file, more) -> counts.merge(file, more, Counts::plus));
        }
        counts.forEach((file, all) -> record(file.file(), file.fileId(), "loaded", all, rows, reports));
        if (!rows.isEmpty()) {
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
    private List<Accepted> withdrawing(List<Accepted> files, Set<Long> replaced) {
        List<FilledSheet> sheets = files.stream()
                .map(file -> file.file().sheet())
                .filter(Objects::nonNull)
                .toList();
        EarlierErrors errors = new EarlierErrors(warehouse, sheets, replaced);
        return files.stream()
                .map(file -> file.file().sheet() == null
                        ? file
                        : new Accepted(
                                file.fileId(),
                                file.file().with(errors.withdrawnBy(file.file().sheet()))))
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

    /** What became of a file's records. */
    private record Counts(long read, long loaded, long superseded, long duplicate, long quarantined) {
        private static final Counts NONE = new Counts(0, 0, 0, 0, 0);

        private static Counts quarantined(long records) {
            return new Counts(records, 0, 0, 0, records);
        }

        private Counts plus(Counts other) {
            return new Counts(
                    read + other.read,
                    loaded + other.loaded,
                    superseded + other.superseded,
                    duplicate + other.duplicate,
                    quarantined + other.quarantined);
        }
    }

    private record EntityLoad(LoadedEntity loaded, Map<Accepted, Counts> counts, List<Dataset<Row>> broken) {}

    private EntityLoad load(Entity entity, List<Accepted> files, Set<Long> replaced) {
        long before = warehouse.version(entity.table());
        Conversion conversion = new Conversion(entity, privacy, settings.get(Settings.ZONE));
        Dataset<Row> good = records(entity, files).stream()
                .map(conversion::good)
                .reduce(Dataset::unionByName)
                .orElseThrow();
        List<Long> again =
                files.stream().map(Accepted::fileId).filter(replaced::contains).toList();
        if (again.isEmpty()) {
            warehouse.append(entity.table(), good);
        } else {
            warehouse.replaceWhere(entity.table(), functions.expr(fileIdIn(files)), good);
        }
        Dataset<Row> added = warehouse.readSince(entity.table(), before).where(functions.expr(fileIdIn(files)));
        Versions.Judgement judgement = new Versions(warehouse, entity).judge(added, before, again);
        Map<Accepted, Counts> counts = new LinkedHashMap<>();
        List<Accepted> withBroken = new ArrayList<>();
        for (Accepted file : files) {
            Map<String, Long> status = judgement.counts().getOrDefault(file.fileId(), Map.of());
            long whole = status.values().stream().mapToLong(Long::longValue).sum();
            long read = readCount(entity, file);
            if (whole < read) {
                withBroken.add(file);
            }
            counts.put(
                    file,
                    new Counts(
                            read,
                            status.getOrDefault(Versions.LOADED, 0L),
                            status.getOrDefault(Versions.SUPERSEDED, 0L),
                            status.getOrDefault(Versions.DUPLICATE, 0L),
                            read - whole));
        }
        List<Dataset<Row>> broken = withBroken.isEmpty()
                ? List.of()
                : records(entity, withBroken).stream()
                        .map(records -> withCell(conversion.broken(records, runId)))
                        .toList();
        LoadedEntity loaded = new LoadedEntity(
                entity, judgement.changed(), judgement.rows(), judgement.known(), judgement.oldMonths(), before);
        return new EntityLoad(loaded, counts, broken);
    }

    private Dataset<Row> withCell(Dataset<Row> broken) {
        return broken.withColumn(Quarantine.CELL.name(), lit(null).cast("string"))
                .select(Schemas.columns(Quarantine.TABLE));
    }

    /** Records read, counted apart from those loaded; what a mapping's filter leaves out is not read. */
    private long readCount(Entity entity, Accepted file) {
        boolean filtered =
                file.file().mapping() != null && !file.file().mapping().filter().isEmpty();
        return filtered
                ? records(entity, List.of(file)).get(0).count()
                : file.file().records(entity);
    }

    /** A condition for the rows of those files; files of a night have consecutive numbers. */
    private static String fileIdIn(List<Accepted> files) {
        List<Long> ids = files.stream().map(Accepted::fileId).sorted().toList();
        StringBuilder condition = new StringBuilder();
        int start = 0;
        for (int i = 1; i <= ids.size(); i++) {
            if (i == ids.size() || ids.get(i) != ids.get(i - 1) + 1) {
                condition
                        .append(condition.isEmpty() ? "" : " OR ")
                        .append(Lineage.FILE_ID)
                        .append(" BETWEEN ")
                        .append(ids.get(start))
                        .append(" AND ")
                        .append(ids.get(i - 1));
                start = i;
            }
        }
        return condition.toString();
    }

    /** The files' records as text in the entity's columns: those with its own columns together, each mapping's together. */
    private List<Dataset<Row>> records(Entity entity, List<Accepted> files) {
        List<Dataset<Row>> records = new ArrayList<>();
        Map<Boolean, List<Accepted>> byKind = files.stream()
                .filter(file -> file.file().sheet() == null)
                .collect(Collectors.partitioningBy(file -> file.file().mapping() != null));
        List<String> columns =
                entity.columns().stream().map(org.zhijian.schema.Column::name).toList();
        for (Accepted file : files) {
            if (file.file().sheet() != null) {
                records.add(new SheetRows(file.file().sheet(), file.fileId()).records(warehouse.spark(), entity));
            }
        }
        records.addAll(read(byKind.get(false), columns, false));
        Map<Mapping, List<Accepted>> byMapping = byKind.get(true).stream()
                .collect(Collectors.groupingBy(file -> file.file().mapping(), LinkedHashMap::new, Collectors.toList()));
        byMapping.forEach((mapping, mapped) -> {
            Set<String> source = new LinkedHashSet<>();
            mapped.forEach(file -> source.addAll(file.file().options().columns()));
            read(mapped, List.copyOf(source), true).forEach(rows -> records.add(MappedRecords.of(mapping, rows)));
        });
        return records;
    }

    private List<Dataset<Row>> read(List<Accepted> files, List<String> columns, boolean mapped) {
        List<Dataset<Row>> rows = new ArrayList<>();
        var session = mapped ? MappedRecords.session(warehouse.spark()) : warehouse.spark();
        List<LandingSource.Part> parts = new ArrayList<>();
        for (Accepted file : files) {
            if (file.file().options().format() == Format.PARQUET) {
                rows.add(ParquetFiles.read(session, file.part(), columns));
            } else {
                parts.add(file.part());
            }
        }
        if (!parts.isEmpty()) {
            rows.add(LandingSource.read(session, parts, columns));
        }
        return rows;
    }

    private void record(
            FoundFile file, long fileId, String status, Counts counts, List<Row> rows, List<FileReport> reports) {
        String message = file.rejected()
                ? file.rejection().getMessage()
                : file.unknownColumns().isEmpty() ? null : String.join(", ", file.unknownColumns());
        rows.add(RowFactory.create(
                fileId,
                runId,
                file.path(),
                file.holds(),
                file.mapping() == null ? null : file.mapping().name(),
                file.stamp().bytes(),
                Timestamp.from(file.stamp().modifiedAt()),
                file.checksum(),
                status,
                counts.read(),
                counts.loaded(),
                counts.superseded(),
                counts.duplicate(),
                counts.quarantined(),
                message));
        reports.add(new FileReport(
                fileId,
                file.path(),
                status,
                counts.read(),
                counts.loaded(),
                counts.superseded(),
                counts.duplicate(),
                counts.quarantined(),
                file.rejection(),
                file.unknownColumns()));
    }
}
