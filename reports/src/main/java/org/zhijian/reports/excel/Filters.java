package org.zhijian.reports.excel;

import org.apache.poi.ss.util.CellRangeAddress;

/** The filter of a table. */
final class Filters {
    private Filters() {}

    /** Puts buttons on the headings. Rows at the end that sum up the others stay out of it. */
    static void put(GridTable.Part part, int columns) {
        if (part.lastUsual() > part.header()) {
            part.page().sheet().setAutoFilter(new CellRangeAddress(part.header(), part.lastUsual(), 0, columns - 1));
        }
    }
}
