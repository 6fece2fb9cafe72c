package org.zhijian.reports.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormatTest {
    @ParameterizedTest
    @CsvSource({
        "TWO_DECIMALS, -0.485, −0.49",
        "TWO_DECIMALS, -0.004, 0.00",
        "PERCENT, -0.0004, 0.0%",
        "PERCENT, -0.012, −1.2%",
        "INTEGER, -1234567, '−1,234,567'",
    })
    void aMinusIsAsWideAsAPlusAndZeroHasNone(Format format, BigDecimal value, String text) {
        assertThat(format.text(value)).isEqualTo(text);
    }
}
