package org.zhijian.reports.excel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextWidthTest {
    @ParameterizedTest
    @CsvSource({
        "abc, 3",
        "质检, 4",
        "第1班组, 7",
        "é, 1",
        "质检月报质检月报质检, 19",
        "𠮷, 2",
        "🎧, 2",
        "Ａ, 2",
        "a\u200Bb, 2",
        "e\u0301, 1"
    })
    void aChineseCharacterIsNearlyTwoWide(String text, int width) {
        assertThat(TextWidth.of(text)).isEqualTo(width);
    }

    @Test
    void linesAreCounted() {
        assertThat(TextWidth.lines("", 10)).isZero();
        assertThat(TextWidth.lines("0123456789", 10)).isEqualTo(1);
        assertThat(TextWidth.lines("0123456789a", 10)).isEqualTo(2);
        assertThat(TextWidth.lines("a\n\nb", 10)).isEqualTo(3);
        assertThat(TextWidth.lines("质检月报质检", 10)).isEqualTo(2);
        assertThat(TextWidth.lines("01234567890123456789a", 10)).isEqualTo(3);
    }

    @Test
    void wordsStayWhole() {
        assertThat(TextWidth.lines("0000 00000 000", 10)).isEqualTo(2);
        assertThat(TextWidth.lines("0000 000000 0000", 10)).isEqualTo(3);
        assertThat(TextWidth.lines("质检 000000000 质检", 10)).isEqualTo(3);
        assertThat(TextWidth.lines("000000质检月报", 10)).isEqualTo(2);
    }

    @Test
    void aLongHeadingBreaksIntoTwoLines() {
        assertThat(TextWidth.ofHeading("Change against last month")).isEqualTo(13);
        assertThat(TextWidth.ofHeading("较上月变化")).isEqualTo(10);
        assertThat(TextWidth.ofHeading("Incomprehensibilities")).isEqualTo(20);
    }
}
