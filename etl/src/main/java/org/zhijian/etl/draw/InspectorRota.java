package org.zhijian.etl.draw;

import java.io.Serializable;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Who inspects what was drawn in a plan month (R5): of the inspectors who are not of the agent's team, the one whose work
 * would be the smallest part of the monthly capacity; but an agent whom only one has inspected so far in a category goes to
 * another, if there is one. With capacities of 20 (X) and 10 (Y), six interactions of six agents go to X, X, Y, X, X, Y: 1/20 is less
 * than 1/10, then 2/20 and 1/10 are equal, and the number that comes first decides. Never giving an agent to the same
 * inspector twice running would be half and half for these two, whatever their capacities.
 */
public final class InspectorRota {
    /**
     * An inspector with capacity.
     *
     * @param id the inspector's number
     * @param team the inspector's team, or null
     * @param capacity interactions a month, more than 0
     */
    public record Inspector(String id, String team, int capacity) implements Serializable {}

    private final List<Inspector> inspectors;
    private final Map<String, Long> work = new HashMap<>();
    private final Map<Inspected, Set<String>> inspectorsOf = new HashMap<>();

    private record Inspected(String agent, String category) {}

    public InspectorRota(List<Inspector> inspectors) {
        this.inspectors =
                inspectors.stream().sorted(Comparator.comparing(Inspector::id)).toList();
    }

    /** Counts an interaction of an agent that an inspector has in a category; inspector and agent may be null. */
    public void took(String inspector, String agent, String category) {
        if (inspector != null) {
            work.merge(inspector, 1L, Long::sum);
            if (agent != null) {
                inspectorsOf
                        .computeIfAbsent(new Inspected(agent, category), none -> new HashSet<>())
                        .add(inspector);
            }
        }
    }

    /**
     * The inspector for the next interaction of an agent in a category; null when there is nobody.
     *
     * @param agent the agent, or null
     * @param team the agent's team that day, or null
     */
    public String next(String agent, String team, String category) {
        Set<String> before = inspectorsOf.getOrDefault(new Inspected(agent, category), Set.of());
        String only = before.size() == 1 ? before.iterator().next() : null;
        String next = inspectors.stream()
                .filter(inspector ->
                        inspector.team() == null || !inspector.team().equals(team))
                .min(Comparator.<Inspector, Boolean>comparing(
                                inspector -> inspector.id().equals(only))
                        .thenComparing(this::compareLoad))
                .map(Inspector::id)
                .orElse(null);
        took(next, agent, category);
        return next;
    }

    private int compareLoad(Inspector one, Inspector other) {
        return Long.compare(loaded(one) * other.capacity(), loaded(other) * one.capacity());
    }

    private long loaded(Inspector inspector) {
        return work.getOrDefault(inspector.id(), 0L) + 1;
    }
}
