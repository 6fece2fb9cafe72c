package org.zhijian.etl.ingest;

import static org.zhijian.etl.io.Schemas.col;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.apache.spark.sql.Row;
import org.zhijian.etl.io.Warehouse;
import org.zhijian.schema.raw.LandingFile;

/**
 * What the ledger knows of landing files: by path, size and time without reading them, and by their content and what it was
 * read as.
 */
final class FileLedger {
    private final Set<FileStamp> seen = new HashSet<>();
    private final Set<Reading> loaded = new HashSet<>();
    private final Map<Long, Earlier> again = new TreeMap<>();
    private long lastId;

    /** A row of the ledger. */
    private record Entry(long fileId, long runId, FileStamp stamp, String status, Reading reading) {
        static Entry of(Row row) {
            return new Entry(
                    row.getLong(0),
                    row.getLong(1),
                    new FileStamp(
                            row.getString(2),
                            row.getLong(3),
                            row.getTimestamp(4).toInstant()),
                    row.getString(5),
                    new Reading(row.getString(6), row.getString(7), row.getString(8)));
        }

        Place place() {
            return new Place(stamp.path(), reading.checksum());
        }
    }

    /** A content and where it lies. */
    private record Place(String path, String checksum) {}

    /**
     * A file that is to be read again.
     *
     * @param place where it lay last
     * @param loadedAs what its records were loaded as, null when it left none
     */
    private record Earlier(Place place, Reading loadedAs) {
        /** Whether a file can be this one under another name; its records go only when they come again. */
        boolean isMovedTo(FoundFile file) {
            return loadedAs == null ? place.checksum().equals(file.checksum()) : loadedAs.equals(file.reading());
        }
    }

    /**
     * Reads the ledger.
     *
     * @param numbers those of files that are to be read again as if they were new
     */
    FileLedger(Warehouse warehouse, Set<Long> numbers) {
        List<Entry> entries = entries(warehouse);
        Map<Long, Place> places = new HashMap<>();
        Map<Long, Reading> readings = new HashMap<>();
        for (Entry entry : entries) {
            lastId = Math.max(lastId, entry.fileId());
            places.put(entry.fileId(), entry.place());
            if (entry.status().equals(LandingFile.LOADED)) {
                readings.put(entry.fileId(), entry.reading());
            }
        }
        Set<Place> wanted = new HashSet<>();
        places.forEach((id, place) -> {
            if (numbers.contains(id)) {
                wanted.add(place);
                again.put(id, new Earlier(place, readings.remove(id)));
            }
        });
        loaded.addAll(readings.values());
        for (Entry entry : entries) {
            if (!numbers.contains(entry.fileId()) && !wanted.contains(entry.place())) {
                seen.add(entry.stamp());
            }
        }
    }

    /** All rows, those of earlier runs first. */
    private static List<Entry> entries(Warehouse warehouse) {
        return warehouse
                .read(LandingFile.TABLE)
                .select(
                        col(LandingFile.FILE_ID),
                        col(LandingFile.RUN_ID),
                        col(LandingFile.PATH),
                        col(LandingFile.BYTES),
                        col(LandingFile.MODIFIED_AT),
                        col(LandingFile.STATUS),
                        col(LandingFile.CHECKSUM),
                        col(LandingFile.ENTITY),
                        col(LandingFile.MAPPING))
                .collectAsList()
                .stream()
                .map(Entry::of)
                .sorted(Comparator.comparingLong(Entry::runId))
                .toList();
    }

    /** Whether a file lies as it lay when it was read; one that is gone does not. */
    boolean isUnchanged(String path, Path file) {
        try {
            return seen.contains(FileStamp.of(path, file));
        } catch (NoSuchFileException e) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Numbers files: one that is read again has its old number, also under another name when none lies where it lay; each
     * other gets the next.
     *
     * @param files in the order in which they count as later
     * @return the files in the order of their numbers
     */
    List<NumberedFile> numbered(List<FoundFile> files) {
        List<NumberedFile> numbered = new ArrayList<>();
        List<FoundFile> elsewhere = new ArrayList<>();
        for (FoundFile file : files) {
            Place place = new Place(file.path(), file.checksum());
            again(file, earlier -> earlier.place().equals(place))
                    .ifPresentOrElse(numbered::add, () -> elsewhere.add(file));
        }
        for (FoundFile file : elsewhere) {
            numbered.add(again(file, earlier -> earlier.isMovedTo(file)).orElseGet(() -> {
                lastId++;
                return new NumberedFile(lastId, file, false);
            }));
        }
        numbered.sort(Comparator.comparingLong(NumberedFile::fileId));
        return numbered;
    }

    /** The file under the first number to be read again that is wanted and no other file has. */
    private Optional<NumberedFile> again(FoundFile file, Predicate<Earlier> wanted) {
        Optional<Long> number = again.entrySet().stream()
                .filter(earlier -> wanted.test(earlier.getValue()))
                .map(Map.Entry::getKey)
                .findFirst();
        return number.map(id -> new NumberedFile(id, file, again.remove(id).loadedAs() != null));
    }

    /** Takes note that a file is loaded; false when its content has been loaded as the same before. */
    boolean load(FoundFile file) {
        return loaded.add(file.reading());
    }
}
