package org.zhijian.generator;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Chooses what of a day's work is inspected, in one pass over its interactions. One for each day. */
final class InspectionSelector {
    /** From the interaction to its evaluation, in days. */
    static final int LATEST = 5;

    private static final double COMPLAINTS_INSPECTED = 0.14;
    private static final double SPECIAL = 0.0007;
    private static final double DIAL_TESTS = 0.012;
    private static final String[] TOPICS = {"大促服务专题", "退费流程专题", "新人服务专题", "夜间服务专题"};

    private final LocalDate day;
    private final CentrePlan plan;
    private final InspectionTargets targets;
    private final Rng rng;
    private final Map<Integer, Sampled> sampled = new TreeMap<>();
    private final List<Inspection> inspections = new ArrayList<>();

    /** An agent's candidate for the day's sample: each of her interactions is as likely. */
    private static final class Sampled {
        private final int ordinal;
        private int seen;
        private Interaction chosen;

        private Sampled(int ordinal) {
            this.ordinal = ordinal;
        }
    }

    InspectionSelector(CentrePlan plan, LocalDate day, Duty duty) {
        this.plan = plan;
        this.day = day;
        targets = new InspectionTargets(plan);
        rng = Rng.of(plan.seed(), Stream.INSPECTION_TARGET, day.toEpochDay(), Long.MAX_VALUE);
        for (Agent agent : duty.working()) {
            int ordinal = targets.ordinal(agent, day);
            if (ordinal != InspectionTargets.NONE) {
                sampled.put(agent.index(), new Sampled(ordinal));
            }
            dialTest(agent);
        }
    }

    void see(Interaction it) {
        if (!it.isHumanHandled()) {
            return;
        }
        Sampled sample = sampled.get(it.agent.index());
        if (sample != null) {
            sample.seen++;
            if (rng.below(sample.seen) == 0) {
                sample.chosen = it.copy();
            }
        }
        if (it.businessType == BusinessType.COMPLAINT && rng.chance(COMPLAINTS_INSPECTED)) {
            add(it, Inspection.EVENT_QA, Inspection.SAMPLING, null, false);
        } else if (rng.chance(SPECIAL)) {
            add(it, Inspection.SPECIAL_QA, method(), rng.oneOf(TOPICS), false);
        }
    }

    /** All that was chosen, after every interaction of the day was seen. */
    List<Inspection> chosen() {
        for (Sampled sample : sampled.values()) {
            if (sample.chosen != null) {
                boolean severe = targets.isSevere(sample.chosen.agent, day, sample.ordinal);
                add(sample.chosen, Inspection.AGENT_QA, method(), null, severe);
            }
        }
        return inspections;
    }

    private void dialTest(Agent agent) {
        Rng own = Rng.of(plan.seed(), Stream.DIAL_TEST, day.toEpochDay(), agent.index());
        if (own.chance(DIAL_TESTS)) {
            inspections.add(new Inspection(
                    null,
                    agent,
                    agent.postOn(day).team().group() == SkillGroup.ONLINE ? Scorecard.ONLINE : Scorecard.VOICE,
                    Inspection.AGENT_QA,
                    Inspection.DIAL_TEST,
                    null,
                    day,
                    0,
                    false,
                    own.next()));
        }
    }

    private void add(Interaction it, String category, String method, String topic, boolean severe) {
        LocalDate due = day.plusDays(rng.between(1, LATEST - 1));
        if (due.getDayOfWeek() == DayOfWeek.SUNDAY) {
            due = due.plusDays(1);
        }
        if (it.agent.isOnPost(due.toEpochDay())) {
            inspections.add(new Inspection(
                    it.id(),
                    it.agent,
                    it.channel.isVoice() ? Scorecard.VOICE : Scorecard.ONLINE,
                    category,
                    method,
                    topic,
                    due,
                    it.customer,
                    severe,
                    rng.next()));
        }
    }

    private String method() {
        return rng.chance(0.12) ? Inspection.ONLINE : Inspection.SAMPLING;
    }
}
