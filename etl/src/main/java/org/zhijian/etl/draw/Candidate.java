package org.zhijian.etl.draw;

import java.time.LocalDate;
import java.util.Comparator;

/**
 * An interaction that can be drawn.
 *
 * @param interactionId the interaction
 * @param agentId its agent, null when nobody is known
 * @param team the agent's team that day
 * @param day the day it began on
 * @param stratum what it is drawn with in proportion, such as {@code peak/consultation/voice_in}
 * @param order its {@link DrawOrder}
 */
public record Candidate(String interactionId, String agentId, String team, LocalDate day, String stratum, long order) {
    static final Comparator<Candidate> IN_ORDER = ((Comparator<Candidate>)
                    (one, other) -> Long.compareUnsigned(one.order(), other.order()))
            .thenComparing(Candidate::interactionId);
}
