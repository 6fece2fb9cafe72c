package org.zhijian.etl.ingest;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Tries a mapping on a file's first records before anything is loaded, so that one that does not fit rejects the file and
 * does not end the run. Files with the same columns are tried once.
 */
final class MappingTrial {
    private static final int RECORDS = 100;

    private final SparkSession session;
    private final Map<Kind, Optional<String>> known = new ConcurrentHashMap<>();

    private record Kind(Mapping mapping, List<String> columns) {}

    MappingTrial(SparkSession spark) {
        session = MappedRecords.session(spark);
    }

    /** Why the mapping does not fit the file, if it does not. */
    Optional<String> misfit(Mapping mapping, LandingSource.Part file) {
        return known.computeIfAbsent(new Kind(mapping, file.options().columns()), kind -> tried(mapping, file));
    }

    private Optional<String> tried(Mapping mapping, LandingSource.Part file) {
        List<String> columns = file.options().columns();
        try {
            Dataset<Row> source = file.options().format() == Format.PARQUET
                    ? ParquetFiles.read(session, file, columns)
                    : LandingSource.read(session, List.of(file), columns);
            MappedRecords.of(mapping, source.limit(RECORDS)).collectAsList();
            return Optional.empty();
        } catch (Exception e) {
            // Spark's analysis errors are checked, but Scala declares none.
            return Optional.of(FileProbe.said(e));
        }
    }
}
