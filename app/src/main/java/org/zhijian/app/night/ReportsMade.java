package org.zhijian.app.night;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.zhijian.schema.publication.Publication;

/**
 * From which publication a folder has all reports of the night. A night that was cut off before its reports, or in which one
 * failed, leaves the note as it was, so that the next night makes them too.
 */
final class ReportsMade {
    private static final String NOTE = ".made-from-publication";

    private final Path note;

    /** @param folder the folder of all reports */
    ReportsMade(Path folder) {
        this.note = folder.resolve(NOTE);
    }

    /**
     * The business day after whose close reports are due: the earliest that was closed by the publication in the note or a
     * later one, else the one closed before; null where there was none.
     *
     * @param earlier the publications before the newest one, the oldest first
     */
    LocalDate closedBefore(List<Publication> earlier, Publication newest) {
        long made = number().orElse(Long.MAX_VALUE);
        Stream<LocalDate> since = earlier.stream()
                .filter(publication -> publication.number() >= made)
                .map(Publication::businessDate);
        Stream<LocalDate> last = earlier.stream()
                .sorted(Comparator.comparing(Publication::number).reversed())
                .map(Publication::businessDate)
                .filter(day -> day.isBefore(newest.businessDate()))
                .limit(1);
        return Stream.concat(since, last)
                .filter(day -> day.isBefore(newest.businessDate()))
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    /** Notes that all reports due have been made from a publication. */
    void from(Publication publication) {
        try {
            Files.createDirectories(note.getParent());
            Path draft = Files.createTempFile(note.getParent(), NOTE, ".tmp");
            Files.writeString(draft, publication.number() + System.lineSeparator());
            Files.move(draft, note, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Optional<Long> number() {
        try {
            return Optional.of(Long.valueOf(Files.readString(note).strip()));
        } catch (NoSuchFileException | NumberFormatException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
