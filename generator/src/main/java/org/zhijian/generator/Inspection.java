package org.zhijian.generator;

import java.time.LocalDate;

/**
 * That something is going to be inspected.
 *
 * @param interactionId the interaction, or null for a dial test
 * @param agent whose work it is
 * @param scorecard by which it is scored
 * @param category agent, event or special QA
 * @param method sampling, dial_test or online
 * @param topic the special topic, or null
 * @param due the day on which it is scored
 * @param customer the customer, whose numbers an inspector may note down
 * @param severe whether a severe error is found in any case
 * @param place tells it from all others, for random numbers of its own
 */
record Inspection(
        String interactionId,
        Agent agent,
        Scorecard scorecard,
        String category,
        String method,
        String topic,
        LocalDate due,
        long customer,
        boolean severe,
        long place) {
    static final String AGENT_QA = "agent";
    static final String EVENT_QA = "event";
    static final String SPECIAL_QA = "special";
    static final String SAMPLING = "sampling";
    static final String DIAL_TEST = "dial_test";
    static final String ONLINE = "online";
}
