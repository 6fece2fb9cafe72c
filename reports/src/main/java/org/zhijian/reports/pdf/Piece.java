package org.zhijian.reports.pdf;

import java.util.Arrays;
import java.util.Map;
import net.sf.jasperreports.engine.JRDataSource;
import net.sf.jasperreports.engine.JRElement;
import net.sf.jasperreports.engine.JRGroup;
import net.sf.jasperreports.engine.JasperReport;

/**
 * A piece of a document with the template that shows it.
 *
 * @param template the template, fitted to the sheet
 * @param parameters its parameters
 * @param rows its records
 * @param start how much room it needs to begin on a page, in points; with less it begins on the next
 */
record Piece(JasperReport template, Map<String, Object> parameters, JRDataSource rows, int start) {
    /** The key of elements that are as wide as the sheet. */
    private static final String WIDE = "wide";

    /** A copy of the template whose wide elements are as wide as the sheet. */
    static JasperReport fitted(Template template, Sheet sheet) {
        JasperReport copy = template.copy();
        Template.elements(copy)
                .filter(element -> WIDE.equals(element.getKey()))
                .forEach(element -> widen(element, sheet));
        return copy;
    }

    /** The same piece that begins only where its start has room. */
    Piece kept(Sheet sheet) {
        JRGroup[] groups = template.getGroups();
        if (groups != null) {
            Arrays.stream(groups)
                    .limit(1)
                    .forEach(group -> group.setMinHeightToStartNewPage(Math.min(start, sheet.height())));
        }
        return this;
    }

    private static void widen(JRElement element, Sheet sheet) {
        element.setWidth(sheet.width());
    }
}
