package org.zhijian.etl.io;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.delta.kernel.CommitActions;
import io.delta.kernel.CommitRangeBuilder;
import io.delta.kernel.Snapshot;
import io.delta.kernel.TableManager;
import io.delta.kernel.data.ColumnarBatch;
import io.delta.kernel.data.FilteredColumnarBatch;
import io.delta.kernel.data.Row;
import io.delta.kernel.defaults.engine.DefaultEngine;
import io.delta.kernel.engine.Engine;
import io.delta.kernel.internal.DeltaLogActionUtils.DeltaAction;
import io.delta.kernel.internal.InternalScanFileUtils;
import io.delta.kernel.internal.actions.AddFile;
import io.delta.kernel.utils.CloseableIterator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.hadoop.conf.Configuration;
import org.zhijian.schema.Table;

/**
 * The files of a table at a version, read from its log by Delta Kernel in milliseconds. Spark's own reader of the log runs
 * jobs for it, which on small tables cost more than the query that follows.
 */
final class TableFiles {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final boolean WITH_STATISTICS = true;

    private final Engine engine = DefaultEngine.create(new Configuration());

    /**
     * A data file.
     *
     * @param path where it is below the table's folder, as the log writes it
     * @param bytes its size
     * @param partition its values of the partition columns
     * @param statistics Delta's statistics of it; empty when there are none
     */
    record DataFile(String path, long bytes, Map<String, String> partition, JsonNode statistics) {
        /** A file as an entry of the log has it. */
        static DataFile of(String path, long bytes, Map<String, String> partition, String statistics) {
            try {
                return new DataFile(
                        path,
                        bytes,
                        partition,
                        statistics == null ? JSON.createObjectNode() : JSON.readTree(statistics));
            } catch (JsonProcessingException e) {
                throw new UncheckedIOException(e);
            }
        }

        /** The month of a file of that table, which is partitioned by one. */
        LocalDate month(Table table) {
            return LocalDate.parse(partition.get(table.partition().name()));
        }
    }

    /** The newest version. */
    long version(Path table) {
        return TableManager.loadSnapshot(table.toString()).build(engine).getVersion();
    }

    List<DataFile> at(Path table, long version) {
        Snapshot snapshot =
                TableManager.loadSnapshot(table.toString()).atVersion(version).build(engine);
        List<DataFile> files = new ArrayList<>();
        try (CloseableIterator<Row> rows = snapshot.getScanBuilder()
                .build()
                .getScanFiles(engine, WITH_STATISTICS)
                .flatMap(FilteredColumnarBatch::getRows)) {
            while (rows.hasNext()) {
                files.add(file(rows.next()));
            }
            return files;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where a file lies of which the log of a table writes that path. */
    static Path location(Path table, String path) {
        return table.resolve(URI.create(path).getPath());
    }

    /**
     * Which files the versions of a table had.
     *
     * @param known those of all versions
     * @param needed those of the versions that were asked for, and of the newest
     */
    record Uses(Set<Path> known, Set<Path> needed) {}

    /** What those versions and the newest use, from one pass over all commits. */
    Uses uses(Path table, Collection<Long> versions) {
        NavigableSet<Long> asked = new TreeSet<>(versions);
        Map<String, Long> present = new HashMap<>();
        Set<Path> known = new HashSet<>();
        Set<Path> needed = new HashSet<>();
        try (CloseableIterator<CommitActions> commits = TableManager.loadCommitRange(
                        table.toString(), CommitRangeBuilder.CommitBoundary.atVersion(0))
                .build(engine)
                .getCommitActions(engine, Set.of(DeltaAction.ADD, DeltaAction.REMOVE))) {
            while (commits.hasNext()) {
                CommitActions commit = commits.next();
                Changes changes = changes(commit);
                for (String path : changes.removed()) {
                    Long since = present.remove(path);
                    if (since != null
                            && !asked.subSet(since, commit.getVersion()).isEmpty()) {
                        needed.add(location(table, path));
                    }
                }
                for (String path : changes.added()) {
                    present.putIfAbsent(path, commit.getVersion());
                    known.add(location(table, path));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        present.keySet().forEach(path -> needed.add(location(table, path)));
        return new Uses(known, needed);
    }

    /** The paths of a commit; one that is removed and added stays, with other rows deleted in it. */
    private record Changes(Set<String> added, Set<String> removed) {}

    private static Changes changes(CommitActions commit) throws IOException {
        Changes changes = new Changes(new HashSet<>(), new HashSet<>());
        try (CloseableIterator<ColumnarBatch> batches = commit.getActions()) {
            while (batches.hasNext()) {
                try (CloseableIterator<Row> rows = batches.next().getRows()) {
                    while (rows.hasNext()) {
                        Row row = rows.next();
                        path(row, DeltaAction.ADD).ifPresent(changes.added()::add);
                        path(row, DeltaAction.REMOVE).ifPresent(changes.removed()::add);
                    }
                }
            }
        }
        changes.removed().removeAll(changes.added());
        return changes;
    }

    private static Optional<String> path(Row row, DeltaAction action) {
        int ordinal = row.getSchema().indexOf(action.colName);
        if (row.isNullAt(ordinal)) {
            return Optional.empty();
        }
        Row entry = row.getStruct(ordinal);
        return Optional.of(entry.getString(entry.getSchema().indexOf("path")));
    }

    private static DataFile file(Row row) {
        AddFile added = new AddFile(row.getStruct(InternalScanFileUtils.ADD_FILE_ORDINAL));
        return DataFile.of(
                added.getPath(),
                added.getSize(),
                InternalScanFileUtils.getPartitionValues(row),
                added.getStatsJson().orElse(null));
    }
}
