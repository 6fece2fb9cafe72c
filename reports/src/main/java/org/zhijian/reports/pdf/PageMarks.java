package org.zhijian.reports.pdf;

import java.util.List;
import net.sf.jasperreports.engine.JRPrintPage;
import net.sf.jasperreports.engine.JRPrintText;
import net.sf.jasperreports.engine.JasperPrint;
import org.zhijian.schema.text.Text;

/** What can only be said of a page when all are laid out. */
final class PageMarks {
    private PageMarks() {}

    /** Numbers the pages, and takes the running title from the first, which has a larger one. */
    static void complete(List<JasperPrint> prints, Text text) {
        List<JRPrintPage> pages =
                prints.stream().flatMap(print -> print.getPages().stream()).toList();
        pages.get(0).getElements().removeIf(element -> "running".equals(element.getKey()));
        for (int i = 0; i < pages.size(); i++) {
            String number = text.of("reports.pdf.page", i + 1, pages.size());
            pages.get(i).getElements().stream()
                    .filter(element -> "page".equals(element.getKey()))
                    .forEach(element -> ((JRPrintText) element).setText(number));
        }
    }
}
