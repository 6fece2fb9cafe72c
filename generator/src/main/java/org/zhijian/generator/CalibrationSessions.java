package org.zhijian.generator;

import java.io.IOException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.zhijian.schema.raw.Calibrations;

/** The monthly calibration session: the inspectors score some inspected interactions once more, and the lead's score is the reference. */
final class CalibrationSessions {
    private static final int DAY_OF_MONTH = 15;
    private static final int INTERACTIONS = 5;
    private static final int MOST_INSPECTORS = 12;
    private static final int HALF_POINT = 50;
    private static final int FULL_SCORE = 10_000;

    private final Centre centre;

    CalibrationSessions(Centre centre) {
        this.centre = centre;
    }

    /** Writes the session, if it is held on that day and something was inspected of late. */
    void write(LocalDate day, Collection<Evaluation> recent, EntityFiles files) throws IOException {
        if (!day.equals(heldIn(day))) {
            return;
        }
        Rng rng = Rng.of(centre.plan().seed(), Stream.CALIBRATION, day.toEpochDay());
        List<Evaluation> candidates = new ArrayList<>(recent);
        List<Inspector> inspectors = centre.qualityGroup().all();
        List<Inspector> present = inspectors.subList(0, Math.min(MOST_INSPECTORS, inspectors.size()));
        for (int i = 0; i < INTERACTIONS && !candidates.isEmpty(); i++) {
            Evaluation evaluation = candidates.remove(rng.below(candidates.size()));
            String interaction = evaluation.inspection().interactionId();
            candidates.removeIf(other -> other.inspection().interactionId().equals(interaction));
            for (Inspector inspector : present) {
                files.write(day, row(day, interaction, inspector, evaluation.totalScore(), rng));
            }
        }
    }

    private Row row(LocalDate day, String interaction, Inspector inspector, int truth, Rng rng) {
        boolean reference = inspector.equals(centre.qualityGroup().lead());
        double deviation = reference ? 0 : 100 * inspector.leniency() + 240 * rng.gaussian();
        int score = (int) Math.round((truth + deviation) / HALF_POINT) * HALF_POINT;
        return Row.of(Calibrations.ENTITY)
                .set(
                        Calibrations.SESSION_ID,
                        "K" + day.toString().substring(0, 7).replace("-", ""))
                .set(Calibrations.HELD_ON, day)
                .set(Calibrations.INTERACTION_ID, interaction)
                .set(Calibrations.INSPECTOR_ID, inspector.id())
                .setHundredths(Calibrations.SCORE, Math.max(0, Math.min(FULL_SCORE, score)))
                .setHundredths(Calibrations.MAX_SCORE, FULL_SCORE)
                .set(Calibrations.REFERENCE, Boolean.toString(reference));
    }

    /** The day of that month on which the session is held, never on a weekend. */
    private static LocalDate heldIn(LocalDate month) {
        LocalDate day = month.withDayOfMonth(DAY_OF_MONTH);
        while (day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY) {
            day = day.plusDays(1);
        }
        return day;
    }
}
