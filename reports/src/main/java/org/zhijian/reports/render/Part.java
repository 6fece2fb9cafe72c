package org.zhijian.reports.render;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.zhijian.reports.document.Document;
import org.zhijian.reports.excel.WorkbookDocument;
import org.zhijian.reports.pdf.PdfDocument;
import org.zhijian.reports.sheet.ScoreSheet;
import org.zhijian.reports.sheet.ScoreSheetWorkbook;

/**
 * One of the files that a report consists of.
 *
 * @param folder the folder in the period's folder where it lies; empty for the period's folder itself
 * @param name the file's name up to its language
 * @param content makes what it holds; costly, and the same for all formats
 */
record Part(String folder, String name, Supplier<Content> content) {

    /** What a part holds, to be written as any of its formats. */
    @FunctionalInterface
    interface Content {
        void write(FileFormat format, Path file) throws IOException;
    }

    /** A part whose content is a document. */
    static Part of(String folder, String name, Supplier<Document> document) {
        return new Part(folder, name, () -> written(document.get()));
    }

    private static Content written(Document document) {
        return (format, file) -> {
            switch (format) {
                case PDF -> Pdf.WRITER.write(document, file);
                case XLSX -> WorkbookDocument.write(document, file);
            }
        };
    }

    /** A part that inspectors fill in. */
    static Part of(String folder, ScoreSheet sheet) {
        return new Part(folder, sheet.name(), () -> (format, file) -> ScoreSheetWorkbook.write(sheet, file));
    }

    /** Made when the first PDF is, and used by all: templates and fonts are read once. */
    private static final class Pdf {
        private static final PdfDocument WRITER = new PdfDocument();
    }
}
