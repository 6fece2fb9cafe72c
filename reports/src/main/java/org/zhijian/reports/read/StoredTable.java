package org.zhijian.reports.read;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.delta.kernel.Scan;
import io.delta.kernel.ScanBuilder;
import io.delta.kernel.Snapshot;
import io.delta.kernel.TableManager;
import io.delta.kernel.data.ColumnarBatch;
import io.delta.kernel.data.FilteredColumnarBatch;
import io.delta.kernel.engine.Engine;
import io.delta.kernel.engine.FileReadResult;
import io.delta.kernel.expressions.And;
import io.delta.kernel.expressions.Predicate;
import io.delta.kernel.internal.InternalScanFileUtils;
import io.delta.kernel.internal.actions.DeletionVectorDescriptor;
import io.delta.kernel.internal.data.ScanStateRow;
import io.delta.kernel.internal.util.Utils;
import io.delta.kernel.types.StructType;
import io.delta.kernel.utils.CloseableIterator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.zhijian.schema.Column;

/** One version of one Delta table. */
final class StoredTable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final boolean WITH_STATISTICS = true;

    private final Engine engine;
    private final Snapshot snapshot;

    private StoredTable(Engine engine, Snapshot snapshot) {
        this.engine = engine;
        this.snapshot = snapshot;
    }

    static StoredTable at(Engine engine, Path folder, long version) {
        return new StoredTable(
                engine,
                TableManager.loadSnapshot(folder.toAbsolutePath().toString())
                        .atVersion(version)
                        .build(engine));
    }

    /** The rows of the selection. A column that this version does not have yet is missing from every row. */
    Rows rows(Selection selection) {
        Fields fields = new Fields(selection.columns());
        StructType schema = readSchema(selection);
        StructType stored = snapshot.getSchema();
        Optional<Predicate> filter = selection.conditions().stream()
                .map(condition -> condition.predicate(stored))
                .reduce(And::new);
        ScanBuilder builder = snapshot.getScanBuilder().withReadSchema(schema);
        filter.ifPresent(builder::withFilter);
        Scan scan = builder.build();
        io.delta.kernel.data.Row state = scan.getScanState(engine);
        CloseableIterator<FilteredColumnarBatch> batches = scan.getScanFiles(engine)
                .flatMap(FilteredColumnarBatch::getRows)
                .flatMap(file -> batches(state, file));
        return new BatchRows(fields, selection.conditions(), batches);
    }

    /** How many rows there are, from the log alone; empty where a file came without statistics. */
    OptionalLong rowCount() {
        Scan scan = snapshot.getScanBuilder().build();
        try (CloseableIterator<io.delta.kernel.data.Row> files =
                scan.getScanFiles(engine, WITH_STATISTICS).flatMap(FilteredColumnarBatch::getRows)) {
            long count = 0;
            while (files.hasNext()) {
                OptionalLong inFile = rowCount(files.next());
                if (inFile.isEmpty()) {
                    return inFile;
                }
                count += inFile.getAsLong();
            }
            return OptionalLong.of(count);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the selection names and its conditions are about, as far as the stored version has it. */
    private StructType readSchema(Selection selection) {
        StructType stored = snapshot.getSchema();
        Set<String> names = new LinkedHashSet<>();
        selection.columns().stream().map(Column::name).forEach(names::add);
        selection.conditions().stream()
                .map(condition -> condition.column().name())
                .forEach(names::add);
        return new StructType(names.stream()
                .filter(name -> stored.indexOf(name) >= 0)
                .map(stored::get)
                .toList());
    }

    private CloseableIterator<FilteredColumnarBatch> batches(
            io.delta.kernel.data.Row state, io.delta.kernel.data.Row file) {
        try {
            CloseableIterator<ColumnarBatch> physical = engine.getParquetHandler()
                    .readParquetFiles(
                            Utils.singletonCloseableIterator(InternalScanFileUtils.getAddFileStatus(file)),
                            ScanStateRow.getPhysicalDataReadSchema(state),
                            Optional.empty())
                    .map(FileReadResult::getData);
            return Scan.transformPhysicalData(engine, state, file, physical);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static OptionalLong rowCount(io.delta.kernel.data.Row file) {
        io.delta.kernel.data.Row added = file.getStruct(InternalScanFileUtils.ADD_FILE_ORDINAL);
        if (added.isNullAt(InternalScanFileUtils.ADD_FILE_STATS_ORDINAL)) {
            return OptionalLong.empty();
        }
        try {
            JsonNode records = JSON.readTree(added.getString(InternalScanFileUtils.ADD_FILE_STATS_ORDINAL))
                    .get("numRecords");
            if (records == null) {
                return OptionalLong.empty();
            }
            DeletionVectorDescriptor deleted = InternalScanFileUtils.getDeletionVectorDescriptorFromRow(file);
            return OptionalLong.of(records.asLong() - (deleted == null ? 0 : deleted.getCardinality()));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
