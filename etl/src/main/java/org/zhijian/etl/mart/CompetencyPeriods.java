package org.zhijian.etl.mart;

import static org.zhijian.etl.mart.Declared.field;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.apache.spark.sql.Column;
import org.zhijian.etl.rule.Competency;
import org.zhijian.schema.mart.CompetencyFlag;

/**
 * The rules' periods that evaluations of some QA months can change (R7).
 *
 * <p>For January 2026: two_in_month of January, consecutive_months from December and from January, four_in_year of 2026.
 *
 * @param touchedMonths first days of the QA months
 */
public record CompetencyPeriods(Collection<LocalDate> touchedMonths) {

    public CompetencyPeriods {
        touchedMonths = List.copyOf(touchedMonths);
    }

    /** The months whose evaluations and errors must be at hand: the touched years, and the months beside a touched one. */
    public SortedSet<LocalDate> factMonths() {
        SortedSet<LocalDate> months = new TreeSet<>();
        for (LocalDate touched : touchedMonths) {
            months.add(touched.minusMonths(1));
            months.add(touched.plusMonths(1));
            IntStream.rangeClosed(1, 12)
                    .forEach(month -> months.add(touched.withDayOfYear(1).withMonth(month)));
        }
        return months;
    }

    /** Whether a row of {@link CompetencyFlag} is of such a period; those rows are to be replaced. */
    public Column replaced() {
        List<LocalDate> months = List.copyOf(touchedMonths);
        List<LocalDate> pairs = months.stream()
                .flatMap(month -> IntStream.of(1, 0).mapToObj(month::minusMonths))
                .distinct()
                .toList();
        List<LocalDate> years =
                months.stream().map(month -> month.withDayOfYear(1)).distinct().toList();
        return of(Competency.TWO_IN_MONTH, months)
                .or(of(Competency.CONSECUTIVE_MONTHS, pairs))
                .or(of(Competency.FOUR_IN_YEAR, years));
    }

    private static Column of(String rule, List<LocalDate> starts) {
        return field(CompetencyFlag.RULE)
                .equalTo(rule)
                .and(field(CompetencyFlag.PERIOD_START).isInCollection(starts));
    }
}
