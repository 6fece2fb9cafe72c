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
        List<Publication> ofDaysBefore = earlier.stream()
                .filter(publication -> publication.businessDate().isBefore(newest.businessDate()))
                .toList();
        if (ofDaysBefore.isEmpty()) {
            return null;
        }
        Publication last = ofDaysBefore.get(ofDaysBefore.size() - 1);
        long made = number().orElse(last.number());
        return ofDaysBefore.stream()
                .filter(publication -> publication.number() >= made)
                .map(Publication::businessDate)
                .min(Comparator.naturalOrder())
                .orElse(last.businessDate());
    }

    /** Notes that all reports due have been made from a publication. */
    void from(Publication publication) {
        try {
            Files.createDirectories(note.getParent());
            Path draft = note.resolveSibling(NOTE + ".part");
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
