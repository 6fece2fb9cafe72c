package org.zhijian.reports.content;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.zhijian.reports.read.Condition;
import org.zhijian.reports.read.Row;
import org.zhijian.reports.read.Rows;
import org.zhijian.reports.read.Selection;
import org.zhijian.schema.star.DimErrorType;
import org.zhijian.schema.star.FactError;
import org.zhijian.schema.star.FactEvaluation;
import org.zhijian.schema.star.FactItemScore;

/**
 * The published evaluations of a period, by day, with their errors that stand. They are kept as small as can be, as there
 * may be a million: what repeats is kept once, and lines of a table are made while they are read.
 */
final class DefectCases {
    private final ReportSource source;
    private final Map<String, Inspection> byId = new HashMap<>();
    private final Map<String, String> pool = new HashMap<>();
    private final Map<String, String> itemOfError = new HashMap<>();
    private final Set<LocalDate> months = new TreeSet<>();
    private final Map<String, Found> withoutNote = new HashMap<>();
    private final List<Inspection> inspections;

    private DefectCases(ReportSource source, Period period) {
        this.source = source;
        source.rows(DimErrorType.TABLE).stream()
                .filter(row -> row.string(DimErrorType.ITEM_CODE) != null)
                .forEach(row ->
                        itemOfError.put(row.string(DimErrorType.ERROR_CODE), row.string(DimErrorType.ITEM_CODE)));
        readEvaluations(period);
        readErrors();
        byId.values().forEach(inspection -> inspection.errors.sort(Comparator.comparing(Found::code)));
        readItems();
        readRecordings(period);
        inspections = new ArrayList<>(byId.values());
        inspections.sort(Comparator.comparing((Inspection inspection) -> inspection.day)
                .thenComparing(inspection -> inspection.id));
        byId.clear();
        pool.clear();
    }

    static DefectCases of(ReportSource source, Period period) {
        return new DefectCases(source, period);
    }

    /**
     * An error.
     *
     * @param code its type
     * @param note the inspector's note, or null
     */
    record Found(String code, String note) {}

    /** A published evaluation. */
    static final class Inspection {
        final String id;
        final LocalDate day;
        final String agentId;
        final String inspectorId;
        final String category;
        final String method;
        final String interactionId;
        final Double score;
        final String comment;
        /** The errors, by code. */
        final List<Found> errors = new ArrayList<>(0);

        private String recording;
        /** One an error; null where no item of an error applied. */
        private double[] lost;

        private Inspection(Row row, UnaryOperator<String> once) {
            id = row.string(FactEvaluation.EVALUATION_ID);
            day = row.date(FactEvaluation.EVALUATED_ON);
            agentId = once.apply(row.string(FactEvaluation.AGENT_ID));
            inspectorId = once.apply(row.string(FactEvaluation.INSPECTOR_ID));
            category = once.apply(row.string(FactEvaluation.CATEGORY));
            method = once.apply(row.string(FactEvaluation.METHOD));
            interactionId = row.string(FactEvaluation.INTERACTION_ID);
            score = row.number(FactEvaluation.SCORE);
            comment = row.string(FactEvaluation.COMMENT);
        }

        /** The reference of the recording, or null. */
        String recording() {
            return recording;
        }

        /**
         * The points that the item of that error lost: with the first error of the item, so that a sum counts them once;
         * else null.
         */
        Double lost(int error) {
            return lost == null || Double.isNaN(lost[error]) ? null : Double.valueOf(lost[error]);
        }

        private void lose(int error, double points) {
            if (lost == null) {
                lost = new double[errors.size()];
                Arrays.fill(lost, Double.NaN);
            }
            lost[error] = points;
        }
    }

    /** All, with errors or without, by day and number. */
    List<Inspection> inspections() {
        return inspections;
    }

    long errors() {
        return inspections.stream()
                .mapToLong(inspection -> inspection.errors.size())
                .sum();
    }

    /** The scorecard item that the error type belongs to, or null. */
    String itemOf(String errorCode) {
        return itemOfError.get(errorCode);
    }

    private void readEvaluations(Period period) {
        read(
                Selection.of(FactEvaluation.TABLE)
                        .columns(
                                FactEvaluation.EVALUATION_ID,
                                FactEvaluation.MONTH,
                                FactEvaluation.EVALUATED_ON,
                                FactEvaluation.AGENT_ID,
                                FactEvaluation.INSPECTOR_ID,
                                FactEvaluation.INTERACTION_ID,
                                FactEvaluation.CATEGORY,
                                FactEvaluation.METHOD,
                                FactEvaluation.SCORE,
                                FactEvaluation.COMMENT)
                        .where(Condition.from(FactEvaluation.EVALUATED_ON, period.first()))
                        .where(Condition.upTo(FactEvaluation.EVALUATED_ON, source.lastDay(period)))
                        .where(Condition.equal(FactEvaluation.PUBLISHED, true)),
                row -> {
                    Inspection inspection = new Inspection(row, this::once);
                    byId.put(inspection.id, inspection);
                    months.add(row.date(FactEvaluation.MONTH));
                });
    }

    private void readErrors() {
        if (months.isEmpty()) {
            return;
        }
        read(
                Selection.of(FactError.TABLE)
                        .columns(FactError.EVALUATION_ID, FactError.ERROR_CODE, FactError.NOTE)
                        .where(Condition.oneOf(FactError.MONTH, months))
                        .where(Condition.equal(FactError.STANDS, true)),
                row -> {
                    Inspection inspection = byId.get(row.string(FactError.EVALUATION_ID));
                    if (inspection != null) {
                        inspection.errors.add(found(row.string(FactError.ERROR_CODE), row.string(FactError.NOTE)));
                    }
                });
    }

    private void readItems() {
        if (months.isEmpty()) {
            return;
        }
        read(
                Selection.of(FactItemScore.TABLE)
                        .columns(
                                FactItemScore.EVALUATION_ID,
                                FactItemScore.ITEM_CODE,
                                FactItemScore.POINTS,
                                FactItemScore.MAX_POINTS)
                        .where(Condition.oneOf(FactItemScore.MONTH, months)),
                row -> {
                    Inspection inspection = byId.get(row.string(FactItemScore.EVALUATION_ID));
                    Double points = row.number(FactItemScore.POINTS);
                    Double maximum = row.number(FactItemScore.MAX_POINTS);
                    if (inspection != null && points != null && maximum != null) {
                        lose(inspection, row.string(FactItemScore.ITEM_CODE), maximum - points);
                    }
                });
    }

    private void lose(Inspection inspection, String item, double points) {
        for (int i = 0; i < inspection.errors.size(); i++) {
            if (item.equals(itemOf(inspection.errors.get(i).code()))) {
                inspection.lose(i, points);
                return;
            }
        }
    }

    private void readRecordings(Period period) {
        InspectedInteractions interactions = InspectedInteractions.of(
                source,
                byId.values().stream()
                        .filter(inspection -> !inspection.errors.isEmpty())
                        .map(inspection -> inspection.interactionId)
                        .toList(),
                source.lastDay(period));
        byId.values()
                .forEach(inspection -> inspection.recording = interactions
                        .of(inspection.interactionId)
                        .map(InspectedInteractions.Interaction::recordingRef)
                        .orElse(null));
    }

    private Found found(String code, String note) {
        String kept = once(code);
        return note == null
                ? withoutNote.computeIfAbsent(kept, none -> new Found(kept, null))
                : new Found(kept, once(note));
    }

    private void read(Selection selection, Consumer<Row> each) {
        if (!source.warehouse().holds(selection.table())) {
            return;
        }
        try (Rows rows = source.warehouse().rows(selection)) {
            rows.forEachRemaining(each);
        }
    }

    /** The same text, kept once. */
    private String once(String text) {
        if (text == null) {
            return null;
        }
        String known = pool.putIfAbsent(text, text);
        return known == null ? text : known;
    }
}
