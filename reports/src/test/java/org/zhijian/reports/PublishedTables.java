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

    /** Appends a file with these rows, given in the order of the declared columns; none makes an empty table. */
    public PublishedTables append(Table table, Object[]... rows) {
        return append(table, table.columns(), rows);
    }

    /** The same for a table that was written when it had only these columns. */
    public PublishedTables append(Table table, List<Column> columns, Object[]... rows) {
        String path = warehouse.resolve(table.path()).toString();
        Transaction transaction = begin(path, table, columns);
        try {
            List<io.delta.kernel.data.Row> actions = new ArrayList<>();
            if (rows.length > 0) {
                actions.addAll(write(transaction, table, columns, rows));
            }
            TransactionCommitResult result = transaction.commit(
                    ENGINE, CloseableIterable.inMemoryIterable(Utils.toCloseableIterator(actions.iterator())));
            versions.put(table.path(), result.getVersion());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    /** Publishes what was written so far. */
    public PublishedTables publish(String businessDate) {
        LocalDate date = LocalDate.parse(businessDate);
        new Publications(warehouse)
                .publish(new Publication(
                        ++publications,
                        date,
                        Instant.parse(businessDate + "T18:00:00Z"),
                        "Asia/Shanghai",
                        "test",
                        Map.of(),
                        "landing",
                        versions));
        return this;
    }

    private static Transaction begin(String path, Table table, List<Column> columns) {
        if (Files.exists(Path.of(path, "_delta_log"))) {
            return TableManager.loadSnapshot(path)
                    .build(ENGINE)
                    .buildUpdateTableTransaction("test", Operation.WRITE)
                    .build(ENGINE);
        }
        DataLayoutSpec layout = table.partition() == null
                ? DataLayoutSpec.noDataLayout()
                : DataLayoutSpec.partitioned(List.of(
                        new io.delta.kernel.expressions.Column(table.partition().name())));
        return TableManager.buildCreateTableTransaction(path, schema(columns), "test")
                .withDataLayoutSpec(layout)
                .build(ENGINE);
    }

    /** All rows of one call go into one file, so they have to be of one partition. */
    private static List<io.delta.kernel.data.Row> write(
            Transaction transaction, Table table, List<Column> columns, Object[]... rows) throws IOException {
        Map<String, Literal> partition = Map.of();
        if (table.partition() != null) {
            LocalDate value = (LocalDate) rows[0][columns.indexOf(table.partition())];
            partition = Map.of(table.partition().name(), Literal.ofDate((int) value.toEpochDay()));
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
