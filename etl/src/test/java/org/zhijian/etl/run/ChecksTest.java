package org.zhijian.etl.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Timestamp;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhijian.etl.io.Schemas;
import org.zhijian.etl.io.Warehouse;
import org.zhijian.etl.testing.LocalSpark;
import org.zhijian.schema.WarehouseSchema;
import org.zhijian.schema.raw.LandingFile;

/** What a run's checks say of tables that the suite itself does not write so. */
class ChecksTest {
    @TempDir
    private Path folder;

    @Test
    void aLedgerInWhichTwoFilesHaveTheSameNumberIsFound() {
        Warehouse warehouse = new Warehouse(LocalSpark.session(), folder);
        WarehouseSchema.ALL.forEach(warehouse::create);
        addFiles(warehouse, 1, 17, 18);
        Map<String, Long> before = warehouse.versions(WarehouseSchema.ALL);
        addFiles(warehouse, 2, 18, 18);

        List<Violation> violations = new Checks(warehouse).sinceVersions(before);

        assertThat(violations).containsExactly(new Violation(LandingFile.TABLE, "key", List.of("[18,2,2]")));
        assertThat(new Checks(warehouse).sinceVersions(warehouse.versions(WarehouseSchema.ALL)))
                .isEmpty();
    }

    private static void addFiles(Warehouse warehouse, long runId, long... fileIds) {
        List<Row> rows = LongStream.of(fileIds)
                .mapToObj(id -> RowFactory.create(
                        id,
                        runId,
                        "exams-empty.csv",
                        "exams",
                        null,
                        0L,
                        new Timestamp(0),
                        "e3b0",
                        "rejected",
                        0L,
                        0L,
                        0L,
                        0L,
                        0L,
                        null))
                .toList();
        warehouse.append(LandingFile.TABLE, warehouse.spark().createDataFrame(rows, Schemas.struct(LandingFile.TABLE)));
    }
}
