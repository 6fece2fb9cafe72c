package org.zhijian.reports.sheet;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Date;
import java.util.Optional;
import org.apache.poi.ooxml.POIXMLProperties;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.zhijian.reports.excel.FixedZip;

/** Writes workbooks without the moment at which it happens, so that the same content gives the same bytes. */
final class StableWorkbook {
    private StableWorkbook() {}

    /** Writes the file; one that exists is replaced. */
    static void write(XSSFWorkbook workbook, Path file) throws IOException {
        Optional<Date> always = Optional.of(Date.from(FixedZip.TIME));
        POIXMLProperties.CoreProperties properties = workbook.getProperties().getCoreProperties();
        properties.setCreator("Zhijian");
        properties.setCreated(always);
        properties.setModified(always);
        Path draft = Files.createTempFile(file.toAbsolutePath().getParent(), ".", ".draft");
        try {
            try (OutputStream out = Files.newOutputStream(draft)) {
                workbook.write(out);
            }
            FixedZip.copy(draft, file);
        } finally {
            Files.deleteIfExists(draft);
        }
    }
}
