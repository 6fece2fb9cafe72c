package org.zhijian.etl.rule;

import static org.apache.spark.sql.functions.col;
import static org.zhijian.etl.testing.Comparison.assertRows;

import java.math.BigDecimal;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.zhijian.etl.testing.Tables;
import org.zhijian.schema.settings.Settings;

class RoundingTest {
    @Test
    void scoresCompareHalfUpAtTheFifthDecimal() {
        Dataset<Row> scores = Tables.typed(
                "score double",
                """
                | score             |
                | 89.99995          |
                | 89.99994999999    |
                | 66.66666666666667 |
                | 100               |
                """);
        assertRows(
                scores.withColumn("compared", Rounding.compared(col("score")).cast("string")),
                "score double, compared string",
                """
                | score             | compared |
                | 89.99995          | 90.0000  |
                | 89.99994999999    | 89.9999  |
                | 66.66666666666667 | 66.6667  |
                | 100               | 100.0000 |
                """);
    }

    @Test
    void placesAreAFifthRoundedHalfUp() {
        Dataset<Row> ranked = Tables.typed(
                "n bigint",
                """
                | n  |
                | 0  |
                | 1  |
                | 2  |
                | 3  |
                | 7  |
                | 8  |
                | 12 |
                | 13 |
                | 17 |
                | 18 |
                """);
        Settings eighth = Settings.with(Map.of("tiers.percent", 12.5));
        assertRows(
                ranked.withColumn("fifth", Tiers.size(col("n"), Settings.defaults()))
                        .withColumn("eighth", Tiers.size(col("n"), eighth)),
                "n bigint, fifth bigint, eighth bigint",
                """
                | n  | fifth | eighth |
                | 0  | 0     | 0      |
                | 1  | 0     | 0      |
                | 2  | 0     | 0      |
                | 3  | 1     | 0      |
                | 7  | 1     | 1      |
                | 8  | 2     | 1      |
                | 12 | 2     | 2      |
                | 13 | 3     | 2      |
                | 17 | 3     | 2      |
                | 18 | 4     | 2      |
                """);
    }

    @Test
    void sharesRoundUpOnlyWhereSomethingIsOver() {
        Dataset<Row> volumes = Tables.typed(
                "count bigint, over bigint",
                """
                | count     | over |
                | 1400      | 2    |
                | 1401      | 2    |
                | 2100      | 3    |
                | 1         | 3    |
                | 0         | 3    |
                | 999999999 | 7    |
                """);
        assertRows(
                volumes.withColumn("up", Rounding.ceilingShare(BigDecimal.ONE, col("count"), col("over")))
                        .withColumn("third", Rounding.ceilingShare(new BigDecimal(30), col("over"))),
                "count bigint, over bigint, up bigint, third bigint",
                """
                | count     | over | up      | third |
                | 1400      | 2    | 7       | 1     |
                | 1401      | 2    | 8       | 1     |
                | 2100      | 3    | 7       | 1     |
                | 1         | 3    | 1       | 1     |
                | 0         | 3    | 0       | 1     |
                | 999999999 | 7    | 1428572 | 3     |
                """);
    }

    @Test
    void sharesThatBinaryFractionsWouldOvershootStay() {
        Dataset<Row> counts = Tables.typed("count bigint", "| count |\n| 100 |");
        assertRows(
                counts.withColumn("seven", Rounding.ceilingShare(new BigDecimal(7), col("count"))),
                "count bigint, seven bigint",
                """
                | count | seven |
                | 100   | 7     |
                """);
    }

    @Test
    void theMeanOfATieRoundsUpInWhateverOrderItIsSummed() {
        Dataset<Row> scores = Tables.typed(
                "agent string, score double",
                """
                | agent | score   |
                | A     | 80      |
                | A     | 80.0001 |
                | B     | 80.0001 |
                | B     | 80      |
                | C     | 0.1     |
                | C     | 0.2     |
                | C     | 0.3     |
                | D     | 0.3     |
                | D     | 0.2     |
                | D     | 0.1     |
                """);
        assertRows(
                scores.groupBy(col("agent"))
                        .agg(Means.mean(col("score")).as("mean"))
                        .withColumn("text", col("mean").cast("string"))
                        .withColumn("compared", Rounding.compared(col("mean")).cast("string")),
                "agent string, text string, compared string",
                """
                | agent | text     | compared |
                | A     | 80.00005 | 80.0001  |
                | B     | 80.00005 | 80.0001  |
                | C     | 0.2      | 0.2000   |
                | D     | 0.2      | 0.2000   |
                """);
    }
}
