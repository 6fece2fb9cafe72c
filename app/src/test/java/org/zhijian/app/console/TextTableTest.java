package org.zhijian.app.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;

class TextTableTest {

    @Test
    void chineseCharactersTakeTwoColumns() {
        TextTable table = new TextTable().column("班组").number("数").column("note");
        table.row("一组", 5, "x").row("team-b", 1234, null);

        assertThat(printed(table))
                .containsExactly("  班组      数  note", "  ------  ----  ----", "  一组       5  x", "  team-b  1234");
    }

    @Test
    void theLastColumnIsWrapped() {
        TextTable table = new TextTable().column("name").column("meaning");
        table.row("a".repeat(70), "one two three four five");

        assertThat(printed(table))
                .allMatch(line -> DisplayWidth.of(line) <= 100)
                .hasSize(3);

        TextTable longer = new TextTable().column("name").column("meaning");
        longer.row("a".repeat(70), "one two three four five six seven");
        assertThat(printed(longer).subList(2, 4))
                .containsExactly("  " + "a".repeat(70) + "  one two three four five", " ".repeat(74) + "six seven");
    }

    @Test
    void chineseBreaksBetweenCharactersAndKeepsClosingMarks() {
        assertThat(DisplayWidth.wrap("质量检测，管理办法", 8)).containsExactly("质量检", "测，管理", "办法");
        assertThat(DisplayWidth.wrap("", 8)).containsExactly("");
    }

    private static List<String> printed(TextTable table) {
        StringWriter out = new StringWriter();
        table.print(new PrintWriter(out));
        return out.toString().lines().toList();
    }
}
