package org.zhijian.generator;

/**
 * A made-up inspector.
 *
 * @param leniency points by which this inspector scores higher than others, which nobody is told
 */
record Inspector(String id, String name, String level, String team, int monthlyCapacity, double leniency) {
    static final String LEAD = "lead";

    boolean isLead() {
        return level.equals(LEAD);
    }
}
