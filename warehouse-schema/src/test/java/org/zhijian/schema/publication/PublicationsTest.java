package org.zhijian.schema.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhijian.schema.settings.Settings;

class PublicationsTest {
    @TempDir
    private Path warehouse;

    private Publications publications;

    @BeforeEach
    void open() {
        publications = new Publications(warehouse);
    }

    @Test
    void aWarehouseWithoutPublicationsHasNone() {
        assertThat(publications.all()).isEmpty();
        assertThat(publications.newest()).isEmpty();
        assertThat(publications.numbered(1)).isEmpty();
        assertThat(publications.asOf(LocalDate.of(2026, 10, 31))).isEmpty();
    }

    @Test
    void aPublicationComesBackAsItWasWritten() {
        Publication written = new Publication(
                1,
                LocalDate.of(2026, 10, 31),
                Instant.parse("2026-10-31T17:00:00.123456Z"),
                "Asia/Shanghai",
                "1.0.0",
                Map.of("tiers.percent", "20", "draw.seed", "质检 \"1\""),
                "/srv/落地",
                Map.of("mart/tier_assignment", 4_000_000_000L, "star/dim_agent", 0L));

        publications.publish(written);

        assertThat(publications.numbered(1)).contains(written);
        assertThat(new Publications(warehouse).newest()).contains(written);
    }

    @Test
    void theNewestIsThatOfTheHighestNumber() {
        for (int number = 1; number <= 11; number++) {
            publish(number, "2026-10-%02dT18:00:00Z".formatted(number));
        }

        assertThat(publications.newest()).map(Publication::number).contains(11L);
        assertThat(publications.numbered(9)).map(Publication::number).contains(9L);
        assertThat(publications.numbered(12)).isEmpty();
        assertThat(publications.all())
                .extracting(Publication::number)
                .containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L, 10L, 11L);
    }

    @Test
    void numbersHaveNoGapsAndNoneIsGivenTwice() {
        assertThatIllegalArgumentException().isThrownBy(() -> publish(2, "2026-10-01T18:00:00Z"));
        publish(1, "2026-10-01T18:00:00Z");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> publish(3, "2026-10-02T18:00:00Z"))
                .withMessageContaining("3");
        assertThatIllegalArgumentException().isThrownBy(() -> publish(1, "2026-10-02T18:00:00Z"));

        assertThat(publications.all())
                .extracting(Publication::publishedAt)
                .containsExactly(Instant.parse("2026-10-01T18:00:00Z"));
    }

    @Test
    void theOldestCanBeRemovedAndTheNewestNot() {
        for (int number = 1; number <= 4; number++) {
            publish(number, "2026-10-%02dT18:00:00Z".formatted(number));
        }

        publications.removeBefore(3);
        publications.removeBefore(2);

        assertThat(publications.all()).extracting(Publication::number).containsExactly(3L, 4L);
        assertThat(publications.numbered(2)).isEmpty();
        assertThat(publications.asOf(LocalDate.of(2026, 10, 3))).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> publications.removeBefore(5));
        publish(5, "2026-10-05T18:00:00Z");
        assertThat(publications.newest()).map(Publication::number).contains(5L);
    }

    @Test
    void settingsThatNoTableDependsOnMakeNoDifference() {
        Publication made =
                publication(1, "2026-10-01T18:00:00Z", Settings.defaults().written());
        Publication earlier = publication(1, "2026-10-01T18:00:00Z", Map.of(Settings.REPORT_LOCALES.key(), "[en]"));

        assertThat(made.isMadeWith(Settings.with(Map.of("reports.locales", List.of("en"), "publications.keep-days", 30))
                        .written()))
                .isTrue();
        assertThat(made.isMadeWith(Settings.with(Map.of("tiers.percent", 25)).written()))
                .isFalse();
        assertThat(earlier.isMadeWith(Map.of(Settings.KEEP_DAYS.key(), "400"))).isTrue();
        assertThat(earlier.isMadeWith(Map.of(Settings.TIER_PERCENT.key(), "20")))
                .isFalse();
    }

    @Test
    void whatWasHalfWrittenIsNotSeenAndNotInTheWay() throws IOException {
        publish(1, "2026-10-01T18:00:00Z");
        Path folder = warehouse.resolve("publications");
        String whole = Files.readString(folder.resolve("00000001.json"));
        Files.writeString(folder.resolve("2.draft"), whole.substring(0, whole.length() / 2));
        Files.writeString(folder.resolve("notes.json"), "{");

        assertThat(publications.newest()).map(Publication::number).contains(1L);
        assertThat(publications.numbered(2)).isEmpty();

        publish(2, "2026-10-02T18:00:00Z");
        assertThat(publications.newest()).map(Publication::number).contains(2L);
        assertThat(folder.resolve("2.draft")).doesNotExist();
    }

    @Test
    void readersSawTheLastThatWasMadeByTheEndOfTheDayInTheCentresZone() {
        publish(1, "2026-10-01T15:59:59Z");
        publish(2, "2026-10-01T16:00:00Z");
        publish(3, "2026-10-02T03:00:00Z");

        assertThat(publications.asOf(LocalDate.of(2026, 9, 30))).isEmpty();
        assertThat(publications.asOf(LocalDate.of(2026, 10, 1)))
                .map(Publication::number)
                .contains(1L);
        assertThat(publications.asOf(LocalDate.of(2026, 10, 2)))
                .map(Publication::number)
                .contains(3L);
        assertThat(publications.asOf(LocalDate.of(2027, 1, 1)))
                .map(Publication::number)
                .contains(3L);
    }

    private void publish(long number, String publishedAt) {
        publications.publish(publication(number, publishedAt, Map.of()));
    }

    private static Publication publication(long number, String publishedAt, Map<String, String> settings) {
        return new Publication(
                number,
                LocalDate.of(2026, 9, 1).plusDays(number),
                Instant.parse(publishedAt),
                "Asia/Shanghai",
                "test",
                settings,
                "landing",
                Map.of("mart/tier_assignment", number));
    }
}
