package org.zhijian.generator;

import java.time.LocalDate;

/**
 * What all days of a made-up centre share.
 *
 * @param secondScorecards the day from which the scorecards' second version holds
 */
record Centre(CentrePlan plan, Roster roster, QualityGroup qualityGroup, Season season, LocalDate secondScorecards) {

    static Centre of(CentrePlan plan) {
        Roster roster = Roster.until(plan, plan.until());
        return new Centre(
                plan,
                roster,
                new QualityGroup(plan, roster.teams()),
                new Season(plan),
                plan.start().plusMonths(Math.max(1, plan.months() / 2)));
    }

    Scorecard.Version scorecardsOn(LocalDate day) {
        return day.isBefore(secondScorecards) ? Scorecard.Version.FIRST : Scorecard.Version.SECOND;
    }

    /** How much more often the business items lose points, as a factor, because the second scorecards are still new. */
    double unfamiliarity(LocalDate day) {
        long days = day.toEpochDay() - secondScorecards.toEpochDay();
        return days < 0 ? 1 : 1 + 0.7 * StrictMath.exp(-days / 20.0);
    }
}
