package org.zhijian.etl.star;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.zhijian.etl.testing.Comparison.assertTable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhijian.etl.testing.LocalSpark;
import org.zhijian.schema.settings.Settings;
import org.zhijian.schema.star.DimDate;
import org.zhijian.schema.text.UserError;

class CalendarDimensionTest {
    private static final Path OF_CHINA =
            Path.of("../config/calendar-cn.csv").toAbsolutePath().normalize();

    @TempDir
    private Path folder;

    @Test
    void weekendsAreNoWorkdays() {
        assertTable(
                days(Settings.defaults(), "2025-12-31", "2026-01-05"),
                DimDate.TABLE,
                """
                | day        | week_start | month_start | quarter_start | year | day_of_week | workday | holiday |
                | 2025-12-31 | 2025-12-29 | 2025-12-01  | 2025-10-01    | 2025 | 3           | true    |         |
                | 2026-01-01 | 2025-12-29 | 2026-01-01  | 2026-01-01    | 2026 | 4           | true    |         |
                | 2026-01-02 | 2025-12-29 | 2026-01-01  | 2026-01-01    | 2026 | 5           | true    |         |
                | 2026-01-03 | 2025-12-29 | 2026-01-01  | 2026-01-01    | 2026 | 6           | false   |         |
                | 2026-01-04 | 2025-12-29 | 2026-01-01  | 2026-01-01    | 2026 | 7           | false   |         |
                | 2026-01-05 | 2026-01-05 | 2026-01-01  | 2026-01-01    | 2026 | 1           | true    |         |
                """);
    }

    @Test
    void holidaysAndTheDaysThatMakeUpForThemComeFromTheFile() {
        assertTable(
                days(with(OF_CHINA), "2026-02-13", "2026-02-16"),
                DimDate.TABLE,
                """
                | day        | workday | holiday  |
                | 2026-02-13 | true    |          |
                | 2026-02-14 | true    | 春节调休上班 |
                | 2026-02-15 | false   | 春节       |
                | 2026-02-16 | false   | 春节       |
                """);
    }

    @Test
    void aWrongLineIsNamed() throws IOException {
        Path calendar = folder.resolve("calendar.csv");
        Files.writeString(calendar, "day,workday,name\n2026-01-01,false,New Year\n2026-02-30,false,none\n");
        assertThatThrownBy(() -> days(with(calendar), "2026-01-01", "2026-01-01"))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("line 3")
                .hasMessageContaining("2026-02-30");
    }

    @Test
    void aFileThatIsNotThereIsNamed() {
        Path calendar = folder.resolve("none.csv");
        assertThatThrownBy(() -> days(with(calendar), "2026-01-01", "2026-01-01"))
                .isInstanceOf(UserError.class)
                .hasMessageContaining(calendar.toString());
    }

    private static Settings with(Path calendar) {
        return Settings.with(Map.of(Settings.CALENDAR_FILE.key(), calendar.toString()));
    }

    private static Dataset<Row> days(Settings settings, String first, String last) {
        Dataset<Row> all = CalendarDimension.compute(LocalSpark.session(), settings);
        return all.filter(
                all.col(DimDate.DAY.name()).between(java.sql.Date.valueOf(first), java.sql.Date.valueOf(last)));
    }
}
