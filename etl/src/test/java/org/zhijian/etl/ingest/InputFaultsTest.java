package org.zhijian.etl.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhijian.etl.testing.FaultReport;
import org.zhijian.etl.testing.LocalSpark;
import org.zhijian.schema.raw.Interactions;
import org.zhijian.schema.raw.Lineage;
import org.zhijian.schema.raw.Quarantine;

/**
 * Broken landing files of every kind and format: none ends the run, and of each every record is accounted for. How many are
 * tried is said by the system property {@code zhijian.faults.mutations}.
 */
class InputFaultsTest {
    private static final int MUTATIONS = Integer.getInteger("zhijian.faults.mutations", 300);
    private static final int A_NIGHT = 300;
    private static final String PARQUET = "parquet";
    private static final int EVERY_PARQUET_FILE = 100;
    private static final int PARQUET_FILES = 10;
    private static final List<Mutation> KINDS = List.of(Mutation.values());
    private static final List<String> ENDINGS = List.of("csv", "csv.gz", "jsonl", "jsonl.gz", "xlsx");

    @TempDir
    private Path folder;

    private final Map<Mutation, Mutation.Fate> fates = Mutation.Fate.none();

    @Test
    void everyRecordOfABrokenFileIsAccountedFor() throws IOException {
        List<byte[]> parquet = parquetFiles();
        int number = 0;
        for (int night = 1; number < MUTATIONS; night++) {
            Random random = new Random(night);
            Centre centre = new Centre(folder.resolve("night-" + night), Interactions.ENTITY);
            Map<String, Mutation> landed = new HashMap<>();
            for (int i = 0; i < A_NIGHT && number < MUTATIONS; i++) {
                Mutation mutation = KINDS.get(number % KINDS.size());
                String ending = ending(mutation, i, random);
                Mutation.Mutated file = mutation.of(number, ending, parquet, random);
                centre.lands(file.name(), file.content());
                landed.put(file.name(), mutation);
                number++;
            }
            requireAllAccountedFor(centre, landed, "seed " + night);
            FaultReport.update("input", report(number));
        }
        FaultReport.write("input", report(number));
    }

    private List<String> report(int mutations) {
        List<String> lines = new ArrayList<>();
        long heap = Runtime.getRuntime().maxMemory() >> 20;
        lines.add("Input: " + mutations + " mutations, " + ENDINGS.size() + " formats and Parquet, in a heap of " + heap
                + " MB; none ended a night, and for each file read = loaded + superseded + duplicate + quarantined");
        for (Mutation mutation : KINDS) {
            lines.add("Input, " + mutation.name().toLowerCase(Locale.ROOT).replace('_', ' ') + ": "
                    + fates.get(mutation));
        }
        return lines;
    }

    /** Parquet files are read one by one by Spark, so there are few of them. */
    private static String ending(Mutation mutation, int place, Random random) {
        List<String> possible = ENDINGS.stream().filter(mutation::appliesTo).toList();
        boolean isParquet = place % EVERY_PARQUET_FILE < PARQUET_FILES && mutation.appliesTo(PARQUET);
        return isParquet || possible.isEmpty() ? PARQUET : possible.get(random.nextInt(possible.size()));
    }

    private void requireAllAccountedFor(Centre centre, Map<String, Mutation> landed, String seed) {
        Map<String, FileReport> reports = centre.night();
        assertThat(reports.keySet()).as(seed).isEqualTo(landed.keySet());
        Map<Long, Long> loaded = counts(centre, "raw");
        Map<Long, Long> quarantined = counts(centre, "quarantine");
        List<String> wrong = new ArrayList<>();
        reports.values().forEach(report -> {
            fates.computeIfPresent(landed.get(report.path()), (kind, fate) -> fate.plus(report));
            FileCounts counts = report.counts();
            long kept = counts.loaded() + counts.superseded() + counts.duplicate();
            boolean isRejected = report.rejection() != null;
            if (counts.read() != kept + counts.quarantined()
                    || loaded.getOrDefault(report.fileId(), 0L) != kept
                    || quarantined.getOrDefault(report.fileId(), 0L) != counts.quarantined()
                    || (isRejected && counts.read() > 0)) {
                wrong.add(landed.get(report.path()) + " " + report);
            }
        });
        assertThat(wrong).as(seed).isEmpty();
    }

    /** Records by file. */
    private static Map<Long, Long> counts(Centre centre, String where) {
        Map<Long, Long> counts = new HashMap<>();
        var records = where.equals("raw")
                ? centre.raw(Interactions.ENTITY)
                : centre.warehouse().read(Quarantine.TABLE);
        records.select(Lineage.FILE_ID.name(), Lineage.LINE.name())
                .distinct()
                .groupBy(Lineage.FILE_ID.name())
                .count()
                .collectAsList()
                .forEach(row -> counts.put(row.getLong(0), row.getLong(1)));
        return counts;
    }

    /** Whole ones of three schemas: typed, all text, and nested where text is expected. */
    private List<byte[]> parquetFiles() throws IOException {
        SparkSession spark = LocalSpark.session();
        String typed = "concat('P', id) interaction_id, 'voice_in' channel, timestamp'2026-10-01 10:00:00' started_at, "
                + "'answered' outcome, int(id) talk_seconds";
        List<String> schemas = List.of(
                "SELECT " + typed + " FROM range(20)",
                "SELECT id interaction_id, 'fax' channel, '2026-10-01' started_at, 'answered' outcome, '-1' talk_seconds FROM range(20)",
                "SELECT array(id) interaction_id, named_struct('a', 1) channel, timestamp_ntz'2026-10-01 10:00:00' started_at, "
                        + "map('x', 1) outcome, binary('x') remark, 1.5D talk_seconds FROM range(20)");
        List<byte[]> files = new ArrayList<>();
        for (String schema : schemas) {
            Path written = folder.resolve("parquet-" + files.size());
            spark.sql(schema).coalesce(1).write().parquet(written.toString());
            try (Stream<Path> parts = Files.list(written)) {
                files.add(
                        Files.readAllBytes(parts.filter(part -> part.toString().endsWith(".parquet"))
                                .findFirst()
                                .orElseThrow()));
            }
        }
        return files;
    }
}
