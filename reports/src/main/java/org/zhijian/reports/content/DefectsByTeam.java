package org.zhijian.reports.content;

import java.util.ArrayList;
import java.util.List;
import org.zhijian.reports.document.Block;
import org.zhijian.reports.document.Chart;
import org.zhijian.reports.document.Format;
import org.zhijian.reports.document.Grid;
import org.zhijian.reports.document.Grid.Line;
import org.zhijian.reports.document.Paragraph;
import org.zhijian.reports.document.Section;
import org.zhijian.reports.read.Row;
import org.zhijian.schema.mart.ErrorTrend;

/** The errors of a period by team. */
final class DefectsByTeam {
    private final ReportSource source;
    private final Period period;
    private final DefectTrends trends;

    DefectsByTeam(ReportSource source, Period period, DefectTrends trends) {
        this.source = source;
        this.period = period;
        this.trends = trends;
    }

    Section section() {
        String title = source.say("section.teams");
        List<Row> rows = trends.teams().stream()
                .flatMap(team -> trends.team(team).stream())
                .toList();
        if (rows.isEmpty()) {
            return Section.onNewPage(title, Paragraph.body(source.say("errors.none-inspected")));
        }
        List<Line> lines = new ArrayList<>();
        rows.forEach(row -> lines.add(Line.of(values(row))));
        trends.centre().ifPresent(row -> lines.add(Line.total(values(row))));
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Grid(source.say("defects.teams"), columns(), lines));
        blocks.add(new Chart.Bars(
                source.say("defects.teams.chart"),
                source.say("chart.errors-per-100"),
                rows.stream().map(ErrorRates::team).toList(),
                List.of(new Chart.Series(
                        period.toString(),
                        rows.stream()
                                .map(row -> row.number(ErrorTrend.RATE_PER_100))
                                .toList()))));
        blocks.add(Paragraph.note(source.say("defects.teams.how-to-read")));
        return new Section(title, Section.Start.NEW_PAGE, blocks);
    }

    private List<Grid.Heading> columns() {
        return List.of(
                source.column("column.team", Format.TEXT, 16),
                source.column("column.evaluations", Format.INTEGER, 10),
                source.column("column.errors", Format.INTEGER, 9),
                source.column("column.severe-errors", Format.INTEGER, 10),
                source.column("column.rate", Format.TWO_DECIMALS, 10),
                new Grid.Heading(period.previous().toString(), Format.TWO_DECIMALS, 10),
                new Grid.Heading(period.lastYear().toString(), Format.TWO_DECIMALS, 10),
                source.column("column.lower-limit", Format.TWO_DECIMALS, 10),
                source.column("column.upper-limit", Format.TWO_DECIMALS, 10),
                source.column("column.signal", Format.TEXT, 18),
                source.column("defects.column.most-frequent", Format.TEXT, 30));
    }

    private Object[] values(Row row) {
        String team = ErrorRates.team(row);
        return new Object[] {
            team == null ? source.say("centre") : team,
            row.bigint(ErrorTrend.EVALUATIONS),
            row.bigint(ErrorTrend.ERRORS),
            trends.severe(team),
            row.number(ErrorTrend.RATE_PER_100),
            row.number(ErrorTrend.PREVIOUS_RATE),
            row.number(ErrorTrend.LAST_YEAR_RATE),
            row.number(ErrorTrend.LOWER_LIMIT),
            row.number(ErrorTrend.UPPER_LIMIT),
            TeamSection.signal(source, row),
            trends.mostFrequent(team)
        };
    }
}
