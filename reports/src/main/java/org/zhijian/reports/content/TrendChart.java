package org.zhijian.reports.content;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.zhijian.reports.document.Chart;
import org.zhijian.reports.read.Condition;
import org.zhijian.reports.read.Row;
import org.zhijian.reports.read.Selection;
import org.zhijian.schema.Table;
import org.zhijian.schema.mart.ErrorTrend;

/** Control charts of error rates. */
final class TrendChart {

    /** All errors of the centre in these periods, which follow each other. */
    static Chart.Control ofCentre(ReportSource source, List<Period> periods) {
        List<Row> rows = source.rows(during(ErrorTrend.TABLE, periods)
                .where(Condition.missing(ErrorTrend.TEAM))
                .where(Condition.missing(ErrorTrend.ERROR_CODE)));
        return of(source, source.say("chart.trend.centre"), periods, rows);
    }

    /** The rows of one series as a chart; it begins with the first that has one, later ones without are gaps. */
    static Chart.Control of(ReportSource source, String title, List<Period> periods, Collection<Row> series) {
        Map<LocalDate, Row> byPeriod =
                series.stream().collect(Collectors.toMap(row -> row.date(ErrorTrend.PERIOD_START), row -> row));
        List<Chart.Control.Point> points = new ArrayList<>();
        for (Period period : periods) {
            Row row = byPeriod.get(period.first());
            if (row == null && points.isEmpty()) {
                continue;
            }
            points.add(
                    row == null
                            ? new Chart.Control.Point(period.toString(), null, null, null, null, false)
                            : new Chart.Control.Point(
                                    period.toString(),
                                    row.number(ErrorTrend.RATE_PER_100),
                                    row.number(ErrorTrend.CENTER_LINE),
                                    row.number(ErrorTrend.LOWER_LIMIT),
                                    row.number(ErrorTrend.UPPER_LIMIT),
                                    row.string(ErrorTrend.SIGNAL) != null));
        }
        return new Chart.Control(title, source.say("chart.errors-per-100"), points);
    }

    /** The rows of a trend mart in these periods, which follow each other. */
    static Selection during(Table trends, List<Period> periods) {
        Period first = periods.get(0);
        Period last = periods.get(periods.size() - 1);
        return Selection.of(trends)
                .where(Condition.from(ErrorTrend.MONTH, first.monthOfFirstDay()))
                .where(Condition.upTo(ErrorTrend.MONTH, last.monthOfFirstDay()))
                .where(Condition.equal(ErrorTrend.PERIOD_TYPE, last.type()))
                .where(Condition.from(ErrorTrend.PERIOD_START, first.first()))
                .where(Condition.upTo(ErrorTrend.PERIOD_START, last.first()));
    }

    private TrendChart() {}
}
