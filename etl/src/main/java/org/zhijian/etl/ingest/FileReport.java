package org.zhijian.etl.ingest;

import java.util.List;
import org.zhijian.schema.raw.LandingFile;
import org.zhijian.schema.text.UserError;

/**
 * A file's ledger row, for people.
 *
 * @param status one of those of {@link LandingFile#STATUS}
 * @param rejection why it was rejected, or null
 * @param unknownColumns columns that were ignored
 */
public record FileReport(
        long fileId, String path, String status, FileCounts counts, UserError rejection, List<String> unknownColumns) {}
