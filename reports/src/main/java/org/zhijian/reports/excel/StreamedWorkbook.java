package org.zhijian.reports.excel;

import java.io.BufferedOutputStream;
import java.io.File;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Date;
import java.util.Optional;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.apache.poi.ooxml.POIXMLProperties;
import org.apache.poi.util.DefaultTempFileCreationStrategy;
import org.apache.poi.util.TempFile;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.apache.poi.xssf.streaming.SheetDataWriter;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * A workbook whose rows go to disk as they are written, so that memory does not grow with their number. It writes the
 * same bytes for the same content.
 */
final class StreamedWorkbook extends SXSSFWorkbook {
    /** Rows that can still be changed; a page needs only the one at hand. */
    private static final int WINDOW = 16;

    /** How hard the file is compressed: rows are so much alike that more takes longer than writing them and saves little. */
    private static final int LEVEL = 3;

    private final Path folder;

    /**
     * A new workbook.
     *
     * @param folder where its drafts go; whoever made it deletes it
     */
    StreamedWorkbook(Path folder) {
        super(new XSSFWorkbook(), WINDOW);
        this.folder = folder;
    }

    /** Says in the file's properties what it is. The date is not the clock's: the document alone makes the file. */
    void describe(String title, String subject, String source) {
        POIXMLProperties properties = getXSSFWorkbook().getProperties();
        POIXMLProperties.CoreProperties core = properties.getCoreProperties();
        Optional<Date> always = Optional.of(Date.from(FixedZip.TIME));
        core.setTitle(title);
        core.setSubjectProperty(subject);
        core.setDescription(source);
        core.setCreator("Zhijian");
        core.setCreated(always);
        core.setModified(always);
        properties.getExtendedProperties().getUnderlyingProperties().setApplication("Zhijian");
    }

    /** Writes the file. */
    void write(Path file) throws IOException {
        Path draft = folder.resolve("draft.xlsx");
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(draft), 1 << 16)) {
            writeAvoidingTempFiles(out);
        }
        FixedZip.copy(draft, file);
    }

    @Override
    protected ZipArchiveOutputStream createArchiveOutputStream(OutputStream out) {
        ZipArchiveOutputStream zip = super.createArchiveOutputStream(out);
        zip.setLevel(LEVEL);
        return zip;
    }

    @Override
    protected SheetDataWriter createSheetDataWriter() throws IOException {
        TempFile.setThreadLocalTempFileCreationStrategy(new DefaultTempFileCreationStrategy(folder.toFile()));
        try {
            return new RowWriter();
        } finally {
            TempFile.setThreadLocalTempFileCreationStrategy(null);
        }
    }

    private static final class RowWriter extends SheetDataWriter {
        private RowWriter() throws IOException {}

        @Override
        @SuppressWarnings("deprecation") // that it is public, not that it is called
        public Writer createWriter(File file) throws IOException {
            return new UnlockedWriter(new FileOutputStream(file));
        }
    }
}
