package org.zhijian.etl.rule;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.element_at;
import static org.apache.spark.sql.functions.filter;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.split;
import static org.apache.spark.sql.functions.split_part;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.transform;
import static org.zhijian.etl.testing.Comparison.assertRows;

import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.zhijian.etl.testing.Tables;
import org.zhijian.schema.settings.Settings;

class ControlChartTest {
    private static final String GIVEN = "periods string, past_errors bigint, past_evaluations bigint";
    private static final String SIGNALS = "periods string, signal string";

    @Test
    void theLimitsAreThreeSigmaFromTheCentreLineAndNotBelowZero() {
        Dataset<Row> chart = chart(
                """
                | periods | past_errors | past_evaluations |
                | 3/100   | 100         | 1000             |
                | 3/25    | 100         | 1000             |
                | 3/10    | 0           | 1000             |
                | 3/11    |             |                  |
                """,
                Settings.defaults());
        assertRows(
                chart,
                "periods string, center_line double, lower_limit double, upper_limit double",
                """
                | periods | center_line | lower_limit | upper_limit |
                | 3/100   | 10          | 0.5131670   | 19.4868330  |
                | 3/25    | 10          | 0           | 28.9736660  |
                | 3/10    | 0           | 0           | 0           |
                | 3/11    |             |             |             |
                """);
    }

    @Test
    void aPointOnALimitIsWithin() {
        assertRows(
                chart(
                        """
                        | periods | past_errors | past_evaluations |
                        | 19/100  | 100         | 1000             |
                        | 20/100  | 100         | 1000             |
                        | 18/9    | 90          | 90               |
                        | 19/9    | 90          | 90               |
                        | 4/16    | 90          | 90               |
                        | 3/16    | 90          | 90               |
                        """,
                        Settings.defaults()),
                SIGNALS,
                """
                | periods | signal      |
                | 19/100  |             |
                | 20/100  | above_limit |
                | 18/9    |             |
                | 19/9    | above_limit |
                | 4/16    |             |
                | 3/16    | below_limit |
                """);
    }

    @Test
    void afterPeriodsWithoutErrorsTheFirstErrorIsAboveTheLimit() {
        assertRows(
                chart(
                        """
                        | periods | past_errors | past_evaluations |
                        | 0/10    | 0           | 100              |
                        | 1/10    | 0           | 100              |
                        | 2/10    |             |                  |
                        """,
                        Settings.defaults()),
                SIGNALS,
                """
                | periods | signal      |
                | 0/10    |             |
                | 1/10    | above_limit |
                | 2/10    |             |
                """);
    }

    @Test
    void twoOfThreeBeyondTwoSigmaOnOneSideAreASignalAtTheLaterOne() {
        assertRows(
                ofTenPercent(
                        "17/100 17/100",
                        "17/100 10/100 17/100",
                        "17/100 . 17/100",
                        "17/100 10/100 10/100 17/100",
                        "17/100 17/100 10/100",
                        "16/100 17/100",
                        "3/100 17/100",
                        "3/100 3/100",
                        "17/100 20/100"),
                SIGNALS,
                """
                | periods                     | signal             |
                | 17/100 17/100               | two_of_three_above |
                | 17/100 10/100 17/100        | two_of_three_above |
                | 17/100 . 17/100             | two_of_three_above |
                | 17/100 10/100 10/100 17/100 |                    |
                | 17/100 17/100 10/100        |                    |
                | 16/100 17/100               |                    |
                | 3/100 17/100                |                    |
                | 3/100 3/100                 | two_of_three_below |
                | 17/100 20/100               | above_limit        |
                """);
    }

    @Test
    void eightInARowOnOneSideAreASignal() {
        assertRows(
                ofTenPercent(
                        "11/100 12/100 11/100 12/100 11/100 12/100 11/100 12/100",
                        "12/100 11/100 12/100 11/100 12/100 11/100 12/100",
                        "11/100 12/100 11/100 12/100 10/100 12/100 11/100 12/100",
                        "11/100 12/100 11/100 . 11/100 12/100 11/100 12/100",
                        "9/100 8/100 9/100 8/100 9/100 8/100 9/100 8/100"),
                SIGNALS,
                """
                | periods                                                 | signal      |
                | 11/100 12/100 11/100 12/100 11/100 12/100 11/100 12/100 | eight_above |
                | 12/100 11/100 12/100 11/100 12/100 11/100 12/100        |             |
                | 11/100 12/100 11/100 12/100 10/100 12/100 11/100 12/100 |             |
                | 11/100 12/100 11/100 . 11/100 12/100 11/100 12/100      |             |
                | 9/100 8/100 9/100 8/100 9/100 8/100 9/100 8/100         | eight_below |
                """);
    }

    @Test
    void sixRisingOrFallingRatesAreASignal() {
        assertRows(
                ofTenPercent(
                        "6/100 7/100 8/100 9/100 10/100 11/100",
                        "13/100 12/100 6/100 7/100 8/100 9/100 10/100 11/100",
                        "6/100 7/100 8/100 9/100 10/100 10/50",
                        "6/100 7/100 8/100 8/100 10/100 11/100",
                        "6/100 7/100 8/100 . 9/100 10/100 11/100",
                        "7/100 8/100 9/100 10/100 11/100",
                        "14/100 13/100 12/100 11/100 10/100 9/100"),
                SIGNALS,
                """
                | periods                                             | signal      |
                | 6/100 7/100 8/100 9/100 10/100 11/100               | six_rising  |
                | 13/100 12/100 6/100 7/100 8/100 9/100 10/100 11/100 | six_rising  |
                | 6/100 7/100 8/100 9/100 10/100 10/50                | six_rising  |
                | 6/100 7/100 8/100 8/100 10/100 11/100               |             |
                | 6/100 7/100 8/100 . 9/100 10/100 11/100             |             |
                | 7/100 8/100 9/100 10/100 11/100                     |             |
                | 14/100 13/100 12/100 11/100 10/100 9/100            | six_falling |
                """);
    }

    @Test
    void theRulesOnSeveralPointsWaitForEnoughExpectedErrors() {
        String eightAbove = "6/100 6/100 6/100 6/100 6/100 6/100 6/100 6/100";
        String given =
                """
                | periods | past_errors | past_evaluations |
                | %1$s    | 49          | 1000             |
                | %1$s    | 50          | 1000             |
                | 20/100  | 49          | 1000             |
                """
                        .formatted(eightAbove);
        String columns = "past_errors bigint, signal string";
        assertRows(
                chart(given, Settings.defaults()),
                columns,
                """
                | past_errors | signal      |
                | 49          |             |
                | 50          | eight_above |
                | 49          | above_limit |
                """);
        assertRows(
                chart(given, Settings.with(Map.of("trends.run-rules-from", 4))),
                columns,
                """
                | past_errors | signal      |
                | 49          | eight_above |
                | 50          | eight_above |
                | 49          | above_limit |
                """);
    }

    /** Charts whose past periods had 100 errors in 1000 evaluations. */
    private static Dataset<Row> ofTenPercent(String... periods) {
        StringBuilder given = new StringBuilder("| periods | past_errors | past_evaluations |\n");
        for (String row : periods) {
            given.append("| %s | 100 | 1000 |%n".formatted(row));
        }
        return chart(given.toString(), Settings.defaults());
    }

    /** The chart at the last of the periods, which are written errors/evaluations, with a point where there are none. */
    private static Dataset<Row> chart(String given, Settings settings) {
        Dataset<Row> rows = Tables.typed(GIVEN, given);
        Column words = split(col("periods"), " ");
        Column numbered = transform(words, (word, i) -> struct(i.cast("bigint").as("i"), word.as("word")));
        Column points = transform(
                filter(numbered, period -> period.getField("word").notEqual(".")),
                period -> ControlChart.point(
                        period.getField("i"), part(period.getField("word"), 1), part(period.getField("word"), 2)));
        Column last = element_at(words, lit(-1));
        ControlChart chart = new ControlChart(part(last, 2), col("past_errors"), col("past_evaluations"));
        return rows.withColumn("center_line", chart.centerLine())
                .withColumn("lower_limit", chart.lowerLimit())
                .withColumn("upper_limit", chart.upperLimit())
                .withColumn("signal", chart.signal(points, settings));
    }

    private static Column part(Column word, int number) {
        return split_part(word, lit("/"), lit(number)).cast("bigint");
    }
}
