package org.zhijian.etl.rule;

import java.math.BigInteger;
import java.util.List;
import java.util.function.BiPredicate;

/** The rules of {@link ControlChart}: which of them the last of some periods breaks. */
final class SignalRules {
    /** So many periods in a row that rise or fall are a signal. */
    private static final int STEADY = 6;

    private final List<Period> periods;
    private final Period current;
    private final long pastErrors;
    private final long pastEvaluations;

    /**
     * A period with evaluations.
     *
     * @param number its number; the period directly before has one less
     * @param errors e
     * @param evaluations n
     */
    record Period(long number, long errors, long evaluations) {}

    /**
     * The rules for the last of these periods.
     *
     * @param periods the last {@link ControlChart#POINTS} periods that have evaluations, in the order of time
     * @param pastErrors E
     * @param pastEvaluations N
     */
    SignalRules(List<Period> periods, long pastErrors, long pastEvaluations) {
        this.periods = periods;
        this.current = periods.get(periods.size() - 1);
        this.pastErrors = pastErrors;
        this.pastEvaluations = pastEvaluations;
    }

    /**
     * The first rule that is broken, or null.
     *
     * @param runRulesFrom from how many expected errors the rules on several periods apply
     */
    String firstBroken(int runRulesFrom) {
        if (isBeyond(current, 3)) {
            return isAbove(current) ? "above_limit" : "below_limit";
        }
        // n·E ÷ N errors are expected.
        if (current.evaluations() * pastErrors < runRulesFrom * pastEvaluations) {
            return null;
        }
        if (areTwoOfThreeBeyond()) {
            return isAbove(current) ? "two_of_three_above" : "two_of_three_below";
        }
        if (periods.size() == ControlChart.POINTS && periods.stream().allMatch(this::isOnSide)) {
            return isAbove(current) ? "eight_above" : "eight_below";
        }
        if (isSteady((earlier, later) -> isHigher(later, earlier))) {
            return "six_rising";
        }
        return isSteady(SignalRules::isHigher) ? "six_falling" : null;
    }

    private boolean areTwoOfThreeBeyond() {
        return isBeyond(current, 2)
                && periods.stream()
                        .filter(period -> period.number() < current.number() && period.number() >= current.number() - 2)
                        .anyMatch(period -> isOnSide(period) && isBeyond(period, 2));
    }

    /** Whether the last six periods follow each other directly, and any two neighbours of them so. */
    private boolean isSteady(BiPredicate<Period, Period> rule) {
        List<Period> last = periods.stream()
                .filter(period -> period.number() > current.number() - STEADY)
                .toList();
        if (last.size() < STEADY) {
            return false;
        }
        for (int i = 1; i < STEADY; i++) {
            if (!rule.test(last.get(i - 1), last.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isHigher(Period one, Period other) {
        return one.errors() * other.evaluations() > other.errors() * one.evaluations();
    }

    /** Whether it lies farther from the centre line than so many sigma: (e·N − E·n)² &gt; k²·E·N·n. */
    private boolean isBeyond(Period period, int sigmas) {
        BigInteger squared = BigInteger.valueOf(distance(period)).pow(2);
        BigInteger sigma = BigInteger.valueOf(pastErrors)
                .multiply(BigInteger.valueOf(pastEvaluations))
                .multiply(BigInteger.valueOf(period.evaluations()));
        return squared.compareTo(sigma.multiply(BigInteger.valueOf((long) sigmas * sigmas))) > 0;
    }

    private boolean isAbove(Period period) {
        return distance(period) > 0;
    }

    /** Whether it lies on the same side of the centre line as the last period, not on it. */
    private boolean isOnSide(Period period) {
        return distance(period) != 0 && Long.signum(distance(period)) == Long.signum(distance(current));
    }

    /** e·N − E·n, which has the sign of e÷n − ū. */
    private long distance(Period period) {
        return period.errors() * pastEvaluations - pastErrors * period.evaluations();
    }
}
