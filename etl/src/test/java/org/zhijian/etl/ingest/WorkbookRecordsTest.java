package org.zhijian.etl.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.function.Consumer;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zhijian.schema.text.UserError;

class WorkbookRecordsTest {
    @TempDir
    private Path folder;

    @Test
    void cellsBecomeTheTextOfTheOtherFormats() throws IOException {
        Path file = workbook(sheet -> {
            List<String> header = List.of("text", "number", "whole", "day", "moment", "time", "flag", "percent");
            for (int i = 0; i < header.size(); i++) {
                sheet.value(0, i, header.get(i));
            }
            sheet.value(1, 0, " 质检 ");
            sheet.value(1, 1, 0.1);
            sheet.value(1, 2, 13800138000L);
            sheet.value(1, 3, LocalDate.of(2026, 10, 1));
            sheet.style(1, 3).format("yyyy\"年\"m\"月\"d\"日\"").set();
            sheet.value(1, 4, LocalDateTime.of(2026, 10, 1, 8, 2, 42));
            sheet.style(1, 4).format("yyyy-mm-dd hh:mm:ss").set();
            sheet.value(1, 5, (8 * 3600 + 2 * 60 + 42) / 86_400d);
            sheet.style(1, 5).format("[$-409]h:mm:ss AM/PM").set();
            sheet.value(1, 6, true);
            sheet.value(1, 7, 0.5);
            sheet.style(1, 7).format("0.00%").set();
        });
        assertThat(Records.of(file, SourceOptions.plain(Format.XLSX, "UTF-8")))
                .containsExactly(
                        "text|number|whole|day|moment|time|flag|percent",
                        "2: 质检|0.1|13800138000|2026-10-01|2026-10-01T08:02:42|08:02:42|true|0.5");
    }

    @ParameterizedTest(name = "{0} as {1}")
    @CsvSource({
        "46022.335416666666, yyyy-mm-dd hh:mm:ss, 2025-12-31T08:03:00",
        "46022, yyyy-mm-dd hh:mm:ss, 2025-12-31T00:00:00",
        "46022, yyyy/m/d h:mm, 2025-12-31T00:00:00",
        "46022, yyyy-mm-dd, 2025-12-31",
        "46022.5, yyyy-mm-dd, 2025-12-31T12:00:00",
        "46022.00068981, yyyy-mm-dd hh:mm:ss, 2025-12-31T00:01:00",
        "46022.99999999, yyyy-mm-dd hh:mm:ss, 2026-01-01T00:00:00",
        "0.3333333333333333, h:mm, 08:00:00",
        "0, hh:mm:ss, 00:00:00",
        "46022.5, h:mm, 2025-12-31T12:00:00"
    })
    void aMomentHasItsSecondsAndADayHasNoTime(double days, String format, String text) throws IOException {
        Path file = workbook(sheet -> {
            sheet.value(0, 0, "moment");
            sheet.value(1, 0, days);
            sheet.style(1, 0).format(format).set();
        });
        assertThat(Records.of(file, SourceOptions.plain(Format.XLSX, "UTF-8"))).containsExactly("moment", "2: " + text);
    }

    @Test
    void aNumberThatIsNoDayStaysANumberHoweverItIsShown() throws IOException {
        Path file = workbook(sheet -> {
            sheet.value(0, 0, "moment");
            double[] numbers = {202610011030d, 2958466, -1, 2958465.5};
            for (int i = 0; i < numbers.length; i++) {
                sheet.value(i + 1, 0, numbers[i]);
                sheet.style(i + 1, 0).format("yyyy-mm-dd hh:mm:ss").set();
            }
        });
        assertThat(Records.of(file, SourceOptions.plain(Format.XLSX, "UTF-8")))
                .containsExactly("moment", "2: 202610011030", "3: 2958466", "4: -1", "5: 9999-12-31T12:00:00");
    }

    @Test
    void rowsAreCountedAsTheWorkbookCountsThem() throws IOException {
        Path file = workbook(sheet -> {
            sheet.value(0, 0, "Report of calls");
            sheet.value(2, 0, "a");
            sheet.value(2, 2, "b");
            sheet.value(2, 3, " ");
            sheet.value(4, 0, "1");
            sheet.value(6, 2, "2");
            sheet.value(6, 4, " ");
            sheet.value(8, 0, "3");
            sheet.value(8, 4, "beyond the header");
            sheet.value(9, 0, "4");
        });
        SourceOptions options = new SourceOptions(Format.XLSX, "UTF-8", ",", '"', true, List.of(), "Calls", 1, "");
        assertThat(Records.of(file, options))
                .containsExactly("a|c2|b", "5: 1||", "7: ||2", "9: wrong_column_count", "10: 4||");
    }

    @Test
    void ofMergedCellsOnlyTheFirstHoldsTheValue() throws IOException {
        Path file = workbook(sheet -> {
            sheet.value(0, 0, "team");
            sheet.value(0, 1, "agent");
            sheet.value(1, 0, "one");
            sheet.value(1, 1, "A1");
            sheet.value(2, 1, "A2");
            sheet.range(1, 0, 2, 0).merge();
        });
        assertThat(Records.of(file, SourceOptions.plain(Format.XLSX, "UTF-8")))
                .containsExactly("team|agent", "2: one|A1", "3: |A2");
    }

    @Test
    void aSheetThatIsNotThereIsNamedBesideThoseThatAre() throws IOException {
        Path file = workbook(sheet -> sheet.value(0, 0, "a"));
        SourceOptions options = new SourceOptions(Format.XLSX, "UTF-8", ",", '"', true, List.of(), "Call", 0, "");
        assertThatThrownBy(() -> Records.of(file, options))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("\"Call\"")
                .hasMessageContaining("Calls");
    }

    private Path workbook(Consumer<Worksheet> content) throws IOException {
        Path file = folder.resolve("x.xlsx");
        try (OutputStream out = Files.newOutputStream(file);
                Workbook workbook = new Workbook(out, "test", "1.0")) {
            content.accept(workbook.newWorksheet("Calls"));
        }
        return file;
    }
}
