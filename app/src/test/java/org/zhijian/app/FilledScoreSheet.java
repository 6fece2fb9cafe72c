package org.zhijian.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.zhijian.reports.sheet.ScoreSheet;
import org.zhijian.reports.sheet.ScoreSheetWorkbook;

/** A score sheet as an inspector fills it in. */
final class FilledScoreSheet {
    private FilledScoreSheet() {}

    /** Writes the sheet with these cells filled in, given by their places as {@link #number} or {@link #text}. */
    static void write(ScoreSheet sheet, Map<String, String> cells, Path file) throws IOException {
        ScoreSheetWorkbook.write(sheet, file);
        byte[] blank = Files.readAllBytes(file);
        ByteArrayOutputStream filled = new ByteArrayOutputStream();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(blank));
                ZipOutputStream out = new ZipOutputStream(filled)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                out.putNextEntry(new ZipEntry(entry.getName()));
                byte[] part = in.readAllBytes();
                out.write(entry.getName().equals("xl/worksheets/sheet1.xml") ? filledIn(part, cells) : part);
            }
        }
        Files.write(file, filled.toByteArray());
    }

    static String number(String value) {
        return "><v>" + value + "</v>";
    }

    static String text(String value) {
        return " t=\"inlineStr\"><is><t>" + value + "</t></is>";
    }

    private static byte[] filledIn(byte[] part, Map<String, String> cells) {
        String xml = new String(part, StandardCharsets.UTF_8);
        for (Map.Entry<String, String> cell : cells.entrySet()) {
            String blank = "<c r=\"" + cell.getKey() + "\"( s=\"\\d+\")/>";
            assertThat(xml).containsPattern(blank);
            xml = xml.replaceFirst(blank, "<c r=\"" + cell.getKey() + "\"$1" + cell.getValue() + "</c>");
        }
        return xml.getBytes(StandardCharsets.UTF_8);
    }
}
