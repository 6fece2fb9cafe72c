package org.zhijian.etl.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.io.FileUtils;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.zhijian.etl.io.Warehouse;
import org.zhijian.etl.testing.LocalSpark;
import org.zhijian.etl.testing.StoredTables;
import org.zhijian.schema.WarehouseSchema;
import org.zhijian.schema.mart.TierAssignment;
import org.zhijian.schema.publication.Publication;
import org.zhijian.schema.publication.Publications;
import org.zhijian.schema.settings.Settings;
import org.zhijian.schema.star.FactInteraction;
import org.zhijian.schema.text.UserError;

/**
 * A night, a second one, back to the first and on again: four publications, of which the first and the third share files, and
 * so do the second and the fourth. Each test goes on where the one before ended.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class MaintenanceTest {
    private static final int DAYS = 400;

    @TempDir
    private static Path folder;

    private static Path landing;
    private static Path warehouse;
    private static Path leftLongAgo;
    private static Path leftJustNow;
    private static Instant now;
    private static final Map<Long, Map<String, List<String>>> CONTENTS = new HashMap<>();

    @BeforeAll
    static void publishFourTimes() throws IOException {
        landing = UndisturbedNights.copyLanding(folder.resolve("landing"));
        warehouse = UndisturbedNights.copyAfterSecond(folder.resolve("warehouse"));
        Rollback.run(warehouse, 1, RunListener.NONE);
        SmallNights.night(landing, warehouse, SmallNights.SECOND);
        for (Publication publication : published().subList(1, 4)) {
            CONTENTS.put(publication.number(), SmallNights.contents(warehouse, publication));
        }
        now = Instant.now();
        leaveUnpublished();
        leftLongAgo = leave("part-left-long-ago.parquet", Duration.ofHours(25));
        leftJustNow = leave("part-left-just-now.parquet", Duration.ofHours(23));
    }

    @Test
    @Order(1)
    void itDoesNotRunBesideANight() {
        try (RunLock night = RunLock.take(warehouse)) {
            assertThat(night).isNotNull();
            assertThatThrownBy(() -> Maintenance.run(warehouse, DAYS, now))
                    .isInstanceOf(UserError.class)
                    .hasMessageContaining("Another run");
            assertThatThrownBy(() -> Maintenance.foresee(warehouse, DAYS, now)).isInstanceOf(UserError.class);
        }
        assertThat(leftLongAgo).exists();
    }

    @Test
    @Order(2)
    void whatIsForeseenIsWhatIsRemoved() {
        Set<Path> before = dataFiles(warehouse);

        Maintenance.Outcome foreseen = Maintenance.foresee(warehouse, DAYS, now);
        assertThat(dataFiles(warehouse)).isEqualTo(before);
        Maintenance.Outcome done = Maintenance.run(warehouse, DAYS, now);

        assertThat(done).isEqualTo(foreseen);
        assertThat(dataFiles(warehouse)).hasSize(before.size() - (int) done.files());
        assertThat(done.removed()).isEmpty();
        assertThat(done.kept()).hasSize(4);
        assertThat(leftLongAgo).doesNotExist();
        assertThat(leftJustNow).exists();
        requireWhole(2);
        requireFilesOfAll();
    }

    @Test
    @Order(3)
    void whatAnOldPublicationSharesWithAKeptOneStays() throws IOException {
        made(1, now.minus(Duration.ofDays(DAYS + 2)));
        made(2, now.minus(Duration.ofDays(DAYS - 2)));

        Maintenance.Outcome done = Maintenance.run(warehouse, DAYS, now);

        assertThat(done.removed()).extracting(Publication::number).containsExactly(1L);
        requireFilesOfAll();
        assertThatThrownBy(() -> Rollback.run(warehouse, 1, RunListener.NONE))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("no publication 1")
                .hasMessageContaining("2 – 4");
    }

    @Test
    @Order(4)
    void ofATableThatLacksAFileNothingIsRemoved() throws IOException {
        made(2, now.minus(Duration.ofDays(DAYS + 1)));
        Path copy = copy("damaged");
        Path needed = needed(copy, newest().tables()).stream()
                .filter(file -> file.toString().contains(TierAssignment.TABLE.name()))
                .findFirst()
                .orElseThrow();
        Files.delete(needed);
        Predicate<Path> ofTheTable = file -> file.startsWith(copy.resolve(TierAssignment.TABLE.path()));
        List<Path> before = dataFiles(copy).stream().filter(ofTheTable).toList();

        Maintenance.Outcome done = Maintenance.run(copy, DAYS, now);

        assertThat(dataFiles(copy).stream().filter(ofTheTable)).isEqualTo(before);
        assertThat(done.files()).isPositive();
    }

    @Test
    @Order(5)
    void whatWasCutOffIsCompletedByTheNextRun() throws IOException {
        Path undisturbed = copy("undisturbed");
        Set<Path> before = dataFiles(undisturbed);
        Maintenance.Outcome all = Maintenance.run(undisturbed, DAYS, now);
        List<Path> removed = new ArrayList<>(before);
        removed.removeAll(dataFiles(undisturbed));
        assertThat(removed).hasSize((int) all.files()).hasSizeGreaterThan(2);

        for (int done : List.of(0, 1, removed.size() / 2)) {
            Path cutOff = copy("cut-off-" + done);
            new Publications(cutOff).removeBefore(3);
            for (Path file : removed.subList(0, done)) {
                Files.delete(cutOff.resolve(undisturbed.relativize(file)));
            }

            Maintenance.Outcome rest = Maintenance.run(cutOff, DAYS, now);

            assertThat(rest.files()).isEqualTo(all.files() - done);
            assertThat(below(cutOff)).isEqualTo(below(undisturbed));
        }
    }

    @Test
    @Order(6)
    void onlyWhatIsKeptIsLeft() throws IOException {
        Set<Path> before = dataFiles(warehouse);

        // By then the empty files go as well, which Spark writes and Delta leaves out of the table.
        Maintenance.Outcome done = Maintenance.run(warehouse, DAYS, now.plus(Duration.ofDays(2)));

        assertThat(done.removed()).extracting(Publication::number).containsExactly(2L);
        assertThat(done.files()).isPositive();
        assertThat(done.bytes()).isPositive();
        assertThat(leftJustNow).doesNotExist();
        Set<Path> needed = needed(warehouse, unpublished());
        published().forEach(publication -> needed.addAll(needed(warehouse, publication.tables())));
        assertThat(dataFiles(warehouse)).isEqualTo(needed).hasSize(before.size() - (int) done.files());
        assertThat(checksums()).isEqualTo(needed.size());
        requireWhole(3, 4);
    }

    @Test
    @Order(7)
    void anotherRunFindsNothing() {
        Maintenance.Outcome again = Maintenance.run(warehouse, DAYS, now);

        assertThat(again.removed()).isEmpty();
        assertThat(again.files()).isZero();
        assertThat(again.bytes()).isZero();
    }

    @Test
    @Order(8)
    void aKeptPublicationComesBack() {
        Publication back = Rollback.run(warehouse, 3, RunListener.NONE).publication();

        assertThat(back.number()).isEqualTo(5);
        assertThat(SmallNights.contents(warehouse, back)).isEqualTo(CONTENTS.get(3L));
        requireFilesOfAll();
    }

    @Test
    @Order(9)
    void theNewestIsKeptHoweverOldItIs() {
        Maintenance.Outcome done = Maintenance.run(warehouse, 1, now.plus(Duration.ofDays(1000)));

        assertThat(done.removed()).extracting(Publication::number).containsExactly(3L, 4L);
        assertThat(published()).extracting(Publication::number).containsExactly(5L);
        requireFilesOfAll();
    }

    @Test
    @Order(10)
    void howLongTheyAreKeptChangesNoTable() {
        Nightly.Outcome next = SmallNights.night(landing, warehouse, SmallNights.SECOND);
        assertThat(next.published()).isTrue();
        Settings others = Settings.with(Map.of(
                Settings.ZONE.key(),
                "UTC",
                Settings.KEEP_DAYS.key(),
                30,
                Settings.REPORT_LOCALES.key(),
                List.of("en")));

        Nightly.Outcome again = Nightly.run(
                new Nightly.Request(landing, warehouse, SmallNights.SECOND, others, Set.of()), RunListener.NONE);

        assertThat(again.published()).isFalse();
    }

    /** What a run leaves that was killed between its commits. */
    private static void leaveUnpublished() {
        Warehouse halfWritten = new Warehouse(LocalSpark.session(), warehouse);
        halfWritten.append(FactInteraction.TABLE, halfWritten.read(FactInteraction.TABLE));
    }

    /** What a run leaves that was killed while it wrote a file. */
    private static Path leave(String name, Duration ago) throws IOException {
        Path file = Files.writeString(
                warehouse.resolve(FactInteraction.TABLE.path()).resolve(name), "half a file");
        return Files.setLastModifiedTime(file, FileTime.from(now.minus(ago)));
    }

    /** Gives a publication another moment at which it was made. */
    private static void made(long number, Instant at) throws IOException {
        Path file = warehouse.resolve("publications").resolve(String.format("%08d.json", number));
        Publication publication = new Publications(warehouse).numbered(number).orElseThrow();
        Files.writeString(
                file, Files.readString(file).replace(publication.publishedAt().toString(), at.toString()));
    }

    private static void requireWhole(long... numbers) {
        for (long number : numbers) {
            Publication publication =
                    new Publications(warehouse).numbered(number).orElseThrow();
            assertThat(SmallNights.contents(warehouse, publication))
                    .as("publication " + number)
                    .isEqualTo(CONTENTS.get(number));
        }
    }

    private static void requireFilesOfAll() {
        assertThat(published()).allSatisfy(publication -> assertThat(dataFiles(warehouse))
                .containsAll(needed(warehouse, publication.tables())));
    }

    private static Map<String, Long> unpublished() {
        return new Warehouse(LocalSpark.session(), warehouse).versions(WarehouseSchema.ALL);
    }

    private static Publication newest() {
        return SmallNights.newest(warehouse);
    }

    /** The files of those versions: what their tables' commits added up to then and did not remove. */
    private static Set<Path> needed(Path in, Map<String, Long> versions) {
        Set<Path> needed = new TreeSet<>();
        versions.forEach((table, version) ->
                needed.addAll(StoredTables.files(in.resolve(table), version).keySet()));
        return needed;
    }

    private static Set<Path> dataFiles(Path in) {
        return files(in, name -> name.endsWith(".parquet") && !name.startsWith("."));
    }

    private static Set<Path> below(Path in) {
        return dataFiles(in).stream().map(in::relativize).collect(Collectors.toCollection(TreeSet::new));
    }

    private static int checksums() {
        return files(warehouse, name -> name.endsWith(".parquet.crc")).size();
    }

    private static Set<Path> files(Path in, Predicate<String> name) {
        try (Stream<Path> files = Files.walk(in)) {
            return files.filter(file -> name.test(file.getFileName().toString()))
                    .filter(file -> !file.toString().contains("_delta_log"))
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path copy(String name) throws IOException {
        Path copy = folder.resolve(name);
        FileUtils.copyDirectory(warehouse.toFile(), copy.toFile());
        return copy;
    }

    private static List<Publication> published() {
        return new Publications(warehouse).all();
    }
}
