package org.zhijian.etl.run;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.zhijian.schema.Table;

/**
 * What a load changed in the star.
 *
 * @param interactionMonths months with new, changed or moved interactions
 * @param evaluations QA months and days with new, changed or moved evaluations, errors or appeals
 * @param agentsSince the earliest day for which an agent's record changed; {@link LocalDate#MAX} when none did
 * @param errorTypes whether an error type came or counts as something else, which touches every month with evaluations
 * @param others by table of other facts, when the new, changed or moved ones are
 */
record Touched(
        Set<LocalDate> interactionMonths,
        Changed evaluations,
        LocalDate agentsSince,
        boolean errorTypes,
        Map<Table, Changed> others) {}
