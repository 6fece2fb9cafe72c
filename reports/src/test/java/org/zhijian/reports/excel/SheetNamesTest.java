package org.zhijian.reports.excel;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.poi.ss.util.WorkbookUtil;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SheetNamesTest {
    private final SheetNames names = new SheetNames();

    @Test
    void aNameIsTakenOnce() {
        assertThat(names.take("班组")).isEqualTo("班组");
        assertThat(names.take("班组")).isEqualTo("班组 (2)");
        assertThat(names.take("Team a")).isEqualTo("Team a");
        assertThat(names.take("TEAM A")).isEqualTo("TEAM A (2)");
        assertThat(names.take("一二三四五六七八九十".repeat(4))).hasSize(31);
        assertThat(names.take("一二三四五六七八九十".repeat(4))).hasSize(31).endsWith(" (2)");
        assertThat(names.take("History")).isEqualTo("History (2)");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[a]:b*c?d/e\\f",
                "'quoted'",
                "",
                "   ",
                "\u0000",
                "\u202Eteam",
                "a\nb",
                "😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀",
                "\uD83D"
            })
    void everyNameIsOneThatExcelTakes(String wanted) {
        String name = names.take(wanted);

        WorkbookUtil.validateSheetName(name);
        assertThat(name).isNotBlank().doesNotContainPattern("\\p{Cntrl}");
        assertThat(name.codePoints().noneMatch(character -> character >= 0xD800 && character < 0xE000))
                .isTrue();
    }
}
