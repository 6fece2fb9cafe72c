package org.zhijian.etl.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.commons.io.FileUtils;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The same records in any order, split over files and nights in any way, some of them twice, come to the same star and
 * marts. How many ways are tried at length is said by the system property {@code zhijian.faults.orders}.
 */
@Tag("faults")
class AnyOrderTest {
    private static final int ORDERS = Integer.getInteger("zhijian.faults.orders", 20);
    private static final List<LocalDate> NIGHTS =
            List.of(LocalDate.of(2026, 1, 5), LocalDate.of(2026, 1, 31), LocalDate.of(2026, 2, 9));
    private static final LocalDate LAST_NIGHT = NIGHTS.get(NIGHTS.size() - 1);

    @TempDir
    private Path folder;

    @Test
    void anyOrderComesToTheSameTables() throws IOException {
        for (int seed = 1; seed <= ORDERS; seed++) {
            requireTheSame(seed, 1 + seed % NIGHTS.size());
        }
        System.out.println("Order: the same records in " + ORDERS
                + " orders, split over files and up to 3 nights; each came to the tables of all at once");
    }

    private void requireTheSame(long seed, int nights) throws IOException {
        ScatteredRecords.of(seed).landAtOnce(folder.resolve("at-once/landing"));
        night("at-once", LAST_NIGHT);
        Map<String, List<String>> atOnce = SmallNights.regardlessOfNights(folder.resolve("at-once/warehouse"));

        List<LocalDate> dates = NIGHTS.subList(NIGHTS.size() - nights, NIGHTS.size());
        List<Path> folders = new ArrayList<>();
        dates.forEach(date -> folders.add(folder.resolve("arriving").resolve(date.toString())));
        ScatteredRecords.of(seed).scatter(folders);
        Path landing = folder.resolve("scattered/landing");
        for (LocalDate date : dates) {
            FileUtils.copyDirectoryToDirectory(
                    folder.resolve("arriving").resolve(date.toString()).toFile(), landing.toFile());
            night("scattered", date);
        }
        Map<String, List<String>> scattered = SmallNights.regardlessOfNights(folder.resolve("scattered/warehouse"));

        assertThat(scattered.keySet()).isEqualTo(atOnce.keySet());
        scattered.forEach(
                (table, rows) -> assertThat(rows).as(table + ", seed " + seed).isEqualTo(atOnce.get(table)));
        FileUtils.cleanDirectory(folder.toFile());
    }

    private void night(String centre, LocalDate date) {
        Path here = folder.resolve(centre);
        Nightly.Outcome outcome = SmallNights.night(here.resolve("landing"), here.resolve("warehouse"), date);
        assertThat(outcome.violations()).isEmpty();
        assertThat(outcome.hasWarnings()).isFalse();
    }
}
