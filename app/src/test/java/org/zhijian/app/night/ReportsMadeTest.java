package org.zhijian.app.night;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhijian.schema.publication.Publication;

class ReportsMadeTest {
    @TempDir
    private Path folder;

    @Test
    void withoutANoteTheNightBeforeCounts() {
        assertThat(closedBefore(null, "2026-10-31")).isNull();
        assertThat(closedBefore(null, "2026-10-29", "2026-10-30", "2026-10-31")).isEqualTo(LocalDate.of(2026, 10, 30));
    }

    @Test
    void aDayThatIsPublishedAgainHasItsReportsMadeAgain() {
        assertThat(closedBefore(2L, "2026-10-30", "2026-10-31", "2026-10-31")).isEqualTo(LocalDate.of(2026, 10, 30));
        assertThat(closedBefore(3L, "2026-10-30", "2026-10-31", "2026-10-31")).isEqualTo(LocalDate.of(2026, 10, 30));
    }

    @Test
    void nightsThatWereCutOffBeforeTheirReportsAreMadeUpFor() {
        assertThat(closedBefore(1L, "2026-10-30", "2026-10-31", "2026-11-01", "2026-11-02"))
                .isEqualTo(LocalDate.of(2026, 10, 30));
    }

    @Test
    void whatWasMadeOfPublicationsTakenBackIsMadeAgain() {
        assertThat(closedBefore(3L, "2026-10-30", "2026-10-31", "2026-11-01", "2026-10-30", "2026-11-01"))
                .isEqualTo(LocalDate.of(2026, 10, 30));
    }

    @Test
    void aNoteThatCannotBeReadIsAsGoodAsNone() throws IOException {
        new ReportsMade(folder).from(publication(1, "2026-10-29"));
        try (Stream<Path> files = Files.list(folder)) {
            Files.writeString(files.findFirst().orElseThrow(), "?");
        }

        assertThat(closedBefore(null, "2026-10-29", "2026-10-30", "2026-10-31")).isEqualTo(LocalDate.of(2026, 10, 30));
    }

    /** After which day reports are due, with reports made from the publication of that number, or from none. */
    private LocalDate closedBefore(Long made, String... days) {
        List<Publication> publications = new ArrayList<>();
        for (String day : days) {
            publications.add(publication(publications.size() + 1, day));
        }
        ReportsMade note = new ReportsMade(folder);
        if (made != null) {
            note.from(publications.get((int) (made - 1)));
        }
        return note.closedBefore(publications.subList(0, days.length - 1), publications.get(days.length - 1));
    }

    private static Publication publication(long number, String day) {
        return new Publication(
                number, LocalDate.parse(day), Instant.EPOCH, "Asia/Shanghai", "1", Map.of(), "landing", Map.of());
    }
}
