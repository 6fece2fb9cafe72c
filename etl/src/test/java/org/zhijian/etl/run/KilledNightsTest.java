package org.zhijian.etl.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.commons.io.FileUtils;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhijian.etl.testing.FaultReport;
import org.zhijian.schema.publication.Publication;

/**
 * The night in a process of its own, killed at moments spread over all its steps, before, during and after commits. Each time
 * readers see one whole state, and the next night comes to the tables of an undisturbed one. Every third next night is killed
 * as well. How many kills there are is said by the system property {@code zhijian.faults.kills}.
 */
class KilledNightsTest {
    private static final int KILLS = Integer.getInteger("zhijian.faults.kills", 100);
    private static final int SIDE_BY_SIDE = 2;

    /** Every so many nights the next one is killed too. */
    private static final int TWICE = 3;

    /** Every so many nights are killed not at a moment but up to {@link #DELAY} milliseconds after it. */
    private static final int ANY_TIME = 4;

    private static final int DELAY = 150;

    /** A night that finds nothing new has more moments than these. */
    private static final int AT_LEAST = 8;

    /** How a process ends by SIGKILL. */
    private static final int KILLED = 137;

    /** Every so many nights the next one is run in a process of its own; the others in that of the tests. */
    private static final int IN_A_PROCESS = 10;

    /** Every so many nights are killed when the publication's draft is there. */
    private static final int AT_THE_DRAFT = 20;

    /** Held by the one night that the process of the tests runs at a time. */
    private static final Object RECOVERY = new Object();

    @TempDir
    private static Path folder;

    private static Path landing;
    private static final List<Moment> MOMENTS = new ArrayList<>();

    @BeforeAll
    static void runAnUndisturbedNight() throws Exception {
        landing = UndisturbedNights.copyLanding(folder.resolve("landing"));
        Path undisturbed = copy("undisturbed");
        Process night = start(undisturbed, SecondNight.NEVER);
        MOMENTS.addAll(pass(night, SecondNight.NEVER));
        assertThat(night.waitFor()).isZero();
        assertThat(SmallNights.contents(undisturbed, SmallNights.newest(undisturbed)))
                .isEqualTo(UndisturbedNights.second())
                .isNotEqualTo(UndisturbedNights.first());
    }

    @Test
    void aNightAfterAKilledOneIsLikeAnUndisturbedOne() throws Exception {
        Kills kills = new Kills(MOMENTS);
        ExecutorService pool = Executors.newFixedThreadPool(SIDE_BY_SIDE);
        List<Future<?>> rounds = new ArrayList<>();
        List<Integer> points = points();
        for (int round = 0; !points.isEmpty(); round++) {
            int number = round;
            List<Integer> chosen = points.subList(0, Math.min(points.size(), round % TWICE == TWICE - 1 ? 2 : 1));
            points = points.subList(chosen.size(), points.size());
            rounds.add(pool.submit(() -> {
                disturb(number, chosen, kills);
                return number;
            }));
        }
        pool.shutdown();
        for (Future<?> round : rounds) {
            round.get();
        }
        assertThat(kills.all()).isEqualTo(KILLS);
        FaultReport.write("kills", kills.lines());
    }

    /** Which moments of the night, as evenly over them as they are, in any order. */
    private static List<Integer> points() {
        List<Integer> points = IntStream.range(0, KILLS)
                .mapToObj(kill -> 1 + (int) ((2L * kill + 1) * MOMENTS.size() / (2L * KILLS)))
                .collect(Collectors.toList());
        Collections.shuffle(points, new Random(KILLS));
        return points;
    }

    private static void disturb(int round, List<Integer> points, Kills kills) throws Exception {
        Random random = new Random(round);
        Path warehouse = copy("killed-" + round);
        List<Moment> last = new ArrayList<>();
        last.add(
                round % AT_THE_DRAFT == AT_THE_DRAFT - 1
                        ? killAtTheDraft(warehouse)
                        : kill(warehouse, points.get(0), round % ANY_TIME == ANY_TIME - 1, random));
        requireOneState(warehouse, last, kills);
        if (points.size() > 1) {
            boolean published = SmallNights.newest(warehouse).number() > 1;
            last.add(kill(warehouse, published ? 1 + random.nextInt(AT_LEAST) : points.get(1), false, random));
            requireOneState(warehouse, last, kills);
        }
        if (round % IN_A_PROCESS == IN_A_PROCESS - 1) {
            Process night = start(warehouse, SecondNight.NEVER);
            pass(night, SecondNight.NEVER);
            assertThat(night.waitFor()).isZero();
        } else {
            synchronized (RECOVERY) {
                SmallNights.night(landing, warehouse, SmallNights.SECOND);
            }
        }
        Publication published = SmallNights.newest(warehouse);
        assertThat(published.number()).isEqualTo(2);
        requireSame(SmallNights.contents(warehouse, published), UndisturbedNights.second(), last);
        FileUtils.deleteDirectory(warehouse.toFile());
    }

    /** Kills a night at its how-many-eth moment, or soon after it; the last that was told. */
    private static Moment kill(Path warehouse, int point, boolean later, Random random) throws Exception {
        Process night = start(warehouse, later ? SecondNight.NEVER : point);
        List<Moment> passed = pass(night, point);
        if (later) {
            Thread.sleep(random.nextInt(DELAY));
        }
        assertThat(night.destroyForcibly().waitFor()).isEqualTo(KILLED);
        return passed.get(passed.size() - 1);
    }

    private static Moment killAtTheDraft(Path warehouse) throws Exception {
        Path draft = warehouse.resolve("publications/2.draft");
        Process night = start(warehouse, SecondNight.NEVER);
        // All but the one that tells that the night has ended.
        List<Moment> passed = pass(night, MOMENTS.size() - 1);
        while (!Files.exists(draft) && night.isAlive()) {
            Thread.onSpinWait();
        }
        assertThat(night.destroyForcibly().waitFor()).isEqualTo(KILLED);
        boolean during = Files.exists(draft);
        return new Moment(
                passed.get(passed.size() - 1).step(),
                during ? Moment.Where.DURING_A_COMMIT : Moment.Where.AFTER_A_COMMIT,
                "the publication");
    }

    private static void requireOneState(Path warehouse, List<Moment> last, Kills kills) throws IOException {
        Publication seen = SmallNights.newest(warehouse);
        requireSame(
                SmallNights.contents(warehouse, seen),
                seen.number() == 1 ? UndisturbedNights.first() : UndisturbedNights.second(),
                last);
        kills.add(last.get(last.size() - 1), seen.number() > 1);
    }

    private static void requireSame(
            Map<String, List<String>> contents, Map<String, List<String>> expected, List<Moment> last) {
        assertThat(contents.keySet()).isEqualTo(expected.keySet());
        contents.forEach(
                (table, rows) -> assertThat(rows).as(table + ", killed " + last).isEqualTo(expected.get(table)));
    }

    private static Process start(Path warehouse, int stop) throws IOException {
        return new ProcessBuilder(SecondNight.process(landing, warehouse, stop))
                .redirectError(folder.resolve(warehouse.getFileName() + ".log").toFile())
                .start();
    }

    /** Reads on until so many moments have been told, or the night has ended. */
    private static List<Moment> pass(Process night, int wanted) throws IOException {
        List<Moment> passed = new ArrayList<>();
        BufferedReader lines = night.inputReader();
        while (passed.size() < wanted) {
            String line = lines.readLine();
            if (line == null) {
                break;
            }
            Moment.of(line).ifPresent(passed::add);
        }
        return passed;
    }

    private static Path copy(String name) {
        return UndisturbedNights.copyAfterFirst(folder.resolve(name));
    }
}
