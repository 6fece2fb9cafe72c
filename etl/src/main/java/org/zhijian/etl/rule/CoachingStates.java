package org.zhijian.etl.rule;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import java.time.LocalDate;
import org.apache.spark.sql.Column;

/** Where a coaching, and with it an issue, stands in its loop (R13). */
public final class CoachingStates {
    public static final String OPEN = "open";
    public static final String OVERDUE = "overdue";
    public static final String PASSED = "passed";
    public static final String FAILED = "failed";
    public static final String CLOSED = "closed";
    public static final String MISSING = "missing";

    private CoachingStates() {}

    /**
     * The state of a coaching at the end of the run date. On 20 May: re-checked on 18 May and passed → passed, without a
     * result → closed; due on 20 May and not re-checked, or only on 21 May → open; due on 19 May → overdue.
     */
    public static Column state(Column dueOn, Column recheckedOn, Column result, LocalDate runDate) {
        Column rechecked = coalesce(recheckedOn.leq(lit(runDate)), result.isNotNull());
        return when(rechecked, coalesce(result, lit(CLOSED)))
                .when(dueOn.lt(lit(runDate)), OVERDUE)
                .otherwise(OPEN);
    }

    /**
     * The stage of plan, do, check, act. Of 3 coachings: none re-checked → do; 1 failed, or 2 closed → check; 3 closed →
     * act. Of none → plan.
     *
     * @param opened the coachings
     * @param failed those whose re-check failed
     * @param closed those passed or closed
     */
    public static Column stage(Column opened, Column failed, Column closed) {
        return when(opened.equalTo(0), "plan")
                .when(closed.equalTo(opened), "act")
                .when(closed.plus(failed).gt(0), "check")
                .otherwise("do");
    }
}
