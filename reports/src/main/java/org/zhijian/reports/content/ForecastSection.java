package org.zhijian.reports.content;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import org.zhijian.reports.document.Block;
import org.zhijian.reports.document.Chart;
import org.zhijian.reports.document.Format;
import org.zhijian.reports.document.Grid;
import org.zhijian.reports.document.Grid.Line;
import org.zhijian.reports.document.Paragraph;
import org.zhijian.reports.document.Section;
import org.zhijian.reports.read.Condition;
import org.zhijian.reports.read.Row;
import org.zhijian.schema.Column;
import org.zhijian.schema.Table;
import org.zhijian.schema.mart.AgentMonthScore;
import org.zhijian.schema.mart.AgentMonthVolume;
import org.zhijian.schema.mart.VolumeForecast;

/** What is forecast for the month after a quarter, with its interval, and how far past forecasts were off (R9). */
final class ForecastSection {
    private final ReportSource source;
    private final QuarterFacts facts;
    private final Map<String, Map<LocalDate, Double>> actual;

    private ForecastSection(ReportSource source, QuarterFacts facts) {
        this.source = source;
        this.facts = facts;
        this.actual = Map.of(
                "volume",
                byMonth(
                        AgentMonthVolume.TABLE,
                        AgentMonthVolume.MONTH,
                        Collectors.summingDouble(row -> row.bigint(AgentMonthVolume.INTERACTIONS))),
                "mean_score",
                byMonth(
                        AgentMonthScore.TABLE,
                        AgentMonthScore.QA_MONTH,
                        Collectors.teeing(
                                Collectors.summingDouble(row -> row.number(AgentMonthScore.SCORE_MEAN)
                                        * row.bigint(AgentMonthScore.EVALUATIONS)),
                                Collectors.summingLong(row -> row.bigint(AgentMonthScore.EVALUATIONS)),
                                (sum, evaluations) -> sum / evaluations)));
    }

    private Map<LocalDate, Double> byMonth(Table table, Column month, Collector<Row, ?, Double> ofMonth) {
        return source
                .rows(
                        table,
                        Condition.from(month, facts.months().get(0).first()),
                        Condition.upTo(month, facts.quarter().last()))
                .stream()
                .collect(Collectors.groupingBy(row -> row.date(month), ofMonth));
    }

    static Section of(ReportSource source, QuarterFacts facts) {
        ForecastSection section = new ForecastSection(source, facts);
        List<Block> blocks = new ArrayList<>(section.measure("volume", 0));
        blocks.addAll(section.measure("mean_score", 2));
        blocks.add(Paragraph.note(source.say("forecast.how-to-read")));
        return new Section(source.say("section.forecast"), Section.Start.NEW_PAGE, blocks);
    }

    /** @param decimals how many of a value are told in a sentence */
    private List<Block> measure(String measure, int decimals) {
        Period next = facts.months().get(facts.months().size() - 1).next();
        Map<LocalDate, Row> forecasts = source
                .rows(
                        VolumeForecast.TABLE,
                        Condition.from(
                                VolumeForecast.MONTH, facts.months().get(0).first()),
                        Condition.upTo(VolumeForecast.MONTH, next.first()),
                        Condition.equal(VolumeForecast.MEASURE, measure))
                .stream()
                .collect(Collectors.toMap(row -> row.date(VolumeForecast.MONTH), row -> row));
        String name = source.say("forecast." + measure);
        List<Block> blocks = new ArrayList<>();
        Row row = forecasts.get(next.first());
        blocks.add(
                row == null
                        ? Paragraph.body(source.say("forecast.none", name, next))
                        : Paragraph.lead(forecast(name, next, row, decimals)));
        if (!forecasts.isEmpty()) {
            Format format = decimals == 0 ? Format.INTEGER : Format.TWO_DECIMALS;
            blocks.add(chart(name, measure, forecasts, next));
            blocks.add(table(name, format, measure, forecasts, next));
        }
        return blocks;
    }

    private String forecast(String name, Period next, Row row, int decimals) {
        String value = ReportSource.plain(row.number(VolumeForecast.FORECAST), decimals);
        String method = source.word("forecast-method", row.string(VolumeForecast.METHOD));
        if (row.number(VolumeForecast.LOWER) == null) {
            return source.say("forecast.without-interval", name, next, value, method);
        }
        return source.say(
                "forecast.with-interval",
                name,
                next,
                value,
                ReportSource.plain(row.number(VolumeForecast.LOWER), decimals),
                ReportSource.plain(row.number(VolumeForecast.UPPER), decimals),
                method,
                row.bigint(VolumeForecast.BACKTEST_MONTHS),
                ReportSource.plain(row.number(VolumeForecast.MEAN_ABSOLUTE_PERCENTAGE_ERROR), 1));
    }

    private Chart chart(String name, String measure, Map<LocalDate, Row> forecasts, Period next) {
        List<String> labels = new ArrayList<>();
        List<Double> actual = new ArrayList<>();
        List<Double> forecast = new ArrayList<>();
        List<Double> lower = new ArrayList<>();
        List<Double> upper = new ArrayList<>();
        for (Period month : upTo(next)) {
            Row row = forecasts.get(month.first());
            Double value = actual(measure, month);
            if (labels.isEmpty() && row == null && value == null) {
                continue;
            }
            labels.add(month.toString());
            actual.add(value);
            forecast.add(row == null ? null : row.number(VolumeForecast.FORECAST));
            lower.add(row == null ? null : row.number(VolumeForecast.LOWER));
            upper.add(row == null ? null : row.number(VolumeForecast.UPPER));
        }
        return new Chart.Lines(
                source.say("forecast.chart", name),
                name,
                labels,
                List.of(
                        new Chart.Series(source.say("forecast.actual"), actual),
                        new Chart.Series(source.say("forecast.forecast"), forecast),
                        new Chart.Series(source.say("forecast.lower"), lower),
                        new Chart.Series(source.say("forecast.upper"), upper)));
    }

    private Grid table(String name, Format format, String measure, Map<LocalDate, Row> forecasts, Period next) {
        List<Line> lines = new ArrayList<>();
        for (Period month : upTo(next)) {
            Row row = forecasts.get(month.first());
            if (row != null) {
                Double actual = actual(measure, month);
                double forecast = row.number(VolumeForecast.FORECAST);
                lines.add(Line.of(
                        month.first(),
                        forecast,
                        row.number(VolumeForecast.LOWER),
                        row.number(VolumeForecast.UPPER),
                        actual,
                        actual == null || actual == 0 ? null : Double.valueOf(Math.abs(forecast - actual) / actual),
                        source.word("forecast-method", row.string(VolumeForecast.METHOD)),
                        row.bigint(VolumeForecast.HISTORY_MONTHS)));
            }
        }
        return new Grid(
                source.say("forecast.table", name),
                List.of(
                        source.column("column.month", Format.MONTH, 9),
                        source.column("forecast.forecast", format, 11),
                        source.column("forecast.lower", format, 11),
                        source.column("forecast.upper", format, 11),
                        source.column("forecast.actual", format, 11),
                        source.column("forecast.error", Format.PERCENT, 11),
                        source.column("forecast.method", Format.TEXT, 24),
                        source.column("forecast.history", Format.INTEGER, 11)),
                lines);
    }

    private List<Period> upTo(Period next) {
        List<Period> months = new ArrayList<>(facts.months());
        months.add(next);
        return months;
    }

    /** What came, null while the month has not ended. */
    private Double actual(String measure, Period month) {
        return month.last().isAfter(source.publication().businessDate())
                ? null
                : actual.get(measure).get(month.first());
    }
}
