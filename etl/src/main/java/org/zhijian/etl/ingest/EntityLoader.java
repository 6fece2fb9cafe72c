package org.zhijian.etl.ingest;

import static org.apache.spark.sql.functions.lit;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.zhijian.etl.io.Schemas;
import org.zhijian.etl.io.Warehouse;
import org.zhijian.schema.raw.Entity;
import org.zhijian.schema.raw.Lineage;
import org.zhijian.schema.raw.Quarantine;

/** Loads the records of one entity at a time into its raw table, and says what became of each file's. */
final class EntityLoader {
    private final Warehouse warehouse;
    private final Privacy privacy;
    private final ZoneId zone;
    private final long runId;

    EntityLoader(Warehouse warehouse, Privacy privacy, ZoneId zone, long runId) {
        this.warehouse = warehouse;
        this.privacy = privacy;
        this.zone = zone;
        this.runId = runId;
    }

    /**
     * What was loaded.
     *
     * @param counts what became of each file's records of the entity
     * @param broken what is wrong with those that were not loaded, as rows of the quarantine
     */
    record Loaded(LoadedEntity entity, Map<NumberedFile, FileCounts> counts, List<Dataset<Row>> broken) {}

    /** Loads the files' records of an entity. */
    Loaded load(Entity entity, List<NumberedFile> files) {
        FileRecords records = new FileRecords(warehouse.spark(), entity);
        Conversion conversion = new Conversion(entity, privacy, zone);
        long before = warehouse.version(entity.table());
        Dataset<Row> good = records.of(files).stream()
                .map(conversion::good)
                .reduce(Dataset::unionByName)
                .orElseThrow();
        List<Long> again = NumberedFile.loadedBefore(files);
        if (again.isEmpty()) {
            warehouse.append(entity.table(), good);
        } else {
            warehouse.replaceWhere(entity.table(), functions.expr(fileIdIn(files)), good);
        }
        Dataset<Row> added = warehouse.readSince(entity.table(), before).where(functions.expr(fileIdIn(files)));
        Versions.Judgement judgement = new Versions(warehouse, entity).judge(added, before, again);
        Map<NumberedFile, FileCounts> counts = new LinkedHashMap<>();
        for (NumberedFile file : files) {
            Map<String, Long> verdicts = judgement.counts().getOrDefault(file.fileId(), Map.of());
            counts.put(file, counts(read(entity, file, records), verdicts));
        }
        List<NumberedFile> withBroken = files.stream()
                .filter(file -> counts.get(file).quarantined() > 0)
                .toList();
        List<Dataset<Row>> broken = new ArrayList<>();
        if (!withBroken.isEmpty()) {
            records.of(withBroken).forEach(rows -> broken.add(withoutCell(conversion.broken(rows, runId))));
        }
        LoadedEntity loaded = new LoadedEntity(
                entity, judgement.changed(), judgement.rows(), judgement.known(), judgement.oldMonths(), before);
        return new Loaded(loaded, counts, broken);
    }

    private static FileCounts counts(long read, Map<String, Long> verdicts) {
        long whole = verdicts.values().stream().mapToLong(Long::longValue).sum();
        return new FileCounts(
                read,
                verdicts.getOrDefault(Versions.LOADED, 0L),
                verdicts.getOrDefault(Versions.SUPERSEDED, 0L),
                verdicts.getOrDefault(Versions.DUPLICATE, 0L),
                read - whole);
    }

    /** Records read, counted apart from those loaded; what a mapping's filter leaves out is not read. */
    private static long read(Entity entity, NumberedFile file, FileRecords records) {
        return file.isFiltered()
                ? records.of(List.of(file)).get(0).count()
                : file.file().records(entity);
    }

    private static Dataset<Row> withoutCell(Dataset<Row> broken) {
        return broken.withColumn(Quarantine.CELL.name(), lit(null).cast("string"))
                .select(Schemas.columns(Quarantine.TABLE));
    }

    /** A condition for the rows of those files; files of a night have consecutive numbers. */
    private static String fileIdIn(List<NumberedFile> files) {
        List<Long> ids = files.stream().map(NumberedFile::fileId).sorted().toList();
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
}
