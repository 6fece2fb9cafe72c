package org.zhijian.reports.excel;

import java.awt.Color;
import org.apache.poi.xssf.usermodel.XSSFChart;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTBarSer;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTCatAx;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTDLbls;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTMarker;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTTitle;
import org.openxmlformats.schemas.drawingml.x2006.main.CTRegularTextRun;
import org.openxmlformats.schemas.drawingml.x2006.main.CTShapeProperties;
import org.openxmlformats.schemas.drawingml.x2006.main.CTTextBody;
import org.openxmlformats.schemas.drawingml.x2006.main.CTTextCharacterProperties;
import org.openxmlformats.schemas.drawingml.x2006.main.CTTextParagraph;
import org.zhijian.reports.look.Look;

/** The parts of a chart that only the file format itself has words for. */
final class ChartText {
    private static final int HUNDREDTHS = 100;

    private ChartText() {}

    /** Gives the chart its font, and a title with the unit below it. */
    static void write(XSSFChart chart, String title, String unit) {
        CTTextBody usual = chart.getCTChartSpace().addNewTxPr();
        usual.addNewBodyPr();
        CTTextParagraph paragraph = usual.addNewP();
        letter(paragraph.addNewPPr().addNewDefRPr(), Look.BODY_SIZE, Look.INK, 0);
        paragraph.addNewEndParaRPr();

        CTTitle drawn = chart.getCTChart().isSetTitle()
                ? chart.getCTChart().getTitle()
                : chart.getCTChart().addNewTitle();
        CTTextBody text = drawn.addNewTx().addNewRich();
        text.addNewBodyPr();
        add(text, title, Look.BODY_SIZE + 2, Look.PRIMARY, 1);
        if (!unit.isEmpty()) {
            add(text, unit, Look.NOTE_SIZE, Look.MUTED, 0);
        }
        drawn.addNewOverlay().setVal(false);
        chart.getCTChartSpace().addNewRoundedCorners().setVal(false);
    }

    /** A frame around the drawing's ground would say nothing. */
    static void unframe(XSSFChart chart) {
        CTShapeProperties ground = chart.getCTChart().getPlotArea().addNewSpPr();
        ground.addNewNoFill();
        ground.addNewLn().addNewNoFill();
    }

    private static void add(CTTextBody text, String line, int size, Color color, int weight) {
        CTTextParagraph paragraph = text.addNewP();
        letter(paragraph.addNewPPr().addNewDefRPr(), size, color, weight);
        CTRegularTextRun run = paragraph.addNewR();
        letter(run.addNewRPr(), size, color, weight);
        run.setT(line);
    }

    private static void letter(CTTextCharacterProperties letter, int size, Color color, int weight) {
        letter.setSz(size * HUNDREDTHS);
        letter.setB(weight == 1);
        letter.addNewSolidFill().addNewSrgbClr().setVal(bytes(color));
        letter.addNewLatin().setTypeface(Look.WORKBOOK_FONT);
        letter.addNewEa().setTypeface(Look.WORKBOOK_FONT);
    }

    /** Left out labels would leave bars without a name. */
    static void showEveryLabel(XSSFChart chart) {
        for (CTCatAx axis : chart.getCTChart().getPlotArea().getCatAxArray()) {
            axis.addNewTickLblSkip().setVal(1);
        }
    }

    /** Writes the number at each bar. */
    static void labelBars(XSSFChart chart, String pattern) {
        for (CTBarSer series :
                chart.getCTChart().getPlotArea().getBarChartArray(0).getSerArray()) {
            CTDLbls labels = series.isSetDLbls() ? series.getDLbls() : series.addNewDLbls();
            labels.addNewNumFmt().setFormatCode(pattern);
            labels.getNumFmt().setSourceLinked(false);
            labels.addNewShowLegendKey().setVal(false);
            labels.addNewShowVal().setVal(true);
            labels.addNewShowCatName().setVal(false);
            labels.addNewShowSerName().setVal(false);
            labels.addNewShowPercent().setVal(false);
            labels.addNewShowBubbleSize().setVal(false);
        }
    }

    static void colorMarker(CTMarker marker, Color color) {
        CTShapeProperties shape = marker.isSetSpPr() ? marker.getSpPr() : marker.addNewSpPr();
        shape.addNewSolidFill().addNewSrgbClr().setVal(bytes(color));
        shape.addNewLn().addNewSolidFill().addNewSrgbClr().setVal(bytes(Look.COLD));
    }

    private static byte[] bytes(Color color) {
        return new byte[] {(byte) color.getRed(), (byte) color.getGreen(), (byte) color.getBlue()};
    }
}
