package org.zhijian.reports.content;

import java.util.ArrayList;
import java.util.List;
import org.zhijian.reports.document.Block;
import org.zhijian.reports.document.Paragraph;
import org.zhijian.reports.document.Tiles;
import org.zhijian.reports.document.Tiles.Tile;
import org.zhijian.schema.indicator.Indicator;

/** How good the service was: which targets were met, and the figures that a manager looks at first. */
final class KeyFigures {
    private final ReportSource source;
    private final Comparison comparison;

    private KeyFigures(ReportSource source, Comparison comparison) {
        this.source = source;
        this.comparison = comparison;
    }

    static List<Block> of(ReportSource source, Comparison comparison) {
        KeyFigures figures = new KeyFigures(source, comparison);
        if (comparison.now().isEmpty()) {
            return List.of(Paragraph.lead(
                    source.say("figures.none", comparison.period().label(source.text()))));
        }
        return List.of(Paragraph.lead(figures.targets()), figures.tiles());
    }

    private String targets() {
        List<Indicator> judged = comparison.judged();
        List<Indicator> missed = comparison.missed();
        if (judged.isEmpty()) {
            return source.say("figures.no-targets");
        }
        return missed.isEmpty()
                ? source.say("figures.all-met", judged.size())
                : source.say(
                        "figures.missed",
                        judged.size(),
                        judged.size() - missed.size(),
                        source.listed(missed.stream().map(this::missed).toList()));
    }

    private String missed(Indicator indicator) {
        return Comparison.missedInWords(source, indicator, comparison.now().of(indicator));
    }

    private Tiles tiles() {
        return new Tiles(Indicators.KEY.stream().map(this::tile).toList());
    }

    private Tile tile(Indicator indicator) {
        IndicatorValue value = comparison.now().of(indicator);
        List<String> comparisons = new ArrayList<>();
        comparisons.add(target(indicator, value));
        comparisons.add(against(
                indicator,
                value.value(),
                comparison.previous().value(indicator),
                comparison.period().previous()));
        comparisons.add(against(
                indicator,
                value.value(),
                comparison.lastYear().value(indicator),
                comparison.period().lastYear()));
        return new Tile(
                IndicatorText.name(indicator, source.text()),
                IndicatorText.value(indicator, value.value()),
                IndicatorText.format(indicator),
                value.tone(),
                comparisons);
    }

    /** The target, with the value where the tile would show the target itself as what misses it. */
    private String target(Indicator indicator, IndicatorValue value) {
        int more = IndicatorText.moreDecimals(indicator, value);
        if (more > 0) {
            return source.say(
                    "figures.target-missed",
                    Comparison.target(source, indicator, value, more),
                    IndicatorText.written(indicator, value.value(), more, source.text()));
        }
        String target = Comparison.target(source, indicator, value);
        return target == null ? source.say("figures.no-target") : source.say("figures.target", target);
    }

    private String against(Indicator indicator, Double value, Double other, Period period) {
        if (other == null) {
            return source.say("figures.no-value", period);
        }
        String written = IndicatorText.written(indicator, other, source.text());
        String difference = Comparison.difference(source, indicator, value, other);
        return difference == null
                ? source.say("figures.other", period, written)
                : source.say("figures.against", period, written, difference);
    }
}
