package org.zhijian.etl.ingest;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.zhijian.schema.Column;
import org.zhijian.schema.raw.Entity;

/** Records of files as text in an entity's columns, whatever their format. */
final class FileRecords {
    private final SparkSession spark;
    private final Entity entity;

    FileRecords(SparkSession spark, Entity entity) {
        this.spark = spark;
        this.entity = entity;
    }

    /** The files' records: each score sheet's, those with the entity's own columns together, and each mapping's together. */
    List<Dataset<Row>> of(List<NumberedFile> files) {
        List<Dataset<Row>> records = new ArrayList<>();
        List<NumberedFile> plain = new ArrayList<>();
        Map<Mapping, List<AlikeFiles>> byMapping = new LinkedHashMap<>();
        for (NumberedFile file : files) {
            FoundFile found = file.file();
            if (found.sheet() != null) {
                records.add(new SheetRows(found.sheet(), file.fileId()).records(spark, entity));
            } else if (found.mapping() == null || found.records() == 0) {
                // Of JSON without records no column is known that a mapping could name.
                plain.add(file);
            } else {
                AlikeFiles.add(file, byMapping.computeIfAbsent(found.mapping(), none -> new ArrayList<>()));
            }
        }
        records.addAll(
                read(spark, plain, entity.columns().stream().map(Column::name).toList()));
        byMapping.forEach((mapping, mapped) -> mapped.forEach(
                alike -> read(MappedRecords.session(spark), alike.files, List.copyOf(alike.columns.values()))
                        .forEach(rows -> records.add(MappedRecords.of(mapping, rows)))));
        return records;
    }

    /** Files that write the names of their columns in the same capitals, so that Spark, which ignores them, can unite them. */
    private static final class AlikeFiles {
        private final List<NumberedFile> files = new ArrayList<>();
        private final Map<String, String> columns = new LinkedHashMap<>();

        /** Puts a file with those that it is like. */
        static void add(NumberedFile file, List<AlikeFiles> all) {
            List<String> names = file.file().options().columns();
            AlikeFiles alike = all.stream()
                    .filter(files -> files.areLike(names))
                    .findFirst()
                    .orElseGet(() -> {
                        AlikeFiles first = new AlikeFiles();
                        all.add(first);
                        return first;
                    });
            alike.files.add(file);
            names.forEach(name -> alike.columns.putIfAbsent(name.toLowerCase(Locale.ROOT), name));
        }

        private boolean areLike(List<String> names) {
            return names.stream().allMatch(name -> columns.getOrDefault(name.toLowerCase(Locale.ROOT), name)
                    .equals(name));
        }
    }

    private static List<Dataset<Row>> read(SparkSession session, List<NumberedFile> files, List<String> columns) {
        List<Dataset<Row>> rows = new ArrayList<>();
        List<LandingSource.Part> parts = new ArrayList<>();
        for (NumberedFile file : files) {
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
}
