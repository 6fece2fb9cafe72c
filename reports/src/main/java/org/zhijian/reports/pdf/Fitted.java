package org.zhijian.reports.pdf;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import net.sf.jasperreports.engine.JasperReport;

/**
 * Templates of pieces, fitted to a sheet. Elements of the key {@code wide} are as wide as the sheet, and a piece begins on a
 * page only where its start has room.
 */
final class Fitted {
    private static final String WIDE = "wide";

    /** What pieces have in common that are shown by one template: reading it anew takes longer than filling it. */
    private record Fit(Template template, Sheet sheet, int start, int inARow) {}

    /** There are no more of them than a sheet has points in height, for each template and sheet. */
    private static final Map<Fit, JasperReport> SHARED = new ConcurrentHashMap<>();

    private Fitted() {}

    /** A template of one's own, to be changed further. */
    static JasperReport own(Template template, Sheet sheet, int start) {
        JasperReport copy = template.copy();
        Template.elements(copy)
                .filter(element -> WIDE.equals(element.getKey()))
                .forEach(element -> element.setWidth(sheet.width()));
        Template.groups(copy)
                .limit(1)
                .forEach(head -> head.setMinHeightToStartNewPage(Math.min(start, sheet.height())));
        return copy;
    }

    /** A template that others use too and that is not changed any more. */
    static JasperReport shared(Template template, Sheet sheet, int start) {
        return shared(template, sheet, start, 1, made -> {});
    }

    /** The same for one that shows so many things in a row and is laid out for that. */
    static JasperReport shared(Template template, Sheet sheet, int start, int inARow, Consumer<JasperReport> layOut) {
        Fit fit = new Fit(template, sheet, Math.min(start, sheet.height()), inARow);
        return SHARED.computeIfAbsent(fit, missing -> {
            JasperReport made = own(template, sheet, start);
            layOut.accept(made);
            return made;
        });
    }
}
