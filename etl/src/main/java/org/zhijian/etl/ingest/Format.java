package org.zhijian.etl.ingest;

import java.util.Locale;
import java.util.Optional;

/** The formats of landing files; text formats can be gzipped. */
public enum Format {
    CSV("csv"),
    JSONL("jsonl"),
    /** A whole document with a list of records in it; only a mapping can say where, so no file name means it. */
    JSON("json"),
    PARQUET("parquet"),
    XLSX("xlsx");

    private final String extension;

    Format(String extension) {
        this.extension = extension;
    }

    /** The format that a file name ends with, {@code .gz} left aside. */
    static Optional<Format> ofFileName(String name) {
        String plain = isGzip(name) ? name.substring(0, name.length() - ".gz".length()) : name;
        int dot = plain.lastIndexOf('.');
        return dot < 0 ? Optional.empty() : ofWord(plain.substring(dot + 1)).filter(format -> format != JSON);
    }

    /** The format of that name, as it stands in a mapping. */
    static Optional<Format> ofWord(String word) {
        for (Format format : values()) {
            if (format.extension.equals(word.toLowerCase(Locale.ROOT))) {
                return Optional.of(format);
            }
        }
        return Optional.empty();
    }

    static boolean isGzip(String name) {
        return name.toLowerCase(Locale.ROOT).endsWith(".gz");
    }

    @Override
    public String toString() {
        return extension;
    }
}
