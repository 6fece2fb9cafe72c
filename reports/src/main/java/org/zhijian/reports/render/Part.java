package org.zhijian.reports.render;

import java.nio.file.Path;
import org.zhijian.reports.document.Document;
import org.zhijian.reports.excel.WorkbookDocument;
import org.zhijian.reports.pdf.PdfDocument;

/**
 * One of the files that a report consists of.
 *
 * @param folder the folder in the period's folder where it lies; empty for the period's folder itself
 * @param name the file's name up to its language
 * @param content what writes it
 */
record Part(String folder, String name, Content content) {

    /** Writes a file of that format. */
    @FunctionalInterface
    interface Content {
        void write(FileFormat format, Path file);
    }

    /** A part whose content is a document. */
    static Part of(String folder, String name, Document document) {
        return new Part(folder, name, (format, file) -> {
            switch (format) {
                case PDF -> Pdf.WRITER.write(document, file);
                case XLSX -> WorkbookDocument.write(document, file);
            }
        });
    }

    /** Made when the first PDF is, and used by all: templates and fonts are read once. */
    private static final class Pdf {
        private static final PdfDocument WRITER = new PdfDocument();
    }
}
