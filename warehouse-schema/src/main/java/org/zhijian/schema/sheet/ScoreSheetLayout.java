package org.zhijian.schema.sheet;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.zhijian.schema.Column;
import org.zhijian.schema.raw.Evaluations;

/**
 * Where things stand in a score sheet. The sheet to fill in has the key of each column in its first row, which is hidden,
 * then headers for people, then one row a planned inspection. Its name and its headers are in the reader's language; what
 * reads it goes by the keys. What the sheet was when it was delivered stands on a second, hidden sheet, see {@link
 * ScoreSheetMemo}.
 *
 * <p>The keys of columns that become an evaluation are the names of the columns of {@link
 * org.zhijian.schema.raw.Evaluations}; those of items are {@link #itemKey}, those of errors {@link #ERROR_KEYS}.
 */
public final class ScoreSheetLayout {
    /** What landing files with score sheets begin with. */
    public static final String NAME = "score_sheets";

    public static final String EXTENSION = ".xlsx";

    /** The hidden sheet. */
    public static final String MEMO_SHEET = "zhijian";

    /** Rows above the first planned inspection, that of the keys included. */
    public static final int HEADER_ROWS = 6;

    /** What is written in place of points where an item does not apply to the interaction; capitals do not matter. */
    public static final String NOT_APPLICABLE = "N/A";

    /** The columns for errors. */
    public static final List<String> ERROR_KEYS =
            IntStream.rangeClosed(1, 3).mapToObj(n -> "error_" + n).toList();

    /** The columns that say which inspection a row is; they are not to be changed. */
    public static final List<Column> FIXED = List.of(
            Evaluations.INTERACTION_ID,
            Evaluations.AGENT_ID,
            Evaluations.CATEGORY,
            Evaluations.METHOD,
            Evaluations.SCORECARD_ID);

    /** The columns to fill in besides items and errors. */
    public static final List<Column> FINDINGS = List.of(
            Evaluations.FEEDBACK_AT,
            Evaluations.CASE_MARK,
            Evaluations.COMMENT,
            Evaluations.REVIEW_STATUS,
            Evaluations.EVALUATED_AT);

    private ScoreSheetLayout() {}

    /** The keys of all columns that a sheet with so many items must have. */
    public static List<String> keys(int items) {
        return Stream.of(
                        Stream.concat(FIXED.stream(), FINDINGS.stream()).map(Column::name),
                        ERROR_KEYS.stream(),
                        IntStream.rangeClosed(1, items).mapToObj(ScoreSheetLayout::itemKey))
                .flatMap(keys -> keys)
                .toList();
    }

    /** The name of an inspector's workbook for a plan month: {@code score_sheets-2026-10-Q0002.xlsx}. */
    public static String fileName(LocalDate planMonth, String inspectorId) {
        return NAME + "-" + YearMonth.from(planMonth) + "-" + inspectorId.replaceAll("[^\\p{L}\\p{N}._-]", "_")
                + EXTENSION;
    }

    /** Whether a landing file of that name is a score sheet. */
    public static boolean isFileName(String name) {
        return name.startsWith(NAME + "-") || name.startsWith(NAME + ".");
    }

    /** The key of the column with the n-th item, from 1. */
    public static String itemKey(int n) {
        return "item_" + n;
    }

    /** The name of a cell: row 7 and column 13, both from 1, of the sheet Scores are {@code Scores!M7}. */
    public static String cell(String sheet, long row, int column) {
        StringBuilder letters = new StringBuilder();
        for (int rest = column; rest > 0; rest = (rest - 1) / 26) {
            letters.insert(0, (char) ('A' + (rest - 1) % 26));
        }
        return sheet + "!" + letters + row;
    }
}
