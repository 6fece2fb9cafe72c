package org.zhijian.reports.content;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.zhijian.reports.document.Block;
import org.zhijian.reports.document.Chart;
import org.zhijian.reports.document.Format;
import org.zhijian.reports.document.Grid;
import org.zhijian.reports.document.Grid.Judged;
import org.zhijian.reports.document.Grid.Line;
import org.zhijian.reports.document.Paragraph;
import org.zhijian.reports.document.Section;
import org.zhijian.schema.indicator.Indicator;
import org.zhijian.schema.indicator.Unit;

/** The indicators of a month, of the centre or of a team beside the centre: a table for each kind of unit, and the main ones over a year. */
final class IndicatorSheet {
    private static final int TREND_MONTHS = 12;
    private static final int YEARS_AGO = 12;

    /** What a team can be told by; those of incoming calls say little of a team, as a call that nobody answered has none. */
    private static final List<Indicator> MAIN_OF_TEAM =
            List.of(Indicators.QA_MEAN, Indicators.FIRST_CONTACT_RESOLUTION, Indicators.CSAT_MEAN);

    private final ReportSource source;
    private final Comparison comparison;
    private final Map<Period, IndicatorValues> months;

    private IndicatorSheet(ReportSource source, Period month) {
        this.source = source;
        this.months = IndicatorValues.byMonth(source, month.upToThis(TREND_MONTHS + YEARS_AGO));
        this.comparison =
                new Comparison(month, months.get(month), months.get(month.previous()), months.get(month.lastYear()));
    }

    static IndicatorSheet of(ReportSource source, Period month) {
        return new IndicatorSheet(source, month);
    }

    /**
     * Whose indicators they are.
     *
     * @param team the team, or null for the centre
     */
    private record Scope(String team) {
        static final Scope CENTRE = new Scope(null);

        boolean isTeam() {
            return team != null;
        }

        IndicatorValue of(IndicatorValues values, Indicator indicator) {
            return isTeam() ? values.of(team, indicator) : values.of(indicator);
        }
    }

    /** Indicators whose values are written alike. */
    private enum Kind {
        RATES(Format.PERCENT, Format.INTEGER, "sheets.column.change-in-points"),
        SCORES(Format.TWO_DECIMALS, Format.TWO_DECIMALS, "column.change"),
        SECONDS(Format.ONE_DECIMAL, Format.INTEGER, "column.change");

        private final Format value;
        private final Format numerator;
        private final String change;

        Kind(Format value, Format numerator, String change) {
            this.value = value;
            this.numerator = numerator;
            this.change = change;
        }

        static Kind of(Indicator indicator) {
            return switch (indicator.unit()) {
                case RATE -> RATES;
                case POINTS, RATING, PERCENT -> SCORES;
                case SECONDS -> SECONDS;
            };
        }
    }

    /** The teams that have any indicator in the month. */
    SortedSet<String> teams() {
        return comparison.now().members();
    }

    Section centre() {
        List<Block> blocks = new ArrayList<>();
        if (comparison.now().isEmpty()) {
            blocks.add(Paragraph.body(
                    source.say("figures.none", comparison.period().label(source.text()))));
        } else {
            blocks.add(Paragraph.lead(targets(Scope.CENTRE)));
            blocks.addAll(tables(Scope.CENTRE));
            Indicators.KEY.forEach(indicator -> chart(indicator, Scope.CENTRE).ifPresent(blocks::add));
            blocks.add(Paragraph.note(source.say("sheets.centre.how-to-read")));
        }
        return new Section(source.say("centre"), Section.Start.FOLLOWS, blocks);
    }

    Section team(String team) {
        Scope of = new Scope(team);
        List<Block> blocks = new ArrayList<>();
        blocks.add(Paragraph.lead(targets(of)));
        blocks.addAll(tables(of));
        MAIN_OF_TEAM.forEach(indicator -> chart(indicator, of).ifPresent(blocks::add));
        blocks.add(Paragraph.note(source.say("sheets.team.how-to-read")));
        return new Section(team, Section.Start.NEW_PAGE, blocks);
    }

    private String targets(Scope scope) {
        List<Indicator> judged = Indicator.ALL.stream()
                .filter(indicator -> scope.of(comparison.now(), indicator).met() != null)
                .toList();
        List<Indicator> missed = judged.stream()
                .filter(indicator -> !scope.of(comparison.now(), indicator).met())
                .toList();
        if (judged.isEmpty()) {
            return source.say("figures.no-targets");
        }
        if (missed.isEmpty()) {
            return source.say("figures.all-met", judged.size());
        }
        List<String> told = missed.stream()
                .map(indicator -> Comparison.missedInWords(source, indicator, scope.of(comparison.now(), indicator)))
                .toList();
        return source.say("figures.missed", judged.size(), judged.size() - missed.size(), source.listed(told));
    }

    private List<Block> tables(Scope scope) {
        List<Block> tables = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            List<Line> lines = Indicator.ALL.stream()
                    .filter(indicator -> Kind.of(indicator) == kind && isKnown(scope, indicator))
                    .map(indicator -> line(scope, indicator))
                    .toList();
            if (!lines.isEmpty()) {
                tables.add(new Grid(
                        source.say("indicators.in." + kind.name().toLowerCase(Locale.ROOT)),
                        columns(kind, scope),
                        lines));
            }
        }
        return tables;
    }

    private boolean isKnown(Scope scope, Indicator indicator) {
        return Stream.of(comparison.now(), comparison.previous(), comparison.lastYear())
                .anyMatch(values -> scope.of(values, indicator).isStated());
    }

    private List<Grid.Heading> columns(Kind kind, Scope scope) {
        List<Grid.Heading> columns = new ArrayList<>(List.of(
                source.column("column.indicator", Format.TEXT, 22),
                source.column("column.value", kind.value, 10),
                source.column("column.side", Format.TEXT, 4),
                source.column("column.target", kind.value, 10),
                source.column("column.met", Format.TEXT, 10)));
        if (scope.isTeam()) {
            columns.add(source.column("centre", kind.value, 10));
        }
        columns.addAll(List.of(
                new Grid.Heading(comparison.period().previous().toString(), kind.value, 10),
                source.column(kind.change, Format.TEXT, 11),
                new Grid.Heading(comparison.period().lastYear().toString(), kind.value, 10),
                source.column(kind.change, Format.TEXT, 11),
                source.column("column.numerator", kind.numerator, 13),
                source.column("column.denominator", Format.INTEGER, 13)));
        return columns;
    }

    private Line line(Scope scope, Indicator indicator) {
        IndicatorValue now = scope.of(comparison.now(), indicator);
        Double previous = scope.of(comparison.previous(), indicator).value();
        Double lastYear = scope.of(comparison.lastYear(), indicator).value();
        String name = IndicatorText.name(indicator, source.text());
        List<Object> values = new ArrayList<>();
        values.add(indicator.unit() == Unit.PERCENT ? source.say("indicators.of-maximum", name) : name);
        values.add(now.value());
        values.add(now.target() == null ? null : Comparison.side(indicator));
        values.add(now.target());
        values.add(IndicatorSection.met(source, now));
        if (scope.isTeam()) {
            values.add(comparison.now().value(indicator));
        }
        values.add(previous);
        values.add(change(indicator, now.value(), previous));
        values.add(lastYear);
        values.add(change(indicator, now.value(), lastYear));
        values.add(now.isStated() ? Double.valueOf(now.numerator()) : null);
        values.add(now.isStated() ? Double.valueOf(now.denominator()) : null);
        return Line.of(values.toArray());
    }

    /** How much the value is above or below another, +1.2 or −0.3, judged; of rates in percentage points. */
    private static Judged change(Indicator indicator, Double value, Double other) {
        if (value == null || other == null) {
            return null;
        }
        BigDecimal difference = BigDecimal.valueOf(value)
                .subtract(BigDecimal.valueOf(other))
                .movePointRight(indicator.unit() == Unit.RATE ? 2 : 0)
                .setScale(
                        indicator.unit() == Unit.POINTS || indicator.unit() == Unit.RATING ? 2 : 1,
                        RoundingMode.HALF_UP);
        String sign = difference.signum() == 0 ? "±" : difference.signum() < 0 ? "−" : "+";
        return new Judged(sign + difference.abs().toPlainString(), Comparison.tone(indicator, value, other));
    }

    /** The last twelve months, from the first that has a value: the team and the centre, or the centre this year and last. */
    private Optional<Block> chart(Indicator indicator, Scope scope) {
        List<Period> shown = comparison.period().upToThis(TREND_MONTHS).stream()
                .dropWhile(month -> value(scope, month, indicator) == null)
                .toList();
        if (shown.isEmpty()) {
            return Optional.empty();
        }
        List<Chart.Series> series = new ArrayList<>();
        series.add(new Chart.Series(
                source.say(scope.isTeam() ? "sheets.chart.team" : "sheets.chart.now"),
                values(shown, month -> value(scope, month, indicator))));
        Chart.Series beside = scope.isTeam()
                ? new Chart.Series(source.say("centre"), values(shown, month -> value(Scope.CENTRE, month, indicator)))
                : new Chart.Series(
                        source.say("sheets.chart.year-before"),
                        values(shown, month -> value(scope, month.lastYear(), indicator)));
        Chart.Series target = new Chart.Series(
                source.say("column.target"),
                values(
                        shown,
                        month -> IndicatorText.charted(
                                indicator,
                                scope.of(months.get(month), indicator).target())));
        Stream.of(beside, target)
                .filter(one -> one.values().stream().anyMatch(value -> value != null))
                .forEach(series::add);
        String name = IndicatorText.name(indicator, source.text());
        return Optional.of(new Chart.Lines(
                scope.isTeam() ? source.say("sheets.chart.of-team", scope.team(), name) : name,
                IndicatorText.unit(indicator, source.text()),
                shown.stream().map(Period::toString).toList(),
                series));
    }

    private static List<Double> values(List<Period> periods, Function<Period, Double> value) {
        List<Double> values = new ArrayList<>();
        periods.forEach(period -> values.add(value.apply(period)));
        return values;
    }

    private Double value(Scope scope, Period month, Indicator indicator) {
        IndicatorValues values = months.get(month);
        return values == null
                ? null
                : IndicatorText.charted(indicator, scope.of(values, indicator).value());
    }
}
