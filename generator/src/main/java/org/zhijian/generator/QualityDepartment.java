package org.zhijian.generator;

import java.io.IOException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.zhijian.schema.raw.EvaluationErrors;
import org.zhijian.schema.raw.EvaluationScores;

/**
 * The quality department, day by day: scores what is due, then does what earlier evaluations have led to. What it does on a
 * day follows from at most {@link #MEMORY_DAYS} days before.
 */
final class QualityDepartment {
    /** From an interaction to the last thing that can come of it. */
    static final int MEMORY_DAYS = InspectionSelector.LATEST + FollowUps.LATEST;

    private static final int OPENS = 9 * 3600;
    private static final int CLOSES = 18 * 3600;
    /** Of how many days the calibration sessions take their interactions; less than the memory. */
    private static final int RECENT_DAYS = 7;

    private final CentrePlan plan;
    private final Scoring scoring;
    private final FollowUps followUps;
    private final Agenda agenda = new Agenda();
    private final CalibrationSessions calibrations;
    private final Exam exams;
    private final QualityFiles files;
    private final Map<LocalDate, List<Inspection>> due = new TreeMap<>();
    private final Deque<Evaluation> recent = new ArrayDeque<>();

    QualityDepartment(Centre centre, QualityFiles files) {
        this.files = files;
        plan = centre.plan();
        scoring = new Scoring(centre);
        followUps = new FollowUps(agenda, files);
        calibrations = new CalibrationSessions(centre);
        exams = new Exam(centre);
    }

    /** Puts down what is to be inspected. All inspections of a day have to be put down before that day is worked. */
    void accept(List<Inspection> inspections) {
        for (Inspection inspection : inspections) {
            due.computeIfAbsent(inspection.due(), day -> new ArrayList<>()).add(inspection);
        }
    }

    void work(LocalDate day) throws IOException {
        evaluate(day);
        agenda.run(day);
        calibrations.write(day, recent, files.calibrations());
        exams.write(day, files.exams());
    }

    private void evaluate(LocalDate day) throws IOException {
        while (!recent.isEmpty() && recent.peekFirst().day().isBefore(day.minusDays(RECENT_DAYS))) {
            recent.removeFirst();
        }
        List<Inspection> inspections = due.remove(day);
        if (inspections == null) {
            return;
        }
        // An order of their own, so that it does not matter how they came together.
        inspections.sort(Comparator.comparingLong(Inspection::place));
        int[] seconds = timesOfDay(day, inspections.size());
        String prefix = "E" + day.toString().replace("-", "") + "-";
        for (int i = 0; i < seconds.length; i++) {
            Inspection inspection = inspections.get(i);
            String id = prefix + Integer.toString(1_000_000 + i + 1).substring(2);
            LocalDateTime at = day.atStartOfDay().plusSeconds(seconds[i]);
            Rng rng = Rng.of(plan.seed(), Stream.EVALUATION, inspection.place());
            Evaluation evaluation = scoring.score(inspection, id, at, rng);
            followUps.begin(evaluation, rng);
            write(evaluation);
            if (inspection.interactionId() != null) {
                recent.addLast(evaluation);
            }
        }
    }

    private int[] timesOfDay(LocalDate day, int count) {
        Rng rng = Rng.of(plan.seed(), Stream.EVALUATION, day.toEpochDay(), count);
        int[] seconds = new int[count];
        for (int i = 0; i < count; i++) {
            seconds[i] = rng.between(OPENS, CLOSES);
        }
        Arrays.sort(seconds);
        return seconds;
    }

    private void write(Evaluation evaluation) throws IOException {
        LocalDate day = evaluation.day();
        files.evaluations().write(day, evaluation.row());
        for (Map.Entry<String, Integer> item : evaluation.itemPoints().entrySet()) {
            Row row = Row.of(EvaluationScores.ENTITY)
                    .set(EvaluationScores.EVALUATION_ID, evaluation.id())
                    .set(EvaluationScores.ITEM_CODE, item.getKey());
            files.scores().write(day, row.setHundredths(EvaluationScores.POINTS, item.getValue()));
        }
        for (Map.Entry<String, String> error : evaluation.errors().entrySet()) {
            files.errors()
                    .write(
                            day,
                            Row.of(EvaluationErrors.ENTITY)
                                    .set(EvaluationErrors.EVALUATION_ID, evaluation.id())
                                    .set(EvaluationErrors.ERROR_CODE, error.getKey())
                                    .set(EvaluationErrors.NOTE, error.getValue()));
        }
    }
}
