package org.zhijian.reports.excel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.ConditionalFormattingThreshold.RangeType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.AreaReference;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFChart;
import org.apache.poi.xssf.usermodel.XSSFColorScaleFormatting;
import org.apache.poi.xssf.usermodel.XSSFConditionalFormatting;
import org.apache.poi.xssf.usermodel.XSSFDrawing;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTBarSer;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTLineSer;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTNumRef;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTPlotArea;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTStrRef;
import org.openxmlformats.schemas.drawingml.x2006.chart.STDispBlanksAs;
import org.openxmlformats.schemas.drawingml.x2006.main.STPresetLineDashVal;
import org.zhijian.reports.document.Block;
import org.zhijian.reports.document.Chart;
import org.zhijian.reports.document.Chart.Bars;
import org.zhijian.reports.document.Chart.Control;
import org.zhijian.reports.document.Chart.Heatmap;
import org.zhijian.reports.document.Chart.Lines;
import org.zhijian.reports.document.Chart.Pareto;
import org.zhijian.reports.document.Format;
import org.zhijian.reports.document.Grid;
import org.zhijian.reports.document.Section;
import org.zhijian.schema.text.Text;

class WorkbookChartsTest {
    private static final Grid RATES = new Grid(
            "Rates",
            List.of(new Grid.Heading("What", Format.TEXT, 70), new Grid.Heading("Comment", Format.TEXT, 70)),
            List.of(Grid.Line.of("E101", "above the limit")));

    @TempDir
    private Path folder;

    @Test
    void aControlChartHasItsLimitsAndMarksItsSignals() throws IOException {
        Control chart = new Control(
                "Errors",
                "errors per 100",
                List.of(
                        new Control.Point("2026-08", 5.0, null, null, null, false),
                        new Control.Point("2026-09", null, 5.5, 3.0, 8.0, false),
                        new Control.Point("2026-10", 9.5, 5.5, 3.0, 8.0, true)));

        try (XSSFWorkbook workbook = write(chart)) {
            CTLineSer[] lines = plot(workbook).getLineChartArray(0).getSerArray();

            assertThat(lines).hasSize(5);
            assertThat(names(workbook, lines))
                    .containsExactly("errors per 100", "Centre line", "Upper limit", "Lower limit", "Signal");
            assertThat(numbers(workbook, lines[0].getVal().getNumRef())).containsExactly(5.0, null, 9.5);
            assertThat(numbers(workbook, lines[2].getVal().getNumRef())).containsExactly(null, 8.0, 8.0);
            assertThat(numbers(workbook, lines[4].getVal().getNumRef())).containsExactly(null, null, 9.5);
            assertThat(texts(workbook, lines[0].getCat().getStrRef())).containsExactly("2026-08", "2026-09", "2026-10");
            // readable in black and white: the limits are dashed, a signal is a mark without a line
            assertThat(lines[2].getSpPr().getLn().getPrstDash().getVal()).isEqualTo(STPresetLineDashVal.DASH);
            assertThat(lines[4].getSpPr().getLn().isSetNoFill()).isTrue();
            assertThat(chart(workbook).getCTChart().getDispBlanksAs().getVal()).isEqualTo(STDispBlanksAs.GAP);
            assertThat(chart(workbook).getTitleText().getString()).startsWith("Errors");
        }
    }

    @Test
    void aParetoChartHasBarsAndALineOnAnAxisOfItsOwn() throws IOException {
        Pareto chart = new Pareto(
                "Pareto",
                "Errors",
                "Cumulative share",
                0.8,
                List.of(
                        new Pareto.Bar("态度", 7, 0.7, true),
                        new Pareto.Bar("=业务", 2, 0.9, true),
                        new Pareto.Bar("其他", 1, 1, false)));

        try (XSSFWorkbook workbook = write(chart)) {
            CTPlotArea plot = plot(workbook);
            CTBarSer[] bars = plot.getBarChartArray(0).getSerArray();
            CTLineSer[] lines = plot.getLineChartArray(0).getSerArray();

            assertThat(numbers(workbook, bars[0].getVal().getNumRef())).containsExactly(7.0, 2.0, null);
            assertThat(numbers(workbook, bars[1].getVal().getNumRef())).containsExactly(null, null, 1.0);
            assertThat(numbers(workbook, lines[0].getVal().getNumRef())).containsExactly(0.7, 0.9, 1.0);
            assertThat(texts(workbook, bars[0].getCat().getStrRef())).containsExactly("态度", "=业务", "其他");
            assertThat(plot.sizeOfValAxArray()).isEqualTo(2);
            assertThat(plot.getValAxArray(1).getScaling().getMax().getVal()).isEqualTo(1);
            assertThat(plot.getLineChartArray(0).getAxIdArray(1).getVal())
                    .isEqualTo(plot.getValAxArray(1).getAxId().getVal())
                    .isNotEqualTo(plot.getBarChartArray(0).getAxIdArray(1).getVal());
        }
    }

    @Test
    void barsOfSeveralPartsAreStackedAndManyBarsLieDown() throws IOException {
        Bars stacked = new Bars(
                "Tiers",
                "agents",
                List.of("2026-09", "2026-10"),
                List.of(new Chart.Series("A", List.of(3.0, 4.0)), new Chart.Series("B", Arrays.asList(5.0, null))));
        Bars many = new Bars(
                "Teams",
                "points",
                IntStream.range(0, 60).mapToObj(i -> "Team " + i).toList(),
                List.of(new Chart.Series(
                        "Score", IntStream.range(0, 60).mapToObj(i -> i + 0.5).toList())));

        try (XSSFWorkbook workbook = write(stacked, many)) {
            XSSFSheet sheet = workbook.getSheet("Charts");
            List<XSSFChart> charts = sheet.getDrawingPatriarch().getCharts();
            CTPlotArea first = charts.get(0).getCTChart().getPlotArea();
            CTPlotArea second = charts.get(1).getCTChart().getPlotArea();

            assertThat(first.getBarChartArray(0).getGrouping().getVal()).hasToString("stacked");
            assertThat(first.getBarChartArray(0).getBarDir().getVal()).hasToString("col");
            assertThat(second.getBarChartArray(0).getBarDir().getVal()).hasToString("bar");
            assertThat(numbers(
                            workbook,
                            second.getBarChartArray(0).getSerArray(0).getVal().getNumRef()))
                    .hasSize(60)
                    .endsWith(59.5);
        }
    }

    @Test
    void linesDifferInMoreThanColour() throws IOException {
        List<Double> values = List.of(1.0, 2.0);
        Lines chart = new Lines(
                "Years",
                "points",
                List.of("09", "10"),
                List.of(
                        new Chart.Series("this", values),
                        new Chart.Series("last", values),
                        new Chart.Series("target", values)));

        try (XSSFWorkbook workbook = write(chart)) {
            List<CTLineSer> lines = List.of(plot(workbook).getLineChartArray(0).getSerArray());

            assertThat(lines)
                    .extracting(line -> line.getSpPr().getLn().getPrstDash().getVal())
                    .doesNotHaveDuplicates();
            assertThat(lines)
                    .extracting(line -> line.getMarker().getSymbol().getVal())
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void aHeatmapIsCellsWithAScale() throws IOException {
        Heatmap chart = new Heatmap(
                "Points lost",
                Format.ONE_DECIMAL,
                List.of("Team 1", "Team 2"),
                List.of(
                        new Heatmap.HeatRow("Greeting", List.of(1.25, 2.5)),
                        new Heatmap.HeatRow("Identity", Arrays.asList(null, 9.0))));

        try (XSSFWorkbook workbook = write(chart)) {
            XSSFSheet sheet = workbook.getSheet("Charts");
            XSSFConditionalFormatting formatting =
                    sheet.getSheetConditionalFormatting().getConditionalFormattingAt(0);
            XSSFColorScaleFormatting scale = formatting.getRule(0).getColorScaleFormatting();

            assertThat(formatting.getFormattingRanges()[0].formatAsString()).isEqualTo("B6:C7");
            assertThat(scale.getThresholds())
                    .extracting(threshold -> threshold.getRangeType())
                    .containsExactly(RangeType.MIN, RangeType.MAX);
            assertThat(scale.getColors())
                    .extracting(color -> color.getARGBHex())
                    .containsExactly("FFFFFFFF", "FFD9534A");
            assertThat(sheet.getRow(5).getCell(1).getNumericCellValue()).isEqualTo(1.25);
            assertThat(sheet.getRow(5).getCell(1).getCellStyle().getDataFormatString())
                    .isEqualTo("#,##0.0");
            assertThat(sheet.getRow(6).getCell(1).toString()).isEmpty();
        }
    }

    @Test
    void aChartWithoutValuesIsASentence() throws IOException {
        try (XSSFWorkbook workbook = write(
                new Control("Rates", "u", List.of()),
                new Pareto("Pareto", "Errors", "Share", 0.8, List.of()),
                new Bars("Bars", "n", List.of(), List.of()),
                new Lines("Lines", "n", List.of("10"), List.of(new Chart.Series("a", Arrays.asList((Double) null)))),
                new Heatmap("Heat", Format.INTEGER, List.of(), List.of()))) {
            XSSFSheet sheet = workbook.getSheet("Charts");

            assertThat(sheet.getDrawingPatriarch()).isNull();
            assertThat(sheet)
                    .extracting(
                            row -> row.getCell(0) == null ? "" : row.getCell(0).toString())
                    .contains(
                            "Rates: there are no values for this period.",
                            "Pareto: there are no values for this period.",
                            "Bars: there are no values for this period.",
                            "Lines: there are no values for this period.");
            assertThat(workbook.getSheet("Chart data")).isNull();
        }
    }

    @Test
    void sixtyTeamsFit() throws IOException {
        Path file = folder.resolve("sixty.xlsx");
        WorkbookDocument.write(SampleDocuments.full(Text.ENGLISH, 60), file);

        try (XSSFWorkbook workbook = new XSSFWorkbook(Files.newInputStream(file))) {
            XSSFSheet teams = workbook.getSheet("Teams");
            assertThat(teams.getCTWorksheet().getAutoFilter().getRef()).isEqualTo("A5:E65");
            assertThat(workbook.getSheet("Points lost").getRow(4).getLastCellNum())
                    .isEqualTo((short) 61);
            assertThat(workbook.getSheet("Points lost").getPaneInformation().getVerticalSplitLeftColumn())
                    .isEqualTo((short) 1);
            assertThat(teams.getDrawingPatriarch().getCharts()).hasSize(1);
        }
    }

    /** What the format's schema does not allow, Excel offers to repair. */
    @Test
    void everyPartIsAsItsSchemaSays() throws IOException {
        Path file = folder.resolve("full.xlsx");
        WorkbookDocument.write(SampleDocuments.full(Text.CHINESE, 20), file);

        try (XSSFWorkbook workbook = new XSSFWorkbook(Files.newInputStream(file))) {
            Map<String, Boolean> valid = new TreeMap<>();
            valid.put("workbook", workbook.getCTWorkbook().validate());
            valid.put("styles", workbook.getStylesSource().getCTStylesheet().validate());
            for (Sheet each : workbook) {
                XSSFSheet sheet = (XSSFSheet) each;
                valid.put(sheet.getSheetName(), sheet.getCTWorksheet().validate());
                XSSFDrawing drawing = sheet.getDrawingPatriarch();
                if (drawing != null) {
                    valid.put(
                            sheet.getSheetName() + " drawing",
                            drawing.getCTDrawing().validate());
                    drawing.getCharts()
                            .forEach(chart -> valid.put(
                                    chart.getPackagePart().getPartName().getName(),
                                    chart.getCTChartSpace().validate()));
                }
            }
            // the schema knows no kept spaces in a cell, which Excel itself writes; texts there begin with some
            valid.remove("案例");
            assertThat(valid).hasSizeGreaterThan(15).doesNotContainValue(false);
        }
    }

    @Test
    void aHeatmapWiderThanTheTableAboveItIsPrintedWholeAndLeftOfTheCharts() throws IOException {
        Heatmap wide = new Heatmap(
                "Points lost",
                Format.TWO_DECIMALS,
                IntStream.range(0, 18).mapToObj(i -> "V" + i).toList(),
                List.of(new Heatmap.HeatRow(
                        "Team 1",
                        IntStream.range(0, 18).mapToObj(Double::valueOf).toList())));
        Bars bars = new Bars("Bars", "n", List.of("a"), List.of(new Chart.Series("s", List.of(1.0))));

        try (XSSFWorkbook workbook = write(RATES, wide, bars)) {
            XSSFSheet sheet = workbook.getSheet("Charts");

            assertThat(workbook.getPrintArea(workbook.getSheetIndex(sheet))).contains("$A$1:$S$");
            assertThat(sheet.getDrawingPatriarch()
                            .getCTDrawing()
                            .getOneCellAnchorArray(0)
                            .getFrom()
                            .getCol())
                    .isGreaterThan(18);
        }
    }

    @Test
    void aHeatmapBelowATableIsNotCutForAChartAndHasNoHeadingsOfTheTable() throws IOException {
        Heatmap heatmap = new Heatmap(
                "Points lost",
                Format.TWO_DECIMALS,
                List.of("V1", "V2"),
                IntStream.range(0, 30)
                        .mapToObj(item -> new Heatmap.HeatRow("Item " + item, List.of(1.0, 2.0)))
                        .toList());
        List<String> many = IntStream.range(0, 25).mapToObj(i -> "Bar " + i).toList();
        Bars bars = new Bars("Bars", "n", many, List.of(new Chart.Series("s", Collections.nCopies(25, 1.0))));

        try (XSSFWorkbook workbook = write(RATES, heatmap, bars, bars)) {
            XSSFSheet sheet = workbook.getSheet("Charts");

            assertThat(sheet.getRepeatingRows()).isNull();
            assertThat(Arrays.stream(sheet.getRowBreaks()).boxed()).isNotEmpty().allSatisfy(row -> assertThat(row)
                    .isGreaterThanOrEqualTo(lastRowWithText(sheet)));
        }
    }

    private static int lastRowWithText(XSSFSheet sheet) {
        return StreamSupport.stream(sheet.spliterator(), false)
                .filter(row ->
                        row.getCell(0) != null && row.getCell(0).toString().startsWith("Item"))
                .mapToInt(Row::getRowNum)
                .max()
                .orElseThrow();
    }

    private XSSFWorkbook write(Block... charts) throws IOException {
        Path file = folder.resolve("charts.xlsx");
        WorkbookDocument.write(SampleDocuments.of(Section.onNewPage("Charts", charts)), file);
        return new XSSFWorkbook(Files.newInputStream(file));
    }

    private static XSSFChart chart(XSSFWorkbook workbook) {
        return workbook.getSheet("Charts").getDrawingPatriarch().getCharts().get(0);
    }

    private static CTPlotArea plot(XSSFWorkbook workbook) {
        return chart(workbook).getCTChart().getPlotArea();
    }

    private static List<String> names(XSSFWorkbook workbook, CTLineSer[] lines) {
        return Arrays.stream(lines)
                .flatMap(line -> texts(workbook, line.getTx().getStrRef()).stream())
                .toList();
    }

    /** The texts that a reference leads to, which the chart itself remembers too. */
    private static List<String> texts(XSSFWorkbook workbook, CTStrRef reference) {
        List<String> texts = cells(workbook, reference.getF()).stream()
                .map(Cell::getStringCellValue)
                .toList();
        assertThat(reference.getStrCache().getPtList())
                .extracting(point -> point.getV())
                .isEqualTo(texts);
        return texts;
    }

    /** The numbers that a reference leads to. */
    private static List<Double> numbers(XSSFWorkbook workbook, CTNumRef reference) {
        List<Double> numbers = new ArrayList<>();
        for (Cell cell : cells(workbook, reference.getF())) {
            numbers.add(cell.toString().isEmpty() ? null : (Double) cell.getNumericCellValue());
        }
        assertThat(reference.getNumCache().getPtList()).allSatisfy(point -> assertThat(Double.valueOf(point.getV()))
                .isEqualTo(numbers.get((int) point.getIdx())));
        return numbers;
    }

    private static List<Cell> cells(XSSFWorkbook workbook, String formula) {
        List<Cell> cells = new ArrayList<>();
        for (CellReference cell :
                new AreaReference(formula, workbook.getSpreadsheetVersion()).getAllReferencedCells()) {
            cells.add(
                    workbook.getSheet(cell.getSheetName()).getRow(cell.getRow()).getCell(cell.getCol()));
        }
        return cells;
    }
}
