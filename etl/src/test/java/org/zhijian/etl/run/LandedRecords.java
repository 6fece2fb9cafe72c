package org.zhijian.etl.run;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The CSV files of a landing folder, read without the pipeline: of each record the version that holds. */
final class LandedRecords {
    private final List<Path> files;
    private final ZoneId zone;

    LandedRecords(Path landing, ZoneId zone) throws IOException {
        this.zone = zone;
        try (Stream<Path> found = Files.walk(landing)) {
            files = found.filter(Files::isRegularFile).sorted().toList();
        }
    }

    /** One record a key: the latest {@code updated_at}, else the later file and line; a blank value is "". */
    Collection<Map<String, String>> of(String entity, String... key) throws IOException {
        Map<List<String>, Map<String, String>> holding = new LinkedHashMap<>();
        for (Path file : files) {
            String name = file.getFileName().toString();
            if (name.startsWith(entity + "-") || name.equals(entity + ".csv")) {
                try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(file)) {
                    reader.forEach(row -> {
                        Map<String, String> fields = row.getFieldsAsMap();
                        List<String> id = Arrays.stream(key).map(fields::get).toList();
                        holding.merge(id, fields, this::later);
                    });
                }
            }
        }
        return holding.values();
    }

    Instant instant(String text) {
        return text.matches(".*(Z|[+-]\\d\\d:\\d\\d)")
                ? OffsetDateTime.parse(text).toInstant()
                : LocalDateTime.parse(text).atZone(zone).toInstant();
    }

    LocalDate day(String text) {
        return instant(text).atZone(zone).toLocalDate();
    }

    private Map<String, String> later(Map<String, String> before, Map<String, String> after) {
        return updated(before).isAfter(updated(after)) ? before : after;
    }

    private Instant updated(Map<String, String> fields) {
        String text = fields.getOrDefault("updated_at", "");
        return text.isEmpty() ? Instant.MIN : instant(text);
    }
}
