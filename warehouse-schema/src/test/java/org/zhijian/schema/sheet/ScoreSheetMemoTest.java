package org.zhijian.schema.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ScoreSheetMemoTest {
    private static final LocalDate OCTOBER = LocalDate.of(2026, 10, 1);

    private static final ScoreSheetMemo MEMO = new ScoreSheetMemo(
            OCTOBER,
            "Q0002",
            List.of(new ScoreSheetItem("S-VOICE", "V01", new BigDecimal("5.5"), OCTOBER, OCTOBER.plusDays(9))),
            Map.of(
                    Choice.Kind.CATEGORY, List.of(new Choice("agent", "客服代表质检")),
                    Choice.Kind.METHOD, List.of(),
                    Choice.Kind.ERROR_TYPE, List.of(new Choice("E1", "E1 一"), new Choice("E2", "E2 =二")),
                    Choice.Kind.CASE_MARK, List.of(),
                    Choice.Kind.REVIEW_STATUS, List.of(new Choice("draft", "草稿"))),
            List.of(
                    new PlannedInspection("i1", "a1", "agent", "sampling", null, "S-VOICE", OCTOBER),
                    new PlannedInspection("i2", null, "event", "sampling", "专题", null, OCTOBER.plusDays(9))));

    @Test
    void theLinesHoldTheMemo() {
        assertThat(ScoreSheetMemo.of(MEMO.lines())).isEqualTo(MEMO);
    }

    @Test
    void anItemAppliesToItsScorecardAndItsDays() {
        ScoreSheetItem item = MEMO.items().get(0);
        PlannedInspection first = MEMO.inspections().get(0);
        assertThat(item.appliesTo(first)).isTrue();
        assertThat(item.appliesTo(MEMO.inspections().get(1))).isFalse();
        assertThat(item.appliesTo(
                        new PlannedInspection("i3", "a1", "agent", "sampling", null, "S-VOICE", OCTOBER.plusDays(9))))
                .isFalse();
    }

    @Test
    void otherLinesAreNoMemo() {
        List<List<String>> another = new ArrayList<>(MEMO.lines());
        another.set(0, List.of("FORM", "score sheet 2"));
        for (List<List<String>> lines :
                List.of(List.<List<String>>of(), another, MEMO.lines().subList(0, 2))) {
            assertThatThrownBy(() -> ScoreSheetMemo.of(lines)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void anInspectionHasOneEvaluation() {
        assertThat(MEMO.inspections().get(0).evaluationId(OCTOBER)).isEqualTo("plan-2026-10-agent-i1");
    }

    @Test
    void aFileIsNamedByMonthAndInspector() {
        String name = ScoreSheetLayout.fileName(OCTOBER, "Q 2/质检");
        assertThat(name).isEqualTo("score_sheets-2026-10-Q_2_质检.xlsx");
        assertThat(ScoreSheetLayout.isFileName(name)).isTrue();
        assertThat(ScoreSheetLayout.isFileName("scorecards-2026-10.xlsx")).isFalse();
    }

    @Test
    void aCellIsCalledAsTheWorkbookCallsIt() {
        assertThat(ScoreSheetLayout.cell("Scores", 7, 13)).isEqualTo("Scores!M7");
        assertThat(ScoreSheetLayout.cell("评分", 10, 26)).isEqualTo("评分!Z10");
        assertThat(ScoreSheetLayout.cell("评分", 10, 27)).isEqualTo("评分!AA10");
        assertThat(ScoreSheetLayout.cell("评分", 10, 703)).isEqualTo("评分!AAA10");
    }
}
