package org.zhijian.reports.excel;

import java.util.List;
import org.zhijian.reports.document.Paragraph;

/**
 * A line of the contents sheet.
 *
 * @param title the section's title
 * @param place where it begins, or null where it stands on the contents sheet itself
 * @param holds what it holds
 * @param rows how many rows its tables have together, or null where it has none
 * @param text what stands on the contents sheet
 */
record Entry(String title, String place, List<String> holds, Long rows, List<Paragraph> text) {

    /** A section with a sheet of its own. */
    static Entry of(Blocks blocks, String place, Long rows) {
        return new Entry(blocks.section().title(), place, blocks.titles(), rows, List.of());
    }

    /** A section of only text. */
    static Entry ofText(Blocks blocks) {
        return new Entry(blocks.section().title(), null, blocks.titles(), null, blocks.paragraphs());
    }

    boolean isHere() {
        return place == null;
    }
}
