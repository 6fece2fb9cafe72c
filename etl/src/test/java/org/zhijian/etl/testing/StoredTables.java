package org.zhijian.etl.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.convert.GroupRecordConverter;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.io.ColumnIOFactory;
import org.apache.parquet.io.LocalInputFile;
import org.apache.parquet.io.RecordReader;
import org.apache.parquet.schema.MessageType;
import org.zhijian.schema.Column;
import org.zhijian.schema.Table;
import org.zhijian.schema.publication.Publication;

/**
 * The tables of a warehouse as they lie on the disk, read from their logs and files without Spark, Delta or the code under
 * test, all columns of all rows.
 */
public final class StoredTables {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path warehouse;

    public StoredTables(Path warehouse) {
        this.warehouse = warehouse;
    }

    /** The rows of a table as a publication names it, each as text, in one order. */
    public List<String> rows(Publication publication, Table table) {
        return rows(publication, table, "");
    }

    /** The same without a column. */
    public List<String> rows(Publication publication, Table table, String without) {
        Path folder = warehouse.resolve(table.path());
        List<String> rows = new ArrayList<>();
        files(folder, publication.tables().get(table.path()))
                .forEach((file, partition) -> addRows(rows, file, partition, columns(table, without)));
        Collections.sort(rows);
        return rows;
    }

    /** The data files of a table at a version, with their partition's values: what its commits added and did not remove. */
    public static Map<Path, Map<String, String>> files(Path table, long version) {
        Map<Path, Map<String, String>> files = new TreeMap<>();
        for (long commit = 0; commit <= version; commit++) {
            Map<Path, Map<String, String>> added = new TreeMap<>();
            for (JsonNode entry : entries(table.resolve(String.format("_delta_log/%020d.json", commit)))) {
                if (entry.has("remove")) {
                    files.remove(location(table, entry.get("remove")));
                } else if (entry.has("add")) {
                    added.put(location(table, entry.get("add")), partition(entry.get("add")));
                }
            }
            files.putAll(added);
        }
        return files;
    }

    private static List<String> columns(Table table, String without) {
        return table.columns().stream()
                .map(Column::name)
                .filter(name -> !name.equals(without))
                .toList();
    }

    private static List<JsonNode> entries(Path commit) {
        try (Stream<String> lines = Files.lines(commit)) {
            List<JsonNode> entries = new ArrayList<>();
            for (String line : lines.toList()) {
                entries.add(JSON.readTree(line));
            }
            return entries;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path location(Path table, JsonNode file) {
        return table.resolve(URI.create(file.get("path").asText()).getPath());
    }

    private static Map<String, String> partition(JsonNode added) {
        Map<String, String> partition = new TreeMap<>();
        added.get("partitionValues")
                .properties()
                .forEach(value -> partition.put(value.getKey(), value.getValue().asText()));
        return partition;
    }

    private static void addRows(List<String> rows, Path file, Map<String, String> partition, List<String> columns) {
        try (ParquetFileReader reader = ParquetFileReader.open(new LocalInputFile(file))) {
            MessageType schema = reader.getFileMetaData().getSchema();
            ColumnIOFactory factory = new ColumnIOFactory();
            for (PageReadStore pages = reader.readNextRowGroup(); pages != null; pages = reader.readNextRowGroup()) {
                RecordReader<Group> records =
                        factory.getColumnIO(schema).getRecordReader(pages, new GroupRecordConverter(schema));
                for (long row = 0; row < pages.getRowCount(); row++) {
                    Group record = records.read();
                    rows.add(columns.stream()
                            .map(column -> column + "=" + value(record, column, partition))
                            .collect(Collectors.joining(", ", "[", "]")));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String value(Group record, String column, Map<String, String> partition) {
        if (partition.containsKey(column)) {
            return partition.get(column);
        }
        int field = record.getType().getFieldIndex(column);
        return record.getFieldRepetitionCount(field) == 0 ? null : record.getValueToString(field, 0);
    }
}
