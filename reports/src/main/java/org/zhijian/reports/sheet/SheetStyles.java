package org.zhijian.reports.sheet;

import java.awt.Color;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.FontScheme;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.zhijian.reports.document.Format;
import org.zhijian.reports.look.Look;

/** The look of a score sheet's cells: what is fixed is shaded, what is to be filled in is white, what does not apply grey. */
final class SheetStyles {
    /** Whether a person can write into a cell. */
    private enum Access {
        FIXED,
        INPUT
    }

    private static final Color DOES_NOT_APPLY = new Color(0xC4CAD2);
    private static final String GENERAL = "General";

    final XSSFCellStyle title;
    final XSSFCellStyle hint;
    final XSSFCellStyle band;
    final XSSFCellStyle header;
    final XSSFCellStyle maximum;
    final XSSFCellStyle fixedText;
    final XSSFCellStyle fixedNumber;
    final XSSFCellStyle fixedMoment;
    final XSSFCellStyle notApplicable;
    final XSSFCellStyle score;
    final XSSFCellStyle inputText;
    final XSSFCellStyle inputLongText;
    final XSSFCellStyle inputPoints;
    final XSSFCellStyle inputMoment;
    final XSSFCellStyle prose;
    final XSSFCellStyle proseHeading;

    private final XSSFWorkbook workbook;
    private final XSSFFont body;

    SheetStyles(XSSFWorkbook workbook) {
        this.workbook = workbook;
        XSSFFont usual = workbook.getFontAt(0);
        // The theme's font would go before the name.
        usual.setScheme(FontScheme.NONE);
        usual.setFontName(Look.FONT);
        usual.setFontHeightInPoints((short) Look.BODY_SIZE);
        body = font(Look.INK, Look.BODY_SIZE, false);
        title = plain(font(Look.PRIMARY, Look.SECTION_SIZE, true));
        hint = plain(font(Look.MUTED, Look.BODY_SIZE, false));
        proseHeading = plain(font(Look.PRIMARY, Look.SECTION_SIZE, true));
        prose = plain(font(Look.INK, Look.BODY_SIZE + 1, false));
        prose.setWrapText(true);
        prose.setVerticalAlignment(VerticalAlignment.TOP);

        XSSFFont white = font(Look.ON_HEADER, Look.BODY_SIZE, true);
        band = plain(white);
        band.setFillForegroundColor(new XSSFColor(Look.HEADER, null));
        band.setFillPattern(FillPatternType.SOLID_FOREGROUND);
        header = boxed(Look.HEADER, GENERAL, Access.FIXED);
        header.setFont(white);
        header.setWrapText(true);
        header.setAlignment(HorizontalAlignment.CENTER);
        maximum = boxed(Look.SERIES.get(2), GENERAL, Access.FIXED);
        maximum.setFont(font(Look.INK, Look.BODY_SIZE, true));
        maximum.setAlignment(HorizontalAlignment.CENTER);

        fixedText = boxed(Look.SHADE, Format.TEXT.pattern(), Access.FIXED);
        fixedNumber = boxed(Look.SHADE, Format.INTEGER.pattern(), Access.FIXED);
        fixedNumber.setAlignment(HorizontalAlignment.RIGHT);
        fixedNumber.setIndention((short) 1);
        fixedMoment = boxed(Look.SHADE, Format.DATE_TIME.pattern(), Access.FIXED);
        fixedMoment.setAlignment(HorizontalAlignment.CENTER);
        notApplicable = boxed(DOES_NOT_APPLY, GENERAL, Access.FIXED);
        score = boxed(Look.SHADE, Format.TWO_DECIMALS.pattern(), Access.FIXED);
        score.setAlignment(HorizontalAlignment.CENTER);
        score.setFont(font(Look.INK, Look.BODY_SIZE, true));

        inputText = boxed(Color.WHITE, Format.TEXT.pattern(), Access.INPUT);
        inputLongText = boxed(Color.WHITE, Format.TEXT.pattern(), Access.INPUT);
        inputLongText.setWrapText(true);
        inputPoints = boxed(Color.WHITE, GENERAL, Access.INPUT);
        inputPoints.setAlignment(HorizontalAlignment.CENTER);
        inputMoment = boxed(Color.WHITE, Format.DATE_TIME.pattern(), Access.INPUT);
        inputMoment.setAlignment(HorizontalAlignment.CENTER);
    }

    private XSSFFont font(Color color, int size, boolean bold) {
        XSSFFont font = workbook.createFont();
        font.setFontName(Look.FONT);
        font.setFontHeightInPoints((short) size);
        font.setBold(bold);
        font.setColor(new XSSFColor(color, null));
        return font;
    }

    private XSSFCellStyle plain(XSSFFont font) {
        XSSFCellStyle style = workbook.createCellStyle();
        style.setFont(font);
        style.setVerticalAlignment(VerticalAlignment.CENTER);
        return style;
    }

    private XSSFCellStyle boxed(Color fill, String format, Access access) {
        XSSFCellStyle style = plain(body);
        style.setFillForegroundColor(new XSSFColor(fill, null));
        style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
        style.setBorderTop(BorderStyle.THIN);
        style.setBorderBottom(BorderStyle.THIN);
        style.setBorderLeft(BorderStyle.THIN);
        style.setBorderRight(BorderStyle.THIN);
        XSSFColor rule = new XSSFColor(Look.RULE, null);
        style.setTopBorderColor(rule);
        style.setBottomBorderColor(rule);
        style.setLeftBorderColor(rule);
        style.setRightBorderColor(rule);
        style.setDataFormat(workbook.createDataFormat().getFormat(format));
        style.setLocked(access == Access.FIXED);
        return style;
    }
}
