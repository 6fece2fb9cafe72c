package org.zhijian.etl.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.commons.io.FileUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhijian.etl.testing.FaultReport;

/**
 * The same records in any order, split over files and nights in any way, some of them twice, come to the same star and
 * marts. How many ways are tried is said by the system property {@code zhijian.faults.orders}.
 */
class AnyOrderTest {
    private static final int ORDERS = Integer.getInteger("zhijian.faults.orders", 20);
    private static final List<LocalDate> NIGHTS =
            List.of(LocalDate.of(2026, 1, 5), LocalDate.of(2026, 1, 31), LocalDate.of(2026, 2, 9));
    private static final LocalDate LAST_NIGHT = NIGHTS.get(NIGHTS.size() - 1);

    /** So many orders are tried of the same records. */
    private static final int ORDERS_OF_A_SET = 4;

    @TempDir
    private Path folder;

    @Test
    void anyOrderComesToTheSameTables() throws IOException {
        Map<String, List<String>> atOnce = Map.of();
        int nights = 0;
        for (int order = 0; order < ORDERS; order++) {
            ScatteredRecords records = ScatteredRecords.of(1 + order / ORDERS_OF_A_SET);
            if (order % ORDERS_OF_A_SET == 0) {
                atOnce = atOnce(records, folder.resolve("at-once-" + order));
            }
            int first = NIGHTS.size() - 1 - (order + 1) % NIGHTS.size();
            List<LocalDate> dates = NIGHTS.subList(first, NIGHTS.size());
            requireTheSame(
                    scattered(records, order, folder.resolve("scattered-" + order), dates), atOnce, "order " + order);
            nights += dates.size();
            FileUtils.cleanDirectory(folder.toFile());
            FaultReport.update("orders", report(order + 1, nights));
        }
        FaultReport.write("orders", report(ORDERS, nights));
    }

    private static List<String> report(int orders, int nights) {
        int centres = (orders + ORDERS_OF_A_SET - 1) / ORDERS_OF_A_SET;
        return List.of("Order: records split over files and nights anew; tries: " + orders + ", centres: " + centres
                + ", nights: " + nights + "; each came to the tables of all records at once");
    }

    private static Map<String, List<String>> atOnce(ScatteredRecords records, Path centre) throws IOException {
        records.landAtOnce(centre.resolve("landing"));
        night(centre, LAST_NIGHT);
        return SmallNights.regardlessOfNights(centre.resolve("warehouse"));
    }

    private static Map<String, List<String>> scattered(
            ScatteredRecords records, long order, Path centre, List<LocalDate> dates) throws IOException {
        List<Path> folders = new ArrayList<>();
        dates.forEach(date -> folders.add(centre.resolve("arriving").resolve(date.toString())));
        records.scatter(folders, order);
        for (LocalDate date : dates) {
            FileUtils.copyDirectoryToDirectory(
                    centre.resolve("arriving").resolve(date.toString()).toFile(),
                    centre.resolve("landing").toFile());
            night(centre, date);
        }
        return SmallNights.regardlessOfNights(centre.resolve("warehouse"));
    }

    private static void requireTheSame(
            Map<String, List<String>> scattered, Map<String, List<String>> atOnce, String order) {
        assertThat(scattered.keySet()).isEqualTo(atOnce.keySet());
        scattered.forEach(
                (table, rows) -> assertThat(rows).as(table + ", " + order).isEqualTo(atOnce.get(table)));
    }

    private static void night(Path centre, LocalDate date) {
        Nightly.Outcome outcome = SmallNights.night(centre.resolve("landing"), centre.resolve("warehouse"), date);
        assertThat(outcome.violations()).isEmpty();
        assertThat(outcome.hasWarnings()).isFalse();
    }
}
