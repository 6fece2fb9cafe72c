package org.zhijian.etl.ingest;

import java.util.List;
import java.util.Optional;
import org.apache.spark.SparkException;
import org.apache.spark.api.java.function.ForeachPartitionFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Tries a mapping on all of a file's records before anything is loaded, so that one that does not fit rejects the file and
 * does not end the run.
 */
final class MappingTrial {
    private final SparkSession session;

    MappingTrial(SparkSession spark) {
        session = MappedRecords.session(spark);
    }

    /** Why the mapping does not fit the file, if it does not. */
    Optional<String> misfit(Mapping mapping, LandingSource.Part file) {
        List<String> columns = file.options().columns();
        try {
            Dataset<Row> source = file.options().format() == Format.PARQUET
                    ? ParquetFiles.read(session, file, columns)
                    : LandingSource.read(session, List.of(file), columns);
            ForeachPartitionFunction<Row> readThrough = rows -> rows.forEachRemaining(row -> {});
            MappedRecords.of(mapping, source).foreachPartition(readThrough);
            return Optional.empty();
        } catch (Exception e) {
            // Spark's analysis errors are checked, but Scala declares none.
            return Optional.of(FileProbe.said(inExpression(e)));
        }
    }

    /** What failed in an expression; Spark wraps it into what became of the job, with all of its calls in the message. */
    private static Throwable inExpression(Throwable failure) {
        boolean ofJob = failure instanceof SparkException && failure.getCause() != null;
        return ofJob ? inExpression(failure.getCause()) : failure;
    }
}
