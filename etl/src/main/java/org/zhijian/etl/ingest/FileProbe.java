package org.zhijian.etl.ingest;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.util.QuotingUtils;
import org.zhijian.schema.Column;
import org.zhijian.schema.Presence;
import org.zhijian.schema.raw.Entity;
import org.zhijian.schema.text.UserError;

/**
 * Looks a landing file through before anything of it is loaded: its checksum, its columns, and whether it can be read to
 * its end. What is found wrong here rejects the file whole.
 */
final class FileProbe {
    /** A score sheet is held in memory as a whole. */
    private static final long LARGEST_SCORE_SHEET = 64L << 20;

    private final LandingFolder folder;
    private final String encoding;
    private final SparkSession spark;
    private final MappingTrial trial;

    FileProbe(LandingFolder folder, String encoding, SparkSession spark) {
        this.folder = folder;
        this.encoding = encoding;
        this.spark = spark;
        this.trial = new MappingTrial(spark);
    }

    /** Looks at a file. One that is still being written is rejected for now; its size or time will differ the next time. */
    FoundFile probe(Path file) throws IOException {
        Optional<Mapping> mapping = folder.mapping(file);
        try {
            FileStamp stamp = FileStamp.of(folder.path(file), file);
            return mapping.isEmpty() && LandingFolder.isScoreSheet(file)
                    ? probeScoreSheet(file, stamp)
                    : probe(file, stamp, mapping, mapping.map(Mapping::entity).or(() -> LandingFolder.entity(file)));
        } catch (NoSuchFileException e) {
            throw new UserError("etl.file.changed", folder.path(file)).causedBy(e);
        } catch (AccessDeniedException e) {
            // Without its content the ledger cannot tell the file from another.
            throw LandingFolder.unreachable(file, e);
        }
    }

    /** What was found wrong; of a file in which nothing was, that it is no longer the one that was looked at. */
    private static UserError orChanged(UserError rejection, FileStamp stamp, Path file) {
        return rejection != null || stamp.isOf(file) ? rejection : stamp.changed();
    }

    private FoundFile probe(Path file, FileStamp stamp, Optional<Mapping> mapping, Optional<Entity> entity)
            throws IOException {
        SourceOptions options = null;
        long records = 0;
        UserError rejection = null;
        List<String> unknown = List.of();
        try {
            options = mapping.map(Mapping::options)
                    .map(stated -> stated.usually(encoding))
                    .orElseGet(() -> plainOptions(file));
            requireName(file);
            if (entity.isEmpty()) {
                throw new UserError("etl.file.unknown-name", folder.path(file));
            }
            FileContents contents = contents(file, options);
            options = options.withColumns(contents.columns());
            records = contents.records();
            if (contents.all().isEmpty()) {
                requireNone(file, options.format(), contents.records());
            } else if (mapping.isEmpty()) {
                requireColumns(entity.get(), contents);
                unknown = unknown(entity.get(), contents);
            } else {
                requireFit(mapping.get(), new LandingSource.Part(0, file.toString(), 0, options), contents);
            }
        } catch (UserError e) {
            rejection = e;
        }
        String checksum = checksum(file);
        return new FoundFile(
                file,
                stamp,
                checksum,
                entity.orElse(null),
                mapping.orElse(null),
                options,
                null,
                records,
                orChanged(rejection, stamp, file),
                unknown);
    }

    private FoundFile probeScoreSheet(Path file, FileStamp stamp) throws IOException {
        FilledSheet sheet = null;
        UserError rejection = null;
        try {
            requireName(file);
            requireContent(file);
            requireBegin(file, Format.XLSX);
            if (WorkbookMeasure.isTooLarge(file, LARGEST_SCORE_SHEET)) {
                throw new UserError("etl.file.too-large", folder.path(file));
            }
            sheet = ScoreSheetReader.read(file);
        } catch (UserError e) {
            rejection = e;
        } catch (IOException | RuntimeException e) {
            rejection = unreadable(file, Format.XLSX, e);
        }
        String checksum = checksum(file);
        return new FoundFile(
                file, stamp, checksum, null, null, null, sheet, 0, orChanged(rejection, stamp, file), List.of());
    }

    private UserError unreadable(Path file, Format format, Exception e) {
        return new UserError("etl.file.unreadable", folder.path(file), format, said(e)).causedBy(e);
    }

    private SourceOptions plainOptions(Path file) {
        Format format = Format.ofFileName(file.toString())
                .orElseThrow(() -> new UserError("etl.file.unknown-name", folder.path(file)));
        return SourceOptions.plain(format, encoding);
    }

    /** What the file holds, once it has been read to its end. */
    private FileContents contents(Path file, SourceOptions options) {
        try {
            if (options.format() != Format.JSONL || Format.isGzip(file.toString())) {
                requireContent(file);
            }
            requireBegin(file, options.format());
            return switch (options.format()) {
                case CSV, JSONL, JSON -> {
                    readText(file, options);
                    yield readRecords(file, options);
                }
                case XLSX -> {
                    if (WorkbookMeasure.isTooLarge(file)) {
                        throw new UserError("etl.file.too-large", folder.path(file));
                    }
                    yield readRecords(file, options);
                }
                case PARQUET -> ParquetFiles.contents(spark, file);
            };
        } catch (CharacterCodingException e) {
            throw new UserError("etl.file.encoding", folder.path(file), options.charset()).causedBy(e);
        } catch (UserError e) {
            throw e;
        } catch (Exception e) {
            // Spark throws a checked exception at a broken Parquet file, but Scala declares none.
            throw unreadable(file, options.format(), e);
        }
    }

    private void requireName(Path file) {
        if (!LandingFolder.hasNameInText(file)) {
            throw new UserError("etl.file.name", folder.path(file), System.getProperty("sun.jnu.encoding"));
        }
    }

    private void requireContent(Path file) throws IOException {
        if (Files.size(file) == 0) {
            throw new UserError("etl.file.empty", folder.path(file));
        }
    }

    private void requireBegin(Path file, Format format) throws IOException {
        if (!format.isBegunIn(file)) {
            throw new UserError("etl.file.other-format", folder.path(file), format);
        }
    }

    /** What an exception says, in one line and without Spark's plan; numbers that it quotes are masked. */
    static String said(Throwable e) {
        String message = String.valueOf(e.getMessage());
        int rest = message.indexOf(" SQLSTATE");
        return Privacy.mask((rest < 0 ? message : message.substring(0, rest))
                .replaceAll("\\s+", " ")
                .strip());
    }

    private void readText(Path file, SourceOptions options) throws IOException {
        char[] buffer = new char[1 << 16];
        int first = -1;
        boolean empty = true;
        try (BufferedReader reader = TextFiles.characters(file, options.charset())) {
            for (int count = reader.read(buffer); count >= 0; count = reader.read(buffer)) {
                empty &= count == 0;
                for (int i = 0; i < count; i++) {
                    if (buffer[i] == 0) {
                        throw new UserError("etl.file.binary", folder.path(file), options.format());
                    }
                    if (first < 0 && !Character.isWhitespace(buffer[i])) {
                        first = buffer[i];
                    }
                }
            }
        }
        if (empty && options.format() != Format.JSONL) {
            throw new UserError("etl.file.empty", folder.path(file));
        }
        if (first == '[' && options.format() == Format.JSONL) {
            throw notJsonLines(file);
        }
    }

    private FileContents readRecords(Path file, SourceOptions options) throws IOException {
        try (RecordReader reader = RecordReader.open(file, options)) {
            int width = 0;
            long records = 0;
            for (SourceRecord record = reader.next(); record != null; record = reader.next()) {
                records++;
                width = Math.max(width, record.values() == null ? 0 : record.values().length);
            }
            List<String> columns = reader.columns().isEmpty() && !options.header() ? numbered(width) : reader.columns();
            if (new HashSet<>(columns).size() < columns.size()) {
                throw new UserError("etl.file.column-twice", folder.path(file), Privacy.mask(twice(columns)));
            }
            return new FileContents(columns, records, Map.of());
        }
    }

    /** Without records nothing names the columns of JSON; every other file without columns is a mistake. */
    private void requireNone(Path file, Format format, long records) {
        if (format == Format.JSONL && records > 0) {
            throw notJsonLines(file);
        }
        if (format != Format.JSONL && (format != Format.JSON || records > 0)) {
            throw new UserError("etl.file.no-columns", folder.path(file), format);
        }
    }

    private UserError notJsonLines(Path file) {
        return new UserError("etl.file.not-json-lines", folder.path(file));
    }

    private static List<String> numbered(int width) {
        List<String> names = new ArrayList<>();
        for (int i = 1; i <= width; i++) {
            names.add("c" + i);
        }
        return names;
    }

    private static String twice(List<String> names) {
        return names.stream()
                .filter(name -> Collections.frequency(names, name) > 1)
                .findFirst()
                .orElseThrow();
    }

    private void requireFit(Mapping mapping, LandingSource.Part file, FileContents contents) {
        contents.unreadable().keySet().stream()
                .filter(name -> ColumnNames.find(mapping.optional(), name) != null)
                .forEach(name -> requireReadable(name, contents));
        trial.misfit(mapping, file).ifPresent(message -> {
            contents.unreadable().keySet().stream()
                    .filter(name -> message.toLowerCase(Locale.ROOT)
                            .contains(QuotingUtils.quoteIdentifier(name.toLowerCase(Locale.ROOT))))
                    .forEach(name -> requireReadable(name, contents));
            throw new UserError(
                    "etl.mapping.does-not-fit",
                    mapping.name(),
                    message,
                    named(file.options().columns()));
        });
    }

    /** Names for a message; a file without header brings its first record in their place. */
    private static String named(List<String> columns) {
        return Privacy.mask(String.join(", ", columns));
    }

    private static void requireColumns(Entity entity, FileContents contents) {
        List<String> missing = new ArrayList<>();
        for (Column column : entity.columns()) {
            String name = ColumnNames.find(contents.all(), column.name());
            if (name != null) {
                requireReadable(name, contents);
            } else if (column.presence() != Presence.OPTIONAL) {
                missing.add(column.name());
            }
        }
        if (!missing.isEmpty()) {
            throw new UserError(
                    "etl.file.missing-columns", entity.name(), String.join(", ", missing), named(contents.all()));
        }
    }

    /** A column that is used is of a type that can be read. */
    private static void requireReadable(String name, FileContents contents) {
        String type = contents.unreadable().get(name);
        if (type != null) {
            throw new UserError("etl.file.column-type", Privacy.mask(name), Privacy.mask(type));
        }
    }

    private static List<String> unknown(Entity entity, FileContents contents) {
        List<String> known = entity.columns().stream()
                .map(column -> ColumnNames.find(contents.all(), column.name()))
                .toList();
        return contents.all().stream()
                .filter(name -> !known.contains(name))
                .map(Privacy::mask)
                .toList();
    }

    private static String checksum(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file);
                DigestInputStream digesting = new DigestInputStream(in, MessageDigest.getInstance("SHA-256"))) {
            digesting.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(digesting.getMessageDigest().digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
