package org.zhijian.etl.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.zhijian.schema.Table;
import org.zhijian.schema.mart.AgentMonthScore;
import org.zhijian.schema.publication.Publication;
import org.zhijian.schema.publication.Publications;
import org.zhijian.schema.raw.LandingFile;
import org.zhijian.schema.star.FactAppeal;
import org.zhijian.schema.star.FactExam;
import org.zhijian.schema.text.UserError;

/** Two nights, then back to the first and on again; each test goes on where the one before ended. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RollbackTest {
    @TempDir
    private static Path folder;

    private static Path landing;
    private static Path warehouse;

    @BeforeAll
    static void takeTwoNights() {
        landing = UndisturbedNights.copyLanding(folder.resolve("landing"));
        warehouse = UndisturbedNights.copyAfterSecond(folder.resolve("warehouse"));
    }

    @Test
    @Order(1)
    void anUnknownPublicationIsRefusedWithThoseThereAre() {
        assertThatThrownBy(() -> Rollback.run(warehouse, 3, RunListener.NONE))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("no publication 3")
                .hasMessageContaining("1 – 2");
        assertThatThrownBy(() -> Rollback.run(folder.resolve("nowhere"), 1, RunListener.NONE))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("there are: –");
        assertThat(folder.resolve("nowhere")).doesNotExist();
    }

    @Test
    @Order(2)
    void aRollbackWaitsForNoOtherRun() {
        try (RunLock other = RunLock.take(warehouse)) {
            assertThat(other).isNotNull();
            assertThatThrownBy(() -> Rollback.run(warehouse, 1, RunListener.NONE))
                    .isInstanceOf(UserError.class)
                    .hasMessageContaining("Another run");
        }
    }

    @Test
    @Order(3)
    void whatIsNoLongerWholeStaysAway() throws IOException {
        Path data;
        try (Stream<Path> files = Files.walk(warehouse.resolve(AgentMonthScore.TABLE.path()))) {
            data = files.filter(file -> file.toString().endsWith(".parquet"))
                    .filter(file -> !file.toString().contains("_delta_log"))
                    .filter(file -> isOfFirstNight(file))
                    .findFirst()
                    .orElseThrow();
        }
        Path away = Files.move(data, folder.resolve("away"));

        assertThatThrownBy(() -> Rollback.run(warehouse, 1, RunListener.NONE))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("mart.agent_month_score");
        assertThat(published()).hasSize(2);

        Files.move(away, data);
    }

    @Test
    @Order(4)
    void allTablesComeBackAsANewPublication() {
        Rollback.Outcome back = Rollback.run(warehouse, 1, RunListener.NONE);

        assertThat(back.publication().number()).isEqualTo(3);
        assertThat(back.publication().businessDate()).isEqualTo(SmallNights.FIRST);
        assertThat(SmallNights.contents(warehouse, back.publication())).isEqualTo(UndisturbedNights.first());
        assertThat(back.changed())
                .contains(LandingFile.TABLE, FactAppeal.TABLE, AgentMonthScore.TABLE)
                .doesNotContain(FactExam.TABLE);
        assertThat(changedRows(UndisturbedNights.first(), UndisturbedNights.second()))
                .isSubsetOf(back.changed().stream().map(Table::toString).toList());
    }

    @Test
    @Order(5)
    void historyStaysWhole() {
        List<Publication> published = published();

        assertThat(SmallNights.contents(warehouse, published.get(0))).isEqualTo(UndisturbedNights.first());
        assertThat(SmallNights.contents(warehouse, published.get(1))).isEqualTo(UndisturbedNights.second());
        assertThat(published).hasSize(3);
    }

    @Test
    @Order(6)
    void goingBackToWhatIsThereChangesNothing() {
        Rollback.Outcome same = Rollback.run(warehouse, 1, RunListener.NONE);

        assertThat(same.changed()).isEmpty();
        assertThat(same.publication().number()).isEqualTo(3);
        assertThat(published()).hasSize(3);
    }

    @Test
    @Order(7)
    void theNextNightLoadsAgainWhatCameSince() {
        Nightly.Outcome next = SmallNights.night(landing, warehouse, SmallNights.SECOND);

        assertThat(next.files()).hasSize(4).allMatch(file -> file.path().startsWith("2/"));
        assertThat(next.restored()).isEmpty();
        assertThat(next.publication().number()).isEqualTo(4);
        // A run is known by the number of what it publishes.
        String run = LandingFile.RUN_ID.name();
        assertThat(SmallNights.contents(warehouse, next.publication(), run))
                .isEqualTo(SmallNights.contents(warehouse, published().get(1), run));
    }

    private static boolean isOfFirstNight(Path file) {
        try {
            return Files.readString(warehouse
                            .resolve(AgentMonthScore.TABLE.path())
                            .resolve(String.format("_delta_log/%020d.json", 1)))
                    .contains(file.getFileName().toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> changedRows(Map<String, List<String>> before, Map<String, List<String>> after) {
        return before.keySet().stream()
                .filter(table -> !before.get(table).equals(after.get(table)))
                .toList();
    }

    private static List<Publication> published() {
        return new Publications(warehouse).all();
    }
}
