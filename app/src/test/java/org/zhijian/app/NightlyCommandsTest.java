package org.zhijian.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.zhijian.app.night.RunLog;
import org.zhijian.schema.raw.Agents;
import org.zhijian.schema.raw.Coaching;
import org.zhijian.schema.raw.Exams;
import org.zhijian.schema.raw.Interactions;
import org.zhijian.schema.star.FactExam;

/** The life of a small warehouse: each test goes on where the one before ended. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class NightlyCommandsTest {
    @TempDir
    private static Path folder;

    private static Path landing;
    private static Path warehouse;
    private static Run first;

    @BeforeAll
    static void runTheFirstNight() throws IOException {
        landing = Files.createDirectories(folder.resolve("landing"));
        warehouse = folder.resolve("warehouse");
        write(
                "agents.csv",
                line(Agents.AGENT_ID, Agents.NAME, Agents.TEAM, Agents.ON_POST_DATE, "hobby"),
                "a1,张伟,one,2026-01-01,chess",
                "a2,王芳,one,2026-01-01,",
                "a3,李娜,two,yesterday,");
        write(
                "exams.csv",
                line(Exams.EXAM_ID, Exams.AGENT_ID, Exams.TAKEN_ON, Exams.SCORE),
                "e1,a1,2026-10-05,95",
                "e2,a2,2026-10-06,a lot");
        Files.createDirectories(landing.resolve("later"));
        Files.copy(landing.resolve("exams.csv"), landing.resolve("later/exams.csv"));
        write(
                "interactions.csv",
                line(
                        Interactions.INTERACTION_ID,
                        Interactions.CHANNEL,
                        Interactions.STARTED_AT,
                        Interactions.OUTCOME,
                        Interactions.REMARK),
                "i1,voice_in,2026-10-30T09:00:00+08:00,answered,",
                "i1,voice_in,2026-10-30T09:00:00+08:00,answered,",
                "i2,chat,2026-10-30T10:00:00+08:00,abandoned,first",
                "i2,chat,2026-10-30T10:00:00+08:00,answered,second");
        write("talks.csv", "number,person,day", "c1,a1,2026-10-20");
        write("exams-empty1.csv");
        write("exams-empty2.csv");
        first = nightly("en", "2026-10-31");
    }

    @Test
    @Order(1)
    void aNightSaysWhatItReadAndWhatItDidNotAndWhy() {
        assertThat(first.exitCode()).isZero();
        assertThat(first.out())
                .contains("Business day 2026-10-31 is closed: publication 1.")
                .contains("Files: 7 read = 3 loaded + 1 with the content of a loaded one + 3 rejected")
                .contains("Records: 9 read = 5 loaded + 1 superseded + 1 duplicate + 2 quarantined")
                .containsPattern("talks.csv +The name of talks.csv says no entity")
                .contains("write a mapping for it")
                .containsPattern("agents.csv +1\n")
                .containsPattern("exams.csv +1\n")
                .contains("Warning: columns ignored: hobby (in 1 file, such as agents.csv)")
                .containsPattern("Seconds: \\d+\\.\\d \\(starting Spark \\d+\\.\\d, .*checks \\d+\\.\\d\\)")
                .endsWith("Status: done with warnings\n");
        assertThat(first.err())
                .containsPattern("loading files: 5, \\d+\\.\\d s")
                .containsPattern("marts: \\d+\\.\\d s");
        assertThat(RunLog.file()).hasValueSatisfying(log -> {
            assertThat(log.getParent()).isEqualTo(warehouse.resolve("logs"));
            assertThat(log.getFileName().toString()).matches("run-\\d{8}-\\d{6}\\.log");
        });
    }

    @Test
    @Order(2)
    void anotherRunSaysThatNothingIsNewAndThatTheLaterDayHolds() {
        Run again = nightly("zh-CN", "2026-10-30");

        assertThat(again.exitCode()).isZero();
        assertThat(again.out())
                .contains("读者看到的仍是业务日期 2026-10-31，发布 1。")
                .contains("注意：2026-10-30 早于已关账的业务日期 2026-10-31")
                .contains("记录：读取 0 = 生效 0 + 被取代 0 + 重复 0 + 隔离 0")
                .contains("启动 Spark")
                .endsWith("状态：没有新内容\n");
    }

    @Test
    @Order(4)
    void aSecondRunAtTheSameTimeIsRefusedUnlessItWaits() throws Exception {
        try (FileChannel other = FileChannel.open(warehouse.resolve("run.lock"), StandardOpenOption.WRITE)) {
            other.lock();
            Run refused = nightly("en", "2026-10-31");
            assertThat(refused.exitCode()).isEqualTo(1);
            assertThat(refused.out()).isEmpty();
            assertThat(refused.err())
                    .contains("Another run is working on the warehouse")
                    .contains("try again");

            CompletableFuture<Void> end = CompletableFuture.runAsync(
                    () -> close(other), CompletableFuture.delayedExecutor(1, TimeUnit.SECONDS));
            Run waiting = nightly("en", "2026-10-31", "--wait", "1");
            end.join();
            assertThat(waiting.exitCode()).isZero();
            assertThat(waiting.err()).contains("waiting up to 1 minute ");
            assertThat(waiting.out()).endsWith("Status: nothing new\n");
        }
    }

    @Test
    @Order(5)
    void replayLoadsWhatWasMended() throws IOException {
        assertThat(replay("--file", "99").err()).contains("No landing file has the number 99");
        write(
                "exams.csv",
                line(Exams.EXAM_ID, Exams.AGENT_ID, Exams.TAKEN_ON, Exams.SCORE),
                "e1,a1,2026-10-05,95",
                "e2,a2,2026-10-06,88");
        Files.delete(landing.resolve("later/exams.csv"));
        Path config = Files.writeString(folder.resolve("zhijian.yaml"), "# every setting at its default\n");
        Path mappings = Files.createDirectories(folder.resolve("mappings"));
        Files.writeString(
                mappings.resolve("talks.yaml"),
                """
                files: talks.csv
                entity: coaching
                map:
                  %s: number
                  %s: person
                  %s: day
                """
                        .formatted(Coaching.COACHING_ID, Coaching.AGENT_ID, Coaching.OPENED_ON));

        Run replayed = replay("--config", config.toString());

        assertThat(replayed.exitCode()).isZero();
        assertThat(replayed.out())
                .contains("Business day 2026-10-31 is closed: publication 2.")
                .contains("Files: 5 read = 3 loaded + 0 with the content of a loaded one + 2 rejected")
                .containsPattern("Records: 6 read = .* 1 quarantined")
                .doesNotContain("talks.csv")
                .containsPattern("2 +exams-empty1.csv")
                .containsPattern("3 +exams-empty2.csv")
                .containsPattern("agents.csv +agents +1 +not a date × 1");
        assertThat(replayed.out().substring(replayed.out().indexOf("Status:"))).doesNotContain("exams.csv");
    }

    @Test
    @Order(6)
    void replayOfANamedFileThatIsGoneFails() throws IOException {
        Path agents = landing.resolve("agents.csv");
        Matcher listed = Pattern.compile("(\\d+) +agents.csv")
                .matcher(Run.of("quarantine", "list", "--warehouse", warehouse.toString())
                        .out());
        assertThat(listed.find()).isTrue();
        Path away = Files.move(agents, folder.resolve("agents.csv"));

        Run gone = replay("--file", listed.group(1));

        assertThat(gone.exitCode()).isEqualTo(1);
        assertThat(gone.out())
                .contains("agents.csv, is no longer in the landing folder " + landing)
                .containsPattern("agents.csv +agents +1 +not a date × 1");
        Files.move(away, agents);
    }

    @Test
    @Order(7)
    void replayLeavesAWarehouseOfOtherSettingsAlone() throws IOException {
        Path config = Files.writeString(folder.resolve("other.yaml"), "tiers:\n  percent: 25\n");
        Run refused = replay("--landing", folder.resolve("nowhere").toString(), "--config", config.toString());
        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.err()).contains("There is no landing folder");
    }

    @Test
    @Order(8)
    void checkHoldsUntilARowIsDamaged() {
        Run sound = Run.of("check", "--warehouse", warehouse.toString());
        assertThat(sound.exitCode()).as(sound.out() + sound.err()).isZero();
        assertThat(sound.out())
                .containsPattern("raw.coaching +1 +\\d+ +0\n")
                .containsPattern("star.fact_exam +2 +\\d+ +0\n")
                .containsPattern("Publication 2, business day 2026-10-31: \\d+ checks on \\d+ tables, and all");

        SparkWarehouse.repeatARow(warehouse, FactExam.TABLE);

        Run broken = Run.in("zh-CN", "check", "--warehouse", warehouse.toString());
        assertThat(broken.exitCode()).isEqualTo(1);
        assertThat(broken.out()).containsPattern("star.fact_exam +3 +\\d+ +1\n").contains("1 项未通过");
        assertThat(broken.err()).contains("检查未通过：star.fact_exam，key").containsPattern("\\[e[12],a[12],2\\]");
    }

    @Test
    @Order(9)
    void aNightWhoseChecksFailPublishesNothing() throws IOException {
        write("exams-2.csv", line(Exams.EXAM_ID, Exams.AGENT_ID, Exams.TAKEN_ON, Exams.SCORE), "e3,a1,2026-10-07,70");

        Run failed = nightly("en", "2026-11-01");

        assertThat(failed.exitCode()).isEqualTo(1);
        assertThat(failed.out())
                .contains("Business day 2026-11-01 was not closed")
                .endsWith("Status: failed checks\n");
        assertThat(failed.err())
                .contains("Check failed: star.fact_exam, key.")
                .contains("readers go on seeing publication 3, business day 2026-10-31");
        assertThat(Run.of("status", "--warehouse", warehouse.toString()).out())
                .contains("Publication 3: business day 2026-10-31");
    }

    @Test
    @Order(10)
    void rollbackBringsBackWhatWasPublishedBeforeTheDamage() {
        Run unknown = rollback("en", "9");
        assertThat(unknown.exitCode()).isEqualTo(1);
        assertThat(unknown.err()).contains("There is no publication 9", "there are: 1 – 3");

        Run back = rollback("en", "2");
        assertThat(back.exitCode()).isZero();
        assertThat(back.out())
                .contains("Publication 4 has the tables of publication 2: business day 2026-10-31.")
                .contains("Tables that changed: 1: star.fact_exam.")
                .contains("loads again what was loaded after publication 2");
        assertThat(Run.of("check", "--warehouse", warehouse.toString()).exitCode())
                .isZero();
        assertThat(rollback("zh-CN", "2").out()).contains("发布 4（业务日期 2026-10-31）", "未作任何改动");
    }

    @Test
    @Order(11)
    void maintenanceRemovesWhatIsNoLongerKeptAndSaysSo() throws IOException {
        Path config = Files.writeString(folder.resolve("kept.yaml"), "publications:\n  keep-days: 30\n");
        for (int number = 1; number <= 3; number++) {
            Path file = warehouse.resolve("publications/0000000" + number + ".json");
            Files.writeString(
                    file,
                    Files.readString(file)
                            .replaceAll("(\"publishedAt\" : \")[^\"]+", "$12026-01-0" + number + "T00:00:00Z"));
        }

        Path log = Files.writeString(warehouse.resolve("logs/nightly-20260101-003000.log"), "A night of long ago");
        Files.setLastModifiedTime(log, FileTime.from(Instant.now().minus(Duration.ofDays(31))));

        Run nothing = maintain("en");
        assertThat(nothing.exitCode()).isZero();
        assertThat(nothing.out())
                .contains(
                        "Removed: 0 publications",
                        "Kept: 4 publications, for 400 days; the oldest is 1, made on 2026-01-01.");

        Run foreseen = maintain("en", "--config", config.toString(), "--dry-run");
        assertThat(foreseen.out())
                .containsPattern("Would be removed: 3 publications, [1-9]\\d* data files of [1-9]\\d* bytes, 1 log.")
                .contains("Kept: 1 publication, for 30 days; the oldest is 4");
        assertThat(warehouse.resolve("publications/00000001.json")).exists();
        assertThat(log).exists();

        Run done = maintain("zh-CN", "--config", config.toString());
        assertThat(done.exitCode()).isZero();
        assertThat(done.out()).containsPattern("已清除：3 次发布，[1-9]\\d* 个数据文件（共 [1-9]\\d* 字节），1 个运行日志");
        assertThat(log).doesNotExist();
        assertThat(warehouse.resolve("logs")).isNotEmptyDirectory();
        assertThat(maintain("en", "--config", config.toString()).out())
                .contains("Removed: 0 publications, 0 data files of 0 bytes, 0 logs.");
    }

    @Test
    @Order(12)
    void whatIsNoLongerKeptIsRefusedAndTheRestIsWhole() {
        assertThat(rollback("en", "2").err()).contains("There is no publication 2", "there are: 4 – 4");
        assertThat(export("--as-of", "2").err()).contains("There is no publication 2; the newest is 4");
        assertThat(export("--as-of", "2026-02-01").err())
                .contains("No publication that is kept was made by the end of 2026-02-01", "publication 4, the oldest");
        assertThat(export().exitCode()).isZero();
        assertThat(Run.of("status", "--warehouse", warehouse.toString()).out())
                .containsPattern("star.fact_exam +2 +\\d+ +≤ 2026-10-31");
        assertThat(Run.of("check", "--warehouse", warehouse.toString()).exitCode())
                .isZero();
    }

    @Test
    void aNightIsTheUsersToMendWhenItsFoldersAreWrong() {
        Run none = Run.of(
                "nightly",
                "--landing",
                folder.resolve("nowhere").toString(),
                "--warehouse",
                folder.resolve("nowhere/warehouse").toString(),
                "--date",
                "2026-10-31");
        assertThat(none.exitCode()).isEqualTo(1);
        assertThat(none.err()).contains("lies in the landing folder").contains("Put it elsewhere");

        Run day = nightly("en", "31.10.2026");
        assertThat(day.exitCode()).isEqualTo(2);
        assertThat(day.err()).contains("\"31.10.2026\" is not allowed for --date DATE");
    }

    @Test
    @Order(13)
    void theReportsThatAreDueAreMadeInEveryLanguage() {
        Path reports = folder.resolve("reports");

        Run night = nightly("en", "2026-10-31", "--reports", reports.toString());

        assertThat(night.exitCode()).as(night.out() + night.err()).isZero();
        assertThat(night.out()).containsPattern("Reports: \\d+ files, in ").doesNotContain("could not be made");
        assertThat(reports.resolve("2026-10-31/daily-log-2026-10-31.zh-CN.pdf")).isNotEmptyFile();
        assertThat(reports.resolve("2026-W43/weekly-report-2026-W43.en.xlsx")).isNotEmptyFile();
        assertThat(reports.resolve("2026-10/monthly-report-2026-10.en.pdf")).isNotEmptyFile();
        assertThat(reports.resolve("2026-10/monthly-report-2026-10.en.pdf.json"))
                .isNotEmptyFile();
        assertThat(reports.resolve("2026-Q3/quarterly-trend-2026-Q3.zh-CN.pdf")).isNotEmptyFile();
        assertThat(reports.resolve("2026-11/qa-plan-2026-11.en.xlsx")).isNotEmptyFile();
    }

    @Test
    @Order(14)
    void aNightOfOtherSettingsSaysWhichChangedAndWhatAnotherZoneLeaves() throws IOException {
        Path config = Files.writeString(folder.resolve("zone.yaml"), "centre:\n  zone: Asia/Urumqi\n");

        Run night = nightly("en", "2026-10-31", "--config", config.toString());

        assertThat(night.out())
                .containsPattern(
                        "Settings have changed since publication \\d+, .*: centre.zone Asia/Shanghai → Asia/Urumqi\\.");
        assertThat(night.err()).contains("were read in Asia/Shanghai and stay the moments they are there");
    }

    private static Run nightly(String language, String date, String... more) {
        return Run.in(
                language,
                with(
                        more,
                        "nightly",
                        "--landing",
                        landing.toString(),
                        "--warehouse",
                        warehouse.toString(),
                        "--date",
                        date));
    }

    private static Run rollback(String language, String number) {
        return Run.in(language, "rollback", "--warehouse", warehouse.toString(), "--to", number);
    }

    private static Run maintain(String language, String... more) {
        return Run.in(language, with(more, "maintain", "--warehouse", warehouse.toString()));
    }

    private static Run export(String... more) {
        return Run.of(with(
                more,
                "export",
                FactExam.TABLE.name(),
                "--warehouse",
                warehouse.toString(),
                "--format",
                "csv",
                "--out",
                folder.resolve("exams.csv").toString()));
    }

    private static Run replay(String... more) {
        return Run.of(with(more, "quarantine", "replay", "--warehouse", warehouse.toString()));
    }

    private static String[] with(String[] more, String... fixed) {
        return Stream.concat(Stream.of(fixed), Stream.of(more)).toArray(String[]::new);
    }

    private static String line(Object... columns) {
        return String.join(",", Stream.of(columns).map(String::valueOf).toList());
    }

    private static void write(String name, String... lines) throws IOException {
        Files.write(landing.resolve(name), List.of(lines));
    }

    private static void close(FileChannel channel) {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
