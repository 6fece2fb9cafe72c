package org.zhijian.etl.ingest;

import static org.apache.spark.sql.functions.array_join;
import static org.apache.spark.sql.functions.call_function;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.date_format;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.timestamp_add;
import static org.apache.spark.sql.functions.timestamp_micros;
import static org.apache.spark.sql.functions.to_json;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.util.QuotingUtils;
import org.apache.spark.sql.execution.datasources.DataSource;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.MapType;
import org.apache.spark.sql.types.StructType;

/** Parquet landing files, their values as the text that the other formats would have brought. */
final class ParquetFiles {
    private ParquetFiles() {}

    /** What the file holds, once it has been read to its end. */
    static FileContents contents(SparkSession spark, Path file) throws IOException {
        ParquetColumns columns = ParquetColumns.of(file);
        Dataset<Row> rows = rows(spark, file.toString(), columns);
        rows.write().format("noop").mode("overwrite").save();
        return new FileContents(List.of(rows.columns()), rows.count(), columns.unreadable());
    }

    /** The rows of a file in the shape of {@link LandingSource}; the line is the row's number. */
    static Dataset<Row> read(SparkSession spark, LandingSource.Part file, List<String> columns) {
        ParquetColumns there;
        try {
            there = ParquetColumns.of(Path.of(file.path()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Dataset<Row> rows = rows(spark, file.path(), there);
        List<Column> texts = new ArrayList<>();
        for (String column : columns) {
            texts.add(text(there, column).as(column));
        }
        texts.add(lit(file.fileId()).as(LandingSource.FILE_ID));
        texts.add(rows.metadataColumn("_metadata").getField("row_index").plus(1).as(LandingSource.LINE));
        texts.add(lit(null).cast(DataTypes.StringType).as(LandingSource.PROBLEM));
        return rows.select(texts.toArray(Column[]::new));
    }

    /** The rows of that very file: a bracket in its name stands for nothing else. */
    private static Dataset<Row> rows(SparkSession spark, String file, ParquetColumns columns) {
        return spark.read()
                .schema(columns.readable())
                .option(DataSource.GLOB_PATHS_KEY(), "false")
                .parquet(file);
    }

    private static Column text(ParquetColumns there, String column) {
        String name = ColumnNames.find(List.of(there.readable().fieldNames()), column);
        if (name == null) {
            return lit(null).cast(DataTypes.StringType);
        }
        Column value = col(QuotingUtils.quoteIdentifier(name));
        DataType moment = there.nanoseconds().get(name);
        Column text = moment == null
                ? text(value, there.readable().apply(name).dataType())
                : text(microseconds(value, moment), moment);
        return MappedRecords.text(text);
    }

    /** A number of nanoseconds since 1970 as a moment. */
    private static Column microseconds(Column nanoseconds, DataType moment) {
        Column microseconds = call_function("div", nanoseconds, lit(1000L));
        return moment.equals(DataTypes.TimestampType)
                ? timestamp_micros(microseconds)
                : timestamp_add("MICROSECOND", microseconds, lit("1970-01-01").cast(moment));
    }

    private static Column text(Column value, DataType type) {
        if (type.equals(DataTypes.TimestampType)) {
            return date_format(value, "yyyy-MM-dd'T'HH:mm:ss.SSSSSSXXX");
        }
        if (type instanceof ArrayType array && array.elementType().equals(DataTypes.StringType)) {
            return array_join(value, ";");
        }
        if (type instanceof StructType || type instanceof ArrayType || type instanceof MapType) {
            return to_json(value);
        }
        return value.cast(DataTypes.StringType);
    }
}
