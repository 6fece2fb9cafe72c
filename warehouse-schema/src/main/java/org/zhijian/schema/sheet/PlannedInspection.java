package org.zhijian.schema.sheet;

import java.time.LocalDate;
import java.time.YearMonth;

/**
 * One row of a score sheet as the plan has it.
 *
 * @param interactionId the interaction to inspect
 * @param agentId who served, null where the plan does not know and the inspector has to find out
 * @param category agent, event or special QA
 * @param method how it is inspected
 * @param topic the topic of special QA, or null
 * @param scorecardId the scorecard it is scored by, null where none was in force
 * @param startedOn the day the interaction began on
 */
public record PlannedInspection(
        String interactionId,
        String agentId,
        String category,
        String method,
        String topic,
        String scorecardId,
        LocalDate startedOn) {

    /**
     * The number of the evaluation that this inspection becomes: {@code plan-2026-10-agent-I123}. It is made of the plan's
     * key, so that an inspection has one evaluation however often its sheet comes, and whoever it is given to.
     */
    public String evaluationId(LocalDate planMonth) {
        return "plan-" + YearMonth.from(planMonth) + "-" + category + "-" + interactionId;
    }
}
