package org.zhijian.generator;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;

/** What comes of an evaluation: review, feedback, correction, appeal and coaching, each on its day. */
final class FollowUps {
    private static final int LATEST_REVIEW = 4;
    private static final int LATEST_FEEDBACK = 3;
    /** From the evaluation to the last thing that can come of it, in days. */
    static final int LATEST = LATEST_REVIEW + LATEST_FEEDBACK + AppealProcess.LATEST;

    private static final LocalTime EVENING = LocalTime.of(20, 0);
    private static final LocalTime MORNING = LocalTime.of(9, 0);
    private static final String[] UNPUBLISHED = {"draft", "submitted", "submitted", "reviewed"};

    private final Agenda agenda;
    private final QualityFiles files;
    private final AppealProcess appeals;
    private final CoachingProcess coaching;

    FollowUps(Agenda agenda, QualityFiles files) {
        this.agenda = agenda;
        this.files = files;
        appeals = new AppealProcess(agenda, files.appeals());
        coaching = new CoachingProcess(agenda, files.coaching());
    }

    /** Sets the state in which the evaluation first arrives, and puts down what follows. */
    void begin(Evaluation evaluation, Rng rng) {
        if (evaluation.inspection().severe() || rng.chance(0.955)) {
            published(evaluation, evaluation.evaluatedAt(), rng);
            return;
        }
        evaluation.reviewStatus(rng.oneOf(UNPUBLISHED));
        if (rng.chance(0.7)) {
            LocalDateTime when = hour(evaluation.day().plusDays(rng.between(1, LATEST_REVIEW)), rng);
            agenda.on(when.toLocalDate(), () -> {
                evaluation.publish(when);
                published(evaluation, when, rng);
                files.evaluations().write(when.toLocalDate(), evaluation.row());
            });
        }
    }

    private void published(Evaluation evaluation, LocalDateTime when, Rng rng) {
        LocalDateTime feedback = feedback(when, rng);
        if (feedback != null) {
            if (feedback.toLocalDate().equals(when.toLocalDate())) {
                evaluation.feedBack(feedback);
            } else {
                change(evaluation, feedback.toLocalDate(), () -> evaluation.feedBack(feedback));
            }
        }
        if (rng.chance(0.012)) {
            LocalDateTime later = hour(when.toLocalDate().plusDays(rng.between(4, 9)), rng);
            change(evaluation, later.toLocalDate(), () -> evaluation.correct(later, "复核补充：评语已更正"));
        }
        appeals.consider(evaluation, when.toLocalDate().plusDays(LATEST_FEEDBACK), rng);
        if (evaluation.severeError() != null) {
            coaching.open(evaluation, when.toLocalDate(), rng);
        }
    }

    private void change(Evaluation evaluation, LocalDate day, Runnable change) {
        agenda.on(day, () -> {
            change.run();
            files.evaluations().write(day, evaluation.row());
        });
    }

    /** When the agent is told: mostly the same day or within 24 hours, sometimes later, now and then never. */
    private static LocalDateTime feedback(LocalDateTime published, Rng rng) {
        double kind = rng.unit();
        LocalDate day = published.toLocalDate();
        if (kind < 0.76) {
            int room = EVENING.toSecondOfDay() - published.toLocalTime().toSecondOfDay();
            return published.plusSeconds((long) (room * rng.between(0.1, 1.0)));
        }
        if (kind < 0.92) {
            int room = published.toLocalTime().toSecondOfDay() - MORNING.toSecondOfDay();
            return day.plusDays(1).atTime(MORNING).plusSeconds((long) (room * rng.unit()));
        }
        return kind < 0.98 ? hour(day.plusDays(rng.between(2, LATEST_FEEDBACK)), rng) : null;
    }

    private static LocalDateTime hour(LocalDate day, Rng rng) {
        return day.atTime(MORNING).plusSeconds(rng.below(9 * 3600));
    }
}
