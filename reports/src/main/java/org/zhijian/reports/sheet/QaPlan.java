package org.zhijian.reports.sheet;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.zhijian.schema.publication.Publication;

/**
 * A month's plan as one publication has it: what has been drawn up to its business day, who inspects it, and the quotas.
 *
 * @param month the plan month, its first day
 * @param publication the number of the publication
 * @param upTo the last day whose draws are in it
 * @param shares what is drawn of the interactions, where it is drawn by shares and not by quotas
 * @param zone the centre's zone
 * @param drawn what was drawn, in the order in which it was
 * @param agents the agents with a quota or something drawn, by number
 * @param inspectors the inspectors who have something to inspect, by number
 * @param scorecards the scorecards
 * @param errorTypes the names of the error types by code, in the order of the codes
 */
public record QaPlan(
        LocalDate month,
        long publication,
        LocalDate upTo,
        Optional<Publication.Shares> shares,
        ZoneId zone,
        List<DrawnInteraction> drawn,
        Map<String, PlannedAgent> agents,
        Map<String, PlanInspector> inspectors,
        ScorecardsInForce scorecards,
        Map<String, String> errorTypes) {

    public QaPlan {
        drawn = List.copyOf(drawn);
    }

    /** The month as 2026-10. */
    String period() {
        return YearMonth.from(month).toString();
    }

    /** The agent of that number; one of whom nothing is known where the plan does not know either. */
    PlannedAgent agent(String id) {
        PlannedAgent known = id == null ? null : agents.get(id);
        return known == null ? PlannedAgent.unknown(id) : known;
    }

    /** What that inspector has to inspect. */
    List<DrawnInteraction> of(PlanInspector inspector) {
        return drawn.stream()
                .filter(row -> inspector.id().equals(row.inspectorId()))
                .toList();
    }

    /** The inspector's name, else the number; empty while nobody inspects it. */
    Optional<String> inspectorName(DrawnInteraction row) {
        return Optional.ofNullable(row.inspectorId()).map(id -> {
            String name = inspectors.get(id).name();
            return name == null ? id : name;
        });
    }
}
