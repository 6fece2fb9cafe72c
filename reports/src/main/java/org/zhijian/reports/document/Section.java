package org.zhijian.reports.document;

import java.util.List;

/**
 * A part of a report: a bookmark in a PDF, a sheet in a workbook.
 *
 * @param title its title
 * @param start whether it begins on a page of its own
 * @param blocks what it holds, in order
 */
public record Section(String title, Start start, List<Block> blocks) {

    /** Where a section begins in a PDF. */
    public enum Start {
        NEW_PAGE,
        FOLLOWS
    }

    public Section {
        blocks = List.copyOf(blocks);
    }

    /** A section that begins on a page of its own. */
    public static Section onNewPage(String title, Block... blocks) {
        return new Section(title, Start.NEW_PAGE, List.of(blocks));
    }

    /** A section that follows the one before where there is room. */
    public static Section following(String title, Block... blocks) {
        return new Section(title, Start.FOLLOWS, List.of(blocks));
    }
}
