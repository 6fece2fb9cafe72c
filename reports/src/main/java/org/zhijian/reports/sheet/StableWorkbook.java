package org.zhijian.reports.sheet;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.ooxml.POIXMLProperties;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Writes workbooks without the moment at which it happens, so that the same content gives the same bytes. */
final class StableWorkbook {
    /** The earliest moment that a zip file can state. */
    private static final LocalDateTime ZIP_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private StableWorkbook() {}

    /**
     * Writes it; the stream stays open.
     *
     * @param day the day that the workbook's properties state
     */
    static void write(XSSFWorkbook workbook, LocalDate day, OutputStream out) throws IOException {
        Optional<Date> moment =
                Optional.of(Date.from(day.atStartOfDay(ZoneOffset.UTC).toInstant()));
        POIXMLProperties.CoreProperties properties = workbook.getProperties().getCoreProperties();
        properties.setCreator("Zhijian");
        properties.setCreated(moment);
        properties.setModified(moment);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        workbook.write(bytes);
        ZipOutputStream stable = new ZipOutputStream(out);
        try (ZipInputStream entries = new ZipInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                ZipEntry copy = new ZipEntry(entry.getName());
                copy.setTimeLocal(ZIP_TIME);
                stable.putNextEntry(copy);
                entries.transferTo(stable);
            }
        }
        stable.finish();
    }
}
