package org.zhijian.etl.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkbookMeasureTest {
    private static final String SHEET = "xl/worksheets/sheet1.xml";
    private static final int MEGABYTE = 1 << 20;

    @TempDir
    private Path folder;

    @Test
    void rowsOfAnOrdinarySheetFitHoweverManyThereAre() throws IOException {
        String row = "<x:row r=\"1\" spans=\"1:2\"><x:c r=\"XFD1\" s=\"1\"><x:v>" + "1".repeat(1000)
                + "</x:v></x:c></x:row>";
        Path file = zip(SHEET, "<sheetData>", row, 60_000, "</sheetData>");
        assertThat(WorkbookMeasure.isTooLarge(file)).isFalse();
        assertThat(WorkbookMeasure.isTooLarge(file, MEGABYTE)).isTrue();
    }

    @Test
    void aRowWithoutEndDoesNotFit() throws IOException {
        assertThat(WorkbookMeasure.isTooLarge(zip(SHEET, "<row>", "<c/>", 10 * MEGABYTE, "")))
                .isTrue();
        assertThat(WorkbookMeasure.isTooLarge(zip(SHEET, "<row>", "<c x=\":row\"/><rows/>", 10 * MEGABYTE, "")))
                .isTrue();
        assertThat(WorkbookMeasure.isTooLarge(zip(SHEET, "<sheetData>", "<row r=\"1\"/>", 10 * MEGABYTE, "")))
                .isFalse();
        assertThat(WorkbookMeasure.isTooLarge(zip("xl/styles.xml", "", "<xf/>", 10 * MEGABYTE, "")))
                .isTrue();
    }

    @Test
    void aCellBeyondTheLastColumnDoesNotFit() throws IOException {
        for (String cell : new String[] {"<c r=\"AAAA1\"/>", "<c\n r = 'zzzzzz1'/>", "<c s=\"1\" r=\"FZZZZZ9\"/>"}) {
            assertThat(WorkbookMeasure.isTooLarge(zip(SHEET, "<row>", cell, 1, "</row>")))
                    .as(cell)
                    .isTrue();
        }
    }

    @Test
    void whatAPartSaysOfItsSizeIsNotBelieved() throws IOException {
        Path file = zip("xl/sharedStrings.xml", "<sst>", "<si><t>x</t></si>", 20 * MEGABYTE, "");
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
        int directory = bytes.getInt(bytes.limit() - 22 + 16);
        bytes.putInt(directory + 24, 100);
        Files.write(file, bytes.array());
        assertThat(WorkbookMeasure.isTooLarge(file)).isTrue();
    }

    private Path zip(String part, String begin, String repeated, int times, String end) throws IOException {
        Path file = folder.resolve("x.xlsx");
        byte[] block = repeated.repeat(Math.min(times, 1024)).getBytes(StandardCharsets.UTF_8);
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.setLevel(1);
            zip.putNextEntry(new ZipEntry(part));
            zip.write(begin.getBytes(StandardCharsets.UTF_8));
            for (int i = 0; i < Math.max(1, times / 1024); i++) {
                zip.write(block);
            }
            zip.write(end.getBytes(StandardCharsets.UTF_8));
        }
        return file;
    }
}
