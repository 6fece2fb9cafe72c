package org.zhijian.reports.pdf;

import java.util.ArrayList;
import java.util.List;
import org.zhijian.reports.document.Block;
import org.zhijian.reports.document.Chart;
import org.zhijian.reports.document.Grid;
import org.zhijian.reports.document.Paragraph;

/**
 * A block and the note that closes it, which never begins a page without something of the block.
 *
 * @param block the block
 * @param note the text of the notes that follow a table or a chart, else the empty text
 */
record Closed(Block block, String note) {

    /** The blocks in order, notes taken to the table or chart before them. */
    static List<Closed> of(List<Block> blocks) {
        List<Closed> closed = new ArrayList<>();
        for (Block block : blocks) {
            Closed last = closed.isEmpty() ? null : closed.get(closed.size() - 1);
            if (last != null && last.takes(block)) {
                closed.set(closed.size() - 1, last.with(((Paragraph) block).text()));
            } else {
                closed.add(new Closed(block, ""));
            }
        }
        return closed;
    }

    /** Whether the block is a note itself. */
    boolean isNote() {
        return isNote(block);
    }

    private boolean takes(Block next) {
        return isNote(next) && (block instanceof Grid || block instanceof Chart);
    }

    private static boolean isNote(Block block) {
        return block instanceof Paragraph paragraph && paragraph.role() == Paragraph.Role.NOTE;
    }

    private Closed with(String text) {
        return new Closed(block, note.isEmpty() ? text : note + "\n" + text);
    }
}
