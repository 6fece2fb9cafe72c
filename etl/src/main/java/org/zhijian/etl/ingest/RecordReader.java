package org.zhijian.etl.ingest;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The records of one file, in their order, as text. */
interface RecordReader extends Closeable {

    /** The columns, in the order of a record's values; empty when the file has none. */
    List<String> columns();

    /** The next record, or null after the last. */
    SourceRecord next() throws IOException;

    /** A header's names; a column without one is called by its position: c1, c2, ... */
    static List<String> named(List<String> header) {
        List<String> names = new ArrayList<>();
        for (String name : header) {
            String clean = SourceRecord.clean(name);
            names.add(clean == null ? "c" + (names.size() + 1) : clean);
        }
        return names;
    }

    /** Records are read from a file by format. */
    static RecordReader open(Path file, SourceOptions options) throws IOException {
        return switch (options.format()) {
            case CSV -> new CsvRecords(file, options);
            case JSONL -> new JsonRecords(file, options);
            case JSON -> new JsonDocument(file, options);
            case XLSX -> new WorkbookRecords(file, options);
            case PARQUET -> throw new IllegalArgumentException("Parquet is read by Spark itself");
        };
    }
}
