package org.zhijian.etl.ingest;

import static org.apache.spark.sql.functions.col;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.zhijian.etl.testing.LocalSpark;

class OffsetTimestampTest {
    /** What both read, and read alike. */
    private static final List<String> MOMENTS = List.of(
            "2026-10-01T08:30:00+08:00",
            "2026-10-01 08:30:00+08:00",
            "2026-01-01T00:00:00+08:00",
            "2026-12-31T23:59:59-05:30",
            "2028-02-29T12:00:00+00:00",
            "2000-02-29T12:00:00-00:00",
            "1969-12-31T23:59:59+00:00",
            "1970-01-01T00:00:00+18:00",
            "0001-01-01T00:00:00+00:00",
            "9999-12-31T23:59:59-18:00");

    /** What is no moment for either. */
    private static final List<String> NONE = List.of(
            "2026-02-29T12:00:00+08:00",
            "2100-02-29T12:00:00+08:00",
            "2026-04-31T12:00:00+08:00",
            "2026-13-01T12:00:00+08:00",
            "2026-00-01T12:00:00+08:00",
            "2026-10-00T12:00:00+08:00",
            "2026-10-01T24:00:00+08:00",
            "2026-10-01T12:60:00+08:00",
            "2026-10-01T12:00:60+08:00",
            "2026-10-01T12:00:00+18:01",
            "2026-10-01T12:00:00+08:60",
            "2026-10-01T12:00:00*08:00",
            "2026-1a-01T12:00:00+08:00",
            "２026-10-01T12:00:00+08:00");

    /** What is left to Spark. */
    private static final List<String> OTHER_SHAPES = List.of(
            "2026-10-01T08:30:00Z",
            "2026-10-01T08:30:00",
            "2026-10-01T08:30:00.5+08:00",
            "2026-10-01 08:30:00 +08:00",
            "2026-10-01");

    @Test
    void readsAsSparkDoes() {
        assertThat(read(MOMENTS)).hasSize(MOMENTS.size()).allSatisfy(row -> {
            assertThat(row.get(1)).as(row.getString(0)).isNotNull().isEqualTo(row.get(2));
        });
    }

    @Test
    void whatIsNoMomentIsNull() {
        assertThat(read(NONE)).hasSize(NONE.size()).allSatisfy(row -> {
            assertThat(row.get(1)).as(row.getString(0)).isNull();
            assertThat(row.get(2)).as(row.getString(0)).isNull();
        });
    }

    @Test
    void otherShapesAreLeftToSpark() {
        assertThat(read(OTHER_SHAPES)).hasSize(OTHER_SHAPES.size()).allSatisfy(row -> {
            assertThat(row.get(1)).as(row.getString(0)).isNull();
            assertThat(row.get(2)).as(row.getString(0)).isNotNull();
        });
        assertThat(OffsetTimestamp.micros(null)).isNull();
    }

    /** A row a text: the text, how it is read, and how Spark reads it. */
    private static List<Row> read(List<String> texts) {
        return LocalSpark.session()
                .createDataset(texts, Encoders.STRING())
                .select(
                        col("value"),
                        OffsetTimestamp.of(col("value")),
                        col("value").try_cast("timestamp"))
                .collectAsList();
    }
}
