package org.zhijian.reports.pdf;

import java.util.ArrayList;
import java.util.List;
import org.zhijian.reports.document.Document;
import org.zhijian.reports.document.Grid;
import org.zhijian.reports.document.Section;

/**
 * Sections that stand one after another on sheets of the same position.
 *
 * @param sheet the sheets' position
 * @param sections the sections
 */
record Stretch(Sheet sheet, List<Section> sections) {

    /**
     * A document's stretches: sheets lie only where a table would be too wide, or too small to read, on one that stands. A
     * section that follows another without a page of its own lies where that one does.
     */
    static List<Stretch> of(Document document) {
        List<Stretch> stretches = new ArrayList<>();
        for (Section section : document.sections()) {
            Stretch last = stretches.isEmpty() ? null : stretches.get(stretches.size() - 1);
            boolean staysLying =
                    last != null && last.sheet == Sheet.LANDSCAPE && section.start() == Section.Start.FOLLOWS;
            Sheet sheet = staysLying ? Sheet.LANDSCAPE : sheet(section);
            if (last == null || last.sheet != sheet) {
                stretches.add(new Stretch(sheet, new ArrayList<>(List.of(section))));
            } else {
                last.sections.add(section);
            }
        }
        return stretches.isEmpty() ? List.of(new Stretch(Sheet.PORTRAIT, List.of())) : stretches;
    }

    private static Sheet sheet(Section section) {
        boolean stands = section.blocks().stream()
                .filter(Grid.class::isInstance)
                .map(Grid.class::cast)
                .allMatch(grid -> Columns.of(grid).readableOn(Sheet.PORTRAIT));
        return stands ? Sheet.PORTRAIT : Sheet.LANDSCAPE;
    }
}
