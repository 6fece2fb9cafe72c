package org.zhijian.schema.sheet;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What a score sheet was when it was delivered. It stands on a hidden sheet of the workbook as lines of text, of which the
 * first cell says what the line is about, so that a filled-in sheet explains itself and what was changed in it shows.
 *
 * @param planMonth the plan month, its first day
 * @param inspectorId whose sheet it is
 * @param items the items, in the order of their columns
 * @param choices what can be chosen, of every kind
 * @param inspections the planned inspections, in the order of their rows
 */
public record ScoreSheetMemo(
        LocalDate planMonth,
        String inspectorId,
        List<ScoreSheetItem> items,
        Map<Choice.Kind, List<Choice>> choices,
        List<PlannedInspection> inspections) {

    /** The column, from 1, in which {@link #lines} have what a choice is shown as. */
    public static final int SHOWN_COLUMN = 3;

    /** The form that the lines have; a sheet of another form is not read. */
    private static final String FORM = "score sheet 1";

    private static final String FORM_LINE = "FORM";
    private static final String PLAN_MONTH_LINE = "PLAN_MONTH";
    private static final String INSPECTOR_LINE = "INSPECTOR";
    private static final String ITEM_LINE = "ITEM";
    private static final String INSPECTION_LINE = "INSPECTION";

    public ScoreSheetMemo {
        items = List.copyOf(items);
        choices = new EnumMap<>(choices);
        inspections = List.copyOf(inspections);
    }

    /** The memo as cells of text, null where blank; the choices of one kind follow one another. */
    public List<List<String>> lines() {
        List<List<String>> lines = new ArrayList<>();
        lines.add(line(FORM_LINE, FORM));
        lines.add(line(PLAN_MONTH_LINE, planMonth.toString()));
        lines.add(line(INSPECTOR_LINE, inspectorId));
        choices.forEach(
                (kind, list) -> list.forEach(choice -> lines.add(line(kind.name(), choice.code(), choice.shown()))));
        items.forEach(item -> lines.add(line(
                ITEM_LINE,
                item.scorecardId(),
                item.itemCode(),
                item.maxPoints().toPlainString(),
                item.validFrom().toString(),
                item.validTo().toString())));
        inspections.forEach(inspection -> lines.add(line(
                INSPECTION_LINE,
                inspection.interactionId(),
                inspection.agentId(),
                inspection.category(),
                inspection.method(),
                inspection.topic(),
                inspection.scorecardId(),
                inspection.startedOn().toString())));
        return lines;
    }

    /** The number, from 0, of the first of the lines with the choices of that kind. */
    public int firstLine(Choice.Kind kind) {
        List<String> kinds = lines().stream().map(line -> line.get(0)).toList();
        return kinds.indexOf(kind.name());
    }

    /**
     * The memo that these lines hold.
     *
     * @throws IllegalArgumentException when they are no memo of this form
     */
    public static ScoreSheetMemo of(List<List<String>> lines) {
        try {
            if (!FORM.equals(only(lines, FORM_LINE))) {
                throw new IllegalArgumentException("not of the form " + FORM);
            }
            Map<Choice.Kind, List<Choice>> choices = new EnumMap<>(Choice.Kind.class);
            for (Choice.Kind kind : Choice.Kind.values()) {
                choices.put(
                        kind,
                        about(lines, kind.name()).stream()
                                .map(line -> new Choice(line.get(1), line.get(2)))
                                .toList());
            }
            return new ScoreSheetMemo(
                    LocalDate.parse(only(lines, PLAN_MONTH_LINE)),
                    only(lines, INSPECTOR_LINE),
                    about(lines, ITEM_LINE).stream().map(ScoreSheetMemo::item).toList(),
                    choices,
                    about(lines, INSPECTION_LINE).stream()
                            .map(ScoreSheetMemo::inspection)
                            .toList());
        } catch (RuntimeException e) {
            throw new IllegalArgumentException("not the memo of a score sheet", e);
        }
    }

    private static ScoreSheetItem item(List<String> line) {
        return new ScoreSheetItem(
                Objects.requireNonNull(line.get(1)),
                Objects.requireNonNull(line.get(2)),
                new BigDecimal(line.get(3)),
                LocalDate.parse(line.get(4)),
                LocalDate.parse(line.get(5)));
    }

    private static PlannedInspection inspection(List<String> line) {
        return new PlannedInspection(
                Objects.requireNonNull(line.get(1)),
                line.get(2),
                Objects.requireNonNull(line.get(3)),
                line.get(4),
                line.get(5),
                line.get(6),
                LocalDate.parse(line.get(7)));
    }

    private static List<String> line(String... cells) {
        return Arrays.asList(cells);
    }

    /** The lines about that, each with as many cells as any line has. */
    private static List<List<String>> about(List<List<String>> lines, String what) {
        int width = lines.stream().mapToInt(List::size).max().orElse(0);
        return lines.stream()
                .filter(line -> !line.isEmpty() && what.equals(line.get(0)))
                .map(line -> Arrays.asList(line.toArray(new String[width])))
                .toList();
    }

    private static String only(List<List<String>> lines, String what) {
        return Objects.requireNonNull(about(lines, what).get(0).get(1));
    }
}
