package org.zhijian.generator;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Who works on a day and when, and to whom an interaction goes. */
final class Duty {
    private static final int TRIES = 5;

    private final List<Agent> onPost;
    private final List<Agent> working = new ArrayList<>();
    private final List<List<Agent>> bySlot = new ArrayList<>();
    private final Map<SkillGroup, List<List<Agent>>> byGroupAndSlot = new EnumMap<>(SkillGroup.class);
    private final int[] freeFrom;
    private final double[] skill;
    private final double[] talkFactor;

    Duty(Roster roster, LocalDate day) {
        onPost = roster.onPost(day);
        freeFrom = new int[roster.agents().size()];
        skill = new double[freeFrom.length];
        talkFactor = new double[freeFrom.length];
        for (SkillGroup group : SkillGroup.values()) {
            byGroupAndSlot.put(group, emptySlots());
        }
        bySlot.addAll(emptySlots());
        long epochDay = day.toEpochDay();
        for (Agent agent : onPost) {
            skill[agent.index()] = agent.skillOn(epochDay);
            talkFactor[agent.index()] = agent.talkFactorOn(epochDay);
            if (WorkPattern.works(agent, epochDay)) {
                working.add(agent);
                assign(agent, agent.postOn(day).team().group(), WorkPattern.shift(agent, epochDay));
            }
        }
    }

    /** Those who work that day. */
    List<Agent> working() {
        return working;
    }

    double skill(Agent agent) {
        return skill[agent.index()];
    }

    double talkFactor(Agent agent) {
        return talkFactor[agent.index()];
    }

    /**
     * An agent of the group who is on shift and free, as far as a few tries find one. Where nobody of the group is on shift,
     * anybody who is; else anybody who works that day; else anybody on post.
     */
    Agent free(SkillGroup group, int second, Rng rng) {
        int slot = second / Opening.SLOT_SECONDS - Opening.FIRST_SLOT;
        List<Agent> candidates = firstWithSomebody(byGroupAndSlot.get(group).get(slot), bySlot.get(slot));
        Agent best = candidates.get(rng.below(candidates.size()));
        for (int i = 1; i < TRIES && freeFrom[best.index()] > second; i++) {
            Agent other = candidates.get(rng.below(candidates.size()));
            if (freeFrom[other.index()] < freeFrom[best.index()]) {
                best = other;
            }
        }
        return best;
    }

    void busyUntil(Agent agent, int second) {
        freeFrom[agent.index()] = second;
    }

    private List<Agent> firstWithSomebody(List<Agent> ofGroup, List<Agent> onShift) {
        if (!ofGroup.isEmpty()) {
            return ofGroup;
        }
        if (!onShift.isEmpty()) {
            return onShift;
        }
        return working.isEmpty() ? onPost : working;
    }

    private void assign(Agent agent, SkillGroup group, Opening.Shift shift) {
        for (int slot = 0; slot < Opening.SLOTS; slot++) {
            if (shift.covers(slot + Opening.FIRST_SLOT)) {
                byGroupAndSlot.get(group).get(slot).add(agent);
                bySlot.get(slot).add(agent);
            }
        }
    }

    private static List<List<Agent>> emptySlots() {
        List<List<Agent>> slots = new ArrayList<>();
        for (int slot = 0; slot < Opening.SLOTS; slot++) {
            slots.add(new ArrayList<>());
        }
        return slots;
    }
}
