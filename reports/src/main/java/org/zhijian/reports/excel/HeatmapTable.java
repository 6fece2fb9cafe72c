package org.zhijian.reports.excel;

import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.ConditionalFormattingThreshold.RangeType;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFColorScaleFormatting;
import org.apache.poi.xssf.usermodel.XSSFConditionalFormattingRule;
import org.apache.poi.xssf.usermodel.XSSFSheetConditionalFormatting;
import org.zhijian.reports.document.Chart.Heatmap;
import org.zhijian.reports.document.Chart.Heatmap.HeatRow;
import org.zhijian.reports.excel.CellLook.Side;
import org.zhijian.reports.look.Look;

/** A heatmap as cells with a colour scale of Excel's own, which follows when a person changes a value. */
final class HeatmapTable {
    static final float ROW_HEIGHT = 20;
    private static final float HEADING_AIR = 6;
    private static final CellLook HEADING =
            Styles.HEADING.across(HorizontalAlignment.CENTER, 0).rule(Side.LEFT, BorderStyle.THIN, Look.COLD);
    private static final CellLook LABEL =
            Styles.CELL.across(HorizontalAlignment.LEFT, 1).down(VerticalAlignment.CENTER);
    private static final CellLook VALUE = CellLook.BODY
            .across(HorizontalAlignment.CENTER, 0)
            .down(VerticalAlignment.CENTER)
            .rule(Side.TOP, BorderStyle.THIN, Look.COLD)
            .rule(Side.BOTTOM, BorderStyle.THIN, Look.COLD)
            .rule(Side.LEFT, BorderStyle.THIN, Look.COLD);

    private final SheetPage page;
    private final Heatmap heatmap;

    HeatmapTable(SheetPage page, Heatmap heatmap) {
        this.page = page;
        this.heatmap = heatmap;
    }

    void write() {
        writeHeadings();
        int first = page.next();
        CellLook value = VALUE.format(heatmap.format().pattern());
        for (HeatRow heat : heatmap.rows()) {
            Row row = page.row(ROW_HEIGHT);
            page.put(row, 0, heat.label(), LABEL);
            for (int i = 0; i < heat.values().size(); i++) {
                page.put(row, i + 1, heat.values().get(i), value);
            }
        }
        if (page.next() > first && !heatmap.columns().isEmpty()) {
            scale(new CellRangeAddress(
                    first, page.next() - 1, 1, heatmap.columns().size()));
        }
    }

    private void writeHeadings() {
        int lines = 1;
        for (int i = 0; i < heatmap.columns().size(); i++) {
            String label = heatmap.columns().get(i);
            lines = Math.max(lines, TextWidth.lines(label, page.columns().width(i + 1) - 1));
        }
        Row row = page.row(SheetPage.height(lines, HEADING) + HEADING_AIR);
        page.put(row, 0, null, Styles.HEADING);
        for (int i = 0; i < heatmap.columns().size(); i++) {
            page.put(row, i + 1, heatmap.columns().get(i), HEADING);
        }
    }

    private void scale(CellRangeAddress range) {
        XSSFSheetConditionalFormatting formatting = page.frame().getSheetConditionalFormatting();
        XSSFConditionalFormattingRule rule = formatting.createConditionalFormattingColorScaleRule();
        XSSFColorScaleFormatting scale = rule.getColorScaleFormatting();
        scale.setNumControlPoints(2);
        scale.getThresholds()[0].setRangeType(RangeType.MIN);
        scale.getThresholds()[1].setRangeType(RangeType.MAX);
        scale.setColors(new XSSFColor[] {Styles.color(Look.COLD), Styles.color(Look.HOT)});
        formatting.addConditionalFormatting(new CellRangeAddress[] {range}, rule);
    }
}
