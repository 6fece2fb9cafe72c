package org.zhijian.etl.ingest;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.zhijian.schema.raw.Evaluations;
import org.zhijian.schema.sheet.Choice;
import org.zhijian.schema.sheet.PlannedInspection;
import org.zhijian.schema.sheet.ScoreSheetLayout;
import org.zhijian.schema.sheet.ScoreSheetMemo;

/**
 * Judges the rows of a score sheet against what it was when it was delivered. Rows that were sorted or left out do no harm;
 * a row that cannot be found in the plan, or is there twice, is not loaded.
 */
final class ScoreSheetJudge {
    private final ScoreSheetMemo memo;
    private final String sheet;
    private final Map<String, Integer> columns;
    private final Set<PlannedInspection> seen = new HashSet<>();

    /**
     * A judge of one sheet.
     *
     * @param memo what the sheet was
     * @param sheet the sheet's name
     * @param columns where its columns stand by key, the first at 0
     */
    ScoreSheetJudge(ScoreSheetMemo memo, String sheet, Map<String, Integer> columns) {
        this.memo = memo;
        this.sheet = sheet;
        this.columns = columns;
    }

    /** What these rows say, given as the texts of their cells by row. */
    FilledSheet judge(Map<Integer, List<String>> rows) {
        List<FilledSheet.Entry> evaluations = new ArrayList<>();
        List<FilledSheet.Entry> scores = new ArrayList<>();
        List<FilledSheet.Entry> errors = new ArrayList<>();
        List<Misfit> misfits = new ArrayList<>();
        rows.forEach((number, cells) -> {
            SheetRow row = new SheetRow(sheet, number, columns, cells);
            Optional<PlannedInspection> inspection = isFilledIn(row) ? inspection(row) : Optional.empty();
            if (inspection.isPresent()) {
                FilledRow filled = new FilledRow(memo, inspection.get(), row);
                if (row.misfits().isEmpty()) {
                    evaluations.add(filled.evaluation());
                    scores.addAll(filled.scores());
                    errors.addAll(filled.errors());
                }
            }
            misfits.addAll(row.misfits());
        });
        return new FilledSheet(evaluations, scores, errors, misfits);
    }

    /** A row with points, an error or the time of its evaluation; a comment alone is a note of the inspector's. */
    private boolean isFilledIn(SheetRow row) {
        return row.text(Evaluations.EVALUATED_AT.name()) != null
                || ScoreSheetLayout.ERROR_KEYS.stream().anyMatch(key -> row.text(key) != null)
                || IntStream.rangeClosed(1, memo.items().size())
                        .anyMatch(n -> row.text(ScoreSheetLayout.itemKey(n)) != null);
    }

    /** The inspection that the row is about. */
    private Optional<PlannedInspection> inspection(SheetRow row) {
        String id = row.text(Evaluations.INTERACTION_ID.name());
        Optional<Choice> category =
                Choice.of(row.text(Evaluations.CATEGORY.name()), memo.choices().get(Choice.Kind.CATEGORY));
        if (category.isEmpty()) {
            row.misfit(Evaluations.CATEGORY.name(), Reason.CHANGED, delivered(row, PlannedInspection::category));
            return Optional.empty();
        }
        Optional<PlannedInspection> found = memo.inspections().stream()
                .filter(planned -> planned.interactionId().strip().equals(id)
                        && planned.category().equals(category.get().code()))
                .filter(seen::add)
                .findFirst();
        if (found.isEmpty()) {
            row.misfit(
                    Evaluations.INTERACTION_ID.name(),
                    Reason.CHANGED,
                    delivered(row, PlannedInspection::interactionId));
        }
        return found;
    }

    /** What stood in that row when the sheet was delivered, null in a row that was added. */
    private String delivered(SheetRow row, Function<PlannedInspection, String> cell) {
        int place = row.number() - ScoreSheetLayout.HEADER_ROWS - 1;
        return place < memo.inspections().size() ? cell.apply(memo.inspections().get(place)) : null;
    }
}
