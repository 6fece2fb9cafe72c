package org.zhijian.reports.export;

import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneId;
import org.zhijian.reports.read.Fields;

/** The formats a table can be written out in. */
public enum ExportFormat {
    /**
     * RFC 4180 in UTF-8 with a header row: dates as yyyy-MM-dd, timestamps in ISO-8601 with the centre's offset, numbers
     * without exponent so that they read back exactly, a missing value as an empty field, an empty text as "".
     */
    CSV {
        @Override
        RowWriter open(Path file, Fields fields, ZoneId zone) throws IOException {
            return new CsvRowWriter(file, fields, zone);
        }
    },
    /** One Parquet file; timestamps are UTC-adjusted microseconds. */
    PARQUET {
        @Override
        RowWriter open(Path file, Fields fields, ZoneId zone) throws IOException {
            return new ParquetRowWriter(file, fields);
        }
    };

    /** A writer of rows with these fields into a new file. */
    abstract RowWriter open(Path file, Fields fields, ZoneId zone) throws IOException;
}
