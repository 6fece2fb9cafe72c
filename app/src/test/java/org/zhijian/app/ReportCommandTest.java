package org.zhijian.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhijian.schema.mart.TierAssignment;

class ReportCommandTest {
    @TempDir
    private static Path folder;

    private static String warehouse;

    @BeforeAll
    static void publish() {
        warehouse = folder.resolve("warehouse").toString();
        new SparkWarehouse(Path.of(warehouse))
                .append(TierAssignment.TABLE, new Object[0][])
                .publish("2026-11-02");
    }

    @Test
    void aReportIsMadeInTheLanguageOfTheCommand() {
        Path out = folder.resolve("both");

        Run chinese = Run.in("zh-CN", "report", "monthly-report", "--warehouse", warehouse, "--out", out.toString());
        Run english = report(out, "monthly-report", "--period", "2026-10", "--format", "pdf");

        assertThat(chinese.exitCode()).isZero();
        assertThat(chinese.out().lines())
                .containsExactly(
                        out.resolve("2026-10/monthly-report-2026-10.zh-CN.pdf").toString(),
                        out.resolve("2026-10/monthly-report-2026-10.zh-CN.xlsx").toString(),
                        "依据第 1 次发布生成，业务日期 2026-11-02。");
        assertThat(english.out().lines())
                .containsExactly(
                        out.resolve("2026-10/monthly-report-2026-10.en.pdf").toString(),
                        "Made from publication 1, business day 2026-11-02.");
    }

    @Test
    void aPeriodThatHasNotBegunIsRefused() {
        Run run = report(folder.resolve("none"), "monthly-report", "--period", "2026-12");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("2026-12", "2026-11-02");
        assertThat(folder.resolve("none/2026-12")).doesNotExist();
    }

    @Test
    void anUnknownReportIsRefusedWithThoseThereAre() {
        Run run = report(folder, "weekly");

        assertThat(run.exitCode()).isNotZero();
        assertThat(run.err()).contains("weekly", "weekly-report", "qa-plan");
    }

    private static Run report(Path out, String... arguments) {
        String[] command = new String[arguments.length + 5];
        command[0] = "report";
        System.arraycopy(arguments, 0, command, 1, arguments.length);
        command[arguments.length + 1] = "--warehouse";
        command[arguments.length + 2] = warehouse;
        command[arguments.length + 3] = "--out";
        command[arguments.length + 4] = out.toString();
        return Run.of(command);
    }
}
