package org.zhijian.etl.ingest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.connector.catalog.Column;
import org.apache.spark.sql.connector.catalog.SupportsRead;
import org.apache.spark.sql.connector.catalog.Table;
import org.apache.spark.sql.connector.catalog.TableCapability;
import org.apache.spark.sql.connector.catalog.TableProvider;
import org.apache.spark.sql.connector.expressions.Transform;
import org.apache.spark.sql.connector.read.Batch;
import org.apache.spark.sql.connector.read.InputPartition;
import org.apache.spark.sql.connector.read.PartitionReader;
import org.apache.spark.sql.connector.read.PartitionReaderFactory;
import org.apache.spark.sql.connector.read.Scan;
import org.apache.spark.sql.connector.read.ScanBuilder;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.util.CaseInsensitiveStringMap;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * Spark's view of landing files in text and workbook formats: every column as text, with the file, the line and, where a
 * record is none, the reason. Files are read side by side; one file is read by one task.
 */
public final class LandingSource implements TableProvider {
    /** The columns that every record has besides those asked for; no file has a column whose name begins with a space. */
    static final String FILE_ID = " file_id";

    static final String LINE = " line";
    static final String PROBLEM = " problem";

    private static final String FILES = "files";
    private static final ObjectMapper JSON = new ObjectMapper();

    /** A file to read; its columns stand in the options. */
    record Part(long fileId, String path, long bytes, SourceOptions options) implements Serializable {
        private static final long serialVersionUID = 1L;
    }

    /** The records of some files with these columns; a column that a file lacks is null. */
    static Dataset<Row> read(SparkSession spark, List<Part> files, List<String> columns) {
        StructType schema = new StructType();
        for (String column : columns) {
            schema = schema.add(column, DataTypes.StringType);
        }
        schema = schema.add(FILE_ID, DataTypes.LongType, false)
                .add(LINE, DataTypes.LongType, false)
                .add(PROBLEM, DataTypes.StringType);
        try {
            return spark.read()
                    .format(LandingSource.class.getName())
                    .schema(schema)
                    .option(FILES, JSON.writeValueAsString(files))
                    .load();
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public StructType inferSchema(CaseInsensitiveStringMap options) {
        throw new UnsupportedOperationException("the columns are stated by the caller");
    }

    @Override
    public boolean supportsExternalMetadata() {
        return true;
    }

    @Override
    public Table getTable(StructType schema, Transform[] partitioning, Map<String, String> properties) {
        try {
            List<Part> files = JSON.readValue(
                    new CaseInsensitiveStringMap(properties).get(FILES), new TypeReference<List<Part>>() {});
            return new Files(schema, files);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The files as a table that can be read. */
    private record Files(StructType fields, List<Part> files) implements SupportsRead {
        @Override
        public String name() {
            return "landing files";
        }

        @Override
        public Column[] columns() {
            return Arrays.stream(fields.fields())
                    .map(field -> Column.create(field.name(), field.dataType(), field.nullable()))
                    .toArray(Column[]::new);
        }

        @Override
        public Set<TableCapability> capabilities() {
            return Set.of(TableCapability.BATCH_READ);
        }

        @Override
        public ScanBuilder newScanBuilder(CaseInsensitiveStringMap options) {
            return () -> new FileScan(fields, files);
        }
    }

    private record FileScan(StructType schema, List<Part> files) implements Scan, Batch {
        /** Small files share a task up to this size. */
        private static final long TASK_BYTES = 16L << 20;

        @Override
        public StructType readSchema() {
            return schema;
        }

        @Override
        public Batch toBatch() {
            return this;
        }

        @Override
        public InputPartition[] planInputPartitions() {
            List<InputPartition> tasks = new ArrayList<>();
            List<Part> task = new ArrayList<>();
            long bytes = 0;
            for (Part file :
                    files.stream().sorted(Comparator.comparing(Part::fileId)).toList()) {
                if (!task.isEmpty() && bytes + file.bytes() > TASK_BYTES) {
                    tasks.add(new Task(List.copyOf(task)));
                    task.clear();
                    bytes = 0;
                }
                task.add(file);
                bytes += file.bytes();
            }
            if (!task.isEmpty()) {
                tasks.add(new Task(List.copyOf(task)));
            }
            return tasks.toArray(InputPartition[]::new);
        }

        @Override
        public PartitionReaderFactory createReaderFactory() {
            StructType wanted = schema;
            return partition -> new TaskReader(((Task) partition).files(), wanted);
        }
    }

    private record Task(List<Part> files) implements InputPartition {
        private static final long serialVersionUID = 1L;
    }

    /** Reads the files of one task one after another. */
    private static final class TaskReader implements PartitionReader<InternalRow> {
        private final List<Part> files;
        private final String[] wanted;
        private final GenericInternalRow row;
        private int next;
        private Part file;
        private RecordReader records;
        private int[] positions;

        private TaskReader(List<Part> files, StructType schema) {
            this.files = files;
            this.wanted = schema.fieldNames();
            this.row = new GenericInternalRow(wanted.length);
        }

        @Override
        public boolean next() throws IOException {
            while (true) {
                if (records == null) {
                    if (next == files.size()) {
                        return false;
                    }
                    open(files.get(next));
                    next++;
                }
                SourceRecord found = records.next();
                if (found != null) {
                    fill(found);
                    return true;
                }
                close();
            }
        }

        private void open(Part part) throws IOException {
            file = part;
            records = RecordReader.open(Path.of(part.path()), part.options());
            List<String> names = records.columns().isEmpty() ? part.options().columns() : records.columns();
            positions = new int[wanted.length];
            for (int i = 0; i < wanted.length; i++) {
                String name = ColumnNames.find(names, wanted[i]);
                positions[i] = name == null ? -1 : names.indexOf(name);
            }
        }

        private void fill(SourceRecord found) {
            for (int i = 0; i < wanted.length; i++) {
                row.update(i, value(found, i));
            }
        }

        private Object value(SourceRecord found, int column) {
            return switch (wanted[column]) {
                case FILE_ID -> file.fileId();
                case LINE -> found.line();
                case PROBLEM ->
                    found.problem() == null
                            ? null
                            : UTF8String.fromString(found.problem().code());
                default -> text(found, positions[column]);
            };
        }

        private static UTF8String text(SourceRecord found, int position) {
            boolean there = found.values() != null && position >= 0 && position < found.values().length;
            return there ? UTF8String.fromString(found.values()[position]) : null;
        }

        @Override
        public InternalRow get() {
            return row;
        }

        @Override
        public void close() throws IOException {
            if (records != null) {
                records.close();
                records = null;
            }
        }
    }
}
