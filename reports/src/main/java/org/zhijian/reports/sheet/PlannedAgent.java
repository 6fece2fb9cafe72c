package org.zhijian.reports.sheet;

/**
 * An agent of the plan; what is not known is null.
 *
 * @param id the agent's number
 * @param name the agent's name
 * @param team the agent's team, as of the plan's last day so far
 * @param tier the tier that the month began with
 * @param tierReason why that one
 * @param tierNow the tier after the changes of the month
 * @param quota how many interactions are to be inspected in that tier; null as well where the plan is drawn by shares
 */
record PlannedAgent(String id, String name, String team, String tier, String tierReason, String tierNow, Long quota) {

    /** An agent of whom nothing but the number is known. */
    static PlannedAgent unknown(String id) {
        return new PlannedAgent(id, null, null, null, null, null, null);
    }
}
