package org.zhijian.etl.io;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.xxhash64;
import static org.assertj.core.api.Assertions.assertThat;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhijian.etl.testing.LocalSpark;

/** Keys of two columns, spread over tasks, some of which come again. */
class RepeatedTest {
    private static final long MOST = 10_000_000;

    private final SparkSession spark = LocalSpark.session();

    @AfterEach
    void expectAsBefore() {
        Session.expectRows(spark, MOST);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, MOST})
    void findsEachKeyThatComesAgainOnce(long expected) {
        Session.expectRows(spark, expected);
        Dataset<Row> keys = keys(0, 5_000, 0)
                .union(keys(17, 18, 0))
                .union(keys(17, 18, 0))
                .union(keys(42, 43, 0))
                .union(keys(42, 43, 1))
                .union(keys(0, 1, null))
                .union(keys(4_999, 5_000, 0))
                .union(keys(0, 1, null));
        assertThat(Repeated.hashes(keys, col("a"), col("b")).collectAsList())
                .containsExactlyInAnyOrder(hash(17, 0), hash(42, 0), hash(4_999, 0), hash(0, null));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, MOST})
    void findsNoneWhereEachComesOnce(long expected) {
        Session.expectRows(spark, expected);
        assertThat(Repeated.hashes(keys(0, 5_000, 0), col("a"), col("b")).collectAsList())
                .isEmpty();
        assertThat(Repeated.hashes(keys(0, 0, 0), col("a"), col("b")).collectAsList())
                .isEmpty();
    }

    private Dataset<Row> keys(long from, long to, Integer b) {
        return spark.range(from, to)
                .select(col("id").as("a"), lit(b).cast("int").as("b"));
    }

    private long hash(long a, Integer b) {
        return keys(a, a + 1, b)
                .select(xxhash64(col("a"), col("b")))
                .as(Encoders.LONG())
                .head();
    }
}
