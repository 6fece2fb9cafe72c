package org.zhijian.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhijian.etl.run.Maintenance;
import org.zhijian.etl.run.Nightly;
import org.zhijian.etl.run.RunListener;
import org.zhijian.reports.read.PublishedWarehouse;
import org.zhijian.reports.read.Row;
import org.zhijian.schema.Column;
import org.zhijian.schema.Table;
import org.zhijian.schema.WarehouseSchema;
import org.zhijian.schema.mart.AgentMonthVolume;
import org.zhijian.schema.raw.Interactions;
import org.zhijian.schema.raw.LandingFile;
import org.zhijian.schema.raw.RunStep;
import org.zhijian.schema.settings.Settings;
import org.zhijian.schema.star.FactInteraction;

/** One centre whose every night brings {@link #CALLS} more calls, with readers and other commands at work beside its nights. */
class SimultaneousRunsTest {
    private static final LocalDate FIRST = LocalDate.of(2026, 10, 28);
    private static final int CALLS = 3;
    private static final int NIGHTS = 3;
    private static final int READERS = 2;

    @TempDir
    private static Path folder;

    private static Path landing;
    private static Path warehouse;
    private static int nights;

    @BeforeAll
    static void runTheFirstNight() throws IOException {
        landing = Files.createDirectories(folder.resolve("landing"));
        warehouse = folder.resolve("warehouse");
        Files.writeString(
                landing.resolve("agents.csv"),
                """
                agent_id,name,team,on_post_date
                a1,张伟,one,2026-01-01
                a2,王芳,two,2026-01-01
                """);
        night(RunListener.NONE);
    }

    @Test
    void aReaderSeesOneNightWhateverRunsBesideIt() throws Exception {
        AtomicBoolean atWork = new AtomicBoolean(true);
        ExecutorService readers = Executors.newFixedThreadPool(READERS);
        List<Future<List<Seen>>> reading = new ArrayList<>();
        for (int reader = 0; reader < READERS; reader++) {
            reading.add(readers.submit(() -> readWhile(atWork)));
        }
        long first = newest().publication().number();
        try {
            for (int night = 0; night < NIGHTS; night++) {
                night(RunListener.NONE);
                Maintenance.run(warehouse, 400, Instant.now());
            }
        } finally {
            atWork.set(false);
            readers.shutdown();
        }

        Map<Long, Map<String, String>> published = new TreeMap<>();
        int looks = 0;
        for (Future<List<Seen>> reader : reading) {
            List<Seen> all = reader.get(1, TimeUnit.MINUTES);
            looks += all.size();
            assertThat(all).isSortedAccordingTo(Comparator.comparing(Seen::number));
            assertThat(all).extracting(Seen::number).contains(first, first + NIGHTS);
            for (Seen seen : all) {
                Map<String, String> contents =
                        published.computeIfAbsent(seen.number(), number -> Seen.of(newest().numbered(number))
                                .contents());
                assertThat(seen.contents()).as("publication " + seen.number()).isEqualTo(contents);
            }
        }
        assertThat(published.keySet()).hasSizeGreaterThan(2);
        System.out.println("Concurrency: " + READERS + " readers looked " + looks + " times at all tables beside "
                + NIGHTS + " nights and as many maintenances, and saw " + published.size()
                + " publications, each whole");
    }

    @Test
    void besideANightOthersReadAndNoneWrites() throws IOException {
        long before = newest().publication().number();
        List<Run> others = new ArrayList<>();
        List<String> process = new ArrayList<>();

        Nightly.Outcome night = night(new RunListener() {
            @Override
            public void begun(String step) {
                if (step.equals("marts")) {
                    // First the one in a process of its own: trying the lock within this one would give it up.
                    process.addAll(inAProcess(
                            "nightly",
                            "--landing",
                            landing.toString(),
                            "--warehouse",
                            warehouse.toString(),
                            "--date",
                            FIRST.toString()));
                    others.add(Run.of(
                            "export",
                            FactInteraction.TABLE.name(),
                            "--warehouse",
                            warehouse.toString(),
                            "--format",
                            "csv",
                            "--out",
                            folder.resolve("calls.csv").toString()));
                    others.add(Run.of(
                            "report",
                            "daily-log",
                            "--warehouse",
                            warehouse.toString(),
                            "--period",
                            FIRST.toString(),
                            "--out",
                            folder.resolve("reports").toString()));
                    others.add(Run.of("maintain", "--warehouse", warehouse.toString()));
                    others.add(Run.of("rollback", "--warehouse", warehouse.toString(), "--to", "1"));
                }
            }

            @Override
            public void done(String step, Long rows, double seconds) {}
        });

        String busy = "Another run is working on the warehouse " + warehouse;
        assertThat(process).last().isEqualTo("1");
        assertThat(process).anySatisfy(line -> assertThat(line)
                .contains(busy)
                .contains("process " + ProcessHandle.current().pid()));
        assertThat(others.get(0).exitCode()).isZero();
        assertThat(others.get(0).out()).contains(before * CALLS + " rows written", "publication " + before);
        assertThat(others.get(1).exitCode()).as(others.get(1).err()).isZero();
        assertThat(others.get(1).out()).contains("Made from publication " + before);
        assertThat(others.subList(2, 4)).allSatisfy(refused -> {
            assertThat(refused.exitCode()).isEqualTo(1);
            assertThat(refused.err()).contains(busy);
        });
        assertThat(night.publication().number()).isEqualTo(before + 1);
        requireOneNight(newest());
    }

    /**
     * What a reader found in a publication.
     *
     * @param number the publication's
     * @param contents how many rows each table has, and a hash of them
     */
    private record Seen(long number, Map<String, String> contents) {
        static Seen of(PublishedWarehouse warehouse) {
            Map<String, String> contents = new TreeMap<>();
            for (Table table : WarehouseSchema.ALL) {
                List<String> rows = warehouse.rows(table).toList().stream()
                        .map(Row::toString)
                        .toList();
                contents.put(table.toString(), rows.size() + " rows " + rows.hashCode());
            }
            return new Seen(warehouse.publication().number(), contents);
        }
    }

    private static List<Seen> readWhile(AtomicBoolean atWork) {
        List<Seen> all = new ArrayList<>();
        boolean last;
        do {
            last = !atWork.get();
            PublishedWarehouse open = newest();
            requireOneNight(open);
            all.add(Seen.of(open));
        } while (!last);
        return all;
    }

    /** That ledgers, raw records, facts and marts are all of the publication's night. */
    private static void requireOneNight(PublishedWarehouse open) {
        long number = open.publication().number();
        assertThat(newestRun(open, LandingFile.TABLE, LandingFile.RUN_ID)).isEqualTo(number);
        assertThat(newestRun(open, RunStep.TABLE, RunStep.RUN_ID)).isEqualTo(number);
        assertThat(open.rowCount(Interactions.ENTITY.table())).hasValue(number * CALLS);
        assertThat(open.rowCount(FactInteraction.TABLE)).hasValue(number * CALLS);
        assertThat(open.rows(AgentMonthVolume.TABLE).toList().stream()
                        .mapToLong(row -> row.bigint(AgentMonthVolume.INTERACTIONS))
                        .sum())
                .isEqualTo(number * CALLS);
    }

    private static long newestRun(PublishedWarehouse open, Table table, Column run) {
        return open.rows(table).toList().stream()
                .mapToLong(row -> row.bigint(run))
                .max()
                .orElseThrow();
    }

    private static PublishedWarehouse newest() {
        return PublishedWarehouse.open(warehouse);
    }

    /** Lands the calls of one more day and closes it. */
    private static Nightly.Outcome night(RunListener listener) throws IOException {
        LocalDate day = FIRST.plusDays(nights++);
        StringBuilder calls = new StringBuilder("interaction_id,channel,agent_id,started_at,outcome\n");
        for (int call = 0; call < CALLS; call++) {
            calls.append("%s-%d,voice_in,a%d,%sT10:00:00,answered\n".formatted(day, call, 1 + call % 2, day));
        }
        Files.writeString(landing.resolve("interactions-" + day + ".csv"), calls);
        return Nightly.run(new Nightly.Request(landing, warehouse, day, Settings.defaults(), Set.of()), listener);
    }

    /** Runs a command in a process of its own: the lines it wrote, then its exit code. */
    private static List<String> inAProcess(String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(ProcessHandle.current().info().command().orElseThrow());
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.addAll(List.of(
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                Zhijian.class.getName(),
                "--locale",
                "en"));
        command.addAll(List.of(arguments));
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            List<String> lines = new ArrayList<>();
            process.inputReader().lines().forEach(lines::add);
            lines.add(Integer.toString(process.waitFor()));
            return lines;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
