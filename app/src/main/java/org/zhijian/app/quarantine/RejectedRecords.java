package org.zhijian.app.quarantine;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.zhijian.reports.read.Condition;
import org.zhijian.reports.read.PublishedWarehouse;
import org.zhijian.reports.read.Row;
import org.zhijian.reports.read.Rows;
import org.zhijian.reports.read.Selection;
import org.zhijian.schema.raw.LandingFile;
import org.zhijian.schema.raw.Quarantine;
import org.zhijian.schema.text.Text;
import org.zhijian.schema.text.UserError;

/**
 * What landing files left in quarantine. A file that was loaded again counts with its last run only; one whose path a later
 * file has taken, as a mended one does, is replaced and no longer waits to be mended.
 */
public final class RejectedRecords {
    private final PublishedWarehouse warehouse;
    private final Map<Long, FileState> files = new HashMap<>();
    private final Map<String, Long> newestByPath = new HashMap<>();

    public RejectedRecords(PublishedWarehouse warehouse) {
        this.warehouse = warehouse;
        if (warehouse.holds(LandingFile.TABLE)) {
            try (Rows rows = warehouse.rows(LandingFile.TABLE)) {
                rows.forEachRemaining(row -> files.merge(
                        row.bigint(LandingFile.FILE_ID),
                        FileState.of(row),
                        (one, other) -> one.run() > other.run() ? one : other));
            }
        }
        files.values().stream()
                .filter(file -> !file.isRepeated())
                .forEach(file -> newestByPath.merge(file.path(), file.id(), Math::max));
    }

    /** The files that were rejected whole, the newest first. */
    public List<FileState> rejectedFiles() {
        return files.values().stream()
                .filter(file -> file.isRejected() && !isReplaced(file))
                .sorted(Comparator.comparingLong(FileState::id).reversed())
                .toList();
    }

    /** The files that have records in quarantine, by file number. */
    public List<QuarantinedFile> quarantinedFiles() {
        Map<Long, Map<String, Set<Long>>> linesByFile = new TreeMap<>();
        if (warehouse.holds(Quarantine.TABLE)) {
            Selection selection = Selection.of(Quarantine.TABLE)
                    .columns(Quarantine.FILE_ID, Quarantine.RUN_ID, Quarantine.LINE, Quarantine.REASON);
            try (Rows rows = warehouse.rows(selection)) {
                rows.forEachRemaining(row -> {
                    if (counts(row)) {
                        linesByFile
                                .computeIfAbsent(row.bigint(Quarantine.FILE_ID), id -> new TreeMap<>())
                                .computeIfAbsent(row.string(Quarantine.REASON), reason -> new HashSet<>())
                                .add(row.bigint(Quarantine.LINE));
                    }
                });
            }
        }
        return linesByFile.entrySet().stream()
                .map(lines -> QuarantinedFile.of(files.get(lines.getKey()), lines.getValue()))
                .toList();
    }

    /**
     * The file of that number.
     *
     * @throws UserError when no file has it
     */
    public FileState file(long id) {
        FileState file = files.get(id);
        if (file == null) {
            throw new UserError("app.quarantine.no-such-file", id);
        }
        return file;
    }

    /** What the file left in quarantine, line by line. */
    public List<QuarantinedRecord> records(FileState file) {
        if (!warehouse.holds(Quarantine.TABLE)) {
            return List.of();
        }
        Selection ofFile = Selection.of(Quarantine.TABLE)
                .where(Condition.equal(Quarantine.FILE_ID, file.id()))
                .where(Condition.equal(Quarantine.RUN_ID, file.run()));
        return warehouse.rows(ofFile).toList().stream()
                .map(QuarantinedRecord::of)
                .sorted(Comparator.comparingLong(QuarantinedRecord::line)
                        .thenComparing(QuarantinedRecord::column, Comparator.nullsFirst(Comparator.naturalOrder())))
                .toList();
    }

    /** What can be done about these records of a file, every remedy once. */
    public static List<String> remedies(List<QuarantinedRecord> records, FileState file, Text text) {
        return records.stream()
                .map(record -> QuarantineReason.remedy(record.reason(), file, text))
                .distinct()
                .toList();
    }

    /** Whether a later file lies where this one lay. */
    public boolean isReplaced(FileState file) {
        return newestByPath.getOrDefault(file.path(), file.id()) > file.id();
    }

    private boolean counts(Row row) {
        FileState file = files.get(row.bigint(Quarantine.FILE_ID));
        return file != null && file.run() == row.bigint(Quarantine.RUN_ID) && !isReplaced(file);
    }
}
