package org.zhijian.reports.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhijian.schema.text.Text;
import org.zhijian.schema.text.UserError;

class PeriodTest {
    private static final Text ENGLISH = new Text(Text.ENGLISH);
    private static final Text CHINESE = new Text(Text.CHINESE);

    @ParameterizedTest
    @CsvSource({
        "2026-10-31, 2026-10-31, 2026-10-31, 2026-10-30, 2025-11-01",
        "2026-W43,   2026-10-19, 2026-10-25, 2026-W42,   2025-W43",
        "2026-W53,   2026-12-28, 2027-01-03, 2026-W52,   2026-W01",
        "2026-W01,   2025-12-29, 2026-01-04, 2025-W52,   2025-W01",
        "2026-10,    2026-10-01, 2026-10-31, 2026-09,    2025-10",
        "2024-02,    2024-02-01, 2024-02-29, 2024-01,    2023-02",
        "2026-Q1,    2026-01-01, 2026-03-31, 2025-Q4,    2025-Q1",
        "2026-Q3,    2026-07-01, 2026-09-30, 2026-Q2,    2025-Q3",
    })
    void isReadWithItsDaysAndNeighbours(
            String text, LocalDate first, LocalDate last, String previous, String lastYear) {
        Period period = Period.parse(text);

        assertThat(period).hasToString(text);
        assertThat(period.first()).isEqualTo(first);
        assertThat(period.last()).isEqualTo(last);
        assertThat(period.previous()).hasToString(previous);
        assertThat(period.previous().next()).isEqualTo(period);
        assertThat(period.lastYear()).hasToString(lastYear);
        assertThat(Period.containing(last, period.kind())).isEqualTo(period);
        assertThat(period.includes(first)).isTrue();
        assertThat(period.includes(last.plusDays(1))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "October", "2026", "2026-13", "2026-W00", "2025-W53", "2026-W54", "2026-Q5", "2026-02-30"})
    void anotherTextIsRefusedWithWhatIsAllowed(String text) {
        assertThatThrownBy(() -> Period.parse(text))
                .isInstanceOf(UserError.class)
                .hasMessage("\"" + text
                        + "\" is no period. Write a day as 2026-10-31, an ISO week as 2026-W43, a month as 2026-10, "
                        + "a quarter as 2026-Q3.");
    }

    @Test
    void anotherKindThanTheReportIsAboutIsRefused() {
        assertThat(Period.parse("2026-10").required(Period.Kind.MONTH)).hasToString("2026-10");
        assertThatThrownBy(() -> Period.parse("2026-W43").required(Period.Kind.MONTH))
                .isInstanceOf(UserError.class)
                .hasMessage("This report is not about a period like 2026-W43. Write it like 2026-10.");
    }

    @Test
    void hasAnEnglishAndAChineseLabel() {
        assertThat(Period.parse("2026-10").label(ENGLISH)).isEqualTo("October 2026");
        assertThat(Period.parse("2026-10").label(CHINESE)).isEqualTo("2026 年 10 月");
        assertThat(Period.parse("2026-W01").label(ENGLISH)).isEqualTo("Week 1 of 2026 (2025-12-29 to 2026-01-04)");
        assertThat(Period.parse("2026-W01").label(CHINESE)).isEqualTo("2026 年第 1 周（2025-12-29 至 2026-01-04）");
        assertThat(Period.parse("2026-Q3").label(ENGLISH)).isEqualTo("Quarter 3 of 2026");
        assertThat(Period.parse("2026-Q3").label(CHINESE)).isEqualTo("2026 年第 3 季度");
        assertThat(Period.parse("2026-10-31").label(CHINESE)).isEqualTo("2026-10-31");
    }

    @Test
    void hasTheMonthsItTouchesAndThePeriodsUpToIt() {
        assertThat(Period.parse("2026-W01").months())
                .extracting(Period::toString)
                .containsExactly("2025-12", "2026-01");
        assertThat(Period.parse("2026-Q3").months())
                .extracting(Period::toString)
                .containsExactly("2026-07", "2026-08", "2026-09");
        assertThat(Period.parse("2026-01").upToThis(3))
                .extracting(Period::toString)
                .containsExactly("2025-11", "2025-12", "2026-01");
    }
}
