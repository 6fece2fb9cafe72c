package org.zhijian.etl.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.commons.io.FileUtils;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhijian.schema.publication.Publication;

/**
 * The night in a process of its own, killed at points spread over all its steps. Each time readers see one whole state, and
 * the next night comes to the tables of an undisturbed one. Every third next night is killed as well. How often is said by the
 * system property {@code zhijian.faults.kills}.
 */
@Tag("faults")
class KilledNightsTest {
    private static final int KILLS = Integer.getInteger("zhijian.faults.kills", 100);

    /** A kill comes up to so many milliseconds after its step. */
    private static final int DELAY = 150;

    @TempDir
    private static Path folder;

    private static Path landing;
    private static Path before;
    private static Map<String, List<String>> first;
    private static Map<String, List<String>> second;
    private static int steps;

    private final Random random = new Random(6);
    private int killed;
    private int afterPublishing;

    @BeforeAll
    static void runAnUndisturbedNight() throws Exception {
        landing = folder.resolve("landing");
        before = folder.resolve("before");
        SmallNights.landFirst(landing);
        SmallNights.night(landing, before, SmallNights.FIRST);
        first = SmallNights.contents(before, SmallNights.newest(before));
        SmallNights.landSecond(landing);
        Path undisturbed = copy("undisturbed");
        Process night = start(undisturbed);
        steps = passSteps(night, Integer.MAX_VALUE);
        assertThat(night.waitFor()).isZero();
        second = SmallNights.contents(undisturbed, SmallNights.newest(undisturbed));
        assertThat(second).isNotEqualTo(first);
    }

    @Test
    void aNightAfterAKilledOneIsLikeAnUndisturbedOne() throws Exception {
        for (int round = 0; killed + afterPublishing < KILLS; round++) {
            Path warehouse = copy("killed-" + round);
            List<Integer> points = new ArrayList<>();
            points.add((int) ((long) (killed + afterPublishing) * (steps + 1) / KILLS));
            if (round % 3 == 2) {
                points.add(random.nextInt(steps + 1));
            }
            for (int point : points) {
                kill(warehouse, point);
                requireOneState(warehouse, "killed after step " + points);
            }
            SmallNights.night(landing, warehouse, SmallNights.SECOND);
            assertThat(SmallNights.newest(warehouse).number()).isEqualTo(2);
            requireSame(
                    SmallNights.contents(warehouse, SmallNights.newest(warehouse)),
                    second,
                    "killed after step " + points);
            FileUtils.deleteDirectory(warehouse.toFile());
        }
        System.out.println(
                "Kill: " + (killed + afterPublishing) + " kills of the nightly run at points over its " + steps
                        + " steps, " + afterPublishing
                        + " of them after it had published; each time the next run came to the tables of an undisturbed one");
    }

    private void kill(Path warehouse, int point) throws Exception {
        Process night = start(warehouse);
        passSteps(night, point);
        Thread.sleep(random.nextInt(DELAY));
        night.destroyForcibly();
        night.waitFor();
        if (SmallNights.newest(warehouse).number() == 1) {
            killed++;
        } else {
            afterPublishing++;
        }
    }

    private static void requireOneState(Path warehouse, String point) {
        Publication seen = SmallNights.newest(warehouse);
        requireSame(SmallNights.contents(warehouse, seen), seen.number() == 1 ? first : second, point);
    }

    private static void requireSame(
            Map<String, List<String>> contents, Map<String, List<String>> expected, String point) {
        assertThat(contents.keySet()).isEqualTo(expected.keySet());
        contents.forEach(
                (table, rows) -> assertThat(rows).as(table + ", " + point).isEqualTo(expected.get(table)));
    }

    private static Process start(Path warehouse) throws IOException {
        return new ProcessBuilder(SmallNights.secondNight(landing, warehouse))
                .redirectError(folder.resolve("night.log").toFile())
                .start();
    }

    /** Reads on until so many steps have begun or ended, or the night has; how many did. */
    private static int passSteps(Process night, int wanted) throws IOException {
        int passed = 0;
        BufferedReader lines = night.inputReader();
        while (passed < wanted) {
            String line = lines.readLine();
            if (line == null) {
                break;
            }
            passed += line.startsWith(SmallNights.STEP) ? 1 : 0;
        }
        return passed;
    }

    private static Path copy(String name) throws IOException {
        Path warehouse = folder.resolve(name);
        FileUtils.copyDirectory(before.toFile(), warehouse.toFile());
        return warehouse;
    }
}
