package org.zhijian.etl.ingest;

import static org.apache.spark.sql.functions.max;
import static org.zhijian.etl.io.Schemas.col;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.sql.Row;
import org.zhijian.etl.io.Warehouse;
import org.zhijian.schema.raw.LandingFile;

/** What the ledger knows of landing files: by path, size and time without reading them, and by content. */
final class FileLedger {
    private final Set<FileStamp> seen = new HashSet<>();
    private final Map<String, String> loaded = new HashMap<>();
    private final Map<String, Long> ids = new HashMap<>();
    private final Set<Long> loadedBefore = new HashSet<>();
    private long lastId;

    /**
     * Reads the ledger.
     *
     * @param again files that are to be read again as if they were new
     */
    FileLedger(Warehouse warehouse, Set<Long> again) {
        List<Row> rows = warehouse
                .read(LandingFile.TABLE)
                .groupBy(
                        col(LandingFile.FILE_ID),
                        col(LandingFile.PATH),
                        col(LandingFile.BYTES),
                        col(LandingFile.MODIFIED_AT),
                        col(LandingFile.CHECKSUM))
                .agg(max(col(LandingFile.STATUS).equalTo(LandingFile.LOADED)))
                .collectAsList();
        for (Row row : rows) {
            long id = row.getLong(0);
            lastId = Math.max(lastId, id);
            if (again.contains(id)) {
                ids.put(row.getString(4), id);
                if (row.getBoolean(5)) {
                    loadedBefore.add(id);
                }
                continue;
            }
            seen.add(new FileStamp(
                    row.getString(1), row.getLong(2), row.getTimestamp(3).toInstant()));
            if (row.getBoolean(5)) {
                loaded.put(row.getString(4), row.getString(1));
            }
        }
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

    /** The path under which the same content has been loaded. */
    Optional<String> loadedAs(String checksum) {
        return Optional.ofNullable(loaded.get(checksum));
    }

    /** Takes note that a file is being loaded, and gives its number: the old one of a file that is read again. */
    long load(FoundFile file) {
        loaded.put(file.checksum(), file.path());
        return idOf(file);
    }

    /** A number for a file. */
    long idOf(FoundFile file) {
        Long known = ids.get(file.checksum());
        if (known != null) {
            return known;
        }
        lastId++;
        return lastId;
    }

    /** Whether a file is read again under its old number. */
    boolean isAgain(FoundFile file) {
        return ids.containsKey(file.checksum());
    }

    /** Whether a file is read again that has been loaded, if only in part. */
    boolean isLoadedAgain(FoundFile file) {
        return isAgain(file) && loadedBefore.contains(ids.get(file.checksum()));
    }
}
