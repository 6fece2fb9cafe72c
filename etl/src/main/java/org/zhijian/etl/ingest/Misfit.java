package org.zhijian.etl.ingest;

/**
 * A cell of a score sheet that cannot be loaded.
 *
 * @param line the row
 * @param column the key of its column, or the code of its item
 * @param value what stands in it, null when it is blank
 * @param reason why it cannot be loaded
 * @param allowed what would have been accepted, or null
 * @param cell the cell's name
 */
record Misfit(long line, String column, String value, Reason reason, String allowed, String cell) {}
