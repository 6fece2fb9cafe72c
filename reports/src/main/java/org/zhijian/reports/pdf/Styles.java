package org.zhijian.reports.pdf;

import java.awt.Color;
import net.sf.jasperreports.engine.JRLineBox;
import net.sf.jasperreports.engine.JRPen;
import net.sf.jasperreports.engine.JRStyle;
import net.sf.jasperreports.engine.JasperReport;
import net.sf.jasperreports.engine.type.HorizontalTextAlignEnum;
import net.sf.jasperreports.engine.type.ModeEnum;
import net.sf.jasperreports.engine.type.VerticalTextAlignEnum;
import org.zhijian.reports.document.Tone;
import org.zhijian.reports.look.Look;

/** Gives the styles that the templates name the look of the reports. A style's name may end in a tone, such as {@code .bad}. */
final class Styles {
    private static final float HAIRLINE = 0.5f;

    private Styles() {}

    /** Sets what every style looks like. */
    static void apply(JasperReport report) {
        for (JRStyle style : report.getStyles()) {
            style.setFontName(Fonts.PAGE);
            apply(style);
        }
    }

    /** Sets the size of the text in a table's cells, and what is left blank around it. */
    static void sizeCells(JasperReport table, float size) {
        for (JRStyle style : table.getStyles()) {
            switch (kind(style)) {
                case "heading", "cell", "total", "empty" -> {
                    style.setFontSize(size);
                    style.getLineBox().setLeftPadding(Columns.padding(size));
                    style.getLineBox().setRightPadding(Columns.padding(size));
                }
                default -> {}
            }
        }
    }

    /** The name of the style of that kind for a tone. */
    static String toned(String kind, Tone tone) {
        return switch (tone) {
            case NEUTRAL -> kind;
            case GOOD -> kind + ".good";
            case BAD -> kind + ".bad";
            case ATTENTION -> kind + ".attention";
        };
    }

    private static void apply(JRStyle style) {
        switch (kind(style)) {
            case "opening" -> bold(text(style, Look.TITLE_SIZE, Look.PRIMARY));
            case "subtitle" -> text(style, Look.LEAD_SIZE, Look.MUTED);
            case "bar" -> pen(style.getLinePen(), 1.5f, Look.PRIMARY);
            case "rule" -> pen(style.getLinePen(), HAIRLINE, Look.RULE);
            case "section" -> {
                bold(text(style, Look.SECTION_SIZE, Look.PRIMARY));
                pen(style.getLineBox().getBottomPen(), HAIRLINE, Look.PRIMARY);
                style.getLineBox().setBottomPadding(2);
            }
            case "title" -> bold(text(style, Look.BODY_SIZE + 1, Look.INK));
            case "lead" -> {
                bold(text(style, Look.LEAD_SIZE, Look.INK));
                pen(style.getLineBox().getLeftPen(), 3, Look.PRIMARY);
                style.getLineBox().setLeftPadding(9);
            }
            case "body" -> text(style, Look.BODY_SIZE, Look.INK);
            case "note" -> text(style, Look.NOTE_SIZE, Look.MUTED);
            case "tile" -> {
                fill(style, Look.SHADE);
                pen(style.getLineBox().getLeftPen(), 3, color(style, Look.PRIMARY));
            }
            case "label", "comparison" -> text(style, Look.NOTE_SIZE, Look.MUTED);
            case "figure" -> bold(text(style, Look.FIGURE_SIZE, color(style, Look.PRIMARY)));
            case "headings" -> fill(style, Look.HEADER);
            case "heading" -> {
                bold(text(style, Look.BODY_SIZE, Look.ON_HEADER));
                cell(style);
            }
            case "row" -> row(style);
            case "cell" -> cell(text(style, Look.BODY_SIZE, color(style, Look.INK)));
            case "total" -> cell(bold(text(style, Look.BODY_SIZE, color(style, Look.INK))));
            case "empty" -> cell(text(style, Look.BODY_SIZE, Look.MUTED));
            case "running", "foot" -> {
                text(style, Look.SMALL_SIZE, Look.MUTED);
                if (style.getName().endsWith(".page")) {
                    style.setHorizontalTextAlign(HorizontalTextAlignEnum.RIGHT);
                }
            }
            default -> throw new IllegalStateException("The style " + style.getName() + " has no look; add it here.");
        }
    }

    private static void row(JRStyle style) {
        JRLineBox box = style.getLineBox();
        pen(box.getBottomPen(), HAIRLINE, Look.RULE);
        switch (style.getName()) {
            case "row.shaded" -> {
                fill(style, Look.SHADE);
                // Its ground covers the line of the row above.
                pen(box.getTopPen(), HAIRLINE, Look.RULE);
            }
            case "row.total" -> {
                fill(style, Look.SHADE);
                pen(box.getTopPen(), 1, Look.PRIMARY);
            }
            default -> {}
        }
    }

    private static JRStyle cell(JRStyle style) {
        JRLineBox box = style.getLineBox();
        box.setTopPadding(2);
        box.setBottomPadding(2);
        box.setLeftPadding(Columns.padding(Look.BODY_SIZE));
        box.setRightPadding(Columns.padding(Look.BODY_SIZE));
        style.setVerticalTextAlign(VerticalTextAlignEnum.TOP);
        return style;
    }

    private static JRStyle text(JRStyle style, float size, Color color) {
        style.setFontSize(size);
        style.setForecolor(color);
        return style;
    }

    private static JRStyle bold(JRStyle style) {
        style.setBold(true);
        return style;
    }

    private static void fill(JRStyle style, Color color) {
        style.setMode(ModeEnum.OPAQUE);
        style.setBackcolor(color);
    }

    private static void pen(JRPen pen, float width, Color color) {
        pen.setLineWidth(width);
        pen.setLineColor(color);
    }

    private static Color color(JRStyle style, Color neutral) {
        String name = style.getName();
        return switch (name.substring(name.indexOf('.') + 1)) {
            case "good" -> Look.GOOD;
            case "bad" -> Look.BAD;
            case "attention" -> Look.ATTENTION;
            default -> neutral;
        };
    }

    private static String kind(JRStyle style) {
        String name = style.getName();
        int dot = name.indexOf('.');
        return dot < 0 ? name : name.substring(0, dot);
    }
}
