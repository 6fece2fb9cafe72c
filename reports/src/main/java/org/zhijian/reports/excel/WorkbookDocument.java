package org.zhijian.reports.excel;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.poi.ss.SpreadsheetVersion;
import org.zhijian.reports.document.Document;
import org.zhijian.reports.document.Section;
import org.zhijian.schema.text.UserError;

/**
 * Makes a document a workbook (.xlsx): a contents sheet, then a sheet a section. Text-only sections stand on the contents
 * sheet. The same document gives the same bytes. Rows pass through, memory does not grow with their number.
 */
public final class WorkbookDocument {
    private WorkbookDocument() {}

    /**
     * Writes the workbook beside its place and moves it there when it is complete; a file that stands there is replaced.
     *
     * @throws UserError when the file cannot be written
     */
    public static void write(Document document, Path file) {
        write(document, file, SpreadsheetVersion.EXCEL2007.getMaxRows());
    }

    /** Writes the workbook with at most so many rows on a sheet. */
    static void write(Document document, Path file, int rowsPerSheet) {
        Path place = file.toAbsolutePath().getParent();
        try {
            Files.createDirectories(place);
            Path folder = Files.createTempDirectory(place, "." + file.getFileName() + ".");
            try {
                Path draft = folder.resolve("finished.xlsx");
                write(document, folder, draft, rowsPerSheet);
                Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                delete(folder);
            }
        } catch (FileSystemException e) {
            throw new UserError("reports.export.unwritable", file, e.toString()).causedBy(e);
        } catch (IOException e) {
            throw new UserError("reports.export.unwritable", file, e.getMessage()).causedBy(e);
        }
    }

    private static void write(Document document, Path folder, Path draft, int rowsPerSheet) throws IOException {
        try (StreamedWorkbook workbook = new StreamedWorkbook(folder)) {
            Book book = new Book(workbook, document, rowsPerSheet);
            List<Entry> entries = new ArrayList<>();
            for (Section section : document.sections()) {
                entries.add(write(book, new Blocks(section)));
            }
            if (!book.chartData().isEmpty()) {
                entries.add(book.chartData().write(book));
            }
            new ContentsSheet(book).write(entries);
            workbook.write(draft);
        }
    }

    private static Entry write(Book book, Blocks blocks) {
        if (blocks.isTextOnly()) {
            return Entry.ofText(blocks);
        }
        return blocks.isOneTable() ? new TableSheet(book, blocks).write() : new PageSheet(book, blocks).write();
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
