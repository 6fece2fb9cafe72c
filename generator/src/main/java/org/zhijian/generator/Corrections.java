package org.zhijian.generator;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** A few interactions that come once more some days later, corrected: a late rating, another business type, a remark. */
final class Corrections {
    /** Days after the interaction. */
    static final int LATEST = 3;

    private static final double SHARE = 0.003;

    private final TreeMap<LocalDate, List<Interaction>> byArrival = new TreeMap<>();
    private final CentrePlan plan;

    Corrections(CentrePlan plan) {
        this.plan = plan;
    }

    /** Chooses for itself whether the interaction is to come again. */
    void see(Interaction it) {
        Rng rng = Rng.of(plan.seed(), Stream.CORRECTION, it.day.day().toEpochDay(), it.number);
        if (it.isHumanHandled() && rng.chance(SHARE)) {
            Interaction corrected = it.copy();
            correct(corrected, rng);
            byArrival
                    .computeIfAbsent(it.day.day().plusDays(rng.between(1, LATEST)), day -> new ArrayList<>())
                    .add(corrected);
        }
    }

    /** What arrives on that day; it is forgotten with that. */
    List<Interaction> arriving(LocalDate day) {
        List<Interaction> arriving = byArrival.remove(day);
        return arriving == null ? List.of() : arriving;
    }

    private static void correct(Interaction it, Rng rng) {
        if (it.csat == Interaction.BLANK) {
            it.csat = rng.between(3, 5);
        } else if (rng.chance(0.5)) {
            it.businessType = rng.chance(0.3) ? BusinessType.COMPLAINT : BusinessType.REPORT;
        } else {
            it.remark = "补录：" + Remarks.about(it.businessType, it.customer, rng);
        }
    }
}
