package org.zhijian.etl.ingest;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.zhijian.etl.io.Schemas;
import org.zhijian.schema.Column;
import org.zhijian.schema.raw.Entity;
import org.zhijian.schema.raw.Quarantine;

/** What a score sheet says, as rows. A sheet is small and has been read, so they come from memory. */
final class SheetRows {
    private final FilledSheet sheet;
    private final long fileId;

    SheetRows(FilledSheet sheet, long fileId) {
        this.sheet = sheet;
        this.fileId = fileId;
    }

    /** The records of an entity as text, as {@link LandingSource} brings those of other files. */
    Dataset<Row> records(SparkSession spark, Entity entity) {
        StructType schema = new StructType();
        for (Column column : entity.columns()) {
            schema = schema.add(column.name(), DataTypes.StringType);
        }
        schema = schema.add(LandingSource.FILE_ID, DataTypes.LongType, false)
                .add(LandingSource.LINE, DataTypes.LongType, false)
                .add(LandingSource.PROBLEM, DataTypes.StringType);
        List<Row> rows = new ArrayList<>();
        for (FilledSheet.Entry record : sheet.records(entity)) {
            List<Object> values = new ArrayList<>();
            entity.columns().forEach(column -> values.add(record.value(column)));
            values.add(fileId);
            values.add(record.line());
            values.add(null);
            rows.add(RowFactory.create(values.toArray()));
        }
        return spark.createDataFrame(rows, schema);
    }

    /** What is wrong with the others, as rows of the quarantine; customers' numbers are masked. */
    Dataset<Row> misfits(SparkSession spark, long runId) {
        List<Row> rows = sheet.misfits().stream()
                .map(misfit -> RowFactory.create(
                        fileId,
                        runId,
                        misfit.line(),
                        misfit.column(),
                        Privacy.mask(misfit.value()),
                        misfit.reason().code(),
                        misfit.allowed(),
                        misfit.cell()))
                .toList();
        return spark.createDataFrame(rows, Schemas.struct(Quarantine.TABLE));
    }
}
