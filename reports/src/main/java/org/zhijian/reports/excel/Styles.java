package org.zhijian.reports.excel;

import java.awt.Color;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.zhijian.reports.document.Format;
import org.zhijian.reports.document.Grid.Line;
import org.zhijian.reports.document.Paragraph;
import org.zhijian.reports.document.Tone;
import org.zhijian.reports.excel.CellLook.Rule;
import org.zhijian.reports.excel.CellLook.Trait;
import org.zhijian.reports.look.Look;

/** The styles of one workbook, each made when it is first asked for and then kept. */
public final class Styles {
    /** A workbook's name, on its first sheet. */
    public static final CellLook TITLE = CellLook.BODY
            .size(Look.TITLE_SIZE)
            .ink(Look.PRIMARY)
            .with(Trait.BOLD)
            .down(VerticalAlignment.CENTER);

    /** A sheet's title. */
    public static final CellLook SHEET = TITLE.size(Look.SECTION_SIZE + 1);

    /** The title of a part of a sheet. */
    public static final CellLook PART = TITLE.size(Look.BODY_SIZE + 1).down(VerticalAlignment.BOTTOM);

    public static final CellLook BODY = CellLook.BODY.with(Trait.WRAPPED);
    public static final CellLook LEAD =
            BODY.size(Look.BODY_SIZE + 1).ink(Look.PRIMARY).with(Trait.BOLD);
    public static final CellLook NOTE = BODY.size(Look.NOTE_SIZE).ink(Look.MUTED);
    /** A note of one line, which may run over the cells beside it. */
    public static final CellLook NOTE_LINE = CellLook.BODY.size(Look.NOTE_SIZE).ink(Look.MUTED);

    public static final CellLook LINK = CellLook.BODY.ink(Look.PRIMARY).with(Trait.UNDERLINED);

    /** A column's heading. */
    public static final CellLook HEADING = CellLook.BODY
            .ink(Look.ON_HEADER)
            .fill(Look.HEADER)
            .with(Trait.BOLD)
            .with(Trait.WRAPPED)
            .down(VerticalAlignment.CENTER)
            .across(HorizontalAlignment.LEFT, 1);

    /** A row of a table: light rules, which stay right when the rows are sorted or filtered. */
    public static final CellLook CELL = CellLook.BODY.rule(CellLook.Side.BOTTOM, BorderStyle.THIN, Look.RULE);

    /** A row that sums up the others. */
    public static final CellLook TOTAL = CELL.with(Trait.BOLD)
            .fill(Look.SHADE)
            .rule(CellLook.Side.TOP, BorderStyle.THIN, Look.PRIMARY)
            .rule(CellLook.Side.BOTTOM, BorderStyle.THIN, Look.PRIMARY);

    private record FontKey(int size, Color ink, Set<Trait> traits) {}

    private final XSSFWorkbook workbook;
    private final Map<CellLook, XSSFCellStyle> styles = new HashMap<>();
    private final Map<FontKey, XSSFFont> fonts = new HashMap<>();

    /** The workbook's usual font becomes the one of the reports; the widths of its columns count in digits of it. */
    public Styles(XSSFWorkbook workbook) {
        this.workbook = workbook;
        XSSFFont usual = workbook.getFontAt(0);
        usual.setFontName(Look.WORKBOOK_FONT);
        usual.setFontHeightInPoints((short) CellLook.BODY.size());
        usual.setColor(color(Look.INK));
    }

    /** The style of that look. */
    public CellStyle of(CellLook look) {
        return styles.computeIfAbsent(look, this::make);
    }

    /** The look of running text. */
    public static CellLook text(Paragraph.Role role) {
        return switch (role) {
            case LEAD -> LEAD;
            case BODY -> BODY;
            case NOTE -> NOTE;
        };
    }

    /** The look of a column's heading. */
    public static CellLook heading(Format format) {
        return format.isNumber() ? HEADING.across(HorizontalAlignment.RIGHT, 2) : HEADING;
    }

    /** The look of a value in a table. */
    public static CellLook value(Format format, Tone tone, Line.Role role) {
        CellLook row = (role == Line.Role.TOTAL ? TOTAL : CELL).format(pattern(format, tone));
        CellLook aligned =
                switch (format) {
                    case TEXT, HANDWRITING ->
                        row.across(HorizontalAlignment.LEFT, 1).with(Trait.WRAPPED);
                    case DATE, MONTH, DATE_TIME -> row.across(HorizontalAlignment.LEFT, 1);
                    default -> row.across(HorizontalAlignment.RIGHT, 0);
                };
        return tone == Tone.NEUTRAL ? aligned : aligned.ink(color(tone));
    }

    /** Excel's number format, with the tone's sign before the value, which stays a number or a date. */
    public static String pattern(Format format, Tone tone) {
        if (tone == Tone.NEUTRAL) {
            return format.pattern();
        }
        String signed = "\"" + tone.sign() + " \"";
        return format.isNumber()
                ? signed + format.pattern() + ";" + signed + "-" + format.pattern()
                : signed + format.pattern();
    }

    /** The colour that goes with a tone. */
    public static Color color(Tone tone) {
        return switch (tone) {
            case NEUTRAL -> Look.INK;
            case GOOD -> Look.GOOD;
            case BAD -> Look.BAD;
            case ATTENTION -> Look.ATTENTION;
        };
    }

    static XSSFColor color(Color color) {
        byte[] opaque = {(byte) 0xFF, (byte) color.getRed(), (byte) color.getGreen(), (byte) color.getBlue()};
        return new XSSFColor(opaque, null);
    }

    private XSSFCellStyle make(CellLook look) {
        XSSFCellStyle style = workbook.createCellStyle();
        style.setFont(fonts.computeIfAbsent(fontKey(look), this::font));
        style.setDataFormat(workbook.createDataFormat().getFormat(look.format()));
        if (look.fill() != null) {
            style.setFillForegroundColor(color(look.fill()));
            style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
        }
        style.setAlignment(look.across());
        style.setVerticalAlignment(look.down());
        style.setIndention((short) look.indent());
        style.setWrapText(look.traits().contains(Trait.WRAPPED));
        style.setQuotePrefixed(look.traits().contains(Trait.QUOTED));
        style.setLocked(!look.traits().contains(Trait.UNLOCKED));
        look.rules().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(rule -> draw(style, rule.getKey(), rule.getValue()));
        return style;
    }

    private static void draw(XSSFCellStyle style, CellLook.Side side, Rule rule) {
        XSSFColor color = color(rule.color());
        switch (side) {
            case TOP -> {
                style.setBorderTop(rule.style());
                style.setTopBorderColor(color);
            }
            case BOTTOM -> {
                style.setBorderBottom(rule.style());
                style.setBottomBorderColor(color);
            }
            case LEFT -> {
                style.setBorderLeft(rule.style());
                style.setLeftBorderColor(color);
            }
            case RIGHT -> {
                style.setBorderRight(rule.style());
                style.setRightBorderColor(color);
            }
        }
    }

    private static FontKey fontKey(CellLook look) {
        Set<Trait> visible = look.traits().stream()
                .filter(trait -> trait == Trait.BOLD || trait == Trait.UNDERLINED)
                .collect(Collectors.toUnmodifiableSet());
        return new FontKey(look.size(), look.ink(), visible);
    }

    private XSSFFont font(FontKey key) {
        XSSFFont font = workbook.createFont();
        font.setFontName(Look.WORKBOOK_FONT);
        font.setFontHeightInPoints((short) key.size());
        font.setColor(color(key.ink()));
        font.setBold(key.traits().contains(Trait.BOLD));
        font.setUnderline(key.traits().contains(Trait.UNDERLINED) ? Font.U_SINGLE : Font.U_NONE);
        return font;
    }
}
