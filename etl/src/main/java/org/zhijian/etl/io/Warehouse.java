package org.zhijian.etl.io;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.delta.DeltaLog;
import org.apache.spark.sql.functions;
import org.zhijian.schema.Table;

/**
 * The warehouse's tables as Delta tables below one folder. Every write is one commit: all of it or nothing. One instance is the
 * only writer while it is used, so that it knows the tables' state from its own commits.
 */
public final class Warehouse {
    /** What stands for other characters in a path that Spark reads. */
    private static final Pattern WILDCARD = Pattern.compile("[\\\\\\[\\]{}*?]");

    private final SparkSession spark;
    private final Path folder;
    private final TableFiles log = new TableFiles();
    private final Map<Table, Long> versions = new ConcurrentHashMap<>();
    private final Map<Table, Long> written = new ConcurrentHashMap<>();
    private final Map<String, List<TableFiles.DataFile>> files = new ConcurrentHashMap<>();
    private final Map<String, Dataset<Row>> small = new ConcurrentHashMap<>();

    public Warehouse(SparkSession spark, Path folder) {
        this.spark = spark;
        this.folder = folder.toAbsolutePath().normalize();
    }

    public SparkSession spark() {
        return spark;
    }

    public Path folder() {
        return folder;
    }

    public boolean exists(Table table) {
        return Files.isDirectory(folder(table).resolve("_delta_log"));
    }

    /** Makes the table as it is declared, empty, with the constraints that Delta can hold. */
    public void create(Table table) {
        Commit.create(spark, folder(table), table);
        versions.put(table, 0L);
    }

    /** The table as it is now. */
    public Dataset<Row> read(Table table) {
        return read(table, version(table));
    }

    /** The table as it was at a version. */
    public Dataset<Row> read(Table table, long version) {
        return readFiles(table, version, file -> true);
    }

    /** Those months of a table that is partitioned by one, as it is now. */
    public Dataset<Row> read(Table table, Collection<LocalDate> months) {
        return read(table, version(table), months);
    }

    /** Those months of a table that is partitioned by one, as it was at a version. */
    public Dataset<Row> read(Table table, long version, Collection<LocalDate> months) {
        return readFiles(table, version, in(table, months));
    }

    /** What lies in files that the table did not have at a version, as it is now. */
    public Dataset<Row> readSince(Table table, long version) {
        Set<TableFiles.DataFile> old = Set.copyOf(files(table, version));
        return readFiles(table, version(table), file -> !old.contains(file));
    }

    /**
     * A small table that several steps read, kept in memory for as long as it stays at its version.
     */
    public Dataset<Row> readSmall(Table table) {
        return small.computeIfAbsent(
                state(table, version(table)), state -> read(table).persist());
    }

    /** Those files' rows of the table as it was at a version. */
    Dataset<Row> readFiles(Table table, long version, Predicate<TableFiles.DataFile> wanted) {
        List<TableFiles.DataFile> chosen =
                files(table, version).stream().filter(wanted).toList();
        if (chosen.isEmpty()) {
            return spark.createDataFrame(List.of(), Schemas.struct(table));
        }
        Dataset<Row> rows = spark.read()
                .schema(Schemas.struct(table))
                .option("basePath", path(table))
                .parquet(chosen.stream()
                        .map(file -> literal(location(table, file)))
                        .toArray(String[]::new))
                .select(Schemas.columns(table));
        // What lies in one task needs no exchange to be grouped, joined or ordered.
        return Session.expectsFewRows(spark) ? rows.coalesce(1) : rows;
    }

    /** The number of the table's newest commit. */
    public long version(Table table) {
        return versions.computeIfAbsent(table, unknown -> log.version(folder(unknown)));
    }

    /** How many rows the table has, as its log says. */
    public long rows(Table table) {
        return rows(files(table));
    }

    /** How many rows those months of the table have, as its log says. */
    public long rows(Table table, Collection<LocalDate> months) {
        return rows(files(table).stream().filter(in(table, months)).toList());
    }

    /** How many rows have been written to the table through this; those that stood before and were written again count too. */
    public long rowsWritten(Table table) {
        return written.getOrDefault(table, 0L);
    }

    List<TableFiles.DataFile> files(Table table) {
        return files(table, version(table));
    }

    List<TableFiles.DataFile> files(Table table, long version) {
        return files.computeIfAbsent(state(table, version), state -> log.at(folder(table), version));
    }

    public void append(Table table, Dataset<Row> rows) {
        write(table, rows, file -> false);
    }

    /** Replaces all rows. */
    public void overwrite(Table table, Dataset<Row> rows) {
        write(table, rows, file -> true);
    }

    /** Replaces the rows of those months by rows of those months. */
    public void replaceMonths(Table table, Collection<LocalDate> months, Dataset<Row> rows) {
        write(table, rows, in(table, months));
    }

    /** Replaces the rows that meet a condition; the table's other rows are written again. */
    public void replaceWhere(Table table, Column condition, Dataset<Row> rows) {
        Dataset<Row> kept = read(table).where(functions.not(functions.coalesce(condition, functions.lit(false))));
        overwrite(table, inFewFiles(table, kept.unionByName(rows)));
    }

    /**
     * Replaces the rows that have one of the keys.
     *
     * @param months the months in which there can be such rows; ignored for a table without months
     * @param keys the keys' columns, named as the table's
     */
    public void replaceKeys(Table table, Collection<LocalDate> months, Dataset<Row> keys, Dataset<Row> rows) {
        Predicate<TableFiles.DataFile> touched = table.partition() == null ? file -> true : in(table, months);
        Dataset<Row> old = readFiles(table, version(table), touched);
        Dataset<Row> wanted = keys.distinct();
        Column same = null;
        for (String key : keys.columns()) {
            Column equal = old.col(key).eqNullSafe(wanted.col(key));
            same = same == null ? equal : same.and(equal);
        }
        Dataset<Row> kept = old.join(wanted, same, "left_anti");
        Dataset<Row> all = kept.unionByName(rows);
        write(table, inFewFiles(table, all), touched);
    }

    private void write(Table table, Dataset<Row> rows, Predicate<TableFiles.DataFile> isReplaced) {
        List<TableFiles.DataFile> before = files(table);
        List<TableFiles.DataFile> replaced = before.stream().filter(isReplaced).toList();
        Commit.Made made = Commit.write(spark, folder(table), rows, replaced);
        List<TableFiles.DataFile> after = new ArrayList<>(before);
        after.removeAll(replaced);
        after.addAll(made.added());
        files.put(state(table, made.version()), after);
        versions.put(table, made.version());
        written.merge(table, rows(made.added()), Long::sum);
    }

    /**
     * Takes the table back to a version, in a new commit; readers of other versions are not disturbed.
     *
     * @return whether it had other files than then
     */
    public boolean restore(Table table, long version) {
        List<TableFiles.DataFile> then = files(table, version);
        List<TableFiles.DataFile> now = files(table);
        List<TableFiles.DataFile> restored = new ArrayList<>(then);
        restored.removeAll(new HashSet<>(now));
        List<TableFiles.DataFile> replaced = new ArrayList<>(now);
        replaced.removeAll(new HashSet<>(then));
        if (restored.isEmpty() && replaced.isEmpty()) {
            return false;
        }
        long made = Commit.restore(spark, folder(table), restored, replaced);
        files.put(state(table, made), then);
        versions.put(table, made);
        return true;
    }

    /** Whether every file that the table had at a version is still there. */
    public boolean isKept(Table table, long version) {
        return files(table, version).stream().allMatch(file -> Files.exists(Path.of(location(table, file))));
    }

    /** Drops what is remembered of a table whose folder has been removed. */
    public void forget(Table table) {
        DeltaLog.invalidateCache(spark, new org.apache.hadoop.fs.Path(path(table)));
        versions.remove(table);
    }

    /** The newest versions of those tables that exist, by path. */
    public Map<String, Long> versions(List<Table> tables) {
        Map<String, Long> versions = new LinkedHashMap<>();
        for (Table table : tables) {
            if (exists(table)) {
                versions.put(table.path(), version(table));
            }
        }
        return versions;
    }

    /** Rows laid together so that each month, or a table without months, is written as one file. */
    public Dataset<Row> inFewFiles(Table table, Dataset<Row> rows) {
        return table.partition() == null || Session.expectsFewRows(spark)
                ? rows.coalesce(1)
                : rows.repartition(Schemas.col(table.partition()));
    }

    private static Predicate<TableFiles.DataFile> in(Table table, Collection<LocalDate> months) {
        Set<LocalDate> wanted = Set.copyOf(months);
        return file -> wanted.contains(file.month(table));
    }

    private static long rows(List<TableFiles.DataFile> files) {
        return files.stream()
                .mapToLong(file -> file.statistics().path("numRecords").asLong())
                .sum();
    }

    private static String state(Table table, long version) {
        return table.path() + "@" + version;
    }

    private Path folder(Table table) {
        return folder.resolve(table.path());
    }

    private String path(Table table) {
        return folder(table).toString();
    }

    /** A path as Spark wants it where brackets and the like in it stand for themselves. */
    private static String literal(String path) {
        return WILDCARD.matcher(path).replaceAll("\\\\$0");
    }

    private String location(Table table, TableFiles.DataFile file) {
        return TableFiles.location(folder(table), file.path()).toString();
    }
}
