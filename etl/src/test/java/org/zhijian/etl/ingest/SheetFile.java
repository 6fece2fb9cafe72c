package org.zhijian.etl.ingest;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.zhijian.schema.Column;
import org.zhijian.schema.raw.Evaluations;
import org.zhijian.schema.sheet.Choice;
import org.zhijian.schema.sheet.PlannedInspection;
import org.zhijian.schema.sheet.ScoreSheetItem;
import org.zhijian.schema.sheet.ScoreSheetLayout;
import org.zhijian.schema.sheet.ScoreSheetMemo;

/** A score sheet for tests, with four planned inspections in the rows 7 to 10. */
final class SheetFile {
    static final String SHEET = "Scores";

    private static final LocalDate OCTOBER = LocalDate.of(2026, 10, 1);
    private static final LocalDate NEXT_YEAR = LocalDate.of(2027, 1, 1);

    private static final ScoreSheetMemo MEMO = new ScoreSheetMemo(
            OCTOBER,
            "q1",
            List.of(
                    new ScoreSheetItem("voice", "V1", BigDecimal.TEN, OCTOBER, NEXT_YEAR),
                    new ScoreSheetItem("voice", "V2", new BigDecimal("5.5"), OCTOBER, NEXT_YEAR),
                    new ScoreSheetItem("online", "O1", new BigDecimal("20"), OCTOBER, NEXT_YEAR)),
            Map.of(
                    Choice.Kind.CATEGORY, List.of(new Choice("agent", "客服代表质检"), new Choice("event", "业务事件质检")),
                    Choice.Kind.METHOD, List.of(new Choice("sampling", "抽样质检")),
                    Choice.Kind.ERROR_TYPE, List.of(new Choice("E1", "E1 打断客户"), new Choice("E2", "E2 =泄露")),
                    Choice.Kind.CASE_MARK, List.of(new Choice("excellent", "优秀案例"), new Choice("severe", "严重差错")),
                    Choice.Kind.REVIEW_STATUS, List.of(new Choice("draft", "草稿"), new Choice("published", "已发布"))),
            List.of(
                    inspection("i1", "a1", "agent", "voice"),
                    inspection("i2", "a2", "agent", "voice"),
                    inspection("i3", null, "event", "voice"),
                    inspection("i4", "a1", "agent", "online")));

    private final List<Map<String, Object>> rows = new ArrayList<>();

    /** A sheet that nobody has filled in. */
    SheetFile() {
        for (PlannedInspection inspection : MEMO.inspections()) {
            Map<String, Object> row = new HashMap<>();
            row.put(Evaluations.INTERACTION_ID.name(), inspection.interactionId());
            row.put(Evaluations.AGENT_ID.name(), inspection.agentId());
            row.put(Evaluations.CATEGORY.name(), shown(Choice.Kind.CATEGORY, inspection.category()));
            row.put(Evaluations.METHOD.name(), shown(Choice.Kind.METHOD, inspection.method()));
            row.put(Evaluations.SCORECARD_ID.name(), inspection.scorecardId());
            rows.add(row);
        }
    }

    private static PlannedInspection inspection(String id, String agent, String category, String scorecard) {
        return new PlannedInspection(id, agent, category, "sampling", null, scorecard, OCTOBER.plusDays(4));
    }

    private static String shown(Choice.Kind kind, String code) {
        return Choice.of(code, MEMO.choices().get(kind)).orElseThrow().shown();
    }

    /** Fills a cell in; null clears it. */
    SheetFile with(int row, String key, Object value) {
        rows.get(row - ScoreSheetLayout.HEADER_ROWS - 1).put(key, value);
        return this;
    }

    SheetFile with(int row, Column column, Object value) {
        return with(row, column.name(), value);
    }

    /** Fills in when the row was evaluated and that it is published. */
    SheetFile published(int row, LocalDateTime at) {
        return with(row, Evaluations.EVALUATED_AT, at).with(row, Evaluations.REVIEW_STATUS, "已发布");
    }

    /** Fills in the points of V1 and V2. */
    SheetFile voice(int row, Object first, Object second) {
        return with(row, ScoreSheetLayout.itemKey(1), first).with(row, ScoreSheetLayout.itemKey(2), second);
    }

    byte[] bytes() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        List<String> keys = new ArrayList<>(ScoreSheetLayout.keys(MEMO.items().size()));
        try (Workbook workbook = new Workbook(out, "test", "1.0")) {
            Worksheet sheet = workbook.newWorksheet(SHEET);
            for (int column = 0; column < keys.size(); column++) {
                sheet.value(0, column, keys.get(column));
                for (int row = 0; row < rows.size(); row++) {
                    write(
                            sheet,
                            ScoreSheetLayout.HEADER_ROWS + row,
                            column,
                            rows.get(row).get(keys.get(column)));
                }
            }
            Worksheet memo = workbook.newWorksheet(ScoreSheetLayout.MEMO_SHEET);
            List<List<String>> lines = MEMO.lines();
            for (int row = 0; row < lines.size(); row++) {
                for (int column = 0; column < lines.get(row).size(); column++) {
                    write(memo, row, column, lines.get(row).get(column));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static void write(Worksheet sheet, int row, int column, Object value) {
        if (value instanceof LocalDateTime moment) {
            sheet.value(row, column, moment);
            sheet.style(row, column).format("yyyy-mm-dd hh:mm").set();
        } else if (value instanceof Number number) {
            sheet.value(row, column, number);
        } else if (value != null) {
            sheet.value(row, column, (String) value);
        }
    }
}
