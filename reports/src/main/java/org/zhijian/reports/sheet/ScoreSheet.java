package org.zhijian.reports.sheet;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.zhijian.schema.mart.SamplingPlan;
import org.zhijian.schema.sheet.Choice;
import org.zhijian.schema.sheet.ScoreSheetLayout;
import org.zhijian.schema.sheet.ScoreSheetMemo;
import org.zhijian.schema.text.Text;

/**
 * What one inspector has to inspect in a plan month, and how it is scored.
 *
 * @param plan the month's plan
 * @param inspector the inspector
 * @param rows what was drawn for the inspector
 * @param items the scorecard items that apply to any of it
 * @param words the reader's language
 */
public record ScoreSheet(
        QaPlan plan, PlanInspector inspector, List<DrawnInteraction> rows, List<ItemVersion> items, Words words) {

    public ScoreSheet {
        rows = List.copyOf(rows);
        items = List.copyOf(items);
    }

    /** One score sheet for each inspector who has something to inspect, by the inspectors' numbers. */
    public static List<ScoreSheet> of(QaPlan plan, Text text) {
        return plan.inspectors().values().stream()
                .map(inspector -> of(plan, inspector, new Words(text)))
                .toList();
    }

    private static ScoreSheet of(QaPlan plan, PlanInspector inspector, Words words) {
        // Rows of one scorecard together, so that what is to be filled in stands side by side.
        List<DrawnInteraction> rows = plan.of(inspector).stream()
                .sorted(Comparator.comparing(
                        row -> row.inspection().scorecardId(), Comparator.nullsLast(Comparator.naturalOrder())))
                .toList();
        List<ItemVersion> items = plan.scorecards().versions().stream()
                .filter(version -> rows.stream().anyMatch(row -> version.item().appliesTo(row.inspection())))
                .toList();
        return new ScoreSheet(plan, inspector, rows, items, words);
    }

    /** The name, without extension, under which the workbook is given out and can be put into the landing folder. */
    public String name() {
        return ScoreSheetLayout.name(plan.month(), inspector.id());
    }

    /** Whose sheet it is, for its title. */
    String owner() {
        return inspector.name() == null ? inspector.id() : inspector.name() + " (" + inspector.id() + ")";
    }

    /** What the workbook remembers of itself. */
    ScoreSheetMemo memo() {
        List<Choice> errorTypes = plan.errorTypes().entrySet().stream()
                .map(type -> new Choice(type.getKey(), (type.getKey() + " " + type.getValue()).strip()))
                .toList();
        return new ScoreSheetMemo(
                plan.month(),
                inspector.id(),
                items.stream().map(ItemVersion::item).toList(),
                Map.of(
                        Choice.Kind.CATEGORY, words.choices("category", SamplingPlan.CATEGORY),
                        Choice.Kind.METHOD, words.choices("method", SamplingPlan.METHOD),
                        Choice.Kind.ERROR_TYPE, errorTypes,
                        Choice.Kind.CASE_MARK, words.caseMarks(),
                        Choice.Kind.REVIEW_STATUS, words.reviewStatuses()),
                rows.stream().map(DrawnInteraction::inspection).toList());
    }
}
