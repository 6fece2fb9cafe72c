package org.zhijian.etl.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.commons.io.FileUtils;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A night that cannot write: it says what, readers see the state before, and the next night heals. */
@Tag("faults")
class FailingWritesTest {
    @TempDir
    private static Path folder;

    private static Path landing;
    private static Path before;
    private static Map<String, List<String>> first;
    private static Map<String, List<String>> second;

    @BeforeAll
    static void runUndisturbedNights() throws IOException {
        landing = folder.resolve("landing");
        before = folder.resolve("before");
        SmallNights.landFirst(landing);
        SmallNights.night(landing, before, SmallNights.FIRST);
        first = SmallNights.contents(before, SmallNights.newest(before));
        SmallNights.landSecond(landing);
        Path undisturbed = copy("undisturbed");
        SmallNights.night(landing, undisturbed, SmallNights.SECOND);
        second = SmallNights.contents(undisturbed, SmallNights.newest(undisturbed));
    }

    @ParameterizedTest
    @ValueSource(strings = {"raw/landing_file", "star/fact_interaction", "mart/tier_assignment", "raw/run_step"})
    void aCommitThatFailsIsAsIfTheNightHadNotBeen(String table) throws IOException {
        Path warehouse = copy(table.replace('/', '-'));
        Path log = warehouse.resolve(table).resolve("_delta_log");
        Path obstacle = log.resolve(String.format("%020d.json", nextVersion(log)));
        Files.createDirectories(obstacle.resolve("in the way"));

        requireToFailAndHeal(warehouse, obstacle, obstacle.getFileName().toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/dev/full"})
    void aPublicationForWhichNoSpaceIsLeftIsNone(Path full) throws IOException {
        Path warehouse = copy("full");
        Path obstacle = Files.createSymbolicLink(warehouse.resolve("publications/2.draft"), full);

        requireToFailAndHeal(warehouse, obstacle, "No space left");
    }

    private static void requireToFailAndHeal(Path warehouse, Path obstacle, String said) throws IOException {
        assertThatThrownBy(() -> SmallNights.night(landing, warehouse, SmallNights.SECOND))
                .hasStackTraceContaining(said);
        assertThat(SmallNights.newest(warehouse).number()).isEqualTo(1);
        assertThat(SmallNights.contents(warehouse, SmallNights.newest(warehouse)))
                .isEqualTo(first);

        FileUtils.forceDelete(obstacle.toFile());
        SmallNights.night(landing, warehouse, SmallNights.SECOND);
        assertThat(SmallNights.newest(warehouse).number()).isEqualTo(2);
        assertThat(SmallNights.contents(warehouse, SmallNights.newest(warehouse)))
                .isEqualTo(second);
    }

    private static long nextVersion(Path log) throws IOException {
        try (Stream<Path> files = Files.list(log)) {
            return files.filter(file -> file.getFileName().toString().matches("\\d{20}\\.json"))
                    .count();
        }
    }

    private static Path copy(String name) throws IOException {
        Path warehouse = folder.resolve(name);
        FileUtils.copyDirectory(before.toFile(), warehouse.toFile());
        return warehouse;
    }
}
