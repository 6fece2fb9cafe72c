package org.zhijian.generator;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.zhijian.schema.Column;
import org.zhijian.schema.raw.Entity;

/** Reads a landing folder back as a loader would: by a CSV reader that is not ours, files in the order of their paths. */
record Landing(Path folder) {

    /** Relative paths in order. */
    List<String> paths() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString())
                    .sorted()
                    .toList();
        }
    }

    List<NamedCsvRecord> records(Entity entity) throws IOException {
        return records(entity, "");
    }

    /** The entity's records in the files whose path begins so. */
    List<NamedCsvRecord> records(Entity entity, String begin) throws IOException {
        List<NamedCsvRecord> all = new ArrayList<>();
        for (String path : paths()) {
            String name = Path.of(path).getFileName().toString();
            if (path.startsWith(begin) && name.startsWith(entity.name() + "-")) {
                try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(folder.resolve(path))) {
                    reader.forEach(all::add);
                }
            }
        }
        return all;
    }

    /** Of each record the version that holds: the latest change, else the one that came last. */
    Collection<NamedCsvRecord> current(Entity entity) throws IOException {
        Map<List<String>, NamedCsvRecord> current = new LinkedHashMap<>();
        for (NamedCsvRecord row : records(entity)) {
            current.merge(
                    entity.key().stream().map(column -> value(row, column)).toList(),
                    row,
                    (old, newer) -> entity.updatedAt() != null
                                    && value(newer, entity.updatedAt()).compareTo(value(old, entity.updatedAt())) < 0
                            ? old
                            : newer);
        }
        return current.values();
    }

    static String value(NamedCsvRecord row, Column column) {
        return row.getField(column.name());
    }
}
