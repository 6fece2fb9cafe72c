package org.zhijian.etl.draw;

import java.time.LocalDate;
import java.util.List;

/** The nights in which a run draws. */
public final class Nights {
    private Nights() {}

    /**
     * The days of the plan month after the last night that has drawn, up to the run date; else the run date alone, for what
     * came late. For April, run on 3 April: without an earlier night → 1, 2, 3 April; drawn through 2 April → 3 April;
     * through 3 April → 3 April. Run on 9 May, drawn through 8 May → 9 May. Run on 31 March → none.
     *
     * @param drawnThrough the last night that has drawn, or null when none has
     */
    public static List<LocalDate> of(LocalDate planMonth, LocalDate drawnThrough, LocalDate runDate) {
        if (runDate.isBefore(planMonth)) {
            return List.of();
        }
        LocalDate lastDay = Target.lastDay(planMonth);
        LocalDate last = runDate.isAfter(lastDay) ? lastDay : runDate;
        LocalDate first =
                drawnThrough == null || drawnThrough.isBefore(planMonth) ? planMonth : drawnThrough.plusDays(1);
        return first.isAfter(last)
                ? List.of(runDate)
                : first.datesUntil(last.plusDays(1)).toList();
    }
}
