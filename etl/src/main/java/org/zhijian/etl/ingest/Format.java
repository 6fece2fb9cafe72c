package org.zhijian.etl.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/** The formats of landing files; text formats can be gzipped. */
public enum Format {
    CSV("csv", ""),
    JSONL("jsonl", ""),
    /** A whole document with a list of records in it; only a mapping can say where, so no file name means it. */
    JSON("json", ""),
    PARQUET("parquet", "PAR1"),
    XLSX("xlsx", "PK");

    private final String extension;
    private final String signature;

    Format(String extension, String signature) {
        this.extension = extension;
        this.signature = signature;
    }

    /** Whether a file begins as files of this format do; text can begin with anything. */
    boolean isBegunIn(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] begin = in.readNBytes(signature.length());
            return signature.equals(new String(begin, StandardCharsets.ISO_8859_1));
        }
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
