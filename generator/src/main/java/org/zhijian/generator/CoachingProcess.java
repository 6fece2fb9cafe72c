package org.zhijian.generator;

import java.time.LocalDate;
import org.zhijian.schema.raw.Coaching;

/** The coaching that a severe error opens, and its re-check. Some are overdue, some never re-checked. */
final class CoachingProcess {
    private static final int DUE_DAYS = 7;
    private static final int LATEST_RECHECK = 16;

    private final Agenda agenda;
    private final EntityFiles files;

    CoachingProcess(Agenda agenda, EntityFiles files) {
        this.agenda = agenda;
        this.files = files;
    }

    void open(Evaluation evaluation, LocalDate day, Rng rng) {
        agenda.on(day, () -> files.write(day, row(evaluation, day)));
        if (rng.chance(0.9)) {
            LocalDate rechecked =
                    day.plusDays(rng.chance(0.8) ? rng.between(2, DUE_DAYS) : rng.between(DUE_DAYS, LATEST_RECHECK));
            String result = rng.chance(0.85) ? "passed" : "failed";
            agenda.on(rechecked, () -> {
                Row row = row(evaluation, day)
                        .set(Coaching.RECHECKED_ON, rechecked)
                        .set(Coaching.RECHECK_RESULT, result);
                files.write(rechecked, row);
            });
        }
    }

    private static Row row(Evaluation evaluation, LocalDate opened) {
        return Row.of(Coaching.ENTITY)
                .set(Coaching.COACHING_ID, evaluation.id().replace('E', 'C'))
                .set(Coaching.AGENT_ID, evaluation.inspection().agent().id())
                .set(Coaching.EVALUATION_ID, evaluation.id())
                .set(Coaching.ERROR_CODE, evaluation.severeError())
                .set(Coaching.OPENED_ON, opened)
                .set(Coaching.DUE_ON, opened.plusDays(DUE_DAYS));
    }
}
