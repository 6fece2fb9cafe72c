package org.zhijian.etl.mart;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Set;

/**
 * What of sampling plans is drawn.
 *
 * @param planMonths first days of the plan months
 * @param drawnThrough the last night that has drawn, whose rows and earlier ones stay; null to draw from the beginning
 * @param runDate the last night, and the last day of what can be drawn
 */
public record PlanPeriod(Collection<LocalDate> planMonths, LocalDate drawnThrough, LocalDate runDate) {
    public PlanPeriod {
        planMonths = Set.copyOf(planMonths);
    }
}
