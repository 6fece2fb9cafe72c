package org.zhijian.etl.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.FileNotFoundException;
import java.nio.file.Path;
import org.apache.spark.SparkException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiskFaultTest {
    @TempDir
    private Path folder;

    @Test
    void aFailureThatSparkHasNoNameForIsNotTheDisks() {
        assertThat(DiskFault.explain(new SparkException("Task failed below " + folder), folder))
                .isEmpty();
    }

    @Test
    void aFileThatIsGoneIsTheDisksHoweverDeepItLies() {
        Exception gone = new SparkException(
                "Task failed below " + folder, new FileNotFoundException(folder.resolve("part-0.parquet") + " (gone)"));

        assertThat(DiskFault.explain(gone, folder))
                .hasValueSatisfying(error -> assertThat(error).hasMessageContaining("part-0.parquet"));
    }
}
