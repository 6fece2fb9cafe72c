package org.zhijian.reports.sheet;

import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** How a score sheet is filled in and given back, in plain words. */
final class InstructionSheet {
    private static final int WIDTH = 100;
    private static final int STEPS = 9;
    private static final int POINTS_A_LINE = 16;

    private InstructionSheet() {}

    static void write(XSSFWorkbook workbook, SheetStyles styles, Words words) {
        XSSFSheet sheet = workbook.createSheet(words.say("tab.instructions"));
        sheet.setColumnWidth(0, 4 * 256);
        sheet.setColumnWidth(1, WIDTH * 256);
        sheet.setDisplayGridlines(false);
        XSSFCell heading = sheet.createRow(0).createCell(0);
        heading.setCellValue(words.say("instructions"));
        heading.setCellStyle(styles.proseHeading);
        heading.getRow().setHeightInPoints(28);
        for (int n = 1; n <= STEPS; n++) {
            XSSFCell number = sheet.createRow(n).createCell(0);
            number.setCellValue(n);
            number.setCellStyle(styles.prose);
            XSSFCell step = number.getRow().createCell(1);
            step.setCellValue(words.say("instruction." + n));
            step.setCellStyle(styles.prose);
            number.getRow().setHeightInPoints(POINTS_A_LINE * lines(step.getStringCellValue()) + 6);
        }
        sheet.enableLocking();
        sheet.getPrintSetup().setPaperSize(PrintSetup.A4_PAPERSIZE);
        sheet.setFitToPage(true);
        sheet.getPrintSetup().setFitHeight((short) 0);
    }

    /** About how many lines a text takes; a Chinese character is as wide as two Latin ones. */
    private static int lines(String text) {
        int width = text.codePoints().map(c -> c < 0x2E80 ? 1 : 2).sum();
        return width / (WIDTH - 8) + 1;
    }
}
