package org.zhijian.etl.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.apache.commons.io.FileUtils;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhijian.etl.io.WatchedFiles;
import org.zhijian.etl.testing.FaultReport;
import org.zhijian.schema.text.UserError;

/**
 * A night that cannot write: it says what, readers see the state before, and the next night heals. At how many of its writes
 * each fault begins is said by the system property {@code zhijian.faults.writes}.
 */
class FailingWritesTest {
    private static final int WRITES = Integer.getInteger("zhijian.faults.writes", 3);

    /** Every night writes a file of more kilobytes than these. */
    private static final int FAILS_FOR_SURE = 5;

    @TempDir
    private static Path folder;

    private static Path landing;

    @BeforeAll
    static void landBothNights() {
        landing = UndisturbedNights.copyLanding(folder.resolve("landing"));
    }

    /** A sample of one write is of one fault. */
    private static Stream<WriteFault> faults() {
        return Stream.of(WriteFault.values()).limit(WRITES);
    }

    @ParameterizedTest
    @MethodSource("faults")
    void aNightOfWhichAnyWriteFailsPublishesNothing(WriteFault fault) throws IOException {
        Path counted = copy("counted-" + fault);
        int all = fault.count(counted, () -> SmallNights.night(landing, counted, SmallNights.SECOND));
        int tried = Math.min(WRITES, all);
        int healed = 0;
        int done = 0;
        for (; done < tried; done++) {
            FaultReport.update(report(fault), List.of(report(fault, done, all, healed)));
            int write = 1 + (int) ((2L * done + 1) * all / (2L * tried));
            Path warehouse = copy(fault + "-" + write);
            healed += survives(fault, write, warehouse) ? 0 : 1;
            FileUtils.deleteDirectory(warehouse.toFile());
        }
        FaultReport.write(report(fault), List.of(report(fault, done, all, healed)));
    }

    private static String report(WriteFault fault) {
        return "disk-" + fault.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String report(WriteFault fault, int tried, int all, int healed) {
        return "Disk, " + fault.saying() + ": at " + tried + " of " + all + " writes of a night; " + healed
                + " nights failed and the next one healed, " + (tried - healed) + " did without the file";
    }

    /** Whether the night did without what it could not write; else it failed and the next one healed. */
    private static boolean survives(WriteFault fault, int write, Path warehouse) {
        WatchedFiles.watch(fault.from(write, warehouse));
        try {
            SmallNights.night(landing, warehouse, SmallNights.SECOND);
            WatchedFiles.watchNoLonger();
            requireState(warehouse, 2, UndisturbedNights.second());
            return true;
        } catch (Exception e) { // Spark throws checked exceptions without declaring them
            WatchedFiles.watchNoLonger();
            assertThat(e).as(fault + " at " + write).hasStackTraceContaining(fault.saying());
            if (fault != WriteFault.ONE_BAD_BLOCK) {
                assertThat(e).isInstanceOf(UserError.class).hasMessageContaining(warehouse.toString());
            }
            requireState(warehouse, 1, UndisturbedNights.first());
            SmallNights.night(landing, warehouse, SmallNights.SECOND);
            requireState(warehouse, 2, UndisturbedNights.second());
            return false;
        }
    }

    @Tag("faults")
    @ParameterizedTest
    @ValueSource(strings = {"raw/landing_file", "star/fact_interaction", "mart/tier_assignment", "raw/run_step"})
    void aCommitThatFailsIsAsIfTheNightHadNotBeen(String table) throws IOException {
        Path warehouse = copy(table.replace('/', '-'));
        Path log = warehouse.resolve(table).resolve("_delta_log");
        Path obstacle = log.resolve(String.format("%020d.json", nextVersion(log)));
        Files.createDirectories(obstacle.resolve("in the way"));

        requireToFailAndHeal(warehouse, obstacle, obstacle.getFileName().toString());
    }

    @Tag("faults")
    @ParameterizedTest
    @ValueSource(strings = {"/dev/full"})
    void aPublicationForWhichNoSpaceIsLeftIsNone(Path full) throws IOException {
        Path warehouse = copy("full");
        Path obstacle = Files.createSymbolicLink(warehouse.resolve("publications/2.draft"), full);

        requireToFailAndHeal(warehouse, obstacle, "No space left");
    }

    /**
     * No file can grow beyond so many kilobytes: the first that is larger fails, be it a table's data or its log, or one that
     * Spark puts aside.
     */
    @Tag("faults")
    @ParameterizedTest
    @ValueSource(ints = {1, 3, 4, 5, 8})
    void aNightThatCannotWriteAFileToItsEndPublishesNothing(int kilobytes) throws Exception {
        Path warehouse = copy("limited-" + kilobytes);
        List<String> command = SecondNight.process(landing, warehouse, SecondNight.NEVER);
        command.add(1, "-DZstdNativePath=" + compressor());
        command.addAll(0, List.of("bash", "-c", "ulimit -f " + kilobytes + "; exec \"$@\"", "bash"));
        Process night = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(night.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        if (night.waitFor() == 0) {
            assertThat(kilobytes).as(said).isGreaterThan(FAILS_FOR_SURE);
        } else {
            assertThat(night.exitValue()).as(said).isEqualTo(1);
            assertThat(said).contains("No space is left to write to", "File too large");
            requireState(warehouse, 1, UndisturbedNights.first());
            SmallNights.night(landing, warehouse, SmallNights.SECOND);
        }
        requireState(warehouse, 2, UndisturbedNights.second());
    }

    /** The compressor's library, unpacked: under the limit the night could not do that for itself. */
    private static Path compressor() throws IOException {
        Path library = folder.resolve("libzstd.so");
        String entry = "linux/" + System.getProperty("os.arch") + "/libzstd-jni-.*[.]so";
        for (String path : SmallNights.classPath().split(File.pathSeparator, -1)) {
            if (path.contains("zstd-jni") && !Files.exists(library)) {
                try (JarFile jar = new JarFile(path)) {
                    JarEntry found = jar.stream()
                            .filter(each -> each.getName().matches(entry))
                            .findFirst()
                            .orElseThrow();
                    Files.copy(jar.getInputStream(found), library);
                }
            }
        }
        return library;
    }

    private static void requireToFailAndHeal(Path warehouse, Path obstacle, String said) throws IOException {
        assertThatThrownBy(() -> SmallNights.night(landing, warehouse, SmallNights.SECOND))
                .hasStackTraceContaining(said);
        requireState(warehouse, 1, UndisturbedNights.first());

        FileUtils.forceDelete(obstacle.toFile());
        SmallNights.night(landing, warehouse, SmallNights.SECOND);
        requireState(warehouse, 2, UndisturbedNights.second());
    }

    private static void requireState(Path warehouse, long publication, Map<String, List<String>> contents) {
        assertThat(SmallNights.newest(warehouse).number()).isEqualTo(publication);
        assertThat(SmallNights.contents(warehouse, SmallNights.newest(warehouse)))
                .isEqualTo(contents);
    }

    private static long nextVersion(Path log) throws IOException {
        try (Stream<Path> files = Files.list(log)) {
            return files.filter(file -> file.getFileName().toString().matches("\\d{20}\\.json"))
                    .count();
        }
    }

    private static Path copy(String name) {
        return UndisturbedNights.copyAfterFirst(folder.resolve(name));
    }
}
