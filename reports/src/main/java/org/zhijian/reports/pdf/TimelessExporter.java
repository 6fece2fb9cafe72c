package org.zhijian.reports.pdf;

import com.lowagie.text.pdf.PdfName;
import net.sf.jasperreports.engine.JasperReportsContext;
import net.sf.jasperreports.pdf.JRPdfExporter;
import net.sf.jasperreports.pdf.classic.ClassicPdfProducer;
import net.sf.jasperreports.pdf.common.PdfProducer;
import net.sf.jasperreports.pdf.common.PdfProducerContext;

/** Writes files that don't say when they were written. */
final class TimelessExporter extends JRPdfExporter {
    TimelessExporter(JasperReportsContext context) {
        super(context);
    }

    @Override
    protected PdfProducer createPdfProducer() {
        return new TimelessProducer(createPdfProducerContext());
    }

    private static final class TimelessProducer extends ClassicPdfProducer {
        TimelessProducer(PdfProducerContext context) {
            super(context);
        }

        @Override
        public void close() {
            getPdfWriter().getInfo().remove(PdfName.CREATIONDATE);
            super.close();
        }
    }
}
