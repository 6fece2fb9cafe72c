package org.zhijian.reports;

import io.delta.kernel.DataWriteContext;
import io.delta.kernel.Operation;
import io.delta.kernel.TableManager;
import io.delta.kernel.Transaction;
import io.delta.kernel.TransactionCommitResult;
import io.delta.kernel.data.ColumnVector;
import io.delta.kernel.data.FilteredColumnarBatch;
import io.delta.kernel.defaults.engine.DefaultEngine;
import io.delta.kernel.defaults.internal.data.DefaultColumnarBatch;
import io.delta.kernel.defaults.internal.data.vector.DefaultGenericVector;
import io.delta.kernel.engine.Engine;
import io.delta.kernel.expressions.Literal;
import io.delta.kernel.internal.InternalScanFileUtils;
import io.delta.kernel.internal.actions.AddFile;
import io.delta.kernel.internal.actions.SingleAction;
import io.delta.kernel.internal.util.Utils;
import io.delta.kernel.transaction.DataLayoutSpec;
import io.delta.kernel.types.BooleanType;
import io.delta.kernel.types.DataType;
import io.delta.kernel.types.DateType;
import io.delta.kernel.types.DoubleType;
import io.delta.kernel.types.IntegerType;
import io.delta.kernel.types.LongType;
import io.delta.kernel.types.StringType;
import io.delta.kernel.types.StructType;
import io.delta.kernel.types.TimestampType;
import io.delta.kernel.utils.CloseableIterable;
import io.delta.kernel.utils.CloseableIterator;
import io.delta.kernel.utils.DataFileStatus;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.zhijian.reports.read.Micros;
import org.zhijian.schema.Column;
import org.zhijian.schema.Table;
import org.zhijian.schema.publication.Publication;
import org.zhijian.schema.publication.Publications;

/** A warehouse for tests, written by Kernel. */
public final class PublishedTables {
    private static final Engine ENGINE = DefaultEngine.create(new Configuration());

    private final Path warehouse;
    private final Map<String, Long> versions = new TreeMap<>();
    private long publications;

    public PublishedTables(Path warehouse) {
        this.warehouse = warehouse;
    }

    public Path warehouse() {
        return warehouse;
    }

    /** Appends these rows, given in the order of the declared columns; none makes an empty table. */
    public PublishedTables append(Table table, Object[]... rows) {
        return append(table, table.columns(), rows);
    }

    /** Puts these rows in the place of all that the table has. */
    public PublishedTables replace(Table table, Object[]... rows) {
        return commit(table, table.columns(), removals(path(table)), rows);
    }

    /** The same for a table that was written when it had only these columns. */
    public PublishedTables append(Table table, List<Column> columns, Object[]... rows) {
        return commit(table, columns, List.of(), rows);
    }

    private PublishedTables commit(
            Table table, List<Column> columns, List<io.delta.kernel.data.Row> removals, Object[]... rows) {
        Transaction transaction = begin(path(table), table, columns);
        try {
            List<io.delta.kernel.data.Row> actions = new ArrayList<>(removals);
            for (Object[][] partition : partitions(table, columns, rows)) {
                actions.addAll(write(transaction, table, columns, partition));
            }
            TransactionCommitResult result = transaction.commit(
                    ENGINE, CloseableIterable.inMemoryIterable(Utils.toCloseableIterator(actions.iterator())));
            versions.put(table.path(), result.getVersion());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    /** Publishes what was written so far, at two in the morning of the next day. */
    public PublishedTables publish(String businessDate) {
        return publish(businessDate, Map.of());
    }

    /** The same with these settings. */
    public PublishedTables publish(String businessDate, Map<String, String> settings) {
        LocalDate date = LocalDate.parse(businessDate);
        new Publications(warehouse)
                .publish(new Publication(
                        ++publications,
                        date,
                        Instant.parse(businessDate + "T18:00:00Z"),
                        "Asia/Shanghai",
                        "test",
                        settings,
                        "landing",
                        versions));
        return this;
    }

    private String path(Table table) {
        return warehouse.resolve(table.path()).toString();
    }

    private static List<io.delta.kernel.data.Row> removals(String path) {
        try (CloseableIterator<io.delta.kernel.data.Row> files = TableManager.loadSnapshot(path)
                .build(ENGINE)
                .getScanBuilder()
                .build()
                .getScanFiles(ENGINE)
                .flatMap(FilteredColumnarBatch::getRows)) {
            List<io.delta.kernel.data.Row> removals = new ArrayList<>();
            while (files.hasNext()) {
                AddFile added = new AddFile(files.next().getStruct(InternalScanFileUtils.ADD_FILE_ORDINAL));
                removals.add(SingleAction.createRemoveFileSingleAction(added.toRemoveFileRow(true, Optional.empty())));
            }
            return removals;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The rows, those of one partition together. */
    private static List<Object[][]> partitions(Table table, List<Column> columns, Object[]... rows) {
        Map<List<Object>, List<Object[]>> byPartition = new LinkedHashMap<>();
        for (Object[] row : rows) {
            List<Object> partition = table.partitions().stream()
                    .map(column -> row[columns.indexOf(column)])
                    .toList();
            byPartition.computeIfAbsent(partition, none -> new ArrayList<>()).add(row);
        }
        return byPartition.values().stream()
                .map(part -> part.toArray(Object[][]::new))
                .toList();
    }

    private static Transaction begin(String path, Table table, List<Column> columns) {
        if (Files.exists(Path.of(path, "_delta_log"))) {
            return TableManager.loadSnapshot(path)
                    .build(ENGINE)
                    .buildUpdateTableTransaction("test", Operation.WRITE)
                    .build(ENGINE);
        }
        DataLayoutSpec layout = table.partitions().isEmpty()
                ? DataLayoutSpec.noDataLayout()
                : DataLayoutSpec.partitioned(table.partitions().stream()
                        .map(column -> new io.delta.kernel.expressions.Column(column.name()))
                        .toList());
        return TableManager.buildCreateTableTransaction(path, schema(columns), "test")
                .withDataLayoutSpec(layout)
                .build(ENGINE);
    }

    /** Writes rows of one partition into one file. */
    private static List<io.delta.kernel.data.Row> write(
            Transaction transaction, Table table, List<Column> columns, Object[]... rows) throws IOException {
        Map<String, Literal> partition = new HashMap<>();
        for (Column column : table.partitions()) {
            Object value = rows[0][columns.indexOf(column)];
            partition.put(
                    column.name(),
                    value instanceof LocalDate date
                            ? Literal.ofDate((int) date.toEpochDay())
                            : Literal.ofString((String) value));
        }
        ColumnVector[] vectors = new ColumnVector[columns.size()];
        for (int i = 0; i < vectors.length; i++) {
            Object[] values = new Object[rows.length];
            for (int row = 0; row < rows.length; row++) {
                values[row] = encoded(rows[row][i]);
            }
            vectors[i] = DefaultGenericVector.fromArray(kernelType(columns.get(i)), values);
        }
        FilteredColumnarBatch batch = new FilteredColumnarBatch(
                new DefaultColumnarBatch(rows.length, schema(columns), vectors), Optional.empty());
        io.delta.kernel.data.Row state = transaction.getTransactionState(ENGINE);
        CloseableIterator<FilteredColumnarBatch> physical =
                Transaction.transformLogicalData(ENGINE, state, Utils.singletonCloseableIterator(batch), partition);
        DataWriteContext context = Transaction.getWriteContext(ENGINE, state, partition);
        CloseableIterator<DataFileStatus> files = ENGINE.getParquetHandler()
                .writeParquetFiles(context.getTargetDirectory(), physical, context.getStatisticsColumns());
        return Transaction.generateAppendActions(ENGINE, state, files, context).toInMemoryList();
    }

    private static Object encoded(Object value) {
        if (value instanceof LocalDate date) {
            return (int) date.toEpochDay();
        }
        return value instanceof Instant timestamp ? Micros.of(timestamp) : value;
    }

    private static StructType schema(List<Column> columns) {
        StructType schema = new StructType();
        for (Column column : columns) {
            schema = schema.add(column.name(), kernelType(column));
        }
        return schema;
    }

    private static DataType kernelType(Column column) {
        return switch (column.type()) {
            case STRING -> StringType.STRING;
            case INT -> IntegerType.INTEGER;
            case LONG -> LongType.LONG;
            case DOUBLE -> DoubleType.DOUBLE;
            case BOOLEAN -> BooleanType.BOOLEAN;
            case DATE -> DateType.DATE;
            case TIMESTAMP -> TimestampType.TIMESTAMP;
        };
    }
}
