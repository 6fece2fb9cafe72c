package org.zhijian.reports.content;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.zhijian.reports.document.Block;
import org.zhijian.reports.document.Chart;
import org.zhijian.reports.document.Format;
import org.zhijian.reports.document.Grid;
import org.zhijian.reports.document.Grid.Line;
import org.zhijian.reports.document.Paragraph;
import org.zhijian.reports.document.Section;
import org.zhijian.reports.read.Row;
import org.zhijian.schema.indicator.Indicator;
import org.zhijian.schema.mart.ErrorTrend;
import org.zhijian.schema.mart.ErrorTrendCategory;

/** A quarter's trends month by month: the centre, the categories, the error types, the teams, beside last year. */
final class QuarterTrends {
    private final ReportSource source;
    private final QuarterFacts facts;

    QuarterTrends(ReportSource source, QuarterFacts facts) {
        this.source = source;
        this.facts = facts;
    }

    /** The centre: error rate with its limits and beside last year, and the key figures. */
    Section centre() {
        List<Block> blocks = new ArrayList<>();
        if (facts.monthsWithData().isEmpty()) {
            blocks.add(Paragraph.body(source.say("errors.none-inspected")));
        } else {
            blocks.add(TrendChart.of(source, source.say("chart.trend.centre"), facts.months(), facts.allTypes()));
            blocks.add(besideLastYear());
            categories("qa")
                    .forEach((category, rows) -> blocks.add(TrendChart.of(
                            source,
                            source.say("chart.trend.qa-category", source.word("qa-category", category)),
                            facts.months(),
                            rows)));
            blocks.addAll(UnusualRates.ofMonths(source, facts.unusuallyHigh(), facts.unusuallyLow()));
        }
        for (Indicator indicator : Indicators.KEY) {
            figure(indicator).ifPresent(blocks::add);
        }
        return new Section(source.say("section.trends"), Section.Start.NEW_PAGE, blocks);
    }

    /** The error types: the vital few of the quarter, the categories, every type by month. */
    Section types() {
        List<Block> blocks = new ArrayList<>(ParetoChart.of(source, facts.quarter()));
        List<String> found = facts.typesFound();
        if (!found.isEmpty()) {
            blocks.add(typeTable(found));
            categories("error")
                    .forEach((category, rows) -> blocks.add(TrendChart.of(
                            source,
                            source.say("chart.trend.error-category", ErrorText.category(source, category)),
                            facts.months(),
                            rows)));
            charted(found)
                    .forEach(code -> blocks.add(
                            TrendChart.of(source, ErrorText.type(source, code), facts.months(), facts.type(code))));
            blocks.add(new Chart.Heatmap(
                    source.say("quarter.types-by-month"),
                    Format.TWO_DECIMALS,
                    labels(),
                    found.stream()
                            .map(code -> row(ErrorText.type(source, code), facts.type(code)))
                            .toList()));
        }
        return new Section(source.say("section.types"), Section.Start.FOLLOWS, blocks);
    }

    /** The teams: the quarter beside the one before and last year, and month by month. */
    Section teams() {
        Map<String, List<Row>> byTeam = facts.byTeam();
        List<Block> blocks = new ArrayList<>();
        if (byTeam.isEmpty()) {
            blocks.add(Paragraph.body(source.say("teams.none")));
        } else {
            blocks.add(teamTable(byTeam));
            List<Chart.Heatmap.HeatRow> rows = new ArrayList<>();
            rows.add(row(source.say("centre"), facts.allTypes()));
            byTeam.forEach((team, series) -> rows.add(row(team, series)));
            blocks.add(new Chart.Heatmap(source.say("quarter.teams-by-month"), Format.ONE_DECIMAL, labels(), rows));
        }
        return new Section(source.say("section.teams"), Section.Start.NEW_PAGE, blocks);
    }

    private Chart besideLastYear() {
        List<Period> months = facts.quarter()
                .months()
                .get(facts.quarter().months().size() - 1)
                .upToThis(12);
        Map<LocalDate, Row> rows = facts.allTypes().stream()
                .collect(Collectors.toMap(row -> row.date(ErrorTrend.PERIOD_START), row -> row));
        List<Double> now = new ArrayList<>();
        List<Double> lastYear = new ArrayList<>();
        for (Period month : months) {
            Row row = rows.get(month.first());
            now.add(row == null ? null : row.number(ErrorTrend.RATE_PER_100));
            lastYear.add(row == null ? null : row.number(ErrorTrend.LAST_YEAR_RATE));
        }
        return new Chart.Lines(
                source.say("quarter.last-year"),
                source.say("chart.errors-per-100"),
                months.stream().map(Period::toString).toList(),
                List.of(
                        new Chart.Series(source.say("quarter.now"), now),
                        new Chart.Series(source.say("quarter.year-before"), lastYear)));
    }

    private Optional<Block> figure(Indicator indicator) {
        List<Double> values = new ArrayList<>();
        List<Double> targets = new ArrayList<>();
        List<String> labels = new ArrayList<>();
        for (Period month : facts.months()) {
            IndicatorValue value = facts.indicators().get(month).of(indicator);
            if (value.value() != null || !values.isEmpty()) {
                labels.add(month.toString());
                values.add(IndicatorText.charted(indicator, value.value()));
                targets.add(IndicatorText.charted(indicator, value.target()));
            }
        }
        if (values.isEmpty()) {
            return Optional.empty();
        }
        String name = IndicatorText.name(indicator, source.text());
        List<Chart.Series> series = new ArrayList<>(List.of(new Chart.Series(name, values)));
        if (targets.stream().anyMatch(target -> target != null)) {
            series.add(new Chart.Series(source.say("column.target"), targets));
        }
        return Optional.of(new Chart.Lines(name, IndicatorText.unit(indicator, source.text()), labels, series));
    }

    /** The rows of the centre by category of that sort, by category. */
    private Map<String, List<Row>> categories(String type) {
        return facts.categories().stream()
                .filter(row -> row.string(ErrorTrendCategory.CATEGORY_TYPE).equals(type))
                .collect(Collectors.groupingBy(
                        row -> row.string(ErrorTrendCategory.CATEGORY), TreeMap::new, Collectors.toList()));
    }

    /** The types that have a chart of their own: the vital few, and those with an unusual month in the quarter. */
    private List<String> charted(List<String> found) {
        List<String> vital = ParetoChart.vitalOf(source, facts.quarter());
        List<String> charted = new ArrayList<>(vital);
        found.stream()
                .filter(code -> !vital.contains(code))
                .filter(code -> facts.type(code).stream()
                        .anyMatch(row -> row.string(ErrorTrend.SIGNAL) != null
                                && facts.quarter().includes(row.date(ErrorTrend.PERIOD_START))))
                .forEach(charted::add);
        return charted;
    }

    private Grid typeTable(List<String> found) {
        List<Line> lines = new ArrayList<>();
        found.stream()
                .sorted(Comparator.comparing((String code) ->
                                -QuarterFacts.sum(facts.type(code), facts.quarter(), ErrorTrend.ERRORS))
                        .thenComparing(code -> code))
                .forEach(code -> {
                    List<Object> values = new ArrayList<>();
                    values.add(ErrorText.type(source, code));
                    values.add(ErrorText.severity(source, code));
                    values.addAll(rates(facts.type(code)));
                    lines.add(Line.of(values.toArray()));
                });
        List<Object> all = new ArrayList<>();
        all.add(source.say("errors.all"));
        all.add(null);
        all.addAll(rates(facts.allTypes()));
        lines.add(Line.total(all.toArray()));
        List<Grid.Heading> columns = new ArrayList<>(List.of(
                source.column("column.type", Format.TEXT, 30), source.column("column.severity", Format.TEXT, 8)));
        columns.addAll(rateColumns());
        return new Grid(source.say("quarter.types"), columns, lines);
    }

    private Grid teamTable(Map<String, List<Row>> byTeam) {
        List<Line> lines = new ArrayList<>();
        byTeam.forEach((team, rows) -> {
            List<Object> values = new ArrayList<>();
            values.add(team);
            values.addAll(rates(rows));
            lines.add(Line.of(values.toArray()));
        });
        List<Object> all = new ArrayList<>();
        all.add(source.say("centre"));
        all.addAll(rates(facts.allTypes()));
        lines.add(Line.total(all.toArray()));
        List<Grid.Heading> columns = new ArrayList<>(List.of(source.column("column.team", Format.TEXT, 20)));
        columns.addAll(rateColumns());
        return new Grid(source.say("quarter.teams"), columns, lines);
    }

    private List<Grid.Heading> rateColumns() {
        Period quarter = facts.quarter();
        List<Grid.Heading> columns = new ArrayList<>(List.of(
                source.column("column.errors", Format.INTEGER, 9),
                source.column("column.evaluations", Format.INTEGER, 10),
                new Grid.Heading(quarter.toString(), Format.TWO_DECIMALS, 10)));
        quarter.months().forEach(month -> columns.add(new Grid.Heading(month.toString(), Format.TWO_DECIMALS, 10)));
        columns.add(new Grid.Heading(quarter.previous().toString(), Format.TWO_DECIMALS, 10));
        columns.add(new Grid.Heading(quarter.lastYear().toString(), Format.TWO_DECIMALS, 10));
        return columns;
    }

    private List<Object> rates(List<Row> series) {
        Period quarter = facts.quarter();
        Double rate = QuarterFacts.rateOf(series, quarter);
        List<Object> values = new ArrayList<>();
        values.add(rate == null ? null : QuarterFacts.sum(series, quarter, ErrorTrend.ERRORS));
        values.add(rate == null ? null : QuarterFacts.sum(series, quarter, ErrorTrend.EVALUATIONS));
        values.add(rate);
        quarter.months().forEach(month -> values.add(QuarterFacts.rate(series, month)));
        values.add(QuarterFacts.rateOf(series, quarter.previous()));
        values.add(QuarterFacts.rateOf(series, quarter.lastYear()));
        return values;
    }

    private List<String> labels() {
        return facts.monthsWithData().stream().map(Period::toString).toList();
    }

    private Chart.Heatmap.HeatRow row(String label, List<Row> series) {
        List<Double> values = new ArrayList<>();
        facts.monthsWithData().forEach(month -> values.add(QuarterFacts.rate(series, month)));
        return new Chart.Heatmap.HeatRow(label, values);
    }
}
