package org.zhijian.etl.run;

import java.time.LocalDate;
import java.util.Set;

/**
 * What a load changed in the star.
 *
 * @param interactionMonths months with new, changed or moved interactions
 * @param evaluationMonths QA months with new, changed or moved evaluations, errors or appeals
 * @param agentsSince the earliest day for which an agent's record changed; {@link LocalDate#MAX} when none did
 * @param severity whether the severity of an error type changed, which touches every month with errors
 */
record Touched(
        Set<LocalDate> interactionMonths, Set<LocalDate> evaluationMonths, LocalDate agentsSince, boolean severity) {}
