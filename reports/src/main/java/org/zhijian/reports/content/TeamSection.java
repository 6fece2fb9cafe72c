package org.zhijian.reports.content;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import org.zhijian.reports.document.Block;
import org.zhijian.reports.document.Format;
import org.zhijian.reports.document.Grid;
import org.zhijian.reports.document.Grid.Judged;
import org.zhijian.reports.document.Grid.Line;
import org.zhijian.reports.document.Paragraph;
import org.zhijian.reports.document.Section;
import org.zhijian.reports.document.Tone;
import org.zhijian.reports.read.Row;
import org.zhijian.schema.indicator.Indicator;
import org.zhijian.schema.mart.ErrorTrend;

/** The teams beside each other and the centre: how they score, how often they err, what their customers say. */
final class TeamSection {
    private static final List<Indicator> SHOWN = List.of(
            Indicators.QA_MEAN,
            Indicators.QA_PASS_RATE,
            Indicators.SEVERE_ERROR_RATE,
            Indicators.FIRST_CONTACT_RESOLUTION,
            Indicators.CSAT_MEAN,
            Indicators.COMPLAINT_RATE);

    private final ReportSource source;
    private final ErrorRates rates;
    private final IndicatorValues indicators;

    private TeamSection(ReportSource source, Comparison comparison, ErrorRates rates) {
        this.source = source;
        this.rates = rates;
        this.indicators = comparison.now();
    }

    static Section of(ReportSource source, Comparison comparison, ErrorRates rates) {
        return new Section(
                source.say("section.teams"),
                Section.Start.NEW_PAGE,
                new TeamSection(source, comparison, rates).blocks());
    }

    private List<Block> blocks() {
        SortedSet<String> names = indicators.members();
        rates.teams().forEach(row -> names.add(ErrorRates.team(row)));
        if (names.isEmpty()) {
            return List.of(Paragraph.body(source.say("teams.none")));
        }
        List<Line> lines = new ArrayList<>();
        names.forEach(
                team -> lines.add(Line.of(values(team, rates.team(team), team).toArray())));
        lines.add(Line.total(values(source.say("centre"), rates.centre(), null).toArray()));
        List<Grid.Heading> columns = new ArrayList<>(List.of(
                source.column("column.team", Format.TEXT, 16),
                source.column("column.evaluations", Format.INTEGER, 9),
                source.column("column.errors", Format.INTEGER, 8),
                source.column("column.rate", Format.ONE_DECIMAL, 9),
                source.column("column.previous", Format.ONE_DECIMAL, 9),
                source.column("column.last-year", Format.ONE_DECIMAL, 9),
                source.column("column.upper-limit", Format.ONE_DECIMAL, 9),
                source.column("column.signal", Format.TEXT, 16)));
        SHOWN.forEach(indicator -> columns.add(
                new Grid.Heading(IndicatorText.name(indicator, source.text()), IndicatorText.format(indicator), 9)));
        return List.of(
                new Grid(source.say("teams.title"), columns, lines), Paragraph.note(source.say("teams.how-to-read")));
    }

    private List<Object> values(String label, Optional<Row> rate, String team) {
        List<Object> values = new ArrayList<>();
        values.add(label);
        values.add(rate.map(row -> row.bigint(ErrorTrend.EVALUATIONS)).orElse(null));
        values.add(rate.map(row -> row.bigint(ErrorTrend.ERRORS)).orElse(null));
        values.add(rate.map(row -> row.number(ErrorTrend.RATE_PER_100)).orElse(null));
        values.add(rate.map(row -> row.number(ErrorTrend.PREVIOUS_RATE)).orElse(null));
        values.add(rate.map(row -> row.number(ErrorTrend.LAST_YEAR_RATE)).orElse(null));
        values.add(rate.map(row -> row.number(ErrorTrend.UPPER_LIMIT)).orElse(null));
        values.add(rate.map(row -> signal(source, row)).orElse(null));
        for (Indicator indicator : SHOWN) {
            IndicatorValue value = team == null ? indicators.of(indicator) : indicators.of(team, indicator);
            Double shown = IndicatorText.value(indicator, value.value());
            values.add(value.met() == null ? shown : new Judged(shown, value.tone()));
        }
        return values;
    }

    /** The rule that the rate breaks, judged, or null. */
    static Judged signal(ReportSource source, Row row) {
        String signal = row.string(ErrorTrend.SIGNAL);
        return signal == null
                ? null
                : new Judged(source.word("signal", signal), ErrorRates.isUnusuallyHigh(row) ? Tone.BAD : Tone.GOOD);
    }
}
