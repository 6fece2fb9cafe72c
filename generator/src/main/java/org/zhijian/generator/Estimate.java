package org.zhijian.generator;

import java.time.LocalDate;

/** How many rows there are going to be, for progress. */
final class Estimate {
    private static final double STATES_PER_AGENT_DAY = 15.1 * 5 / 7;
    /** Evaluations with their items and errors, and what comes of them. */
    private static final double QUALITY_ROWS_PER_AGENT_DAY = 4.3;

    static long rows(Centre centre) {
        CentrePlan plan = centre.plan();
        double rows = 0;
        for (LocalDate day = plan.firstWritten(); !day.isAfter(plan.until()); day = day.plusDays(1)) {
            rows += centre.season().interactions(day)
                    + plan.agents() * (STATES_PER_AGENT_DAY + QUALITY_ROWS_PER_AGENT_DAY);
        }
        return Math.round(rows);
    }

    private Estimate() {}
}
