package org.zhijian.etl.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PrivacyTest {
    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "13800138000",
                "138 0013 8000",
                "138-0013-8000",
                "138.0013.8000",
                "138\u00a00013\u20138000",
                "138‑001‑3‑8000",
                "138\t0013\t8000",
                "138\u20090013\u202f8000",
                "+86 13800138000",
                "+86-138-0013-8000",
                "＋86（138）0013－8000",
                "0086 138 0013 8000",
                "(86)13800138000",
                "010-62345678",
                "(010) 6234 5678",
                "0755－8234 5678",
                "138/0013/8000",
                "6222 0200\r\n0011 2345 678",
                "62345678",
                "400-810-9999",
                "１３８００１３８０００",
                "一三八零零一三八零零零",
                "幺三八 〇〇幺三 八〇〇〇",
                "11010519491231002X",
                "110105 19491231 002x",
                "11010519491231002Ｘ",
                "110105491231002",
                "6222 0200 0011 2345 678",
                "6222-0200-0011-2345-678",
                "6222020000112345678",
                "62220200\u200b00112345678",
                "1 3 8 0 0 1 3 8 0 0 0",
                "2026138001380001",
                "20261231234",
                "1767196683",
                "20251231",
                "20251231100000",
                "62342026",
                "6234567",
                "𝟏𝟗𝟐𝟎𝟎𝟏𝟑𝟖𝟎𝟎𝟎",
                "𝟙𝟛𝟠 𝟘𝟘𝟙𝟛 𝟠𝟘𝟘𝟘",
                "①③⑧⓪⓪①③⑧⓪⓪⓪",
                "¹³⁸⁰⁰¹³⁸⁰⁰⁰",
                "١٣٨٠٠١٣٨٠٠٠",
                "135,3663,0626",
                "135，3663，0626",
                "１３５，３６６３，０６２６",
            })
    void aCustomersNumberIsMaskedHoweverItIsWritten(String number) {
        assertThat(Privacy.mask(number)).isEqualTo(Privacy.MASK);
        assertThat(Privacy.mask("请回电" + number + "，谢谢")).isEqualTo("请回电***，谢谢");
        assertThat(Privacy.mask("call " + number + ".")).isEqualTo("call ***.");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "2026-10-01",
                "2026/10/01",
                "2026年10月1日",
                "2026-10-01 08:30:15",
                "2026-10-01T08:30:15+08:00",
                "08:30:15",
                "199.00",
                "¥1,299.50",
                "1,353,663,062",
                "13,536,630,626",
                "135,366,306",
                "1,3536,6306,2600",
                "工号 101,1001,1002",
                "135,3663,062",
                "😀😀😀😀😀😀😀",
                "123456",
                "工号 10086",
                "订单 AB-1234",
                "95 分",
                "没有数字",
                "10:00-11:30",
            })
    void datesAndSmallNumbersStay(String text) {
        assertThat(Privacy.mask(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-10-01 13800138000 来电, 2026-10-01 *** 来电",
        // A date right behind a number could be a part of it, as in an identity card's; so it goes too.
        "110105 1949-12-31 002X 来电, *** 来电",
        "电话13800138000 和 13900139000, 电话*** 和 ***",
        "卡6222020000112345678余额100元, 卡***余额100元",
        "a13800138000b, a***b",
    })
    void theRestOfTheTextStays(String text, String masked) {
        assertThat(Privacy.mask(text)).isEqualTo(masked);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "32/13/2026",
                "32.13.2026 08:00",
                "1/31/2026 08:00:15 PM",
                "01-10-2026",
                "2206-10-01",
                "1815-10-01T08:00:00Z",
                "2999-01-01 08:00:00.123456+08:00",
                "20251231T100000",
                "20251231T1000",
                "20251231 10:00:00",
                "1000000",
                "10000000",
                "0000017",
            })
    void aWholeValueThatCannotBeACustomersNumberStays(String value) {
        assertThat(Privacy.mask(value)).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource({
        "来电 1000000, 来电 ***",
        "138000000, ***",
        "6234-05-18 13800138000, ***",
        "01/10/2026 13800138000, ***",
        "01/10/2026 13800138000:00, ***:00",
        "62/34/2026, ***",
        "20251231T13800138000, ***T***",
    })
    void whatCouldBePartOfACustomersNumberGoes(String text, String masked) {
        assertThat(Privacy.mask(text)).isEqualTo(masked);
    }

    @Test
    void nothingStaysNothing() {
        assertThat(Privacy.mask(null)).isNull();
    }
}
