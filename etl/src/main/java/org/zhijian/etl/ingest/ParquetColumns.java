package org.zhijian.etl.ingest;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.hadoop.metadata.ColumnChunkMetaData;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.LocalInputFile;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimeUnit;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimestampLogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;
import org.apache.spark.sql.execution.datasources.parquet.ParquetToSparkSchemaConverter;
import org.apache.spark.sql.internal.SQLConf;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.zhijian.schema.text.UserError;

/**
 * What a Parquet file says of its columns. Spark refuses a file for one column of a type that it does not know, used or not.
 *
 * @param readable those that Spark reads, moments in nanoseconds as whole numbers
 * @param nanoseconds the moments in nanoseconds, each with the type that it is in microseconds
 * @param unreadable the others, each with what the file says of it
 */
record ParquetColumns(StructType readable, Map<String, DataType> nanoseconds, Map<String, String> unreadable) {

    /** The columns of a file that is compressed in a way that can be undone. */
    static ParquetColumns of(Path file) throws IOException {
        try (ParquetFileReader footer = ParquetFileReader.open(new LocalInputFile(file))) {
            MessageType schema = footer.getFileMetaData().getSchema();
            requireDifferent(file, schema);
            footer.getRowGroups().forEach(ParquetColumns::requireCodecs);
            return of(schema);
        }
    }

    /** Spark looks columns up without regard to capitals. */
    private static void requireDifferent(Path file, MessageType schema) {
        Set<String> names = new HashSet<>();
        for (Type field : schema.getFields()) {
            if (!names.add(field.getName().toLowerCase(Locale.ROOT))) {
                throw new UserError("etl.file.column-twice", file.getFileName(), Privacy.mask(field.getName()));
            }
        }
    }

    private static void requireCodecs(BlockMetaData rows) {
        for (ColumnChunkMetaData column : rows.getColumns()) {
            CompressionCodecName codec = column.getCodec();
            try {
                if (codec != CompressionCodecName.UNCOMPRESSED) {
                    Class.forName(codec.getHadoopCompressionCodecClassName());
                }
            } catch (ClassNotFoundException e) {
                throw new UserError("etl.file.codec", codec).causedBy(e);
            }
        }
    }

    private static ParquetColumns of(MessageType schema) {
        List<StructField> readable = new ArrayList<>();
        Map<String, DataType> nanoseconds = new HashMap<>();
        Map<String, String> unreadable = new LinkedHashMap<>();
        for (Type field : schema.getFields()) {
            boolean isNanoseconds = field.getLogicalTypeAnnotation() instanceof TimestampLogicalTypeAnnotation moment
                    && moment.getUnit() == TimeUnit.NANOS
                    && !field.isRepetition(Type.Repetition.REPEATED);
            Optional<DataType> type = isNanoseconds ? Optional.of(DataTypes.LongType) : type(schema, field);
            type.ifPresentOrElse(
                    known -> readable.add(DataTypes.createStructField(field.getName(), known, true)),
                    () -> unreadable.put(
                            field.getName(),
                            field.toString().replaceAll("\\s+", " ").strip()));
            if (isNanoseconds) {
                nanoseconds.put(field.getName(), microseconds(field));
            }
        }
        return new ParquetColumns(DataTypes.createStructType(readable), nanoseconds, unreadable);
    }

    private static DataType microseconds(Type field) {
        return ((TimestampLogicalTypeAnnotation) field.getLogicalTypeAnnotation()).isAdjustedToUTC()
                ? DataTypes.TimestampType
                : DataTypes.TimestampNTZType;
    }

    private static Optional<DataType> type(MessageType schema, Type field) {
        try {
            return Optional.of(new ParquetToSparkSchemaConverter(new SQLConf())
                    .convert(new MessageType(schema.getName(), field))
                    .apply(0)
                    .dataType());
        } catch (Exception e) {
            // Spark's analysis errors are checked, but Scala declares none.
            return Optional.empty();
        }
    }
}
