package org.zhijian.etl.ingest;

import java.util.List;
import org.zhijian.schema.text.UserError;

/**
 * A file's ledger row, for people.
 *
 * @param rejection why it was rejected, or null
 * @param unknownColumns columns that were ignored
 */
public record FileReport(
        long fileId,
        String path,
        String status,
        long read,
        long loaded,
        long superseded,
        long duplicate,
        long quarantined,
        UserError rejection,
        List<String> unknownColumns) {}
