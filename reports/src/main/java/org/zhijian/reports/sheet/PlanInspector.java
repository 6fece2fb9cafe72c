package org.zhijian.reports.sheet;

/**
 * An inspector; what is not known is null.
 *
 * @param id the inspector's number
 * @param name the inspector's name
 * @param level junior, senior or lead
 * @param capacity interactions the inspector can inspect in a month
 */
record PlanInspector(String id, String name, String level, Integer capacity) {

    /** An inspector of whom nothing but the number is known. */
    static PlanInspector unknown(String id) {
        return new PlanInspector(id, null, null, null);
    }
}
