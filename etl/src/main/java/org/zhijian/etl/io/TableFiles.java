package org.zhijian.etl.io;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.delta.kernel.Snapshot;
import io.delta.kernel.TableManager;
import io.delta.kernel.data.FilteredColumnarBatch;
import io.delta.kernel.data.Row;
import io.delta.kernel.defaults.engine.DefaultEngine;
import io.delta.kernel.engine.Engine;
import io.delta.kernel.internal.InternalScanFileUtils;
import io.delta.kernel.internal.actions.AddFile;
import io.delta.kernel.utils.CloseableIterator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;

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

        /** The month of a file of a table that is partitioned by one. */
        LocalDate month() {
            return LocalDate.parse(partition.values().iterator().next());
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

    private static DataFile file(Row row) {
        AddFile added = new AddFile(row.getStruct(InternalScanFileUtils.ADD_FILE_ORDINAL));
        return DataFile.of(
                added.getPath(),
                added.getSize(),
                InternalScanFileUtils.getPartitionValues(row),
                added.getStatsJson().orElse(null));
    }
}
