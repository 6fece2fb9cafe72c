package org.zhijian.reports.sheet;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.function.Predicate;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.ss.util.CellAddress;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.zhijian.reports.look.Look;
import org.zhijian.schema.Column;
import org.zhijian.schema.raw.Evaluations;
import org.zhijian.schema.sheet.Choice;
import org.zhijian.schema.sheet.ScoreSheetLayout;
import org.zhijian.schema.sheet.ScoreSheetMemo;
import org.zhijian.schema.star.FactInteraction;

/**
 * A score sheet as a workbook: the sheet to fill in, instructions, and what the workbook remembers of itself on a sheet that
 * is not shown. The same score sheet gives the same bytes.
 */
public final class ScoreSheetWorkbook {
    private static final int KEY_ROW = 0;
    private static final int TITLE_ROW = 1;
    private static final int HINT_ROW = 2;
    private static final int BAND_ROW = 3;
    private static final int MAXIMUM_ROW = 4;
    private static final int HEADER_ROW = ScoreSheetLayout.HEADER_ROWS - 1;
    private static final int FIRST_ROW = ScoreSheetLayout.HEADER_ROWS;

    private static final int ITEM_WIDTH = 14;
    private static final int ERROR_WIDTH = 26;
    private static final int MOMENT_WIDTH = 20;
    private static final int COMMENT_WIDTH = 44;
    private static final int WORD_WIDTH = 12;

    private final ScoreSheet source;
    private final ScoreSheetMemo memo;
    private final Words words;
    private final XSSFWorkbook workbook;
    private final XSSFSheet sheet;
    private final SheetStyles styles;
    private final InputRules rules;
    private final List<PlanColumn> planColumns;
    private int next;

    private ScoreSheetWorkbook(ScoreSheet source, XSSFWorkbook workbook) {
        this.source = source;
        this.memo = source.memo();
        this.words = source.words();
        this.workbook = workbook;
        this.sheet = workbook.createSheet(words.say("tab.scores"));
        this.styles = new SheetStyles(workbook);
        this.rules = new InputRules(sheet, memo, words);
        this.planColumns = PlanColumn.of(source);
    }

    /** Writes the workbook; a file that exists is replaced. */
    public static void write(ScoreSheet source, Path file) throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook()) {
            new ScoreSheetWorkbook(source, workbook).build();
            StableWorkbook.write(workbook, file);
        }
    }

    private void build() {
        for (int row = 0; row < FIRST_ROW + source.rows().size(); row++) {
            sheet.createRow(row);
        }
        writePlan();
        writeItems();
        writeFindings();
        writeTop();
        protectAndSetUp();
        InstructionSheet.write(workbook, styles, words);
        writeMemo();
        workbook.lockStructure();
        workbook.setActiveSheet(0);
    }

    private void writeTop() {
        sheet.getRow(KEY_ROW).setZeroHeight(true);
        cell(TITLE_ROW, 0, styles.title).setCellValue(title());
        cell(HINT_ROW, 0, styles.hint).setCellValue(words.say("hint"));
        sheet.getRow(TITLE_ROW).setHeightInPoints(24);
        sheet.getRow(HEADER_ROW).setHeightInPoints(42);
        sheet.setAutoFilter(
                new CellRangeAddress(HEADER_ROW, Math.max(HEADER_ROW, lastRow()), 0, Math.max(0, next - 1)));
    }

    private String title() {
        return words.say("title", source.plan().period(), source.owner());
    }

    private void writePlan() {
        for (PlanColumn column : planColumns) {
            int position = column(column.key().name(), words.say("column." + column.key()), column.width());
            for (int i = 0; i < source.rows().size(); i++) {
                DrawnInteraction drawn = source.rows().get(i);
                boolean open = column.key().equals(Evaluations.AGENT_ID)
                        && drawn.inspection().agentId() == null;
                write(FIRST_ROW + i, position, column.value().apply(drawn), open ? styles.inputText : null);
            }
            if (column.key().equals(Evaluations.AGENT_ID)) {
                CellRangeAddressList open =
                        cells(position, row -> row.inspection().agentId() == null);
                if (open.countRanges() > 0) {
                    rules.text(open, first(open), header(position), words.say("input.agent"));
                }
            }
        }
        band(0, next - 1, words.say("band.plan"));
    }

    private void writeItems() {
        int first = next;
        String scorecard = null;
        int begin = next;
        for (int n = 1; n <= source.items().size(); n++) {
            ItemVersion item = source.items().get(n - 1);
            if (!item.item().scorecardId().equals(scorecard)) {
                band(begin, next - 1, scorecard);
                scorecard = item.item().scorecardId();
                begin = next;
            }
            int position = column(ScoreSheetLayout.itemKey(n), item.name(), ITEM_WIDTH);
            cell(MAXIMUM_ROW, position, styles.maximum)
                    .setCellValue(item.item().maxPoints().doubleValue());
            for (int i = 0; i < source.rows().size(); i++) {
                boolean applies = item.item().appliesTo(source.rows().get(i).inspection());
                cell(FIRST_ROW + i, position, applies ? styles.inputPoints : styles.notApplicable);
            }
            CellRangeAddressList cells = cells(position, row -> item.item().appliesTo(row.inspection()));
            rules.points(cells, first(cells), letters(position) + "$" + (MAXIMUM_ROW + 1), item);
        }
        band(begin, next - 1, scorecard);
        if (next > first) {
            cell(MAXIMUM_ROW, first - 1, styles.maximum).setCellValue(words.say("maximum"));
            writeScores(first, next - 1);
        }
    }

    /** The score that the points come to, computed as they are written. */
    private void writeScores(int first, int last) {
        int position = column("", words.say("column.score"), ITEM_WIDTH);
        String maxima = "$" + letters(first) + "$" + (MAXIMUM_ROW + 1) + ":$" + letters(last) + "$" + (MAXIMUM_ROW + 1);
        for (int row = FIRST_ROW; row <= lastRow(); row++) {
            String points = letters(first) + (row + 1) + ":" + letters(last) + (row + 1);
            cell(row, position, styles.score)
                    .setCellFormula("IF(COUNT(" + points + ")=0,\"\",IFERROR(100*SUM(" + points + ")/SUMIF(" + points
                            + ",\">=0\"," + maxima + "),\"\"))");
        }
        band(position, position, "");
    }

    private void writeFindings() {
        int first = next;
        for (int n = 1; n <= ScoreSheetLayout.ERROR_KEYS.size(); n++) {
            choice(
                    ScoreSheetLayout.ERROR_KEYS.get(n - 1),
                    words.say("column.error", n),
                    ERROR_WIDTH,
                    Choice.Kind.ERROR_TYPE);
        }
        moment(Evaluations.FEEDBACK_AT);
        choice(
                Evaluations.CASE_MARK.name(),
                words.say("column." + Evaluations.CASE_MARK),
                WORD_WIDTH,
                Choice.Kind.CASE_MARK);
        int comment = input(
                Evaluations.COMMENT.name(),
                words.say("column." + Evaluations.COMMENT),
                COMMENT_WIDTH,
                styles.inputLongText);
        CellRangeAddressList comments = cells(comment, row -> true);
        if (comments.countRanges() > 0) {
            rules.text(comments, first(comments), header(comment), words.say("input.comment"));
        }
        choice(
                Evaluations.REVIEW_STATUS.name(),
                words.say("column." + Evaluations.REVIEW_STATUS),
                WORD_WIDTH,
                Choice.Kind.REVIEW_STATUS);
        moment(Evaluations.EVALUATED_AT);
        band(first, next - 1, words.say("band.findings"));
    }

    private void choice(String key, String header, int width, Choice.Kind kind) {
        CellRangeAddressList cells = cells(input(key, header, width, styles.inputText), row -> true);
        if (cells.countRanges() > 0) {
            rules.choice(cells, kind, header);
        }
    }

    private void moment(Column column) {
        String header = words.say("column." + column);
        CellRangeAddressList cells = cells(input(column.name(), header, MOMENT_WIDTH, styles.inputMoment), row -> true);
        if (cells.countRanges() > 0) {
            int began = planColumns.stream().map(PlanColumn::key).toList().indexOf(FactInteraction.STARTED_AT);
            rules.moment(cells, first(cells), "$" + letters(began) + (FIRST_ROW + 1), header);
        }
    }

    /** A column to fill in; its position. */
    private int input(String key, String header, int width, CellStyle style) {
        int position = column(key, header, width);
        for (int row = FIRST_ROW; row <= lastRow(); row++) {
            cell(row, position, style);
        }
        return position;
    }

    /** The next column; its position. */
    private int column(String key, String header, int width) {
        int position = next;
        next++;
        cell(KEY_ROW, position, styles.hint).setCellValue(key);
        cell(MAXIMUM_ROW, position, styles.maximum);
        cell(HEADER_ROW, position, styles.header).setCellValue(header);
        sheet.setColumnWidth(position, width * 256);
        return position;
    }

    /** A heading over some columns, none where there are no columns. */
    private void band(int first, int last, String text) {
        for (int position = first; position <= last; position++) {
            cell(BAND_ROW, position, styles.band);
        }
        if (first <= last) {
            sheet.getRow(BAND_ROW).getCell(first).setCellValue(text);
        }
    }

    private void protectAndSetUp() {
        sheet.createFreezePane(PlanColumn.FROZEN, FIRST_ROW);
        sheet.setActiveCell(new CellAddress(FIRST_ROW, planColumns.size()));
        sheet.setDisplayGridlines(false);
        sheet.enableLocking();
        sheet.lockAutoFilter(false);
        sheet.lockFormatColumns(false);
        sheet.lockFormatRows(false);
        sheet.getPrintSetup().setLandscape(true);
        sheet.getPrintSetup().setPaperSize(PrintSetup.A3_PAPERSIZE);
        sheet.setFitToPage(true);
        sheet.getPrintSetup().setFitWidth((short) 2);
        sheet.getPrintSetup().setFitHeight((short) 0);
        sheet.setRepeatingRows(new CellRangeAddress(BAND_ROW, HEADER_ROW, -1, -1));
        sheet.setRepeatingColumns(new CellRangeAddress(-1, -1, 0, PlanColumn.FROZEN - 1));
        // On paper the title stands in the header: in its row, the columns that begin each page would cut it.
        workbook.setPrintArea(
                workbook.getSheetIndex(sheet), 0, Math.max(0, next - 1), BAND_ROW, Math.max(HEADER_ROW, lastRow()));
        sheet.getHeader().setLeft("&" + Look.SECTION_SIZE + "&B" + title().replace("&", "&&"));
        sheet.getFooter()
                .setLeft(sheet.getSheetName() + " · " + source.plan().period() + " · "
                        + source.inspector().id());
        sheet.getFooter().setRight("&P / &N");
    }

    private void writeMemo() {
        XSSFSheet hidden = workbook.createSheet(ScoreSheetLayout.MEMO_SHEET);
        List<List<String>> lines = memo.lines();
        for (int i = 0; i < lines.size(); i++) {
            XSSFRow row = hidden.createRow(i);
            for (int column = 0; column < lines.get(i).size(); column++) {
                if (lines.get(i).get(column) != null) {
                    row.createCell(column).setCellValue(lines.get(i).get(column));
                }
            }
        }
        hidden.enableLocking();
        workbook.setSheetVisibility(workbook.getSheetIndex(hidden), SheetVisibility.VERY_HIDDEN);
    }

    private int lastRow() {
        return FIRST_ROW + source.rows().size() - 1;
    }

    private String header(int position) {
        return sheet.getRow(HEADER_ROW).getCell(position).getStringCellValue();
    }

    /** The cells of a column in the rows that satisfy the condition. */
    private CellRangeAddressList cells(int position, Predicate<DrawnInteraction> condition) {
        CellRangeAddressList ranges = new CellRangeAddressList();
        int begin = -1;
        for (int i = 0; i <= source.rows().size(); i++) {
            boolean in =
                    i < source.rows().size() && condition.test(source.rows().get(i));
            if (in && begin < 0) {
                begin = i;
            } else if (!in && begin >= 0) {
                ranges.addCellRangeAddress(FIRST_ROW + begin, position, FIRST_ROW + i - 1, position);
                begin = -1;
            }
        }
        return ranges;
    }

    /** The name of the first of some cells. */
    private static String first(CellRangeAddressList cells) {
        CellRangeAddress range = cells.getCellRangeAddress(0);
        return letters(range.getFirstColumn()) + (range.getFirstRow() + 1);
    }

    private static String letters(int position) {
        return CellReference.convertNumToColString(position);
    }

    private void write(int row, int position, Object value, CellStyle input) {
        if (value instanceof LocalDateTime moment) {
            cell(row, position, styles.fixedMoment).setCellValue(moment);
        } else if (value instanceof Integer number) {
            cell(row, position, styles.fixedNumber).setCellValue(number);
        } else {
            Cell cell = cell(row, position, input == null ? styles.fixedText : input);
            if (value != null) {
                cell.setCellValue((String) value);
            }
        }
    }

    private Cell cell(int row, int position, CellStyle style) {
        XSSFRow line = sheet.getRow(row);
        Cell cell = line.getCell(position);
        if (cell == null) {
            cell = line.createCell(position);
        }
        cell.setCellStyle(style);
        return cell;
    }
}
