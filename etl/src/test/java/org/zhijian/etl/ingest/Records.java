package org.zhijian.etl.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Reads small files to their end, a line of text a record. */
final class Records {
    private Records() {}

    /** The columns, then each record: its line, and its values between bars or the reason why it is none. */
    static List<String> of(Path file, SourceOptions options) throws IOException {
        try (RecordReader reader = RecordReader.open(file, options)) {
            List<String> lines = new ArrayList<>();
            lines.add(String.join("|", reader.columns()));
            for (SourceRecord record = reader.next(); record != null; record = reader.next()) {
                String rest = record.problem() == null
                        ? String.join(
                                "|",
                                Arrays.stream(record.values())
                                        .map(Records::shown)
                                        .toList())
                        : record.problem().code();
                lines.add(record.line() + ": " + rest);
            }
            return lines;
        }
    }

    private static String shown(String value) {
        return value == null ? "" : value.replace("\r", "\\r").replace("\n", "\\n");
    }

    static Path write(Path folder, String name, String text) {
        try {
            return Files.writeString(folder.resolve(name), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
