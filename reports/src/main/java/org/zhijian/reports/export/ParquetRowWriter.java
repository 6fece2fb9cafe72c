package org.zhijian.reports.export;

import java.io.IOException;
import java.nio.file.Path;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.io.OutputFile;
import org.zhijian.reports.read.Fields;
import org.zhijian.reports.read.Row;

/** Writes Parquet, see {@link ExportFormat#PARQUET}. */
final class ParquetRowWriter implements RowWriter {
    /** Small enough that a row group being written fits the heap beside the rows being read. */
    private static final long ROW_GROUP_BYTES = 32L << 20;

    private final ParquetWriter<Row> parquet;

    ParquetRowWriter(Path file, Fields fields) throws IOException {
        parquet = new Builder(new LocalOutputFile(file), fields)
                .withConf(new PlainParquetConfiguration())
                .withCompressionCodec(CompressionCodecName.ZSTD)
                .withRowGroupSize(ROW_GROUP_BYTES)
                .build();
    }

    @Override
    public void write(Row row) throws IOException {
        parquet.write(row);
    }

    @Override
    public void close() throws IOException {
        parquet.close();
    }

    private static final class Builder extends ParquetWriter.Builder<Row, Builder> {
        private final Fields fields;

        Builder(OutputFile file, Fields fields) {
            super(file);
            this.fields = fields;
        }

        @Override
        protected Builder self() {
            return this;
        }

        @Override
        @SuppressWarnings("deprecation") // the library still declares it abstract
        protected WriteSupport<Row> getWriteSupport(Configuration conf) {
            return new RowWriteSupport(fields);
        }

        @Override
        protected WriteSupport<Row> getWriteSupport(ParquetConfiguration conf) {
            return new RowWriteSupport(fields);
        }
    }
}
