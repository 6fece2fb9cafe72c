package org.zhijian.etl.ingest;

/**
 * One record of a file.
 *
 * @param line its first line, the file's first line being 1; in a workbook the row
 * @param values the values in the order of the reader's columns, null where blank
 * @param problem why it is no record, a reason of the quarantine, or null when it is one
 */
@SuppressWarnings("ArrayRecordComponent") // made once a record of millions, never compared
record SourceRecord(long line, String[] values, Reason problem) {

    static SourceRecord broken(long line, Reason problem) {
        return new SourceRecord(line, null, problem);
    }

    /** The value without surrounding white space, null when nothing is left. */
    static String clean(String value) {
        if (value == null) {
            return null;
        }
        String stripped = value.strip();
        return stripped.isEmpty() ? null : stripped;
    }
}
