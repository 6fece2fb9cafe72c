package org.zhijian.reports.sheet;

import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.DataValidationConstraint;
import org.apache.poi.ss.usermodel.DataValidationHelper;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.zhijian.schema.sheet.Choice;
import org.zhijian.schema.sheet.ScoreSheetLayout;
import org.zhijian.schema.sheet.ScoreSheetMemo;

/** What cells of a score sheet accept; what they don't is refused with a message in the reader's language. */
final class InputRules {
    private final XSSFSheet sheet;
    private final ScoreSheetMemo memo;
    private final Words words;
    private final DataValidationHelper helper;

    InputRules(XSSFSheet sheet, ScoreSheetMemo memo, Words words) {
        this.sheet = sheet;
        this.memo = memo;
        this.words = words;
        this.helper = sheet.getDataValidationHelper();
    }

    /**
     * Points from 0 to the maximum, or N/A.
     *
     * @param cell the first of the cells, as M7
     * @param maximum the cell with the maximum, as M$5
     */
    void points(CellRangeAddressList cells, String cell, String maximum, ItemVersion item) {
        String most = item.item().maxPoints().toPlainString();
        add(
                cells,
                helper.createCustomConstraint("OR(AND(ISNUMBER(" + cell + ")," + cell + ">=0," + cell + "<=" + maximum
                        + "),AND(ISTEXT(" + cell + "),UPPER(TRIM(" + cell + "))=\"" + ScoreSheetLayout.NOT_APPLICABLE
                        + "\"))"),
                item.name(),
                words.say("input.points", most),
                words.say("refused.points", most));
    }

    /** One of the choices of that kind; where there is none, any text is as good. */
    void choice(CellRangeAddressList cells, Choice.Kind kind, String title) {
        int choices = memo.choices().get(kind).size();
        if (choices > 0) {
            int first = memo.firstLine(kind) + 1;
            String column = "$" + (char) ('A' + ScoreSheetMemo.SHOWN_COLUMN - 1) + "$";
            add(
                    cells,
                    helper.createFormulaListConstraint(
                            ScoreSheetLayout.MEMO_SHEET + "!" + column + first + ":" + column + (first + choices - 1)),
                    title,
                    words.say("input.choice"),
                    words.say("refused.choice"));
        }
    }

    /**
     * A moment not before the interaction's day.
     *
     * @param cell the first of the cells, as M7
     * @param began the cell with the interaction's beginning, as $G7
     */
    void moment(CellRangeAddressList cells, String cell, String began, String title) {
        add(
                cells,
                helper.createCustomConstraint("AND(ISNUMBER(" + cell + ")," + cell + ">=INT(N(" + began + ")))"),
                title,
                words.say("input.moment"),
                words.say("refused.moment"));
    }

    /** Says what belongs into cells that accept any text. */
    void text(CellRangeAddressList cells, String cell, String title, String message) {
        add(cells, helper.createCustomConstraint("LEN(" + cell + ")>=0"), title, message, message);
    }

    private void add(
            CellRangeAddressList cells,
            DataValidationConstraint constraint,
            String title,
            String message,
            String refusal) {
        DataValidation validation = helper.createValidation(constraint, cells);
        validation.setEmptyCellAllowed(true);
        validation.setShowPromptBox(true);
        validation.createPromptBox(shortened(title), message);
        validation.setShowErrorBox(true);
        validation.setErrorStyle(DataValidation.ErrorStyle.STOP);
        validation.createErrorBox(shortened(title), refusal);
        sheet.addValidationData(validation);
    }

    /** A title of a message; a workbook allows it 32 characters. */
    private static String shortened(String title) {
        int end = title.offsetByCodePoints(0, Math.min(title.codePointCount(0, title.length()), 16));
        return title.length() <= 32 ? title : title.substring(0, end) + "…";
    }
}
