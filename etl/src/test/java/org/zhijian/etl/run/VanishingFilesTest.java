package org.zhijian.etl.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import org.apache.commons.io.FileUtils;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhijian.schema.raw.Interactions;
import org.zhijian.schema.text.UserError;

/** Landing files that do not stay as they are while a night reads them. */
class VanishingFilesTest {
    private static final String MORE = "I5,voice_in,A1,2026-01-21T10:00:00,answered,60\n";

    @TempDir
    private static Path folder;

    private static Path landing;
    private static Path before;
    private static Map<String, List<String>> first;
    private static Map<String, List<String>> second;

    private interface Change {
        void make() throws IOException;
    }

    @BeforeAll
    static void runUndisturbedNights() throws IOException {
        landing = folder.resolve("landing");
        before = folder.resolve("before");
        SmallNights.landFirst(landing);
        SmallNights.night(landing, before, SmallNights.FIRST);
        first = SmallNights.regardlessOfNights(before);
        SmallNights.landSecond(landing);
        Path undisturbed = copy("undisturbed");
        SmallNights.night(landing, undisturbed, SmallNights.SECOND);
        second = SmallNights.regardlessOfNights(undisturbed);
    }

    @Test
    void aFileThatChangesWhileItIsReadEndsTheNightAndTheNextOneHeals() throws IOException {
        Path warehouse = copy("disturbed");
        Path file = landing.resolve("2/interactions.csv");
        byte[] whole = Files.readAllBytes(file);

        requireToFail(warehouse, () -> Files.delete(file));
        Files.write(file, whole);
        requireToFail(
                warehouse, () -> Files.writeString(file, MORE, StandardCharsets.UTF_8, StandardOpenOption.APPEND));
        Files.write(file, whole);

        SmallNights.night(landing, warehouse, SmallNights.SECOND);
        assertThat(SmallNights.newest(warehouse).number()).isEqualTo(2);
        assertThat(SmallNights.regardlessOfNights(warehouse)).isEqualTo(second);
    }

    /** Makes the change once a night has looked at all files and loaded one. */
    private static void requireToFail(Path warehouse, Change change) {
        RunListener disturbing = new RunListener() {
            @Override
            public void begun(String step) {
                if (step.equals(Interactions.ENTITY.name())) {
                    try {
                        change.make();
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                }
            }

            @Override
            public void done(String step, Long rows, double seconds) {}
        };
        assertThatThrownBy(() -> SmallNights.night(landing, warehouse, SmallNights.SECOND, disturbing))
                .isInstanceOf(UserError.class)
                .hasMessageStartingWith("2/interactions.csv was changed or removed while it was being read.");
        assertThat(SmallNights.newest(warehouse).number()).isEqualTo(1);
        assertThat(SmallNights.regardlessOfNights(warehouse)).isEqualTo(first);
    }

    private static Path copy(String name) throws IOException {
        Path warehouse = folder.resolve(name);
        FileUtils.copyDirectory(before.toFile(), warehouse.toFile());
        return warehouse;
    }
}
