package org.zhijian.reports.content;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.time.temporal.WeekFields;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.zhijian.schema.text.Text;
import org.zhijian.schema.text.UserError;

/**
 * The time a report is about.
 *
 * @param kind how long it is
 * @param first its first day
 */
public record Period(Kind kind, LocalDate first) implements Comparable<Period> {
    private static final Pattern WEEK = Pattern.compile("(\\d{4})-W(\\d{2})");
    private static final Pattern QUARTER = Pattern.compile("(\\d{4})-Q([1-4])");
    private static final int MONTHS_OF_QUARTER = 3;
    /** The marts compare a week with the one 52 weeks before; a day is compared with the same day of that week. */
    private static final int WEEKS_OF_YEAR = 52;

    /** How long a period is. */
    public enum Kind {
        DAY,
        /** An ISO week, Monday first. */
        WEEK,
        MONTH,
        QUARTER
    }

    /** @throws IllegalArgumentException when no such period begins on that day */
    public Period {
        boolean begins =
                switch (kind) {
                    case DAY -> true;
                    case WEEK -> first.getDayOfWeek() == DayOfWeek.MONDAY;
                    case MONTH -> first.getDayOfMonth() == 1;
                    case QUARTER -> first.getDayOfMonth() == 1 && first.getMonthValue() % MONTHS_OF_QUARTER == 1;
                };
        if (!begins) {
            throw new IllegalArgumentException("No " + kind + " begins on " + first);
        }
    }

    /** The period of that kind in which the day lies. */
    public static Period containing(LocalDate day, Kind kind) {
        LocalDate month = day.withDayOfMonth(1);
        return new Period(
                kind,
                switch (kind) {
                    case DAY -> day;
                    case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
                    case MONTH -> month;
                    case QUARTER -> month.minusMonths((month.getMonthValue() - 1L) % MONTHS_OF_QUARTER);
                });
    }

    /** The month. */
    public static Period of(YearMonth month) {
        return new Period(Kind.MONTH, month.atDay(1));
    }

    /**
     * Reads 2026-10-31, 2026-W43, 2026-10 or 2026-Q3.
     *
     * @throws UserError when the text is none of them, or there is no such day, week or month
     */
    public static Period parse(String text) {
        try {
            Matcher week = WEEK.matcher(text);
            if (week.matches()) {
                return week(text, Integer.parseInt(week.group(1)), Integer.parseInt(week.group(2)));
            }
            Matcher quarter = QUARTER.matcher(text);
            if (quarter.matches()) {
                int month = (Integer.parseInt(quarter.group(2)) - 1) * MONTHS_OF_QUARTER + 1;
                return new Period(Kind.QUARTER, LocalDate.of(Integer.parseInt(quarter.group(1)), month, 1));
            }
            return text.length() == "2026-10".length()
                    ? of(YearMonth.parse(text))
                    : new Period(Kind.DAY, LocalDate.parse(text));
        } catch (DateTimeException e) {
            throw wrong(text).causedBy(e);
        }
    }

    /**
     * The period itself, where it is of the kind that a report is about.
     *
     * @throws UserError when it is of another, with what is allowed
     */
    Period required(Kind allowed) {
        if (kind != allowed) {
            throw new UserError("reports.content.period.wrong-kind", this, containing(last(), allowed));
        }
        return this;
    }

    /** The last day. */
    public LocalDate last() {
        return next().first().minusDays(1);
    }

    public Period next() {
        return plus(1);
    }

    public Period previous() {
        return plus(-1);
    }

    /** The same month or quarter of the year before; of a day or week the one 52 weeks before. */
    public Period lastYear() {
        return switch (kind) {
            case DAY, WEEK -> new Period(kind, first.minusWeeks(WEEKS_OF_YEAR));
            case MONTH, QUARTER -> new Period(kind, first.minusYears(1));
        };
    }

    /** So many periods later, or before where the number is negative. */
    public Period plus(int periods) {
        return new Period(
                kind,
                switch (kind) {
                    case DAY -> first.plusDays(periods);
                    case WEEK -> first.plusWeeks(periods);
                    case MONTH -> first.plusMonths(periods);
                    case QUARTER -> first.plusMonths((long) MONTHS_OF_QUARTER * periods);
                });
    }

    /** This period and those before it, the oldest first. */
    public List<Period> upToThis(int count) {
        return Stream.iterate(plus(1 - count), Period::next).limit(count).toList();
    }

    public boolean includes(LocalDate day) {
        return day != null && !day.isBefore(first) && !day.isAfter(last());
    }

    /** The months that have a day in it, the oldest first. */
    public List<Period> months() {
        return Stream.iterate(containing(first, Kind.MONTH), Period::next)
                .takeWhile(month -> !month.first().isAfter(last()))
                .toList();
    }

    /** The month of its first day, by which marts are partitioned. */
    public LocalDate monthOfFirstDay() {
        return first.withDayOfMonth(1);
    }

    /**
     * What the marts call periods of this kind: day, week or month.
     *
     * @throws IllegalStateException for quarters, which no mart has
     */
    public String type() {
        return switch (kind) {
            case DAY -> "day";
            case WEEK -> "week";
            case MONTH -> "month";
            case QUARTER -> throw new IllegalStateException("No mart has quarters");
        };
    }

    /** The period as a reader calls it, such as 2026 年 10 月 or October 2026. */
    public String label(Text text) {
        return switch (kind) {
            case DAY -> first.toString();
            case WEEK -> text.of("reports.content.period.week", weekYear(), week(), first, last());
            case MONTH -> text.of("reports.content.period.month", first.getYear(), month(text));
            case QUARTER -> text.of("reports.content.period.quarter", first.getYear(), quarter());
        };
    }

    /** As it is written on the command line: 2026-10-31, 2026-W43, 2026-10 or 2026-Q3. */
    @Override
    public String toString() {
        return switch (kind) {
            case DAY -> first.toString();
            case WEEK -> "%04d-W%02d".formatted(weekYear(), week());
            case MONTH -> YearMonth.from(first).toString();
            case QUARTER -> "%04d-Q%d".formatted(first.getYear(), quarter());
        };
    }

    @Override
    public int compareTo(Period other) {
        int byDay = first.compareTo(other.first);
        return byDay == 0 ? kind.compareTo(other.kind) : byDay;
    }

    private static Period week(String text, int year, int number) {
        // 4 January is always in the first week.
        Period first = containing(LocalDate.of(year, 1, 4), Kind.WEEK);
        Period week = first.plus(number - 1);
        if (number < 1 || week.weekYear() != year) {
            throw wrong(text);
        }
        return week;
    }

    private static UserError wrong(String text) {
        return new UserError("reports.content.period.wrong", text);
    }

    private String month(Text text) {
        return text.of("reports.content.period.month-name." + first.getMonthValue());
    }

    private int weekYear() {
        return first.get(WeekFields.ISO.weekBasedYear());
    }

    private int week() {
        return first.get(WeekFields.ISO.weekOfWeekBasedYear());
    }

    private int quarter() {
        return first.get(IsoFields.QUARTER_OF_YEAR);
    }
}
