package org.zhijian.reports.render;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.zhijian.reports.content.Period;

/** The reports that a nightly run makes: those about the days, weeks, months and quarters that ended with it. */
public final class DueReports {
    private DueReports() {}

    /**
     * The reports about every period that ended after {@code before} and by {@code closed}, in order of their periods; a
     * month's end also brings the QA plan of the month that begins, a week's end that of the running month.
     *
     * @param before the business day closed before; null for the first run, for which the newest periods are enough
     * @param closed the business day that is closed now
     */
    public static List<ReportRequest> of(LocalDate before, LocalDate closed) {
        Map<Period.Kind, List<Period>> ended = new EnumMap<>(Period.Kind.class);
        for (Period.Kind kind : Period.Kind.values()) {
            ended.put(kind, ended(kind, before, closed));
        }
        List<ReportRequest> due = new ArrayList<>();
        for (Report report : Report.values()) {
            if (report != Report.QA_PLAN) {
                report.kinds().stream()
                        .flatMap(kind -> ended.get(kind).stream())
                        .forEach(period -> due.add(ReportRequest.of(report, period)));
            }
        }
        if (!ended.get(Period.Kind.WEEK).isEmpty()
                || !ended.get(Period.Kind.MONTH).isEmpty()) {
            due.add(ReportRequest.of(Report.QA_PLAN, Period.containing(closed.plusDays(1), Period.Kind.MONTH)));
        }
        return due;
    }

    /** The newest period that a report can be made about once that business day is closed. */
    public static Period newest(Report report, LocalDate closed) {
        Period running = Period.containing(closed.plusDays(1), report.kinds().get(0));
        return report == Report.QA_PLAN ? running : running.previous();
    }

    private static List<Period> ended(Period.Kind kind, LocalDate before, LocalDate closed) {
        Period newest = Period.containing(closed.plusDays(1), kind).previous();
        List<Period> ended = new ArrayList<>();
        for (Period period = newest;
                before == null ? ended.isEmpty() : period.last().isAfter(before);
                period = period.previous()) {
            ended.add(0, period);
        }
        return ended;
    }
}
