package org.zhijian.generator;

import java.time.LocalDate;
import java.time.YearMonth;

/** How many interactions of an agent are inspected in a month, spread over her working days. */
final class InspectionTargets {
    private static final int FEWEST = 9;
    private static final int MOST = 12;
    /** There are always fewer inspections than working days, so at most one a day. */
    static final int NONE = 0;

    private final CentrePlan plan;

    InspectionTargets(CentrePlan plan) {
        this.plan = plan;
    }

    /** Which inspection of the agent's month falls on that day, from 1, or {@link #NONE}. */
    int ordinal(Agent agent, LocalDate day) {
        YearMonth month = YearMonth.from(day);
        long before = WorkPattern.workingDaysBefore(agent, month.atDay(1).toEpochDay());
        long inMonth = WorkPattern.workingDaysBefore(
                        agent, month.plusMonths(1).atDay(1).toEpochDay())
                - before;
        long sofar = WorkPattern.workingDaysBefore(agent, day.toEpochDay()) - before;
        Rng rng = Rng.of(plan.seed(), Stream.INSPECTION_TARGET, agent.index(), monthNumber(month));
        int target = rng.between(FEWEST, MOST);
        long doneBefore = target * sofar / inMonth;
        long doneAfter = target * (sofar + 1) / inMonth;
        return doneAfter > doneBefore ? (int) doneAfter : NONE;
    }

    /**
     * Whether that inspection brings up a severe error in any case, so that every centre has agents with two of them in a
     * month, and with one in December and one in the January after it.
     */
    boolean isSevere(Agent agent, LocalDate day, int ordinal) {
        YearMonth month = YearMonth.from(day);
        if ((ordinal == 3 || ordinal == 6) && isChosen(agent, monthNumber(month))) {
            return true;
        }
        return switch (month.getMonth()) {
            case DECEMBER -> ordinal == 3 && isChosen(agent, -month.getYear());
            case JANUARY -> ordinal == 2 && isChosen(agent, -(month.getYear() - 1));
            default -> false;
        };
    }

    private boolean isChosen(Agent agent, int occasion) {
        Rng rng = Rng.of(plan.seed(), Stream.CARELESS_MONTH, occasion);
        int chosen = 1 + plan.agents() / 400;
        for (int i = 0; i < chosen; i++) {
            if (rng.below(plan.agents()) == agent.index()) {
                return true;
            }
        }
        return false;
    }

    private static int monthNumber(YearMonth month) {
        return month.getYear() * 12 + month.getMonthValue();
    }
}
