package org.zhijian.etl.ingest;

import java.nio.file.Path;
import java.util.List;
import org.zhijian.schema.raw.Entity;
import org.zhijian.schema.sheet.ScoreSheetLayout;
import org.zhijian.schema.text.UserError;

/**
 * A landing file that has been looked at.
 *
 * @param file where it is
 * @param stamp how it lay before it was looked at
 * @param checksum SHA-256 of its content in hex
 * @param entity what it holds, null when that is not known and in a score sheet
 * @param mapping the mapping it is read through, null when it has the entity's own columns
 * @param options how it is read, its columns included; null in a score sheet
 * @param sheet what a score sheet says, null in any other file
 * @param records how many records it has; in a score sheet they are counted by entity
 * @param rejection why it is no file that can be read, or null
 * @param unknownColumns columns that are not read
 */
record FoundFile(
        Path file,
        FileStamp stamp,
        String checksum,
        Entity entity,
        Mapping mapping,
        SourceOptions options,
        FilledSheet sheet,
        long records,
        UserError rejection,
        List<String> unknownColumns) {

    boolean rejected() {
        return rejection != null;
    }

    /** What the ledger calls what it holds, null when that is not known. */
    String holds() {
        if (LandingFolder.isScoreSheet(file) && mapping == null) {
            return ScoreSheetLayout.NAME;
        }
        return entity == null ? null : entity.name();
    }

    /** What it is known by. */
    Reading reading() {
        return new Reading(checksum, holds(), mapping == null ? null : mapping.name());
    }

    /** The entities that it can have records of. */
    List<Entity> entities() {
        return sheet == null ? List.of(entity) : FilledSheet.entities();
    }

    /** How many records of that entity it has. */
    long records(Entity part) {
        return sheet == null ? records : sheet.records(part).size();
    }

    /** How many records a night has to read of it. */
    long recordsToRead() {
        return rejected() ? 0 : entities().stream().mapToLong(this::records).sum();
    }

    /** Its path below the landing folder. */
    String path() {
        return stamp.path();
    }

    /** The same with another reading of the score sheet. */
    FoundFile with(FilledSheet other) {
        return new FoundFile(
                file, stamp, checksum, entity, mapping, options, other, records, rejection, unknownColumns);
    }
}
