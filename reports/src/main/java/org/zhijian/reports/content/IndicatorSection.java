package org.zhijian.reports.content;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.zhijian.reports.document.Block;
import org.zhijian.reports.document.Format;
import org.zhijian.reports.document.Grid;
import org.zhijian.reports.document.Grid.Judged;
import org.zhijian.reports.document.Grid.Line;
import org.zhijian.reports.document.Paragraph;
import org.zhijian.reports.document.Section;
import org.zhijian.schema.indicator.Indicator;
import org.zhijian.schema.indicator.Unit;

/** All indicators of the centre against their targets, the period before and last year; one table for each kind of unit. */
final class IndicatorSection {
    private final ReportSource source;
    private final Comparison comparison;

    private IndicatorSection(ReportSource source, Comparison comparison) {
        this.source = source;
        this.comparison = comparison;
    }

    static Section of(ReportSource source, Comparison comparison) {
        return new Section(
                source.say("section.indicators"),
                Section.Start.NEW_PAGE,
                new IndicatorSection(source, comparison).blocks());
    }

    private List<Block> blocks() {
        if (comparison.now().isEmpty()) {
            return List.of(Paragraph.body(
                    source.say("figures.none", comparison.period().label(source.text()))));
        }
        List<Block> blocks = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            List<Indicator> known = Indicator.ALL.stream()
                    .filter(indicator -> Kind.of(indicator) == kind && isKnown(indicator))
                    .toList();
            if (!known.isEmpty()) {
                blocks.add(grid(kind, known));
            }
        }
        blocks.add(Paragraph.note(source.say("indicators.how-to-read")));
        return blocks;
    }

    private boolean isKnown(Indicator indicator) {
        return List.of(comparison.now(), comparison.previous(), comparison.lastYear()).stream()
                .anyMatch(values -> values.of(indicator).isStated());
    }

    /** Indicators whose values are written alike. */
    private enum Kind {
        RATES(Format.PERCENT, Format.INTEGER),
        SCORES(Format.TWO_DECIMALS, Format.TWO_DECIMALS),
        SECONDS(Format.ONE_DECIMAL, Format.INTEGER);

        private final Format value;
        private final Format numerator;

        Kind(Format value, Format numerator) {
            this.value = value;
            this.numerator = numerator;
        }

        static Kind of(Indicator indicator) {
            return switch (indicator.unit()) {
                case RATE -> RATES;
                case POINTS, RATING, PERCENT -> SCORES;
                case SECONDS -> SECONDS;
            };
        }
    }

    private Grid grid(Kind kind, List<Indicator> indicators) {
        Format format = kind.value;
        return new Grid(
                source.say("indicators.in." + kind.name().toLowerCase(Locale.ROOT)),
                List.of(
                        source.column("column.indicator", Format.TEXT, 24),
                        source.column("column.value", format, 10),
                        source.column("column.side", Format.TEXT, 4),
                        source.column("column.target", format, 10),
                        source.column("column.met", Format.TEXT, 10),
                        new Grid.Heading(comparison.period().previous().toString(), format, 10),
                        source.column("column.change", Format.TEXT, 12),
                        new Grid.Heading(comparison.period().lastYear().toString(), format, 10),
                        source.column("column.change", Format.TEXT, 12),
                        source.column("column.numerator", kind.numerator, 14),
                        source.column("column.denominator", Format.INTEGER, 14)),
                indicators.stream().map(this::line).toList());
    }

    private Line line(Indicator indicator) {
        IndicatorValue now = comparison.now().of(indicator);
        Double previous = comparison.previous().value(indicator);
        Double lastYear = comparison.lastYear().value(indicator);
        String name = IndicatorText.name(indicator, source.text());
        return Line.of(
                indicator.unit() == Unit.PERCENT ? source.say("indicators.of-maximum", name) : name,
                now.value(),
                now.target() == null ? null : Comparison.side(indicator),
                now.target(),
                met(source, now),
                previous,
                change(indicator, now.value(), previous),
                lastYear,
                change(indicator, now.value(), lastYear),
                now.isStated() ? Double.valueOf(now.numerator()) : null,
                now.isStated() ? Double.valueOf(now.denominator()) : null);
    }

    /** Met or not, or null where there is no target or value. */
    static Judged met(ReportSource source, IndicatorValue value) {
        return value.met() == null
                ? null
                : new Judged(source.say(value.met() ? "indicators.met" : "indicators.not-met"), value.tone());
    }

    private Judged change(Indicator indicator, Double value, Double other) {
        String difference = Comparison.difference(source, indicator, value, other);
        return difference == null ? null : new Judged(difference, Comparison.tone(indicator, value, other));
    }
}
