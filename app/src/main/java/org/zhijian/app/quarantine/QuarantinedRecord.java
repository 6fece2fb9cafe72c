package org.zhijian.app.quarantine;

import org.zhijian.reports.read.Row;
import org.zhijian.schema.raw.Quarantine;
import org.zhijian.schema.text.Text;

/**
 * A broken column of a rejected record, or the whole record.
 *
 * @param line the record's first line in its file
 * @param column the broken column, null for the whole record
 * @param value the value as it came, numbers masked
 * @param reason the reason's code
 * @param allowed what would have been accepted, or null
 * @param cell the cell, in a workbook
 */
public record QuarantinedRecord(long line, String column, String value, String reason, String allowed, String cell) {

    static QuarantinedRecord of(Row row) {
        return new QuarantinedRecord(
                row.bigint(Quarantine.LINE),
                row.string(Quarantine.COLUMN_NAME),
                row.string(Quarantine.VALUE),
                row.string(Quarantine.REASON),
                row.string(Quarantine.ALLOWED),
                row.string(Quarantine.CELL));
    }

    /** Where it stands: the cell in a workbook, else the line. */
    public String place() {
        return cell == null ? Long.toString(line) : cell;
    }

    /** Why it was rejected, in words. */
    public String why(Text text) {
        return QuarantineReason.words(reason, text);
    }
}
