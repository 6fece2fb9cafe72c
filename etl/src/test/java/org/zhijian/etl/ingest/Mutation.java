package org.zhijian.etl.ingest;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** What can be wrong with a landing file. Each is made of a sound file by a seed, and always the same by the same seed. */
enum Mutation {
    CUT(Level.BYTES),
    DOUBLED(Level.BYTES),
    FLIPPED_BYTES(Level.BYTES),
    ZERO_BYTES(Level.BYTES),
    QUOTES(Level.TEXT),
    LINE_ENDS(Level.TEXT),
    OTHER_ENCODING(Level.TEXT),
    JSON_BROKEN(Level.TEXT),
    SWAPPED_COLUMNS(Level.CELLS),
    MISSING_COLUMN(Level.CELLS),
    RAGGED_ROWS(Level.CELLS),
    HUGE_FIELD(Level.CELLS),
    WRONG_TYPE(Level.CELLS),
    STRANGE_DATE(Level.CELLS),
    NEGATIVE_SECONDS(Level.CELLS),
    ENDS_BEFORE_IT_STARTS(Level.CELLS),
    COLLIDING_IDS(Level.CELLS),
    XML_ENTITIES(Level.PARTS),
    FAR_CELLS(Level.PARTS),
    XML_BROKEN(Level.PARTS),
    ZIP_BOMB(Level.PARTS),
    OTHER_SCHEMA(Level.SCHEMA);

    /** Which of a file's shapes is changed. */
    enum Level {
        CELLS,
        TEXT,
        BYTES,
        PARTS,
        SCHEMA
    }

    private static final List<String> HEADER = List.of(
            "interaction_id",
            "channel",
            "agent_id",
            "started_at",
            "answered_at",
            "ended_at",
            "talk_seconds",
            "outcome",
            "transferred",
            "csat",
            "remark");
    private static final int STARTED = 3;
    private static final int ENDED = 5;
    private static final int TALK = 6;
    private static final int ROWS = 6;

    private static final List<String> DATES = List.of(
            "0000-01-01T00:00:00",
            "0001-01-01T00:00:00Z",
            "-9999-12-31T00:00:00",
            "1582-10-10T00:00:00",
            "1969-12-31T23:59:59Z",
            "2049-12-31T23:59:59-18:00",
            "2050-01-01T00:00:00Z",
            "9999-12-31T23:59:59.999999999Z",
            "+294247-01-10T04:00:54.775807Z",
            "99999999-01-01T00:00:00Z",
            "2026-02-29T00:00:00",
            "2026-02-30",
            "2026-13-01T00:00:00",
            "2026-10-01T24:00:00",
            "2026-10-01T23:59:60Z",
            "2026-10-01T10:00:00+99:00",
            "2026-10-01T10:00:00[Nowhere/City]",
            "2026-10-01 10:00:00 CST",
            "2026-10",
            "epoch",
            "now",
            "1760000000",
            "45931.5");
    private static final List<String> WORDS = List.of(
            "NaN",
            "Infinity",
            "-0",
            "1e999999999",
            "1e-999999999",
            "0x1F",
            "12d",
            "９９",
            "1,000",
            "1_000",
            "true",
            "null",
            "NULL",
            "\\N",
            "99999999999999999999",
            "2147483648",
            "4.5",
            "=1+1",
            "'; DROP TABLE raw",
            "${java.version}",
            "../../etc/passwd",
            "\u202Eabc",
            "\uFFFF",
            "\uD800",
            "\u0001",
            "\uFEFFx",
            "𝟙",
            "13800138000",
            " ",
            "\u00A0",
            "\u3000");

    private final Level level;

    Mutation(Level level) {
        this.level = level;
    }

    /** A file to land: its name and what is in it. */
    @SuppressWarnings("ArrayRecordComponent") // written once, never compared
    record Mutated(String name, byte[] content) {}

    /** Whether files of that ending can have this. */
    boolean appliesTo(String ending) {
        boolean isText = ending.startsWith("csv") || ending.startsWith("jsonl");
        return switch (level) {
            case BYTES -> true;
            case CELLS -> !ending.equals("parquet");
            case TEXT -> isText && (this != JSON_BROKEN || ending.startsWith("jsonl"));
            case PARTS -> ending.equals("xlsx");
            case SCHEMA -> ending.equals("parquet");
        };
    }

    /**
     * A sound file with this done to it.
     *
     * @param number tells the file from others; its records have keys of their own
     * @param parquet Parquet files, of which one is taken; of another schema are all but the first
     */
    Mutated of(int number, String ending, List<byte[]> parquet, Random random) {
        List<List<String>> rows = sound(number, random);
        if (level == Level.CELLS) {
            change(rows, random);
        }
        byte[] bytes =
                switch (ending) {
                    case "csv", "csv.gz" -> text(csv(rows), random);
                    case "jsonl", "jsonl.gz" -> text(jsonl(rows), random);
                    case "xlsx" -> xlsx(rows);
                    default -> {
                        int from = level == Level.SCHEMA ? 1 : 0;
                        yield parquet.get(from + random.nextInt(parquet.size() - from));
                    }
                };
        if (level == Level.PARTS) {
            bytes = changedParts(bytes, random);
        }
        boolean beforePacking = random.nextBoolean();
        if (beforePacking) {
            bytes = changed(bytes, random);
        }
        if (ending.endsWith(".gz")) {
            bytes = gzipped(bytes);
        }
        return new Mutated("interactions-" + number + "." + ending, beforePacking ? bytes : changed(bytes, random));
    }

    private static List<List<String>> sound(int number, Random random) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(new ArrayList<>(HEADER));
        for (int i = 0; i < ROWS; i++) {
            String day = String.format("2026-%02d-%02dT", 1 + random.nextInt(12), 1 + random.nextInt(28));
            rows.add(new ArrayList<>(List.of(
                    "I" + number + "-" + i,
                    "voice_in",
                    "A" + random.nextInt(5),
                    day + "10:00:00",
                    day + "10:00:05",
                    day + "10:02:00",
                    String.valueOf(random.nextInt(600)),
                    "answered",
                    "yes",
                    String.valueOf(1 + random.nextInt(5)),
                    "客户13800138000来电")));
        }
        return rows;
    }

    private void change(List<List<String>> rows, Random random) {
        List<String> row = rows.get(1 + random.nextInt(ROWS));
        int column = random.nextInt(HEADER.size());
        switch (this) {
            case SWAPPED_COLUMNS -> {
                int other = random.nextInt(HEADER.size());
                boolean alsoBelow = random.nextBoolean();
                rows.subList(0, alsoBelow ? rows.size() : 1).forEach(each -> Collections.swap(each, column, other));
            }
            case MISSING_COLUMN -> rows.forEach(each -> each.remove(column));
            case RAGGED_ROWS -> {
                if (random.nextBoolean()) {
                    row.remove(column);
                } else {
                    row.addAll(Collections.nCopies(1 + random.nextInt(50), "x"));
                }
            }
            case HUGE_FIELD -> row.set(column, "x,1\n".repeat(1 << random.nextInt(16)));
            case WRONG_TYPE -> row.set(column, WORDS.get(random.nextInt(WORDS.size())));
            case STRANGE_DATE -> row.set(STARTED + random.nextInt(3), DATES.get(random.nextInt(DATES.size())));
            case NEGATIVE_SECONDS -> row.set(TALK, String.valueOf(-random.nextInt(Integer.MAX_VALUE)));
            case ENDS_BEFORE_IT_STARTS -> Collections.swap(row, STARTED, ENDED);
            default -> {
                // Ids of this file and of those before it.
                row.set(0, rows.get(1 + random.nextInt(ROWS)).get(0));
                rows.get(1).set(0, "I" + random.nextInt(50) + "-0");
            }
        }
    }

    private byte[] text(String sound, Random random) {
        if (level != Level.TEXT) {
            return sound.getBytes(StandardCharsets.UTF_8);
        }
        StringBuilder text = new StringBuilder(sound);
        Charset charset = StandardCharsets.UTF_8;
        switch (this) {
            case QUOTES -> insert(text, random, "\"", "\"\"", "'", "\",", ",\"");
            case LINE_ENDS -> insert(text, random, "\r", "\n", "\r\n", "\n\r", "\u2028", "\u0085", "\f");
            case JSON_BROKEN ->
                insert(text, random, "{", "}", "[", "[".repeat(5000), ":", "null", "\\u12", "\\", "/*", "1e");
            default ->
                charset =
                        Charset.forName(List.of("GB18030", "GBK", "Big5", "UTF-16", "UTF-16LE", "UTF-32", "ISO-8859-15")
                                .get(random.nextInt(7)));
        }
        return text.toString().getBytes(charset);
    }

    private static void insert(StringBuilder text, Random random, String... strange) {
        for (int times = 1 + random.nextInt(5); times > 0; times--) {
            text.insert(random.nextInt(text.length() + 1), strange[random.nextInt(strange.length)]);
        }
    }

    private byte[] changed(byte[] bytes, Random random) {
        if (level != Level.BYTES) {
            return bytes;
        }
        byte[] changed = bytes.clone();
        switch (this) {
            case CUT -> {
                return Arrays.copyOf(bytes, random.nextInt(bytes.length + 1));
            }
            case DOUBLED -> {
                int from = random.nextBoolean() ? 0 : random.nextInt(bytes.length);
                changed = Arrays.copyOf(bytes, 2 * bytes.length - from);
                System.arraycopy(bytes, from, changed, bytes.length, bytes.length - from);
            }
            case ZERO_BYTES -> {
                int from = random.nextInt(bytes.length);
                Arrays.fill(changed, from, Math.min(bytes.length, from + 1 + random.nextInt(20)), (byte) 0);
            }
            default -> {
                for (int times = 1 + random.nextInt(10); times > 0; times--) {
                    changed[random.nextInt(bytes.length)] = (byte) random.nextInt();
                }
            }
        }
        return changed;
    }

    private byte[] changedParts(byte[] workbook, Random random) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, String> part : parts(workbook).entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(changedPart(part.getKey(), part.getValue(), random).getBytes(StandardCharsets.UTF_8));
            }
            if (this == ZIP_BOMB) {
                zip.putNextEntry(new ZipEntry("xl/media/more.xml"));
                byte[] block = new byte[1 << 20];
                for (int megabytes = 33 + random.nextInt(8); megabytes > 0; megabytes--) {
                    zip.write(block);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** Their content by name, in their order. */
    private static Map<String, String> parts(byte[] workbook) throws IOException {
        Path file = Files.createTempFile("workbook", ".xlsx");
        try {
            Files.write(file, workbook);
            Map<String, String> parts = new LinkedHashMap<>();
            try (ZipFile zip = new ZipFile(file.toFile())) {
                for (ZipEntry part : Collections.list(zip.entries())) {
                    parts.put(
                            part.getName(),
                            new String(zip.getInputStream(part).readAllBytes(), StandardCharsets.UTF_8));
                }
            }
            return parts;
        } finally {
            Files.delete(file);
        }
    }

    private String changedPart(String name, String xml, Random random) {
        boolean isSheet = name.contains("sheet1") || name.contains("sharedStrings");
        return switch (this) {
            case XML_ENTITIES -> isSheet ? withEntities(xml, random) : xml;
            case FAR_CELLS ->
                isSheet
                        ? xml.replaceFirst(
                                "r=\"[A-K]" + (2 + random.nextInt(5)) + "\"",
                                List.of(
                                                "r=\"XFD3\"",
                                                "r=\"ZZZ9\"",
                                                "r=\"ZZZZZZ1\"",
                                                "r=\"ZZZZZZZZZ1\"",
                                                "r=\"A\"",
                                                "r=\"-1\"")
                                        .stream()
                                        .skip(random.nextInt(6))
                                        .findFirst()
                                        .orElseThrow())
                        : xml;
            case XML_BROKEN -> {
                StringBuilder broken = new StringBuilder(xml);
                if (random.nextInt(3) == 0) {
                    insert(
                            broken, random, "<", ">", "&", "&#0;", "]]>", "<!--", "\"", "<row>", "</row>", "<v>",
                            "</c>");
                }
                yield broken.toString();
            }
            default -> xml;
        };
    }

    /** Entities that grow when they are replaced, and one that names a file. */
    private static String withEntities(String xml, Random random) {
        StringBuilder entities = new StringBuilder("<!DOCTYPE x [<!ENTITY a0 \"aaaaaaaaaa\">");
        for (int i = 1; i < 10; i++) {
            String before = "&a" + (i - 1) + ";";
            entities.append("<!ENTITY a")
                    .append(i)
                    .append(" \"")
                    .append(before.repeat(10))
                    .append("\">");
        }
        entities.append("<!ENTITY file SYSTEM \"file:///etc/passwd\">]>");
        int prolog = xml.indexOf("?>") + 2;
        return xml.substring(0, prolog)
                + entities
                + xml.substring(prolog).replaceFirst("answered", random.nextBoolean() ? "&a9;" : "&file;");
    }

    private static String csv(List<List<String>> rows) {
        return rows.stream()
                .map(row -> row.stream().map(Mutation::quoted).collect(Collectors.joining(",")))
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private static String quoted(String value) {
        return value.matches("(?s).*[,\"\r\n].*") ? "\"" + value.replace("\"", "\"\"") + "\"" : value;
    }

    private static String jsonl(List<List<String>> rows) {
        List<String> header = rows.get(0);
        StringBuilder text = new StringBuilder();
        for (List<String> row : rows.subList(1, rows.size())) {
            List<String> fields = new ArrayList<>();
            for (int i = 0; i < row.size(); i++) {
                String name = i < header.size() ? header.get(i) : "more" + i;
                String value = row.get(i);
                fields.add("\"" + name + "\":"
                        + (value.matches("-?[0-9.]+(e[0-9]+)?") ? value : "\"" + escaped(value) + "\""));
            }
            text.append("{").append(String.join(",", fields)).append("}\n");
        }
        return text.toString();
    }

    private static String escaped(String value) {
        return value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
    }

    private static byte[] xlsx(List<List<String>> rows) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(out, "test", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("Calls");
            for (int i = 0; i < rows.size(); i++) {
                for (int j = 0; j < rows.get(i).size(); j++) {
                    String value = rows.get(i).get(j);
                    sheet.value(i, j, value.substring(0, Math.min(value.length(), 32_767)));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static byte[] gzipped(byte[] bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** What became of files. */
    record Fate(long rejected, long whole, long inPart) {
        private static final Fate NONE = new Fate(0, 0, 0);

        static Map<Mutation, Fate> none() {
            return Arrays.stream(values()).collect(Collectors.toMap(kind -> kind, kind -> NONE));
        }

        Fate plus(FileReport report) {
            boolean isRejected = report.rejection() != null;
            boolean isWhole = !isRejected && report.counts().quarantined() == 0;
            return new Fate(
                    rejected + (isRejected ? 1 : 0),
                    whole + (isWhole ? 1 : 0),
                    inPart + (isRejected || isWhole ? 0 : 1));
        }

        @Override
        public String toString() {
            return (rejected + whole + inPart) + " tried: " + rejected + " rejected, " + inPart
                    + " loaded but for records in quarantine, " + whole + " loaded whole";
        }
    }
}
