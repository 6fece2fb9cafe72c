package org.zhijian.reports.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.StreamSupport;
import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataValidationConstraint.ValidationType;
import org.apache.poi.ss.usermodel.FormulaEvaluator;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.ss.util.AreaReference;
import org.apache.poi.xssf.usermodel.XSSFDataValidation;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhijian.schema.raw.Evaluations;
import org.zhijian.schema.sheet.ScoreSheetLayout;
import org.zhijian.schema.sheet.ScoreSheetMemo;
import org.zhijian.schema.star.DimAgent;
import org.zhijian.schema.star.FactInteraction;
import org.zhijian.schema.text.Text;

class ScoreSheetWorkbookTest {
    private static final Text ENGLISH = new Text(Text.ENGLISH);

    @TempDir
    private static Path folder;

    private static QaPlan plan;

    @BeforeAll
    static void publish() {
        plan = PlanTables.plan(folder);
    }

    private static ScoreSheet sheet(Text text) {
        return ScoreSheet.of(plan, text).get(0);
    }

    private static byte[] bytes(ScoreSheet source) {
        try {
            Path file = folder.resolve("sheet.xlsx");
            ScoreSheetWorkbook.write(source, file);
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static XSSFWorkbook written(Text text) throws IOException {
        return new XSSFWorkbook(new ByteArrayInputStream(bytes(sheet(text))));
    }

    private static String xml(XSSFSheet sheet) throws IOException {
        try (InputStream in = sheet.getPackagePart().getInputStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** The place of the column with that key. */
    private static int column(XSSFSheet sheet, String key) {
        return StreamSupport.stream(sheet.getRow(0).spliterator(), false)
                .filter(cell -> cell.getStringCellValue().equals(key))
                .findFirst()
                .orElseThrow()
                .getColumnIndex();
    }

    /** The row of that interaction. */
    private static int row(XSSFSheet sheet, String interaction) {
        return StreamSupport.stream(sheet.spliterator(), false)
                .filter(row ->
                        row.getCell(0) != null && row.getCell(0).toString().equals(interaction))
                .findFirst()
                .orElseThrow()
                .getRowNum();
    }

    private static Cell cell(XSSFSheet sheet, String interaction, String key) {
        return sheet.getRow(row(sheet, interaction)).getCell(column(sheet, key));
    }

    /** The validation of a cell. */
    private static XSSFDataValidation validation(Cell cell) {
        return ((XSSFSheet) cell.getSheet())
                .getDataValidations().stream()
                        .filter(one -> Arrays.stream(one.getRegions().getCellRangeAddresses())
                                .anyMatch(range -> range.isInRange(cell)))
                        .findFirst()
                        .orElseThrow();
    }

    @Test
    void anInspectorHasAWorkbookThatTheLandingFolderTakesByItsName() {
        assertThat(ScoreSheet.of(plan, ENGLISH))
                .extracting(ScoreSheet::name)
                .containsExactly("score_sheets-2026-10-q1", "score_sheets-2026-10-q2");
    }

    @Test
    void everyPageOnPaperHasTheWholeTitle() throws IOException {
        try (XSSFWorkbook workbook = written(ENGLISH)) {
            XSSFSheet sheet = workbook.getSheetAt(0);

            assertThat(sheet.getHeader().getLeft())
                    .endsWith(sheet.getRow(1).getCell(0).getStringCellValue());
            assertThat(workbook.getPrintArea(0)).contains("!$A$4:");
        }
    }

    @Test
    void aRowSaysWhatIsToBeInspected() throws IOException {
        try (XSSFWorkbook workbook = written(ENGLISH)) {
            XSSFSheet sheet = workbook.getSheetAt(0);
            assertThat(sheet.getLastRowNum()).isEqualTo(ScoreSheetLayout.HEADER_ROWS + 2);
            assertThat(cell(sheet, "i1", DimAgent.NAME.name()).getStringCellValue())
                    .isEqualTo(PlanTables.LONG_NAME);
            assertThat(cell(sheet, "i1", FactInteraction.STARTED_AT.name()).getLocalDateTimeCellValue())
                    .isEqualTo(LocalDateTime.of(2026, 10, 5, 9, 30));
            assertThat(cell(sheet, "i1", FactInteraction.STARTED_AT.name())
                            .getCellStyle()
                            .getDataFormatString())
                    .isEqualTo("yyyy-mm-dd hh:mm");
            assertThat(cell(sheet, "i1", FactInteraction.TALK_SECONDS.name()).getNumericCellValue())
                    .isEqualTo(95);
            assertThat(cell(sheet, "i1", Evaluations.SCORECARD_ID.name()).getStringCellValue())
                    .isEqualTo("S-VOICE");
            assertThat(cell(sheet, "i2", Evaluations.SCORECARD_ID.name()).getStringCellValue())
                    .isEqualTo("S-ONLINE");
            assertThat(cell(sheet, "i2", Evaluations.CATEGORY.name()).getStringCellValue())
                    .isEqualTo("Special QA");
        }
    }

    @Test
    void textThatBeginsLikeAFormulaIsText() throws IOException {
        try (XSSFWorkbook workbook = written(ENGLISH)) {
            List<String> formulas = new ArrayList<>();
            workbook.forEach(sheet -> sheet.forEach(row -> row.forEach(cell -> {
                if (cell.getCellType() == CellType.FORMULA
                        && !cell.getCellFormula().startsWith("IF(COUNT(")) {
                    formulas.add(cell.getCellFormula());
                }
            })));
            assertThat(formulas).isEmpty();
            XSSFSheet sheet = workbook.getSheetAt(0);
            assertThat(cell(sheet, "i2", "reason").getStringCellValue()).isEqualTo("=服务规范");
            assertThat(cell(sheet, "i1", Evaluations.COMMENT.name())
                            .getCellStyle()
                            .getDataFormatString())
                    .isEqualTo("@");
        }
    }

    @Test
    void onlyWhatIsToBeFilledInIsUnlocked() throws IOException {
        try (XSSFWorkbook workbook = written(ENGLISH)) {
            XSSFSheet sheet = workbook.getSheetAt(0);
            assertThat(sheet.getProtect()).isTrue();
            assertThat(xml(sheet)).contains("<sheetProtection ").doesNotContain("password", "hashValue");
            assertThat(sheet.isAutoFilterLocked()).isFalse();
            assertThat(workbook.isStructureLocked()).isTrue();
            Map<String, List<String>> open = new TreeMap<>();
            sheet.forEach(row -> row.forEach(cell -> {
                if (!cell.getCellStyle().getLocked()) {
                    open.computeIfAbsent(row.getCell(0).toString(), id -> new ArrayList<>())
                            .add(sheet.getRow(0).getCell(cell.getColumnIndex()).getStringCellValue());
                }
            }));
            List<String> findings = List.of(
                    "error_1",
                    "error_2",
                    "error_3",
                    "feedback_at",
                    "case_mark",
                    "comment",
                    "review_status",
                    "evaluated_at");
            // item_1 is O1, item_2 and item_3 the versions of V1, item_4 is V2.
            assertThat(open)
                    .isEqualTo(Map.of(
                            "i1", join(List.of("item_2", "item_4"), findings),
                            "i2", join(List.of("item_1"), findings),
                            "i3", join(List.of("agent_id", "item_3", "item_4"), findings)));
        }
    }

    private static List<String> join(List<String> one, List<String> other) {
        List<String> all = new ArrayList<>(one);
        all.addAll(other);
        return all;
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh"})
    void everyOpenCellSaysWhatItAcceptsInTheReadersLanguage(String language) throws IOException {
        Text text = new Text("zh".equals(language) ? Text.CHINESE : Text.ENGLISH);
        try (XSSFWorkbook workbook = written(text)) {
            XSSFSheet sheet = workbook.getSheetAt(0);
            sheet.forEach(row -> row.forEach(cell -> {
                if (!cell.getCellStyle().getLocked()) {
                    XSSFDataValidation validation = validation(cell);
                    assertThat(validation.getErrorBoxText()).hasSizeBetween(5, 255);
                    assertThat(validation.getPromptBoxText()).hasSizeBetween(5, 255);
                    assertThat(validation.getPromptBoxTitle()).hasSizeBetween(2, 32);
                    assertThat(validation.getPromptBoxText().matches(".*\\p{IsHan}.*"))
                            .isEqualTo(text.isChinese());
                }
            }));
        }
    }

    @Test
    void pointsAreBoundByTheMaximumOfTheVersionInForce() throws IOException {
        try (XSSFWorkbook workbook = written(ENGLISH)) {
            XSSFSheet sheet = workbook.getSheetAt(0);
            Cell points = cell(sheet, "i1", "item_2");
            String maximum = points.getAddress().formatAsString().replaceAll("[0-9]+$", "") + "$5";
            assertThat(validation(points).getValidationConstraint().getValidationType())
                    .isEqualTo(ValidationType.FORMULA);
            assertThat(validation(points).getValidationConstraint().getFormula1())
                    .contains(points.getAddress() + "<=" + maximum)
                    .contains("N/A");
            assertThat(validation(points).getPromptBoxText()).startsWith("0 to 10,");
            assertThat(validation(cell(sheet, "i3", "item_3")).getPromptBoxText())
                    .startsWith("0 to 12.5,");
            assertThat(sheet.getRow(4).getCell(column(sheet, "item_2")).getNumericCellValue())
                    .isEqualTo(10);
            assertThat(sheet.getRow(5).getCell(column(sheet, "item_2")).getStringCellValue())
                    .isEqualTo("=开头语");
        }
    }

    @Test
    void aListOffersTheErrorTypes() throws IOException {
        try (XSSFWorkbook workbook = written(ENGLISH)) {
            XSSFDataValidation list = validation(cell(workbook.getSheetAt(0), "i3", "error_2"));
            assertThat(list.getValidationConstraint().getValidationType()).isEqualTo(ValidationType.LIST);
            AreaReference area =
                    new AreaReference(list.getValidationConstraint().getFormula1(), SpreadsheetVersion.EXCEL2007);
            List<String> offered = Arrays.stream(area.getAllReferencedCells())
                    .map(cell -> workbook.getSheet(cell.getSheetName())
                            .getRow(cell.getRow())
                            .getCell(cell.getCol())
                            .getStringCellValue())
                    .toList();
            assertThat(offered).containsExactly("E02", "E1 =1+1");
        }
    }

    @Test
    void theWorkbookRemembersWhatItWas() throws IOException {
        try (XSSFWorkbook workbook = written(ENGLISH)) {
            XSSFSheet hidden = workbook.getSheet(ScoreSheetLayout.MEMO_SHEET);
            List<List<String>> lines = new ArrayList<>();
            hidden.forEach(row -> {
                List<String> cells = new ArrayList<>();
                for (int i = 0; i < row.getLastCellNum(); i++) {
                    cells.add(row.getCell(i) == null ? null : row.getCell(i).getStringCellValue());
                }
                lines.add(cells);
            });
            assertThat(ScoreSheetMemo.of(lines)).isEqualTo(sheet(ENGLISH).memo());
            assertThat(workbook.getSheetVisibility(workbook.getSheetIndex(hidden)))
                    .isEqualTo(SheetVisibility.VERY_HIDDEN);
        }
    }

    @Test
    void theScoreIsComputedFromTheItemsThatApply() throws IOException {
        try (XSSFWorkbook workbook = written(ENGLISH)) {
            XSSFSheet sheet = workbook.getSheetAt(0);
            cell(sheet, "i1", "item_2").setCellValue(8);
            cell(sheet, "i1", "item_4").setCellValue("N/A");
            FormulaEvaluator evaluator = workbook.getCreationHelper().createFormulaEvaluator();
            int score = column(sheet, "item_4") + 1;
            assertThat(evaluator
                            .evaluate(sheet.getRow(row(sheet, "i1")).getCell(score))
                            .getNumberValue())
                    .isEqualTo(80);
            assertThat(evaluator
                            .evaluate(sheet.getRow(row(sheet, "i2")).getCell(score))
                            .getStringValue())
                    .isEmpty();
        }
    }

    @Test
    void headersStayInSightAndAreRepeatedInPrint() throws IOException {
        try (XSSFWorkbook workbook = written(ENGLISH)) {
            XSSFSheet sheet = workbook.getSheetAt(0);
            assertThat(sheet.getPaneInformation().getHorizontalSplitPosition())
                    .isEqualTo((short) ScoreSheetLayout.HEADER_ROWS);
            assertThat(sheet.getPaneInformation().getVerticalSplitPosition()).isEqualTo((short) 3);
            assertThat(sheet.getRow(0).getZeroHeight()).isTrue();
            assertThat(xml(sheet)).contains("<autoFilter ref=\"A6:");
            assertThat(sheet.getRepeatingRows().formatAsString()).isEqualTo("4:6");
            assertThat(sheet.getPrintSetup().getLandscape()).isTrue();
        }
    }

    @Test
    void theSameSheetGivesTheSameBytes() {
        assertThat(bytes(sheet(ENGLISH))).isEqualTo(bytes(sheet(ENGLISH)));
    }
}
