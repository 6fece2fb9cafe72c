package org.zhijian.etl.ingest;

import static org.zhijian.etl.io.Schemas.col;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.zhijian.etl.io.Warehouse;
import org.zhijian.etl.testing.LocalSpark;
import org.zhijian.schema.raw.Entity;
import org.zhijian.schema.raw.LandingFile;
import org.zhijian.schema.raw.Quarantine;
import org.zhijian.schema.settings.Settings;

/** A centre with a landing folder and raw tables, and nothing beyond them. */
final class Centre {
    private final Path landing;
    private final Path mappings;
    private final Warehouse warehouse;
    private final Map<String, Object> settings = new HashMap<>();
    private long runs;

    Centre(Path folder, Entity... entities) {
        this.landing = made(folder.resolve("landing"));
        this.mappings = made(folder.resolve("mappings"));
        this.warehouse = new Warehouse(LocalSpark.session(), folder.resolve("warehouse"));
        settings.put(Settings.ZONE.key(), "UTC");
        settings.put(Settings.MAPPINGS.key(), mappings.toString());
        warehouse.create(LandingFile.TABLE);
        warehouse.create(Quarantine.TABLE);
        for (Entity entity : entities) {
            warehouse.create(entity.table());
        }
    }

    private static Path made(Path folder) {
        try {
            return Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Warehouse warehouse() {
        return warehouse;
    }

    Path landing() {
        return landing;
    }

    Centre with(String setting, Object value) {
        settings.put(setting, value);
        return this;
    }

    Centre mapping(String name, String yaml) {
        Records.write(mappings, name + ".yaml", yaml);
        return this;
    }

    Centre lands(String name, String text) {
        return lands(name, text.getBytes(StandardCharsets.UTF_8));
    }

    Centre lands(String name, byte[] bytes) {
        try {
            Path file = landing.resolve(name);
            Files.createDirectories(file.getParent());
            Files.write(file, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    /** Loads what is new. */
    Map<String, FileReport> night() {
        return again(Set.of());
    }

    /** Loads what is new, and the files of those numbers once more. */
    Map<String, FileReport> again(Set<Long> files) {
        runs++;
        Map<String, FileReport> reports = new HashMap<>();
        Ingest ingest = new Ingest(warehouse, Settings.with(settings), runs);
        ingest.load(ingest.look(landing, files), entity -> {})
                .files()
                .forEach(report -> reports.put(report.path(), report));
        return reports;
    }

    Dataset<Row> raw(Entity entity) {
        return warehouse.read(entity.table());
    }

    /** The raw rows of one file. */
    Dataset<Row> raw(Entity entity, FileReport file) {
        return raw(entity).where(col(LandingFile.FILE_ID).equalTo(file.fileId()));
    }

    Dataset<Row> quarantine(FileReport file) {
        return warehouse.read(Quarantine.TABLE).where(col(LandingFile.FILE_ID).equalTo(file.fileId()));
    }
}
