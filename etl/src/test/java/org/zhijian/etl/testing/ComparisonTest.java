package org.zhijian.etl.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.zhijian.etl.testing.Comparison.assertRows;
import static org.zhijian.etl.testing.Comparison.assertTable;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.zhijian.schema.mart.AgentMonthVolume;

class ComparisonTest {
    private static final String COLUMNS = "agent string, score double";

    private final Dataset<Row> scores = Tables.typed(
            COLUMNS,
            """
            | agent | score |
            | A     | 80    |
            | B     |       |
            """);

    @Test
    void sameRowsInAnyOrderAgree() {
        assertRows(
                scores,
                COLUMNS,
                """
                | agent | score          |
                | B     |                |
                | A     | 80.0000001    |
                """);
    }

    @Test
    void differentRowsFailAndBothAreShown() {
        assertThatThrownBy(
                        () -> assertRows(
                                scores,
                                COLUMNS,
                                """
                        | agent | score |
                        | A     | 81    |
                        | B     |       |
                        """))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("| A | 81.0 |")
                .hasMessageContaining("| A | 80.0 |");
    }

    @Test
    void aMissingRowFails() {
        assertThatThrownBy(
                        () -> assertRows(
                                scores,
                                COLUMNS,
                                """
                        | agent | score |
                        | A     | 80    |
                        """))
                .isInstanceOf(AssertionError.class);
    }

    @Test
    void anotherTypeFails() {
        assertThatThrownBy(
                        () -> assertRows(
                                scores,
                                "agent string, score int",
                                """
                        | agent | score |
                        | A     | 80    |
                        | B     |       |
                        """))
                .isInstanceOf(AssertionError.class);
    }

    @Test
    void aTableThatIsNotAsDeclaredFails() {
        assertThatThrownBy(() -> assertTable(scores, AgentMonthVolume.TABLE, "| month |"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("interactions bigint");
    }

    @Test
    void theSessionIsStrictAndInUtc() {
        assertThat(LocalSpark.session().conf().get("spark.sql.ansi.enabled")).isEqualTo("true");
        assertThat(LocalSpark.session().conf().get("spark.sql.session.timeZone"))
                .isEqualTo("UTC");
        assertThatThrownBy(() ->
                        LocalSpark.session().sql("select cast('x' as int)").collectAsList())
                .hasMessageContaining("CAST_INVALID_INPUT");
    }
}
