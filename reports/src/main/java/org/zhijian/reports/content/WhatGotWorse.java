package org.zhijian.reports.content;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.zhijian.reports.document.Block;
import org.zhijian.reports.document.Paragraph;
import org.zhijian.reports.document.Tone;
import org.zhijian.reports.read.Row;
import org.zhijian.schema.indicator.Indicator;
import org.zhijian.schema.mart.ErrorTrend;

/**
 * What got worse, and where: rates that break a rule of their control chart, the largest rises by team and type, and
 * targets that were met the period before.
 */
final class WhatGotWorse {
    /** So many are told one by one; the others stand in the tables. */
    private static final int TOLD = 5;

    private static final int RISES = 3;

    private final ReportSource source;
    private final Comparison comparison;
    private final ErrorRates rates;

    private WhatGotWorse(ReportSource source, Comparison comparison, ErrorRates rates) {
        this.source = source;
        this.comparison = comparison;
        this.rates = rates;
    }

    static List<Block> of(ReportSource source, Comparison comparison, ErrorRates rates) {
        return new WhatGotWorse(source, comparison, rates).blocks();
    }

    private List<Block> blocks() {
        List<Block> blocks = new ArrayList<>();
        List<Row> high = rates.unusuallyHigh();
        blocks.add(Paragraph.lead(lead(high)));
        high.stream()
                .limit(TOLD)
                .map(row -> Paragraph.body(ErrorText.signal(source, row)))
                .forEach(blocks::add);
        if (high.size() > TOLD) {
            blocks.add(Paragraph.body(source.say("worse.more-high", high.size() - TOLD)));
        }
        if (!rates.isEmpty()) {
            blocks.add(Paragraph.body(risesOf("worse.rises-by-team", rates.teams())));
            blocks.add(Paragraph.body(risesOf("worse.rises-by-type", rates.types())));
        }
        worseThanBoth().ifPresent(blocks::add);
        newlyMissed().ifPresent(blocks::add);
        return blocks;
    }

    private String lead(List<Row> high) {
        if (rates.isEmpty()) {
            return source.say("worse.no-evaluations");
        }
        if (!high.isEmpty()) {
            return source.say("worse.high", high.size());
        }
        if (!rates.haveLimits()) {
            return source.say("worse.no-limits");
        }
        int low = rates.unusuallyLow().size();
        return low > 0 ? source.say("worse.none-high-some-low", low) : source.say("worse.none-high");
    }

    private String risesOf(String key, List<Row> rows) {
        List<Row> comparable = rows.stream()
                .filter(row -> row.number(ErrorTrend.PREVIOUS_RATE) != null)
                .toList();
        if (comparable.isEmpty()) {
            return source.say(
                    key,
                    source.say("worse.nothing-to-compare", comparison.period().previous()));
        }
        List<Row> rising = comparable.stream()
                .filter(row -> rise(row) > 0)
                .sorted(Comparator.comparing(WhatGotWorse::rise).reversed())
                .limit(RISES)
                .toList();
        if (rising.isEmpty()) {
            return source.say(
                    key, source.say("worse.no-rise", comparison.period().previous()));
        }
        return source.say(key, source.listed(rising.stream().map(this::rising).toList()) + source.say("full-stop"));
    }

    private String rising(Row row) {
        String subject =
                ErrorRates.code(row) == null ? ErrorRates.team(row) : ErrorText.type(source, ErrorRates.code(row));
        Double upper = row.number(ErrorTrend.UPPER_LIMIT);
        String where = upper == null
                ? "worse.rise"
                : row.number(ErrorTrend.RATE_PER_100) > upper ? "worse.rise-outside" : "worse.rise-within";
        return source.say(
                where,
                subject,
                ErrorText.rate(row.number(ErrorTrend.PREVIOUS_RATE)),
                ErrorText.rate(row.number(ErrorTrend.RATE_PER_100)));
    }

    private static double rise(Row row) {
        return row.number(ErrorTrend.RATE_PER_100) - row.number(ErrorTrend.PREVIOUS_RATE);
    }

    /** The key figures that are worse than the period before and than last year. */
    private Optional<Block> worseThanBoth() {
        List<String> worse = Indicators.KEY.stream()
                .filter(indicator ->
                        isWorse(indicator, comparison.previous()) && isWorse(indicator, comparison.lastYear()))
                .map(indicator -> source.say(
                        "worse.figure",
                        IndicatorText.name(indicator, source.text()),
                        IndicatorText.written(indicator, comparison.now().value(indicator), source.text()),
                        difference(indicator, comparison.previous()),
                        difference(indicator, comparison.lastYear())))
                .toList();
        return worse.isEmpty()
                ? Optional.empty()
                : Optional.of(Paragraph.body(source.say(
                        "worse.figures",
                        comparison.period().previous(),
                        comparison.period().lastYear(),
                        source.listed(worse))));
    }

    private boolean isWorse(Indicator indicator, IndicatorValues than) {
        return Comparison.tone(indicator, comparison.now().value(indicator), than.value(indicator)) == Tone.BAD;
    }

    private String difference(Indicator indicator, IndicatorValues to) {
        return Comparison.difference(source, indicator, comparison.now().value(indicator), to.value(indicator));
    }

    private Optional<Block> newlyMissed() {
        List<String> missed = comparison.missed().stream()
                .filter(indicator ->
                        Objects.equals(comparison.previous().of(indicator).met(), true))
                .map(this::missed)
                .toList();
        return missed.isEmpty()
                ? Optional.empty()
                : Optional.of(Paragraph.body(
                        source.say("worse.newly-missed", comparison.period().previous(), source.listed(missed))));
    }

    private String missed(Indicator indicator) {
        return Comparison.missedInWords(source, indicator, comparison.now().of(indicator));
    }
}
