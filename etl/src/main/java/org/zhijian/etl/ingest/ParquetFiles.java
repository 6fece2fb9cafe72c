package org.zhijian.etl.ingest;

import static org.apache.spark.sql.functions.array_join;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.date_format;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.nullif;
import static org.apache.spark.sql.functions.to_json;
import static org.apache.spark.sql.functions.trim;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.execution.datasources.DataSource;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.MapType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/** Parquet landing files, their values as the text that the other formats would have brought. */
final class ParquetFiles {
    private ParquetFiles() {}

    /** What the file holds, once it has been read to its end. */
    static FileContents contents(SparkSession spark, Path file) {
        Dataset<Row> rows = rows(spark, file.toString());
        rows.write().format("noop").mode("overwrite").save();
        return new FileContents(List.of(rows.columns()), rows.count());
    }

    /** The rows of a file in the shape of {@link LandingSource}; the line is the row's number. */
    static Dataset<Row> read(SparkSession spark, LandingSource.Part file, List<String> columns) {
        Dataset<Row> rows = rows(spark, file.path());
        List<Column> texts = new ArrayList<>();
        for (String column : columns) {
            texts.add(text(rows.schema(), column).as(column));
        }
        texts.add(lit(file.fileId()).as(LandingSource.FILE_ID));
        texts.add(col("_metadata.row_index").plus(1).as(LandingSource.LINE));
        texts.add(lit(null).cast(DataTypes.StringType).as(LandingSource.PROBLEM));
        return rows.select(texts.toArray(Column[]::new));
    }

    /** The rows of that very file: a bracket in its name stands for nothing else. */
    private static Dataset<Row> rows(SparkSession spark, String file) {
        return spark.read().option(DataSource.GLOB_PATHS_KEY(), "false").parquet(file);
    }

    private static Column text(StructType schema, String column) {
        for (StructField field : schema.fields()) {
            if (field.name().equals(column)) {
                return nullif(trim(text(col("`" + column + "`"), field.dataType()), SourceRecord.WHITE_SPACE), lit(""));
            }
        }
        return lit(null).cast(DataTypes.StringType);
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
