package org.zhijian.etl.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhijian.etl.testing.StoredTables;
import org.zhijian.schema.raw.Interactions;
import org.zhijian.schema.star.FactEvaluation;
import org.zhijian.schema.text.UserError;

/** Files that are not, or do not stay, what a night needs them to be: landing files that change, a warehouse's that is gone. */
class VanishingFilesTest {
    private static final String MORE = "I5,voice_in,A1,2026-01-21T10:00:00,answered,60\n";

    @TempDir
    private static Path folder;

    private static Path landing;

    private interface Change {
        void make() throws IOException;
    }

    @BeforeAll
    static void landBothNights() {
        landing = UndisturbedNights.copyLanding(folder.resolve("landing"));
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
        assertThat(SmallNights.regardlessOfNights(warehouse))
                .isEqualTo(SmallNights.regardlessOfNights(UndisturbedNights.second()));
    }

    @Test
    void aFileOfTheWarehouseThatIsGoneEndsTheNightUntilItIsBack() throws IOException {
        Path warehouse = copy("incomplete");
        String table = FactEvaluation.TABLE.path();
        long version = SmallNights.newest(warehouse).tables().get(table);
        Path file = StoredTables.files(warehouse.resolve(table), version)
                .keySet()
                .iterator()
                .next();
        byte[] whole = Files.readAllBytes(file);
        Files.delete(file);

        assertThatThrownBy(() -> SmallNights.night(landing, warehouse, SmallNights.SECOND))
                .isInstanceOf(UserError.class)
                .hasMessageStartingWith("The warehouse " + warehouse + " lacks a file")
                .hasMessageContaining(file.getFileName().toString());
        assertThat(SmallNights.newest(warehouse).number()).isEqualTo(1);

        Files.write(file, whole);
        SmallNights.night(landing, warehouse, SmallNights.SECOND);
        assertThat(SmallNights.contents(warehouse, SmallNights.newest(warehouse)))
                .isEqualTo(UndisturbedNights.second());
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
        assertThat(SmallNights.contents(warehouse, SmallNights.newest(warehouse)))
                .isEqualTo(UndisturbedNights.first());
    }

    private static Path copy(String name) {
        return UndisturbedNights.copyAfterFirst(folder.resolve(name));
    }
}
