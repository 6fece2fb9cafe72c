package org.zhijian.reports.content;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.zhijian.reports.document.Format;
import org.zhijian.reports.document.Grid;
import org.zhijian.reports.document.Grid.Line;
import org.zhijian.reports.document.Paragraph;
import org.zhijian.reports.document.Section;
import org.zhijian.reports.read.Condition;
import org.zhijian.reports.read.Row;
import org.zhijian.schema.mart.ErrorTrend;

/** The centre's errors week by week, up to the last of the period, with the control chart. */
final class DefectsByWeek {
    private static final int WEEKS = 26;

    private final ReportSource source;
    private final List<Period> weeks;

    DefectsByWeek(ReportSource source, Period period) {
        this.source = source;
        this.weeks = Period.containing(source.lastDay(period), Period.Kind.WEEK).upToThis(WEEKS);
    }

    Section section() {
        String title = source.say("defects.section.weeks");
        List<Row> rows =
                source.rows(TrendChart.during(ErrorTrend.TABLE, weeks).where(Condition.missing(ErrorTrend.TEAM)));
        List<Row> all = rows.stream()
                .filter(row -> ErrorRates.code(row) == null)
                .sorted(Comparator.comparing(row -> row.date(ErrorTrend.PERIOD_START)))
                .toList();
        if (all.isEmpty()) {
            return Section.onNewPage(title, Paragraph.body(source.say("defects.weeks.none")));
        }
        Map<LocalDate, Long> severe = new HashMap<>();
        rows.stream()
                .filter(row -> ErrorRates.code(row) != null && source.names().isSevere(ErrorRates.code(row)))
                .forEach(row ->
                        severe.merge(row.date(ErrorTrend.PERIOD_START), row.bigint(ErrorTrend.ERRORS), Long::sum));
        List<Line> lines = new ArrayList<>();
        all.forEach(row -> lines.add(line(row, severe.getOrDefault(row.date(ErrorTrend.PERIOD_START), 0L))));
        return Section.onNewPage(
                title,
                new Grid(
                        source.say("defects.weeks"),
                        List.of(
                                source.column("defects.column.week", Format.TEXT, 11),
                                source.column("defects.column.from", Format.DATE, 11),
                                source.column("defects.column.to", Format.DATE, 11),
                                source.column("column.evaluations", Format.INTEGER, 10),
                                source.column("column.errors", Format.INTEGER, 9),
                                source.column("column.severe-errors", Format.INTEGER, 10),
                                source.column("column.rate", Format.TWO_DECIMALS, 10),
                                source.column("column.center-line", Format.TWO_DECIMALS, 10),
                                source.column("column.lower-limit", Format.TWO_DECIMALS, 10),
                                source.column("column.upper-limit", Format.TWO_DECIMALS, 10),
                                source.column("column.signal", Format.TEXT, 20)),
                        lines),
                TrendChart.of(source, source.say("defects.weeks.chart"), weeks, all),
                Paragraph.note(source.say("defects.weeks.how-to-read")));
    }

    private Line line(Row row, long severe) {
        Period week = new Period(Period.Kind.WEEK, row.date(ErrorTrend.PERIOD_START));
        return Line.of(
                week.toString(),
                week.first(),
                week.last(),
                row.bigint(ErrorTrend.EVALUATIONS),
                row.bigint(ErrorTrend.ERRORS),
                severe,
                row.number(ErrorTrend.RATE_PER_100),
                row.number(ErrorTrend.CENTER_LINE),
                row.number(ErrorTrend.LOWER_LIMIT),
                row.number(ErrorTrend.UPPER_LIMIT),
                TeamSection.signal(source, row));
    }
}
