package org.zhijian.etl.ingest;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
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
    List<Dataset<Row>> of(List<AcceptedFile> files) {
        List<Dataset<Row>> records = new ArrayList<>();
        List<AcceptedFile> plain = new ArrayList<>();
        Map<Mapping, List<AcceptedFile>> byMapping = new LinkedHashMap<>();
        for (AcceptedFile file : files) {
            FoundFile found = file.file();
            if (found.sheet() != null) {
                records.add(new SheetRows(found.sheet(), file.fileId()).records(spark, entity));
            } else if (found.mapping() == null) {
                plain.add(file);
            } else {
                byMapping
                        .computeIfAbsent(found.mapping(), none -> new ArrayList<>())
                        .add(file);
            }
        }
        records.addAll(
                read(spark, plain, entity.columns().stream().map(Column::name).toList()));
        byMapping.forEach((mapping, mapped) -> {
            Set<String> source = mapped.stream()
                    .flatMap(file -> file.file().options().columns().stream())
                    .collect(Collectors.toCollection(LinkedHashSet::new));
            read(MappedRecords.session(spark), mapped, List.copyOf(source))
                    .forEach(rows -> records.add(MappedRecords.of(mapping, rows)));
        });
        return records;
    }

    private static List<Dataset<Row>> read(SparkSession session, List<AcceptedFile> files, List<String> columns) {
        List<Dataset<Row>> rows = new ArrayList<>();
        List<LandingSource.Part> parts = new ArrayList<>();
        for (AcceptedFile file : files) {
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
