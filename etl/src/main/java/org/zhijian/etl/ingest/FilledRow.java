package org.zhijian.etl.ingest;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.zhijian.schema.Column;
import org.zhijian.schema.raw.EvaluationErrors;
import org.zhijian.schema.raw.EvaluationScores;
import org.zhijian.schema.raw.Evaluations;
import org.zhijian.schema.sheet.Choice;
import org.zhijian.schema.sheet.PlannedInspection;
import org.zhijian.schema.sheet.ScoreSheetItem;
import org.zhijian.schema.sheet.ScoreSheetLayout;
import org.zhijian.schema.sheet.ScoreSheetMemo;
import org.zhijian.schema.star.DimDate;

/**
 * A row of a score sheet as an evaluation; what is wrong with it is noted in the row. An item has points, or N/A where it
 * does not apply. Either all items have one of them or, in a draft and where there are only errors to note, some or all are
 * blank, which then counts as not applying.
 */
final class FilledRow {
    /** Up to 999,999 points and 6 decimals, as scores are computed. */
    private static final Pattern POINTS = Pattern.compile("[+-]?[0-9]{1,6}([.][0-9]+)?([eE]-?[0-9])?");

    private static final String DRAFT = "draft";

    private final ScoreSheetMemo memo;
    private final PlannedInspection inspection;
    private final SheetRow row;
    private final Map<Column, String> evaluation = new HashMap<>();
    private final Map<String, ScoreSheetItem> items = new LinkedHashMap<>();
    private final Map<String, String> points = new HashMap<>();
    private final Map<String, String> errors = new LinkedHashMap<>();

    FilledRow(ScoreSheetMemo memo, PlannedInspection inspection, SheetRow row) {
        this.memo = memo;
        this.inspection = inspection;
        this.row = row;
        readPlan();
        readItems();
        readErrors();
        readFindings();
        requireItems();
    }

    FilledSheet.Entry evaluation() {
        return FilledSheet.Entry.of(row.number(), evaluation);
    }

    /** One record an item that belongs to the scorecard. */
    List<FilledSheet.Entry> scores() {
        List<FilledSheet.Entry> records = new ArrayList<>();
        items.forEach((key, item) -> {
            Map<Column, String> values = new HashMap<>();
            values.put(EvaluationScores.EVALUATION_ID, evaluation.get(Evaluations.EVALUATION_ID));
            values.put(EvaluationScores.ITEM_CODE, item.itemCode());
            values.put(EvaluationScores.POINTS, points.get(key));
            records.add(FilledSheet.Entry.of(row.line(key), values));
        });
        return records;
    }

    /** One record an error type. */
    List<FilledSheet.Entry> errors() {
        List<FilledSheet.Entry> records = new ArrayList<>();
        errors.forEach((code, key) -> records.add(FilledSheet.Entry.of(
                row.line(key),
                Map.of(
                        EvaluationErrors.EVALUATION_ID,
                        evaluation.get(Evaluations.EVALUATION_ID),
                        EvaluationErrors.ERROR_CODE,
                        code))));
        return records;
    }

    /** What the plan says holds; a fixed cell that says otherwise was changed. */
    private void readPlan() {
        evaluation.put(Evaluations.EVALUATION_ID, inspection.evaluationId(memo.planMonth()));
        evaluation.put(Evaluations.INTERACTION_ID, inspection.interactionId());
        evaluation.put(Evaluations.INSPECTOR_ID, memo.inspectorId());
        evaluation.put(Evaluations.CATEGORY, inspection.category());
        evaluation.put(Evaluations.METHOD, inspection.method());
        evaluation.put(Evaluations.TOPIC, inspection.topic());
        evaluation.put(Evaluations.SCORECARD_ID, inspection.scorecardId());
        requireUnchanged(Evaluations.SCORECARD_ID, inspection.scorecardId());
        requireUnchanged(
                Evaluations.METHOD,
                Choice.of(inspection.method(), memo.choices().get(Choice.Kind.METHOD))
                        .map(Choice::shown)
                        .orElse(inspection.method()));
        String agent = row.text(Evaluations.AGENT_ID.name());
        if (inspection.agentId() != null) {
            requireUnchanged(Evaluations.AGENT_ID, inspection.agentId());
        } else if (agent == null) {
            row.misfit(Evaluations.AGENT_ID.name(), Reason.MISSING_VALUE, null);
        }
        evaluation.put(Evaluations.AGENT_ID, inspection.agentId() == null ? agent : inspection.agentId());
    }

    private void requireUnchanged(Column column, String delivered) {
        String now = row.text(column.name());
        String then = SourceRecord.clean(delivered);
        if (then == null ? now != null : !then.equals(now)) {
            row.misfit(column.name(), Reason.CHANGED, delivered);
        }
    }

    private void readItems() {
        for (int n = 1; n <= memo.items().size(); n++) {
            ScoreSheetItem item = memo.items().get(n - 1);
            String key = ScoreSheetLayout.itemKey(n);
            String text = row.text(key);
            if (item.appliesTo(inspection)) {
                items.put(key, item);
                if (text != null && !isNotApplicable(text)) {
                    readPoints(key, item, text);
                }
            } else if (text != null) {
                row.misfit(key, Reason.CHANGED, null);
            }
        }
    }

    private void readPoints(String key, ScoreSheetItem item, String text) {
        if (!POINTS.matcher(text).matches()) {
            row.misfit(key, item.itemCode(), Reason.NOT_A_NUMBER, allowed(item));
            return;
        }
        BigDecimal number = new BigDecimal(text);
        if (number.signum() < 0 || number.compareTo(item.maxPoints()) > 0) {
            row.misfit(key, item.itemCode(), Reason.OUT_OF_RANGE, allowed(item));
        } else {
            points.put(key, number.toPlainString());
        }
    }

    private static String allowed(ScoreSheetItem item) {
        return "0 – " + item.maxPoints().toPlainString() + ", " + ScoreSheetLayout.NOT_APPLICABLE;
    }

    private static boolean isNotApplicable(String text) {
        return ScoreSheetLayout.NOT_APPLICABLE.equalsIgnoreCase(text);
    }

    private void readErrors() {
        for (String key : ScoreSheetLayout.ERROR_KEYS) {
            String code = chosen(key, Choice.Kind.ERROR_TYPE);
            if (code != null) {
                errors.putIfAbsent(code, key);
            }
        }
    }

    private void readFindings() {
        evaluation.put(Evaluations.COMMENT, row.text(Evaluations.COMMENT.name()));
        evaluation.put(Evaluations.CASE_MARK, chosen(Evaluations.CASE_MARK.name(), Choice.Kind.CASE_MARK));
        evaluation.put(Evaluations.FEEDBACK_AT, moment(Evaluations.FEEDBACK_AT));
        evaluation.put(Evaluations.REVIEW_STATUS, chosen(Evaluations.REVIEW_STATUS.name(), Choice.Kind.REVIEW_STATUS));
        evaluation.put(Evaluations.EVALUATED_AT, moment(Evaluations.EVALUATED_AT));
        require(Evaluations.REVIEW_STATUS, shown(Choice.Kind.REVIEW_STATUS));
        require(Evaluations.EVALUATED_AT, null);
    }

    private void require(Column column, String allowed) {
        if (row.text(column.name()) == null) {
            row.misfit(column.name(), Reason.MISSING_VALUE, allowed);
        }
    }

    /** The code of what was chosen, null where nothing was. */
    private String chosen(String key, Choice.Kind kind) {
        String text = row.text(key);
        if (text == null) {
            return null;
        }
        String code =
                Choice.of(text, memo.choices().get(kind)).map(Choice::code).orElse(null);
        if (code == null) {
            row.misfit(key, Reason.NOT_ACCEPTED, shown(kind));
        }
        return code;
    }

    private String shown(Choice.Kind kind) {
        return memo.choices().get(kind).stream().map(Choice::shown).collect(Collectors.joining(", "));
    }

    /** The moment in that column, without an offset, or null; it is not before the interaction's day. */
    private String moment(Column column) {
        String text = row.text(column.name());
        if (text == null) {
            return null;
        }
        LocalDateTime moment;
        try {
            moment = LocalDateTime.parse(text.length() == 10 ? text + "T00:00" : text.replace(' ', 'T'));
        } catch (DateTimeException e) {
            row.misfit(column.name(), Reason.NOT_A_TIMESTAMP, null);
            return null;
        }
        LocalDate day = moment.toLocalDate();
        if (day.isBefore(inspection.startedOn())) {
            row.misfit(column.name(), Reason.OUT_OF_RANGE, "≥ " + inspection.startedOn());
        } else if (day.isAfter(DimDate.LAST_DAY)) {
            row.misfit(column.name(), Reason.OUT_OF_CALENDAR, DimDate.FIRST_DAY + " – " + DimDate.LAST_DAY);
        }
        return moment.toString();
    }

    private void requireItems() {
        List<String> blank =
                items.keySet().stream().filter(key -> row.text(key) == null).toList();
        boolean none = blank.size() == items.size();
        boolean draft = DRAFT.equals(evaluation.get(Evaluations.REVIEW_STATUS));
        boolean anyError = ScoreSheetLayout.ERROR_KEYS.stream().anyMatch(key -> row.text(key) != null);
        if (none ? !anyError : !draft) {
            blank.forEach(
                    key -> row.misfit(key, items.get(key).itemCode(), Reason.MISSING_VALUE, allowed(items.get(key))));
        }
    }
}
